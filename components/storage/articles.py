"""Articles and sources of a story: add, correct, remove, put blocks back, colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from components.analysis.model import Article
from components.analysis.story_json import checked_colour, checked_date, checked_name
from components.storage.errors import ArticleNotFound, NotFound, SourceNotFound
from components.storage.journal import Change
from components.storage.rows import Added, article_row
from components.storage.schema import articles, sources

CORRECTABLE = ("source", "title", "date", "author", "url", "language", "note")
"""The fields of an article that an analyst may correct."""

LONGEST_SHORT_NAME = 40
LONGEST_GROUP = 60


def add(change: Change, new: Iterable[Article]) -> Added:
    """Add what is not there yet, in order, after what is. A removed article comes back as it is given now."""
    known = {row["id"]: row["removed"] for row in change.rows(articles, "id", "removed")}
    first = max((row["position"] for row in change.rows(articles, "position")), default=0) + 1
    added: list[Article] = []
    duplicates: list[Article] = []
    for article in new:
        if known.get(article.id, True) is False:
            duplicates.append(article)
            continue
        values = article_row(article) | {"position": first + len(added), "removed": False}
        if article.id in known:
            change.update(articles, {"id": article.id}, values)
        else:
            change.insert(articles, values)
        known[article.id] = False
        added.append(article)
    for source in dict.fromkeys(article.source for article in added):
        know_source(change, source)
    return Added(added=tuple(added), duplicates=tuple(duplicates))


def know_source(change: Change, name: str) -> None:
    """Give a source seen for the first time the next colour. It keeps the colour even when all its articles go."""
    given = {row["name"]: row["colour"] for row in change.rows(sources, "name", "colour")}
    if name not in given:
        change.insert(sources, {"name": name, "colour": max(given.values(), default=0) + 1})


def correct(change: Change, article_id: str, fields: Mapping[str, str]) -> None:
    """Set metadata. ValueError for a field that cannot be set, a blank source or a date that is none."""
    row = present(change, article_id)
    for name in fields:
        if name not in CORRECTABLE:
            raise ValueError(f"{name} cannot be corrected: only {', '.join(CORRECTABLE)}.")
    new = {name: value if name == "note" else " ".join(value.split()) for name, value in fields.items()}
    checked_date(new.get("date", ""))
    if "source" in new:
        rename_source(change, row, checked_name(new["source"], "The name of a source"))
    change.update(articles, {"id": article_id}, new)


def rename_source(change: Change, row: Mapping[str, Any], new: str) -> None:
    """The source of ``row`` becomes ``new``. Its colour goes along if no other article bears the old name.

    So correcting a misspelt source keeps its colour, while moving an article to another source takes that one's.
    """
    old = row["source"]
    if new == old:
        return
    others = [r for r in change.rows(articles, "id", "source") if r["source"] == old and r["id"] != row["id"]]
    was = change.row(sources, {"name": old})
    if others or was is None or change.row(sources, {"name": new}) is not None:
        know_source(change, new)
    else:
        change.delete(sources, {"name": old})
        change.insert(sources, {name: was[name] for name in ("colour", "short_name", "group_name")} | {"name": new})


def set_removed(change: Change, article_id: str, removed: bool) -> None:
    """Remove an article or bring it back to its old place. Its verdicts wait for it."""
    row = change.row(articles, {"id": article_id})
    if row is None or (removed and row["removed"]):
        raise _missing(article_id)
    change.update(articles, {"id": article_id}, {"removed": removed})
    know_source(change, row["source"])


def put_back(change: Change, article_id: str, cut_index: int, value: bool) -> None:
    """Measure a cut block after all, or no longer. The text follows from the original and the cuts."""
    cuts = [list(cut) for cut in present(change, article_id)["cuts"]]
    if not 0 <= cut_index < len(cuts):
        raise NotFound(f"This article has {len(cuts)} cut blocks: there is no number {cut_index}.")
    if cuts[cut_index][3] != value:
        cuts[cut_index][3] = value
        change.update(articles, {"id": article_id}, {"cuts": cuts, "text": None})


def set_short_name(change: Change, source: str, short: str) -> None:
    """Give a source a short name, or take it away with ""."""
    short = " ".join(short.split())
    if len(short) > LONGEST_SHORT_NAME:
        raise ValueError(f"A short name can have at most {LONGEST_SHORT_NAME} characters.")
    known_source(change, source)
    change.update(sources, {"name": source}, {"short_name": short or None})


def set_group(change: Change, source: str, group: str) -> None:
    """Put a source into a group, or with "" into none."""
    group = " ".join(group.split())
    if len(group) > LONGEST_GROUP:
        raise ValueError(f"The name of a group can have at most {LONGEST_GROUP} characters.")
    known_source(change, source)
    change.update(sources, {"name": source}, {"group_name": group or None})


def set_colour(change: Change, source: str, number: int) -> None:
    """Give a source a colour. A source that has it already takes this one's, so no two look the same."""
    checked_colour(number)
    old = known_source(change, source)["colour"]
    for row in change.rows(sources, "name", "colour"):
        if row["colour"] == number and row["name"] != source:
            change.update(sources, {"name": row["name"]}, {"colour": old})
    change.update(sources, {"name": source}, {"colour": number})


def present(change: Change, article_id: str) -> dict[str, Any]:
    """The row of an article that is in the story; ArticleNotFound if there is none or it was removed."""
    row = change.row(articles, {"id": article_id})
    if row is None or row["removed"]:
        raise _missing(article_id)
    return row


def known_source(change: Change, name: str) -> dict[str, Any]:
    """The row of a source; SourceNotFound if the story never had it."""
    row = change.row(sources, {"name": name})
    if row is None:
        raise SourceNotFound(f"The story has no source {name!r}.")
    return row


def name_of(row: Mapping[str, Any]) -> str:
    """An article in a phrase: its title, else its source."""
    shown = row["title"] or row["source"] or "untitled"
    return f"“{shown[:60]}…”" if len(shown) > 60 else f"“{shown}”"


def _missing(article_id: str) -> ArticleNotFound:
    return ArticleNotFound(f"The story has no article {article_id!r}, or it was removed.")
