"""A story as plain JSON and back, exactly: texts, cut blocks, metadata, claims, decisions, settings, colours."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any, TypeVar

from components.analysis.model import (
    VERDICTS,
    Article,
    Claim,
    Cut,
    Decision,
    Settings,
    Story,
    measured_text,
)

FORMAT = "parallax-story"
VERSION = 1

T = TypeVar("T")


def story_to_dict(story: Story) -> dict[str, Any]:
    """Everything a story is made of, as JSON-able values. Measured values are not in it: they follow from it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": story.id,
        "title": story.title,
        "articles": [
            {f.name: getattr(a, f.name) for f in fields(Article) if f.name not in ("cuts", "text")}
            | {"original": a.original or a.text, "cuts": [asdict(c) for c in a.cuts]}
            for a in story.articles
        ],
        "claims": [asdict(c) for c in story.claims],
        "decisions": [asdict(d) for d in story.decisions],
        "settings": asdict(story.settings),
        "colours": [list(pair) for pair in story.colours],
        "short_names": [list(pair) for pair in story.short_names],
    }


def story_from_dict(data: Any) -> Story:  # noqa: ANN401 - whatever a file held
    """The story that :func:`story_to_dict` wrote. ValueError, in a sentence for a person, on anything else."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError("This is not a Parallax story: choose a bundle that Parallax wrote.")
    if data.get("version") != VERSION:
        raise ValueError(
            f"This story was written in format {data.get('version')}; this Parallax reads format {VERSION}."
        )
    try:
        articles = tuple(_article(item) for item in data["articles"])
        story = Story(
            id=_text(data["id"]),
            title=_text(data["title"]),
            articles=articles,
            claims=tuple(_make(Claim, item) for item in data["claims"]),
            decisions=tuple(_make(Decision, item) for item in data["decisions"]),
            settings=_settings(data["settings"]),
            colours=tuple((_text(s), int(n)) for s, n in data["colours"]),
            short_names=tuple((_text(s), _text(n)) for s, n in data["short_names"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"The story in this bundle is damaged ({error}): load an unchanged copy.") from error
    _check(story)
    return story


def _article(item: dict[str, Any]) -> Article:
    cuts = tuple(
        Cut(start=int(c["start"]), end=int(c["end"]), reason=_text(c["reason"]), put_back=bool(c["put_back"]))
        for c in item["cuts"]
    )
    ends = [0, *(edge for cut in cuts for edge in (cut.start, cut.end)), len(item["original"])]
    if ends != sorted(ends):
        raise ValueError("cut blocks overlap or lie outside the text")
    kept = {f.name: _text(item.get(f.name, "")) for f in fields(Article) if f.name not in ("cuts", "text")}
    return Article(**kept, cuts=cuts, text=measured_text(kept["original"], cuts))


def _settings(item: dict[str, Any]) -> Settings:
    added = tuple((_text(a), _text(b), _text(c)) for a, b, c in item["added"])
    return Settings(mask=bool(item["mask"]), muted=tuple(_text(m) for m in item["muted"]), added=added)


def _make(kind: type[T], item: dict[str, Any]) -> T:
    return kind(**{key: _text(value) for key, value in item.items()})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, found {type(value).__name__}")
    return value


def _check(story: Story) -> None:
    for what, ids in (("article", [a.id for a in story.articles]), ("claim", [c.id for c in story.claims])):
        if len(set(ids)) < len(ids):
            raise ValueError(
                f"The story in this bundle is damaged (an {what} id stands twice): load an unchanged copy."
            )
    claims = {c.id for c in story.claims}
    for d in story.decisions:
        if d.verdict not in VERDICTS or d.claim_id not in claims or d.article_id not in story.article_by_id:
            raise ValueError("The story in this bundle is damaged (a decision fits no cell): load an unchanged copy.")
