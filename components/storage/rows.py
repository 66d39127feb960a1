"""From the model's dataclasses to rows and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from components.analysis.model import Article, Claim, Cut, Decision, measured_text
from components.analysis.story_json import check_article


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


def article_row(article: Article) -> dict[str, Any]:
    """The article's columns, without story, position and removal; ValueError for what cannot be kept."""
    check_article(article)
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
