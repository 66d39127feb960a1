"""Which field of an article a column, key or front-matter name stands for."""

from __future__ import annotations

from collections.abc import Iterable

# The names that exports and spreadsheets use, the most telling first: of two that fit, the first is taken.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "text": ("text", "full_text", "body", "article", "content"),
    "source": ("source", "outlet", "publisher", "media_name", "newspaper"),
    "title": ("title", "headline", "hd"),
    "date": ("date", "published", "publish_date", "pd"),
    "url": ("url", "link"),
    "author": ("author", "byline", "by"),
    "language": ("language", "lang"),
}


def _plain(name: str) -> str:
    return "_".join(name.replace("-", " ").replace("_", " ").casefold().split())


def field_of(name: str) -> str:
    """The field that a column of that name holds, in any case; "" when it is none of ours."""
    plain = _plain(name)
    return next((field for field, names in SYNONYMS.items() if plain in names), "")


def fields_of(names: Iterable[str]) -> dict[str, int]:
    """Field -> position of the column that holds it, over the header's names."""
    plain = [_plain(name) for name in names]
    return {
        field: next(plain.index(known) for known in known_names if known in plain)
        for field, known_names in SYNONYMS.items()
        if any(known in plain for known in known_names)
    }


def no_text(names: Iterable[str], what: str = "column") -> str:
    """The sentence for a table without a text column: what it has, and what we look for."""
    listed = [" ".join(name.split())[:40] or "(unnamed)" for name in names]
    has = ", ".join(listed[:12]) + (", ..." if len(listed) > 12 else "")
    wanted = ", ".join(SYNONYMS["text"])
    return f"No {what} holds the articles' text (found: {has or 'none'}): name that {what} one of {wanted}."
