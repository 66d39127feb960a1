"""Tables as Excel workbooks: a sheet a table, numbers as numbers in the format the screen shows, texts as texts.

A text is written as a string, never parsed: one that begins with = stays words and cannot run as a formula.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.analysis.data_dictionary import TABLES, explained
from components.analysis.measure import Column, all_measures
from components.analysis.model import VERDICTS

MOST_ROWS = 1_048_575  # Excel's own limits, the heading apart
MOST_CHARACTERS = 32_767
LONGEST_SHEET_NAME = 31
NARROWEST, WIDEST = 9, 60
ROWS_LOOKED_AT = 300
#: Columns that stay in sight while the sheet scrolls sideways.
HELD = ("source", "claim", "title")
FORMATS: Mapping[str, str] = {
    "score": "0.00",
    "p": "0.0000",
    "p_holm": "0.0000",
    "p_without_one_word": "0.0000",
    "difference": "0.000",
    "place": "0%",
}
VERDICT_LOOKS: Mapping[str, dict[str, object]] = {
    "stated": {"bg_color": "#DEDACF"},
    "partly": {"bg_color": "#F1EDE5"},
    "conflicts": {"bg_color": "#F9E1DE", "font_color": "#B3261E", "bold": True},
    "not found": {"font_color": "#5F5A50"},
}
HEAD = {"bold": True, "bg_color": "#F1EDE5", "bottom": 1, "bottom_color": "#5F5A50", "valign": "top"}
TEXT = {"valign": "top"}
PROSE = {"valign": "top", "text_wrap": True}


def number_format(spec: str) -> str:
    """Excel's words for a format of :class:`Column`: "+.2f" is "+0.00;-0.00;0.00", ".0%" is "0%", ",d" is "#,##0"."""
    if spec.endswith("d"):
        return "#,##0" if "," in spec else "0"
    places = int(spec.rstrip("f%").rpartition(".")[2] or 0)
    digits = "0" + ("." + "0" * places if places else "") + ("%" if spec.endswith("%") else "")
    if "," in spec:
        digits = "#,##" + digits
    return f"+{digits};-{digits};{digits}" if spec.startswith("+") else digits


def table_xlsx(name: str, frame: pd.DataFrame) -> bytes:
    """One table as a workbook: its sheet, and a sheet that says what its columns mean, where that is known."""
    return workbook_xlsx({name: frame}, ())


def workbook_xlsx(tables: Mapping[str, pd.DataFrame], facts: Sequence[tuple[str, str]]) -> bytes:
    """Every table as a sheet of one workbook; the same tables give the same bytes.

    ``facts``: (what, value) lines for a first sheet of contents, which a workbook of one table does without; it has a
    sheet of its columns instead.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1), "author": "Parallax"})
    sheets = _Sheets(book)
    if facts:
        sheets.contents(tables, facts)
    for name, frame in tables.items():
        sheets.table(name, frame)
    if not facts:
        for name, frame in tables.items():
            known = explained(name, [str(heading) for heading in frame.columns], all_measures())
            if len(known):
                sheets.table("columns", known)
    book.close()
    return out.getvalue()


class _Sheets:
    """The workbook in the making, with its formats, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.made: dict[str, Format] = {}
        self.names: set[str] = set()
        self.columns = _columns_by_name()

    def look(self, **properties: object) -> Format:
        key = repr(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(properties)
        return self.made[key]

    def sheet(self, name: str) -> Worksheet:
        at, number = name[:LONGEST_SHEET_NAME], 1
        while at.casefold() in self.names:
            number += 1
            at = f"{name[: LONGEST_SHEET_NAME - 4]} ({number})"
        self.names.add(at.casefold())
        return self.book.add_worksheet(at)

    def contents(self, tables: Mapping[str, pd.DataFrame], facts: Sequence[tuple[str, str]]) -> None:
        sheet = self.sheet("contents")
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 96)
        sheet.set_column(2, 2, 10)
        bold, prose = self.look(bold=True, valign="top"), self.look(**PROSE)
        for at, (what, value) in enumerate(facts):
            sheet.write_string(at, 0, cell_text(what), bold)
            sheet.write_string(at, 1, cell_text(value), prose)
        start = len(facts) + 1
        for column, heading in enumerate(("Sheet", "What a row is", "Rows")):
            sheet.write_string(start, column, heading, self.look(**HEAD))
        for at, (name, frame) in enumerate(tables.items(), start + 1):
            sheet.write_url(at, 0, f"internal:'{name[:LONGEST_SHEET_NAME]}'!A1", string=name)
            meaning = TABLES.get(name, "")
            if len(frame) > MOST_ROWS:
                meaning += f" A sheet holds no more than {MOST_ROWS:,} of its {len(frame):,} rows: the CSV has all."
            sheet.write_string(at, 1, meaning, prose)
            sheet.write_number(at, 2, len(frame), self.look(num_format="#,##0", valign="top"))

    def table(self, name: str, frame: pd.DataFrame) -> None:
        sheet = self.sheet(name)
        frame = frame.head(MOST_ROWS)
        held = 0
        for at, heading in enumerate(map(str, frame.columns)):
            values = frame.iloc[:, at]
            sheet.write_string(0, at, cell_text(heading), self.look(**HEAD))
            width = _width(heading, values)
            sheet.set_column(at, at, min(width, WIDEST))
            is_verdict = name == "coverage_matrix" or heading in ("verdict", "machine_verdict")
            self._cells(sheet, at, heading, values, width > WIDEST, is_verdict)
            if heading in HELD and at < 3:
                held = at + 1
        sheet.freeze_panes(1, held)
        if len(frame.columns):
            sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)

    def _cells(
        self, sheet: Worksheet, at: int, heading: str, values: pd.Series, is_prose: bool, is_verdict: bool
    ) -> None:
        text = self.look(**(PROSE if is_prose else TEXT))
        number = self.look(num_format=self._number_format(heading, values), valign="top")
        day = self.look(num_format="yyyy-mm-dd", valign="top")
        for row, value in enumerate(values.tolist(), 1):
            if value is None or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
                continue  # undefined: an empty cell
            if isinstance(value, bool):
                sheet.write_boolean(row, at, value, text)
            elif isinstance(value, (int, float)):
                sheet.write_number(row, at, value, number)
            elif heading == "date" and (found := _day(value)) is not None:
                sheet.write_datetime(row, at, found, day)
            elif value != "":
                look = self.look(**TEXT, **VERDICT_LOOKS[value]) if is_verdict and value in VERDICTS else text
                sheet.write_string(row, at, cell_text(value), look)

    def _number_format(self, heading: str, values: pd.Series) -> str:
        if heading in self.columns:
            return number_format(self.columns[heading].format)
        if heading in FORMATS:
            return FORMATS[heading]
        if heading.startswith("n_"):
            return "#,##0"
        return "0" if pd.api.types.is_integer_dtype(values) else "General"


def cell_text(value: object) -> str:
    """A text as a cell takes it: no lone surrogates, no longer than a cell can be."""
    text = str(value).encode("utf-8", errors="replace").decode("utf-8")
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def _columns_by_name() -> dict[str, Column]:
    known = {c.name: c for m in all_measures() for c in m.columns if c.pool != "derived"}
    return known | {f"{c.name}_{end}": c for c in known.values() for end in ("low", "high")}


def _width(heading: str, values: pd.Series) -> int:
    """How wide a column wants to be, in characters: its widest text; numbers are as wide as their heading."""
    longest = 0
    if not pd.api.types.is_numeric_dtype(values):
        longest = max((len(str(v)) for v in values.head(ROWS_LOOKED_AT).tolist() if v is not None), default=0)
    return max(NARROWEST, len(heading) + 4, longest + 1)


def _day(value: Any) -> date | None:  # noqa: ANN401 - a cell
    """An ISO day that Excel's calendar knows (it begins in 1900); anything else stays the text it is."""
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.year >= 1900 and len(str(value)) == 10 else None
