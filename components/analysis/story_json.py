"""A story as plain JSON and back, exactly: texts, cut blocks, metadata, claims, decisions, settings, colours.

The one format of a story outside a workspace: the ``story.json`` of every bundle, whoever wrote it. The rules
for what a story's fields may hold stand here too, since a file is where they can be broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any, Literal, TypeVar

from components.analysis.model import (
    VERDICTS,
    Article,
    Claim,
    Cut,
    Decision,
    Settings,
    Story,
    VerdictWord,
    measured_text,
)

FORMAT = "parallax-story"
VERSION = 1
LONGEST_NAME = 500
"""Code points in what things are found by: the id of an article or claim, a source, a coder."""
LONGEST_NOTE = 20_000
"""Code points in the analyst's own words on a story."""
HIGHEST_COLOUR = 100_000

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ARTICLE_TEXTS = tuple(f.name for f in fields(Article) if f.name not in ("id", "source", "text", "cuts"))
_REQUIRED = object()
_KIND: dict[type, str] = {str: "text", int: "whole number", bool: "true or false", list: "list", dict: "table"}

T = TypeVar("T")


def story_to_dict(story: Story) -> dict[str, Any]:
    """Everything a story is made of, as JSON-able values. Measured values are not in it: they follow from it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": story.id,
        "title": story.title,
        "articles": [_article_dict(article) for article in story.articles],
        "claims": [asdict(claim) for claim in story.claims],
        "decisions": [asdict(decision) for decision in story.decisions],
        "settings": settings_to_dict(story.settings),
        "colours": dict(story.colours),
        "short_names": dict(story.short_names),
        "groups": dict(story.groups),
        "settled": list(story.settled),
        "note": story.note,
        "note_by": story.note_by,
    }


def story_from_dict(data: object) -> Story:
    """The story that :func:`story_to_dict` wrote. ValueError, in a sentence for a person, for anything else.

    Required are the title, the articles and what identifies a part; the rest may be left out: a source
    without a colour is given one where the story is kept.
    """
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise ValueError("This is not a story exported from Parallax.")
    version = field_of(data, "version", int, "story")
    if version != VERSION:
        later = version > VERSION
        raise ValueError(f"This story was exported by {'a later' if later else 'another'} version of Parallax.")
    articles = _each(data, "articles", "article", _article, required=True)
    claims = _each(data, "claims", "claim", _claim)
    decisions = _each(data, "decisions", "decision", _decision)
    _unlike([a.id for a in articles], "article")
    _unlike([c.id for c in claims], "claim")
    _unlike([(d.claim_id, d.article_id, d.coder) for d in decisions], "decision")
    claim_ids, article_ids = {c.id for c in claims}, {a.id for a in articles}
    if any(d.claim_id not in claim_ids or d.article_id not in article_ids for d in decisions):
        raise ValueError("A decision is about a claim or an article that the file does not hold.")
    colours = _by_source(data, "colours", int)
    _unlike([checked_colour(number) for _, number in colours], "colour")
    short_names = _by_source(data, "short_names", str)
    known = {name for name, _ in colours} | {a.source for a in articles}
    groups = tuple((source, checked_name(group, "A group")) for source, group in _by_source(data, "groups", str))
    for what, given in (("short name", short_names), ("group", groups)):
        unknown = {name for name, _ in given} - known
        if unknown:
            raise ValueError(f"A {what} is given to {_shown(min(unknown))}, which is no source of the file.")
    note, note_by = checked_note(*(field_of(data, name, str, "story", "") for name in ("note", "note_by")))
    return Story(
        id=field_of(data, "id", str, "story", ""),
        title=field_of(data, "title", str, "story"),
        articles=articles,
        claims=claims,
        decisions=decisions,
        settings=settings_from_dict(field_of(data, "settings", dict, "story", {})),
        colours=colours,
        short_names=short_names,
        groups=groups,
        settled=_settled(data),
        note=note,
        note_by=note_by,
    )


def settings_to_dict(settings: Settings) -> dict[str, Any]:
    """The settings as they are stored and exported."""
    return {
        "mask": settings.mask,
        "neutral": list(settings.neutral),
        "not_neutral": list(settings.not_neutral),
        "muted": list(settings.muted),
        "added": [list(entry) for entry in settings.added],
    }


def settings_from_dict(data: Mapping[str, Any]) -> Settings:
    """The settings that :func:`settings_to_dict` wrote; ValueError for anything else."""
    lists = {name: field_of(data, name, list, "settings", []) for name in ("neutral", "not_neutral", "muted")}
    added = field_of(data, "added", list, "settings", [])
    triples = all(isinstance(e, list) and len(e) == 3 and all(isinstance(part, str) for part in e) for e in added)
    if not triples or not all(isinstance(term, str) for terms in lists.values() for term in terms):
        raise ValueError("The settings list terms that are not written as Parallax writes them.")
    mask = field_of(data, "mask", bool, "settings", True)
    return Settings(
        mask=mask,
        added=tuple((e[0], e[1], e[2]) for e in added),
        **{name: tuple(terms) for name, terms in lists.items()},
    )


def field_of(data: Mapping[str, Any], name: str, kind: type[T], what: str, default: object = _REQUIRED) -> T:
    """The field of that name, of exactly that kind (true is no number); ValueError, with a sentence, otherwise."""
    value = data.get(name, default)
    if value is _REQUIRED:
        raise ValueError(f"The {what} in the file has no “{name}”.")
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"“{name}” of the {what} in the file is not a {_KIND[kind]}.")
    return value


# What a story's fields may hold


def checked_date(value: str) -> str:
    """``value`` if it is "" or a day of the calendar as YYYY-MM-DD; ValueError otherwise."""
    if value:
        try:
            if not _ISO_DATE.fullmatch(value):
                raise ValueError
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{_shown(value)} is not a date: write year-month-day, as in 2026-03-05.") from None
    return value


def checked_name(value: str, what: str) -> str:
    """``value`` if it is not blank and short enough to be looked up by; ValueError otherwise."""
    if not value.strip():
        raise ValueError(f"{what} cannot be empty.")
    if len(value) > LONGEST_NAME:
        raise ValueError(f"{what} can have at most {LONGEST_NAME} characters, not {len(value):,}.")
    return value


def checked_note(text: str, by: str) -> tuple[str, str]:
    """An analyst's note without space around it, and whose it is: nobody's if it is empty. ValueError if too long."""
    note = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    name = " ".join(by.split())
    for what, value, most in (("A note", note, LONGEST_NOTE), ("A name", name, LONGEST_NAME)):
        if len(value) > most:
            raise ValueError(f"{what} can have at most {most:,} characters, not {len(value):,}.")
    return note, name if note else ""


def checked_verdict(value: str) -> VerdictWord:
    """``value`` if it is one of the four verdicts; ValueError otherwise."""
    for verdict in VERDICTS:
        if verdict == value:
            return verdict
    raise ValueError(f"{_shown(value)} is not a verdict: use one of {', '.join(VERDICTS)}.")


def checked_origin(value: str) -> Literal["proposed", "analyst"]:
    """``value`` if it says where a claim comes from; ValueError otherwise."""
    if value == "proposed":
        return "proposed"
    if value == "analyst":
        return "analyst"
    raise ValueError(f"A claim is “proposed” or “analyst”, not {_shown(value)}.")


def checked_claim(text: str) -> str:
    """A claim's wording, without white space around it; ValueError if nothing is left."""
    if not text.strip():
        raise ValueError("A claim cannot be empty.")
    return text.strip()


def checked_colour(number: int) -> int:
    """``number`` if a palette can count to it; ValueError otherwise."""
    if not 1 <= number <= HIGHEST_COLOUR:
        raise ValueError(f"Colours are numbered from 1 to {HIGHEST_COLOUR:,}.")
    return number


def checked_cuts(cuts: Sequence[Cut], original: str) -> None:
    """ValueError unless the cuts are sorted, do not overlap and lie inside ``original``."""
    at = 0
    for cut in cuts:
        if not at <= cut.start <= cut.end <= len(original):
            raise ValueError(f"The cut from {cut.start} to {cut.end} lies outside the text or overlaps another.")
        at = cut.end


def check_article(article: Article) -> None:
    """ValueError unless its id, source, date and cuts can be kept. A source may be empty, an id may not."""
    checked_name(article.id, "The id of an article")
    if article.source:
        checked_name(article.source, "The name of a source")
    checked_date(article.date)
    checked_cuts(article.cuts, article.original)


# The parts of the file


def _article_dict(article: Article) -> dict[str, Any]:
    found = {name: getattr(article, name) for name in ("id", "source", *_ARTICLE_TEXTS)}
    if article.text != measured_text(article.original, article.cuts):
        found["text"] = article.text  # a text that was given as it is, not made from the original
    return found | {"cuts": [asdict(cut) for cut in article.cuts]}


def _article(data: Mapping[str, Any]) -> Article:
    texts = {name: field_of(data, name, str, "article", "") for name in _ARTICLE_TEXTS}
    cuts = _each(data, "cuts", "cut", _cut)
    article = Article(
        id=field_of(data, "id", str, "article"),
        source=field_of(data, "source", str, "article"),
        text=field_of(data, "text", str, "article", measured_text(texts["original"], cuts)),
        cuts=cuts,
        **texts,
    )
    check_article(article)
    return article


def _cut(data: Mapping[str, Any]) -> Cut:
    return Cut(
        start=field_of(data, "start", int, "cut"),
        end=field_of(data, "end", int, "cut"),
        reason=field_of(data, "reason", str, "cut", ""),
        put_back=field_of(data, "put_back", bool, "cut", False),
    )


def _claim(data: Mapping[str, Any]) -> Claim:
    text = field_of(data, "text", str, "claim")
    checked_claim(text)
    return Claim(
        id=checked_name(field_of(data, "id", str, "claim"), "The id of a claim"),
        text=text,
        note=field_of(data, "note", str, "claim", ""),
        origin=checked_origin(field_of(data, "origin", str, "claim", "proposed")),
    )


def _decision(data: Mapping[str, Any]) -> Decision:
    return Decision(
        claim_id=field_of(data, "claim_id", str, "decision"),
        article_id=field_of(data, "article_id", str, "decision"),
        coder=checked_name(field_of(data, "coder", str, "decision"), "The name of the coder"),
        verdict=checked_verdict(field_of(data, "verdict", str, "decision")),
        note=field_of(data, "note", str, "decision", ""),
    )


def _by_source(data: Mapping[str, Any], name: str, kind: type[T]) -> tuple[tuple[str, T], ...]:
    given = field_of(data, name, dict, "story", {})
    for source in given:
        if source:
            checked_name(source, "The name of a source")
    return tuple((source, field_of(given, source, kind, name)) for source in given)


def _settled(data: Mapping[str, Any]) -> tuple[str, ...]:
    given = field_of(data, "settled", list, "story", [])
    if not all(isinstance(text, str) for text in given):
        raise ValueError("“settled” of the story in the file holds something that is no wording of a claim.")
    return tuple(checked_claim(text) for text in given)


def _each(
    data: Mapping[str, Any],
    name: str,
    what: str,
    read: Callable[[Mapping[str, Any]], T],
    *,
    required: bool = False,
) -> tuple[T, ...]:
    found = []
    for number, each in enumerate(field_of(data, name, list, "story", _REQUIRED if required else []), 1):
        if not isinstance(each, Mapping):
            raise ValueError(f"The {what} number {number} of the file is not written as Parallax writes it.")
        found.append(read(each))
    return tuple(found)


def _unlike(values: Sequence[object], what: str) -> None:
    if len(set(values)) < len(values):
        raise ValueError(f"The file holds the same {what} more than once.")


def _shown(value: object) -> str:
    """What was given, in quotation marks, short enough for a message."""
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
