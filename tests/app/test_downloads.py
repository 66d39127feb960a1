"""The downloads page: every table is listed with its rows, and each file is what its button says."""

import io
import json
import zipfile

import openpyxl
import pandas as pd

from components.analysis.bundle import read_zip
from components.analysis.data_dictionary import TABLES
from components.analysis.model import Article
from components.storage.workspace import Workspace
from components.ui import cache
from components.ui.cache import Loaded
from components.ui.getting_out import EVERY_FILE, OTHERS, file_name

TEXT = "The ferry pier closes on Monday for repairs, the harbour board said. Passengers use the east pier until June. "
PIER = [
    Article(id="a1", source="=City Herald", title="Pier closes", text=TEXT * 4, original=TEXT * 4),
    Article(id="a2", source="Coast Radio", title="Repairs", text=TEXT * 2 + "It rains.", original=""),
]


def shown(app):
    return "\n".join(h.value for h in app.html)


def loaded():
    return Loaded(cache.workspace().stories()[-1].id)


def test_the_title_counts_what_can_be_taken_away(open_at):
    app = open_at("downloads", PIER)
    tables = loaded().tables()
    rows = sum(len(frame) for name, frame in tables.items() if name != "data_dictionary")
    assert f"{len(tables)} tables, {rows:,} rows, from 2 articles" in shown(app)


def test_rows_of_sentences_are_told_from_the_sentences_that_are_measured(open_at):
    text = shown(open_at("downloads", PIER))
    frame, measured = loaded().tables()["sentences"], int(loaded().sources["n_sentences"].sum())
    assert measured == len(frame) - 1
    assert f"{measured} are measured. The other one is a heading or one of the lines of under 4 words." in text


def test_sizes_are_known_before_a_table_is_made_and_are_the_tables_own(open_at):
    open_at("downloads", PIER)
    found = loaded()
    assert found.sizes == {n: len(frame) for n, frame in found.tables().items() if n != "data_dictionary"}


def test_every_file_of_the_bundle_is_named_with_what_it_holds(open_at):
    app = open_at("downloads", PIER)
    found = loaded()
    with zipfile.ZipFile(io.BytesIO(found.bundle())) as archive:
        names = set(archive.namelist())
    assert names == {f"{name}.csv" for name in TABLES} | set(OTHERS) | {"report.html"}
    for name in ("Report", "Coverage matrix", "Story"):
        assert f"<span>{name}</span>" in shown(app)
    for name, n in found.sizes.items():
        assert f"{n:,} row" in shown(app)
        assert TABLES[name] in shown(app)


def test_there_is_a_button_for_every_file_and_nothing_is_made_before_it_is_pressed(open_at, monkeypatch):
    made = []
    for name in ("tables", "bundle", "workbook", "report"):
        monkeypatch.setattr(Loaded, name, lambda self, name=name: made.append(name) or {})
    app = open_at("downloads", PIER)
    labels = [b.label for b in app.get("download_button")]
    files = {f"{name}.{kind}" for name in TABLES for kind in ("csv", "xlsx")}
    whole = {"Download the report", "Download the workbook", "Download the bundle"}
    assert len(labels) == len(set(labels)), "each button says which file it gives"
    assert set(labels) == files | whole | {"settings.json", "methods.md"}
    assert not made


def test_the_report_and_the_workbook_are_of_this_story(open_at):
    open_at("downloads", PIER)
    found = loaded()
    page = found.report().decode()
    assert "<h1><bdi>Ferry timetable</bdi></h1>" in page
    assert "Coast Radio" in page
    book = openpyxl.load_workbook(io.BytesIO(found.workbook()))
    assert book.sheetnames == ["contents", *TABLES]
    assert [row[0].value for row in book["sources"].iter_rows(min_row=2)] == ["=City Herald", "Coast Radio"]


def test_the_bundle_opens_in_a_spreadsheet_and_brings_the_story_back(open_at):
    open_at("downloads", PIER)
    found = loaded()
    data = found.bundle()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sources = archive.read("sources.csv")
        story = json.loads(archive.read("story.json"))
    assert sources.startswith("\ufeffsource,".encode())
    assert list(pd.read_csv(io.BytesIO(sources), encoding="utf-8-sig")["source"]) == ["'=City Herald", "Coast Radio"]
    assert read_zip(data) == found.story
    assert story["claims_proposed"] is True


def test_the_dictionary_is_read_file_by_file_when_one_is_chosen(open_at):
    app = open_at("downloads", PIER)
    assert not app.dataframe
    app.selectbox(key="dwn_file").select("claims.csv").run()
    part = app.dataframe[-1].value
    assert set(part["file"]) == {"claims.csv"}
    app.selectbox(key="dwn_file").select(EVERY_FILE).run()
    assert len(app.dataframe[-1].value) > len(part) > 0


def test_a_story_without_articles_leads_to_adding_them(open_at):
    app = open_at("downloads", [])
    assert "No articles yet" in shown(app)
    assert not app.get("download_button")


def test_a_title_makes_a_safe_file_name():
    assert file_name("Ferry: ../../etc/passwd <b>") == "ferry-etc-passwd-b"
    assert file_name("…") == "story"
    assert len(file_name("long title " * 40)) <= 60


def write_note(app, text):
    field = next(a for a in app.text_area if (a.key or "").startswith("dwn_note"))
    field.set_value(text)
    next(b for b in app.button if b.label == "Keep the note").click()
    app.run()
    assert not app.exception


def kept_note(app):
    return next(a.value for a in app.text_area if (a.key or "").startswith("dwn_note"))


def test_a_note_is_kept_with_the_story_and_stands_in_report_and_bundle(open_at):
    app = open_at("downloads", PIER)
    assert "Note by" not in loaded().report().decode()
    app.session_state["app_coder"] = "Ada"
    write_note(app, "  The board <b>spoke</b> late.\r\n\r\nRead both.  \n")
    assert kept_note(app) == "The board <b>spoke</b> late.\n\nRead both."
    assert "marked as by Ada" in shown(app)
    report = loaded().report().decode()
    assert "Note by <bdi>Ada</bdi>" in report
    assert "<p><bdi>The board &lt;b&gt;spoke&lt;/b&gt; late.</bdi></p>\n<p><bdi>Read both.</bdi></p>" in report
    with zipfile.ZipFile(io.BytesIO(loaded().bundle())) as archive:
        assert "Note by <bdi>Ada</bdi>" in archive.read("report.html").decode()
        told = json.loads(archive.read("story.json"))
    assert (told["note"], told["note_by"]) == ("The board <b>spoke</b> late.\n\nRead both.", "Ada")
    assert read_zip(loaded().bundle()).note == told["note"]
    again = Workspace(str(cache.workspace().url))
    assert again.stories()[-1].id == loaded().story.id
    assert again.story(loaded().story.id).note == told["note"]
    again.close()


def test_a_note_without_a_name_is_the_analysts_and_can_be_deleted_and_brought_back(open_at):
    app = open_at("downloads", PIER)
    assert not any(b.label == "Delete the note" for b in app.button)
    write_note(app, "Mine.")
    assert loaded().story.note_by == ""
    assert "Note by the analyst" in loaded().report().decode()
    next(b for b in app.button if b.label == "Delete the note").click()
    app.run()
    assert kept_note(app) == ""
    assert "Note by" not in loaded().report().decode()
    app.button(key="dwn_note_undo").click().run()
    assert kept_note(app) == "Mine."
    assert "Note by the analyst" in loaded().report().decode()
