"""Tables of articles, a row each: CSV and TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice

from components.ingest.columns import drafts_of_table, field_of
from components.ingest.decode import decode
from components.ingest.reader import MAX_BYTES, MAX_ROWS, NO_COLUMNS, Draft, Problem, Reader, RefusedError

_DELIMITERS = ",;\t|"


def _delimiter(text: str, columns: Mapping[str, str]) -> str:
    """The delimiter under which the header names most fields of ours or chosen ``columns``, then most columns.

    Judged on the header alone: sniffing the rows would count the commas inside the articles.
    """
    chosen = set(columns.values())

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            header = next(csv.reader(io.StringIO(text[:20_000]), delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return sum(bool(field_of(name)) or name.strip() in chosen for name in header), len(header)

    return max(_DELIMITERS, key=fit)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """(row, cells) of every record that is not blank; a record that cannot be read comes as a sentence."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    row = 0
    while True:
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield row, "The quotation marks of this row do not pair up: double those inside a text."
            continue
        if any(cell.strip() for cell in cells):
            yield row, cells


def read(name: str, data: bytes, columns: Mapping[str, str] = NO_COLUMNS) -> Iterable[Draft | Problem]:
    """A draft per row. A row is counted as a spreadsheet shows it: the header is row 1.

    A table without a text column is Unmapped. Raises RefusedError without any row, over MAX_ROWS rows or MAX_COLUMNS
    columns. A row with an empty text, with more cells than the header (a comma outside quotation marks would cut the
    text short) or with quotation marks that do not pair is a Problem, and the others go in.
    """
    with _cells_as_long_as_files():
        header, records = _table(data, columns)
    return drafts_of_table(name, header, records, columns)


@contextmanager
def _cells_as_long_as_files() -> Iterator[None]:
    """The limit belongs to the whole process: it is put back, so that other tables are read as ever."""
    before = csv.field_size_limit(MAX_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _table(data: bytes, columns: Mapping[str, str]) -> tuple[list[str], list[tuple[int, list[str] | str]]]:
    text = decode(data).lstrip("\n")
    delimiter = _delimiter(text, columns)
    first_line, _, rest = text.partition("\n")
    if len(first_line) <= 20 and first_line.strip().lower().startswith("sep="):  # Excel's own hint
        delimiter, text = (first_line.strip() + ",")[4], rest
    records = _records(text, delimiter)
    _, header = next(records, (0, None))
    if header is None:
        raise RefusedError("The file is empty: it needs a header row and a row per article.")
    if isinstance(header, str):
        raise RefusedError("The header row's quotation marks do not pair up: save the table as CSV again.")
    return header, list(islice(records, MAX_ROWS + 1))


READER = Reader(key="table", label="CSV", extensions=(".csv", ".tsv"), read=read, order=30, read_columns=read)
