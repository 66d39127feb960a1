"""Tables of articles, a row each: CSV and TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from components.ingest.columns import field_of, fields_of, no_text
from components.ingest.decode import decode
from components.ingest.reader import MAX_BYTES, MAX_ROWS, Draft, Problem, Reader, RefusedError, draft_of

_DELIMITERS = ",;\t|"


def _delimiter(text: str) -> str:
    """The delimiter under which the header names most fields of ours, then most columns.

    Judged on the header alone: sniffing the rows would count the commas inside the articles.
    """

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            header = next(csv.reader(io.StringIO(text[:20_000]), delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return sum(bool(field_of(name)) for name in header), len(header)

    return max(_DELIMITERS, key=fit)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """(row, cells) of every record that is not blank; a record that cannot be read comes as its error."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    row = 0
    while True:
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield row, error
            continue
        if any(cell.strip() for cell in cells):
            yield row, cells


def read(name: str, data: bytes) -> Iterable[Draft | Problem]:
    """A draft per row. A row is counted as a spreadsheet shows it: the header is row 1.

    Raises RefusedError without a text column, without any row or over MAX_ROWS rows. A row with an empty text, with
    more cells than the header (a comma outside quotation marks would cut the text short) or with quotation marks
    that do not pair is a Problem, and the others go in.
    """
    csv.field_size_limit(MAX_BYTES)
    text = decode(data).lstrip("\n")
    delimiter = _delimiter(text)
    first_line, _, rest = text.partition("\n")
    if first_line.strip().lower().startswith("sep=") and len(first_line.strip()) <= 5:  # Excel's own hint
        delimiter, text = (first_line.strip() + ",")[4], rest
    records = list(_records(text, delimiter))
    if not records:
        raise RefusedError("The file is empty: it needs a header row and a row per article.")
    _, header = records.pop(0)
    if isinstance(header, csv.Error):
        raise RefusedError("The header row's quotation marks do not pair up: save the table as CSV again.")
    columns = fields_of(header)
    if "text" not in columns:
        raise RefusedError(no_text(header))
    if not records:
        raise RefusedError("The table has a header but no rows: add a row per article.")
    if len(records) > MAX_ROWS:
        raise RefusedError(f"The table has {len(records):,} rows, more than {MAX_ROWS:,}: split it into smaller files.")
    for row, cells in records:
        if isinstance(cells, csv.Error):
            yield Problem(name, "The quotation marks of this row do not pair up: double those inside a text.", row)
            continue
        values = {field: cells[at].strip() for field, at in columns.items() if at < len(cells)}
        if any(cell.strip() for cell in cells[len(header) :]):
            reason = "The row has more cells than the header: put a text that holds the delimiter in quotation marks."
            yield Problem(name, reason, row)
        elif not values.get("text"):
            yield Problem(name, "The text is empty: fill it in or leave the row out.", row, "text")
        else:
            yield draft_of(values, row)


READER = Reader(key="table", label="CSV", extensions=(".csv", ".tsv"), read=read, order=30)
