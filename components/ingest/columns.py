"""Which field of an article a column, key or front-matter name stands for, and the articles of a table's rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from components.ingest.reader import MAX_COLUMNS, MAX_ROWS, NO_COLUMNS, Draft, Problem, RefusedError, Unmapped, draft_of

# The names that exports and spreadsheets use, the most telling first: of two that fit, the first is taken.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "text": ("text", "full_text", "fulltext", "article_text", "body", "article_body", "article", "content"),
    "source": (
        "source", "source_name", "outlet", "publication", "publication_name", "publisher", "media_name", "media_outlet",
        "newspaper",
    ),
    "title": ("title", "headline", "article_title", "hd"),
    "date": ("date", "published", "publish_date", "published_at", "publication_date", "date_published", "pd"),
    "url": ("url", "link", "article_url"),
    "author": ("author", "authors", "byline", "by"),
    "language": ("language", "lang"),
}  # fmt: skip
N_SAMPLES, SAMPLE_LENGTH = 3, 200


def _plain(name: str) -> str:
    return "_".join(name.replace("-", " ").replace("_", " ").casefold().split())


def field_of(name: str) -> str:
    """The field that a column of that name holds, in any case; "" when it is none of ours."""
    plain = _plain(name)
    return next((field for field, names in SYNONYMS.items() if plain in names), "")


def fields_of(names: Iterable[str], chosen: Mapping[str, str] = NO_COLUMNS) -> dict[str, int]:
    """Field -> position of the column that holds it, over the header's names.

    ``chosen``, field -> name, stands before what the names tell; "" says that no column holds the field.
    """
    given = list(names)
    plain = [_plain(name) for name in given]
    found = {
        field: next(plain.index(known) for known in known_names if known in plain)
        for field, known_names in SYNONYMS.items()
        if any(known in plain for known in known_names) and chosen.get(field) != ""
    }
    told = {field: given.index(name) for field, name in chosen.items() if field in SYNONYMS and name in given}
    return {field: at for field, at in found.items() if at not in told.values()} | told


def labels_of(header: Iterable[str]) -> list[str]:
    """The columns' names in one line each and each once: a second "text" is "text (2)", one without is "column 3"."""
    labels: dict[str, None] = {}
    seen: Counter[str] = Counter()
    for place, name in enumerate(header, start=1):
        plain = label = " ".join(name.split())[:80] or f"column {place}"
        while label in labels:
            seen[plain] += 1
            label = f"{plain} ({seen[plain] + 1})"
        labels[label] = None
    return list(labels)


def unmapped(
    name: str, labels: Sequence[str], samples: Iterable[Iterable[str]], columns: Mapping[str, int], what: str = "column"
) -> Unmapped:
    """The question which column holds what, for a table whose names tell neither text nor source."""
    has = ", ".join(label[:40] for label in labels[:12]) + (", ..." if len(labels) > 12 else "")
    if "text" in columns:
        reason = f"No {what} is known to hold the source (there are {has}): each article is a source of its own."
    else:
        wanted = ", ".join(SYNONYMS["text"])
        reason = f"No {what} holds the articles' text (found: {has or 'none'}): name that {what} one of {wanted}."
    shown = tuple(tuple(" ".join(value[:1000].split())[:SAMPLE_LENGTH] for value in values) for values in samples)
    told = tuple((field, labels[at]) for field, at in columns.items())
    return Unmapped(name, reason, refused="text" not in columns, columns=tuple(labels), samples=shown, fields=told)


def drafts_of_table(
    name: str,
    header: Sequence[str],
    rows: Sequence[tuple[int, Sequence[str] | str]],
    chosen: Mapping[str, str] = NO_COLUMNS,
) -> Iterator[Draft | Problem]:
    """A draft per (row number, cells); cells that could not be read come as a sentence that says why.

    A table without a text column is one Unmapped; one whose source no column tells is an Unmapped and its drafts,
    unless columns were ``chosen``. A row with an empty text, or with filled cells beyond the header's (a delimiter
    outside quotation marks would cut the text short), is a Problem. Raises RefusedError without any row, over MAX_ROWS
    rows or MAX_COLUMNS columns.
    """
    if len(header) > MAX_COLUMNS:
        raise RefusedError(
            f"The table has {len(header):,} columns, more than {MAX_COLUMNS:,}: keep those of the articles' fields."
        )
    if not rows:
        raise RefusedError("The table has a header but no rows: add a row per article.")
    if len(rows) > MAX_ROWS:
        raise RefusedError(f"The table has more than {MAX_ROWS:,} rows: split it into smaller files.")
    labels = labels_of(header)
    columns = fields_of(labels, chosen)
    if "text" not in columns or ("source" not in columns and not chosen and len(columns) < len(header)):
        yield unmapped(name, labels, (_samples(rows, at) for at in range(len(header))), columns)
    if "text" in columns:
        for row, cells in rows:
            yield _draft(name, columns, len(header), row, cells)


def _samples(rows: Sequence[tuple[int, Sequence[str] | str]], at: int) -> list[str]:
    """The first values that the column at that place holds."""
    cells = (row[at] for _, row in rows[:100] if not isinstance(row, str) and at < len(row))
    return [cell for cell in cells if cell.strip()][:N_SAMPLES]


def _draft(name: str, columns: Mapping[str, int], width: int, row: int, cells: Sequence[str] | str) -> Draft | Problem:
    if isinstance(cells, str):
        return Problem(name, cells, row)
    values = {field: cells[at].strip() for field, at in columns.items() if at < len(cells)}
    if any(cell.strip() for cell in cells[width:]):
        reason = "The row has more cells than the header: put a text that holds the delimiter in quotation marks."
        return Problem(name, reason, row)
    if not values.get("text"):
        return Problem(name, "The text is empty: fill it in or leave the row out.", row, "text")
    return draft_of(values, row)
