"""From the model's dataclasses to rows and back, and what a row must satisfy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from components.analysis.model import VERDICTS, Article, Claim, Cut, Decision, Settings, VerdictWord, measured_text

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_NAME = 500
"""Code points in what rows are found by: the id of an article, a source, a coder."""

HIGHEST_COLOUR = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInfo:
    """A story in a list: what it is called, how much is in it, when it was made and last changed (UTC)."""

    id: str
    slug: str
    title: str
    n_articles: int
    n_sources: int
    created: datetime
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of uploaded articles: ``duplicates`` were in the story already and changed nothing."""

    added: tuple[Article, ...]
    duplicates: tuple[Article, ...]


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


def article_row(article: Article) -> dict[str, Any]:
    """The article's columns, without story, position and removal; ValueError for what cannot be kept."""
    checked_name(article.id, "The id of an article")
    if article.source:
        checked_name(article.source, "The name of a source")
    checked_date(article.date)
    checked_cuts(article.cuts, article.original)
    derived = measured_text(article.original, article.cuts)
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "date": article.date,
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "note": article.note,
        "original": article.original,
        "text": None if article.text == derived else article.text,
        "cuts": cuts_json(article.cuts),
    }


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row of ``articles``."""
    cuts = tuple(Cut(start=c[0], end=c[1], reason=c[2], put_back=c[3]) for c in row["cuts"])
    text = measured_text(row["original"], cuts) if row["text"] is None else row["text"]
    fields = {name: row[name] for name in ("id", "source", "title", "date", "author", "url", "language", "note")}
    return Article(**fields, original=row["original"], text=text, cuts=cuts)


def cuts_json(cuts: Sequence[Cut]) -> list[list[Any]]:
    """The cuts as [start, end, reason, put back], which is how they are stored."""
    return [[c.start, c.end, c.reason, c.put_back] for c in cuts]


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The claim of a row of ``claims``."""
    return Claim(id=row["id"], text=row["text"], note=row["note"], origin=row["origin"])


def decision_of(row: Mapping[str, Any]) -> Decision:
    """The decision of a row of ``decisions``."""
    return Decision(**{name: row[name] for name in ("claim_id", "article_id", "verdict", "coder", "note")})


def settings_json(settings: Settings) -> dict[str, Any]:
    """The settings as they are stored and exported."""
    return {"mask": settings.mask, "muted": list(settings.muted), "added": [list(entry) for entry in settings.added]}


def settings_of(stored: Mapping[str, Any]) -> Settings:
    """The settings from what ``settings_json`` made."""
    return Settings(
        mask=stored["mask"],
        muted=tuple(stored["muted"]),
        added=tuple((term, category, strength) for term, category, strength in stored["added"]),
    )


def _shown(value: object) -> str:
    """What was given, in quotation marks, short enough for a message."""
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
