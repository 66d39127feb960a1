"""Tables whose columns' names do not tell what they hold: asked about, then read by what was answered."""

import json

import made_files as files
import pytest

from components.ingest.columns import fields_of, labels_of
from components.ingest.intake import take_in, take_paths
from components.ingest.reader import Draft, Unmapped, reader_for
from components.ingest.worker import Worker

HEAD = ["Blatt", "Meldung", "Tag"]
ROWS = [["Port Weekly", files.FIRST, "2026-06-03"], ["Coast Radio", files.SECOND, "2026-06-04"]]
CHOSEN = {"text": "Meldung", "source": "Blatt", "date": "Tag", "title": ""}


def csv_of(rows, delimiter=","):
    return "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode()


TABLES = {
    "a.csv": csv_of([HEAD, *ROWS]),
    "a.tsv": csv_of([HEAD, *ROWS], "\t"),
    "a.xlsx": files.workbook([HEAD, *ROWS]),
    "a.jsonl": "\n".join(json.dumps(dict(zip(HEAD, row, strict=True))) for row in ROWS).encode(),
    "a.json": json.dumps({"items": [dict(zip(HEAD, row, strict=True)) for row in ROWS]}).encode(),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_a_known_text_column_is_a_question_with_samples(name):
    intake = take_in([(name, TABLES[name]), ("b.txt", files.FIRST.encode())])
    assert [a.source for a in intake.articles] == ["b"]
    (question,) = intake.problems
    assert isinstance(question, Unmapped)
    assert question.refused
    assert "Blatt, Meldung, Tag" in question.reason
    assert question.columns == tuple(HEAD)
    assert question.samples[0] == ("Port Weekly", "Coast Radio")
    assert question.samples[1][0] == files.FIRST
    assert question.data == TABLES[name]


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_that_were_chosen_are_read(name):
    found = list(reader_for(name).drafts(name, TABLES[name], CHOSEN))
    assert [(d.source, d.text, d.date, d.title) for d in found] == [(s, t, d, "") for s, t, d in ROWS]


def test_the_question_and_its_answer_pass_through_the_reading_process():
    with Worker() as worker:
        (question,) = worker.read("a.xlsx", TABLES["a.xlsx"])
        assert isinstance(question, Unmapped)
        assert (question.columns, question.data) == (tuple(HEAD), b"")
        drafts = worker.read("a.xlsx", TABLES["a.xlsx"], CHOSEN)
    assert [d.source for d in drafts] == ["Port Weekly", "Coast Radio"]


def test_a_table_whose_source_no_column_tells_is_asked_about_and_read_all_the_same():
    data = csv_of([["Blatt", "text"], *(row[:2] for row in ROWS)])
    question, *drafts = reader_for("a.csv").read("a.csv", data)
    assert isinstance(question, Unmapped)
    assert not question.refused
    assert question.fields == (("text", "text"),)
    assert [d.text for d in drafts] == [files.FIRST, files.SECOND]
    answered = list(reader_for("a.csv").drafts("a.csv", data, {"text": "text", "source": ""}))
    assert all(isinstance(d, Draft) for d in answered)
    assert not [x for x in reader_for("a.csv").read("a.csv", csv_of([["text"], [files.FIRST]])) if x == question]


def test_an_answer_stands_before_the_names_and_a_column_holds_one_field():
    assert fields_of(["text", "Lead", "by"], {"text": "Lead"}) == {"text": 1, "author": 2}
    assert fields_of(["text", "source"], {"source": ""}) == {"text": 0}
    assert fields_of(["text", "date"], {"title": "date"}) == {"text": 0, "title": 1}
    assert fields_of(["text", "source"], {"source": "gone"}) == {"text": 0, "source": 1}


def test_columns_of_one_name_or_none_can_be_told_apart():
    assert labels_of(["text", " text ", "", "text", "text (2)"]) == [
        "text", "text (2)", "column 3", "text (3)", "text (2) (2)",
    ]  # fmt: skip
    assert len(set(labels_of(["x"] * 1000))) == 1000
    data = csv_of([["note", "note"], ["short", files.FIRST]])
    (draft,) = reader_for("a.csv").drafts("a.csv", data, {"text": "note (2)"})
    assert draft.text == files.FIRST


def test_inner_keys_can_be_chosen():
    data = json.dumps([{"story": {"words": files.FIRST}, "paper": {"name": "Port Weekly"}}]).encode()
    (question,) = reader_for("a.json").read("a.json", data)
    assert "story.words" in question.columns
    (draft,) = reader_for("a.json").drafts("a.json", data, {"text": "story.words", "source": "paper"})
    assert (draft.text, draft.source) == (files.FIRST, "Port Weekly")


def test_a_title_above_the_header_of_a_sheet_is_passed_over():
    data = files.workbook([["Clippings of March"], [], ["Outlet", "Body"], ["Port Weekly", files.FIRST]])
    (draft,) = reader_for("a.xlsx").read("a.xlsx", data)
    assert (draft.source, draft.text, draft.row) == ("Port Weekly", files.FIRST, 4)
    (question,) = reader_for("a.xlsx").read("a.xlsx", files.workbook([["Clippings"], HEAD, *ROWS]))
    assert question.columns == tuple(HEAD)


def test_a_table_inside_an_archive_is_asked_about_with_its_own_bytes():
    (question,) = take_in([("a.zip", files.zipped({"b.csv": TABLES["a.csv"]}))]).problems
    assert (question.file, question.data) == ("a.zip/b.csv", TABLES["a.csv"])


def test_paths_take_the_columns_for_every_table_that_has_them(tmp_path):
    (tmp_path / "a.csv").write_bytes(TABLES["a.csv"])
    (tmp_path / "b.csv").write_bytes(csv_of([["source", "text"], ["City Herald", files.THIRD]]))
    intake = take_paths([tmp_path], {"text": "Meldung", "source": "Blatt"})
    assert {a.source for a in intake.articles} == {"Port Weekly", "Coast Radio", "City Herald"}
    assert not intake.problems
