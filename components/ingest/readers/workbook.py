"""Excel workbooks: a table of articles, a row each."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping

from components.ingest.columns import drafts_of_table, fields_of, labels_of
from components.ingest.package import open_zip, refuse_doctype, unpack
from components.ingest.reader import MAX_COLUMNS, MAX_ROWS, NO_COLUMNS, Draft, Problem, Reader, RefusedError

_HEADER_WITHIN = 10  # a sheet may begin with its own title


def _words(cell: object) -> str:
    """A cell as the words of a field: dates in ISO 8601, whole numbers without their ".0"."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, datetime.date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _from_header(
    rows: list[tuple[int, list[str]]], columns: Mapping[str, str]
) -> tuple[tuple[int, int], list[tuple[int, list[str]]]]:
    """The rows from the header on, and how well it fits: by the fields it names, then by its filled cells.

    The header is the first row with a text column; without one, the fullest of the sheet's first ten.
    """
    fits = []
    for _, cells in rows[:_HEADER_WITHIN]:
        fields = fields_of(labels_of(cells), columns)
        fits.append((len(fields) if "text" in fields else 0, sum(map(bool, cells))))
    at = next((i for i, (n_fields, _) in enumerate(fits) if n_fields), fits.index(max(fits)))
    return fits[at], rows[at:]


def read(name: str, data: bytes, columns: Mapping[str, str] = NO_COLUMNS) -> Iterable[Draft | Problem]:
    """A draft per row of the sheet whose header names most of our fields; row 1 is the sheet's first.

    A title above the header is passed over. Kept: the values of the columns we know, dates as ISO 8601. Left
    out: other sheets, formulas (their last value is read), formats, comments. Raises RefusedError without a text
    column or rows, over MAX_ROWS rows or MAX_COLUMNS columns, for an old .xls, a protected or a damaged file.
    """
    archive = open_zip(data)
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            refuse_doctype(unpack(archive, member))
    from python_calamine import CalamineError, CalamineWorkbook  # loads on first use

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        best: tuple[tuple[int, int], list[tuple[int, list[str]]]] = ((-1, -1), [])
        for sheet_name in book.sheet_names:
            sheet = book.get_sheet_by_name(sheet_name)
            if sheet.total_width > MAX_COLUMNS:
                raise RefusedError(
                    f"The sheet “{sheet_name[:40]}” has {sheet.total_width:,} columns, more than {MAX_COLUMNS:,}: keep "
                    "those of the articles' fields."
                )
            if sheet.total_height > MAX_ROWS + 1:
                raise RefusedError(f"The sheet “{sheet_name[:40]}” has more than {MAX_ROWS:,} rows: split it.")
            numbered = enumerate(sheet.to_python(skip_empty_area=False), start=1)
            rows = [(row, [_words(cell) for cell in cells]) for row, cells in numbered if any(map(_words, cells))]
            if rows:
                best = max(best, _from_header(rows, columns), key=lambda found: found[0])
    except CalamineError as error:
        raise RefusedError(f"The workbook is damaged or protected ({error}): save it as .xlsx again.") from error
    _, rows = best
    if not rows:
        raise RefusedError("The workbook is empty: it needs a header row and a row per article.")
    (_, header), *records = rows
    return drafts_of_table(name, header, records, columns)


READER = Reader(
    key="workbook",
    label="Excel",
    extensions=(".xlsx", ".xlsm"),
    read=read,
    order=35,
    risky=True,
    read_columns=read,
)
