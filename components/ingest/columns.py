"""Which field of an article a column, key or front-matter name stands for, and the articles of a table's rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from components.ingest.reader import MAX_COLUMNS, MAX_ROWS, Draft, Problem, RefusedError, draft_of

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


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Field -> position in a table's header. Raises RefusedError without a text column or over MAX_COLUMNS columns."""
    if len(header) > MAX_COLUMNS:
        raise RefusedError(
            f"The table has {len(header):,} columns, more than {MAX_COLUMNS:,}: keep those of the articles' fields."
        )
    columns = fields_of(header)
    if "text" not in columns:
        raise RefusedError(no_text(header))
    return columns


def drafts_of_rows(
    name: str, columns: dict[str, int], width: int, rows: Sequence[tuple[int, Sequence[str] | str]]
) -> Iterator[Draft | Problem]:
    """A draft per (row number, cells); cells that could not be read come as a sentence that says why.

    A row with an empty text, or with filled cells beyond the header's ``width`` (a delimiter outside quotation marks
    would cut the text short), is a Problem. Raises RefusedError without any row or over MAX_ROWS rows.
    """
    if not rows:
        raise RefusedError("The table has a header but no rows: add a row per article.")
    if len(rows) > MAX_ROWS:
        raise RefusedError(f"The table has more than {MAX_ROWS:,} rows: split it into smaller files.")
    for row, cells in rows:
        if isinstance(cells, str):
            yield Problem(name, cells, row)
            continue
        values = {field: cells[at].strip() for field, at in columns.items() if at < len(cells)}
        if any(cell.strip() for cell in cells[width:]):
            reason = "The row has more cells than the header: put a text that holds the delimiter in quotation marks."
            yield Problem(name, reason, row)
        elif not values.get("text"):
            yield Problem(name, "The text is empty: fill it in or leave the row out.", row, "text")
        else:
            yield draft_of(values, row)
