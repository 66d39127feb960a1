"""A whole story as JSON and back, exactly: the ``story.json`` of a bundle."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from components.analysis.model import Article, Claim, Cut, Decision, Settings, Story, measured_text
from components.storage.rows import (
    article_row,
    checked_claim,
    checked_colour,
    checked_name,
    checked_origin,
    checked_verdict,
    settings_json,
)

FORMAT = "parallax-story"
VERSION = 1

_CLAIM_NUMBER = re.compile(r"c([1-9][0-9]{0,8})")
_ARTICLE_TEXTS = ("title", "original", "date", "author", "url", "language", "note")
_REQUIRED = object()

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A story on its way in or out, with what the workspace knows besides.

    ``last_claim`` is the highest number that a claim's id ever had, so that none is used again.
    """

    story: Story
    claims_proposed: bool
    last_claim: int


def to_json(exported: Exported) -> dict[str, Any]:
    """The story as dicts, lists, strings, numbers and booleans."""
    story = exported.story
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": story.title,
        "articles": [_article_json(article) for article in story.articles],
        "claims": [{"id": c.id, "text": c.text, "note": c.note, "origin": c.origin} for c in story.claims],
        "claims_proposed": exported.claims_proposed,
        "last_claim": exported.last_claim,
        "decisions": [
            {
                "claim_id": d.claim_id,
                "article_id": d.article_id,
                "coder": d.coder,
                "verdict": d.verdict,
                "note": d.note,
            }
            for d in story.decisions
        ],
        "settings": settings_json(story.settings),
        "colours": dict(story.colours),
        "short_names": dict(story.short_names),
    }


def from_json(data: object) -> Exported:
    """The story that ``to_json`` wrote, with an empty id. ValueError with a sentence for anything else."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise ValueError("This is not a story exported from Parallax.")
    if _field(data, "version", int, "story") > VERSION:
        raise ValueError("This story was exported by a later version of Parallax.")
    articles = _each(data, "articles", "article", _article)
    claims = _each(data, "claims", "claim", _claim)
    decisions = _each(data, "decisions", "decision", _decision)
    _unlike([a.id for a in articles], "article")
    _unlike([c.id for c in claims], "claim")
    _unlike([(d.claim_id, d.article_id, d.coder) for d in decisions], "decision")
    cells = {(claim.id, article.id) for claim in claims for article in articles} if decisions else set()
    if any((d.claim_id, d.article_id) not in cells for d in decisions):
        raise ValueError("A decision is about a claim or an article that the file does not hold.")
    colours = _by_source(data, "colours", int)
    _unlike([checked_colour(number) for _, number in colours], "colour")
    short_names = _by_source(data, "short_names", str)
    unknown = {name for name, _ in short_names} - {name for name, _ in colours}
    if unknown:
        raise ValueError(f"A short name is given to {min(unknown)!r}, which has no colour in the file.")
    numbers = [int(found[1]) for c in claims if (found := _CLAIM_NUMBER.fullmatch(c.id))]
    last_claim = _field(data, "last_claim", int, "story", 0)
    if not 0 <= last_claim < 10**9:
        raise ValueError("The story's last claim has no possible number.")
    story = Story(
        id="",
        title=_field(data, "title", str, "story"),
        articles=articles,
        claims=claims,
        decisions=decisions,
        settings=_settings(_field(data, "settings", dict, "story", {})),
        colours=tuple(sorted(colours, key=lambda pair: pair[1])),
        short_names=short_names,
    )
    proposed = _field(data, "claims_proposed", bool, "story", bool(claims))
    return Exported(story=story, claims_proposed=proposed, last_claim=max([last_claim, *numbers]))


def _article_json(article: Article) -> dict[str, Any]:
    fields = {name: getattr(article, name) for name in ("id", "source", *_ARTICLE_TEXTS, "text")}
    cuts = [{"start": c.start, "end": c.end, "reason": c.reason, "put_back": c.put_back} for c in article.cuts]
    return fields | {"cuts": cuts}


def _article(data: Mapping[str, Any]) -> Article:
    texts = {name: _field(data, name, str, "article", "") for name in _ARTICLE_TEXTS}
    cuts = _each(data, "cuts", "cut", _cut)
    article = Article(
        id=_field(data, "id", str, "article"),
        source=_field(data, "source", str, "article"),
        text=_field(data, "text", str, "article", measured_text(texts["original"], cuts)),
        cuts=cuts,
        **texts,
    )
    article_row(article)  # raises for a date, cut or name that the workspace does not take
    return article


def _cut(data: Mapping[str, Any]) -> Cut:
    return Cut(
        start=_field(data, "start", int, "cut"),
        end=_field(data, "end", int, "cut"),
        reason=_field(data, "reason", str, "cut", ""),
        put_back=_field(data, "put_back", bool, "cut", False),
    )


def _claim(data: Mapping[str, Any]) -> Claim:
    text = _field(data, "text", str, "claim")
    checked_claim(text)
    return Claim(
        id=checked_name(_field(data, "id", str, "claim"), "The id of a claim"),
        text=text,
        note=_field(data, "note", str, "claim", ""),
        origin=checked_origin(_field(data, "origin", str, "claim", "proposed")),
    )


def _decision(data: Mapping[str, Any]) -> Decision:
    return Decision(
        claim_id=_field(data, "claim_id", str, "decision"),
        article_id=_field(data, "article_id", str, "decision"),
        coder=checked_name(_field(data, "coder", str, "decision"), "The name of the coder"),
        verdict=checked_verdict(_field(data, "verdict", str, "decision")),
        note=_field(data, "note", str, "decision", ""),
    )


def _settings(data: Mapping[str, Any]) -> Settings:
    muted = _field(data, "muted", list, "settings", [])
    added = _field(data, "added", list, "settings", [])
    triples = all(isinstance(e, list) and len(e) == 3 and all(isinstance(part, str) for part in e) for e in added)
    if not triples or not all(isinstance(term, str) for term in muted):
        raise ValueError("The settings list terms that are not written as Parallax writes them.")
    mask = _field(data, "mask", bool, "settings", True)
    return Settings(mask=mask, muted=tuple(muted), added=tuple((e[0], e[1], e[2]) for e in added))


def _by_source(data: Mapping[str, Any], name: str, kind: type[T]) -> tuple[tuple[str, T], ...]:
    given = _field(data, name, dict, "story", {})
    for source in given:
        if source:
            checked_name(source, "The name of a source")
    return tuple((source, _field(given, source, kind, name)) for source in given)


def _each(data: Mapping[str, Any], name: str, what: str, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    found = []
    for number, each in enumerate(_field(data, name, list, "story", []), 1):
        if not isinstance(each, Mapping):
            raise ValueError(f"The {what} number {number} of the file is not written as Parallax writes it.")
        found.append(read(each))
    return tuple(found)


def _field(data: Mapping[str, Any], name: str, kind: type[T], what: str, default: object = _REQUIRED) -> T:
    value = data.get(name, default)
    if value is _REQUIRED:
        raise ValueError(f"The {what} in the file has no “{name}”.")
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"“{name}” of the {what} in the file is not a {_KIND[kind]}.")
    return value


_KIND: dict[type, str] = {str: "text", int: "whole number", bool: "true or false", list: "list", dict: "table"}


def _unlike(values: list[Any], what: str) -> None:
    if len(set(values)) < len(values):
        raise ValueError(f"The file holds the same {what} more than once.")
