"""The downloads page: every table is listed with its rows, and each file is what its button says."""

import io
import json
import zipfile

import pandas as pd

from components.analysis.bundle import read_zip
from components.analysis.model import Article
from components.ui import cache
from components.ui.cache import Loaded
from components.ui.getting_out import EVERY_FILE, MEANINGS, OTHERS, file_name

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
    rows = sum(len(frame) for frame in tables.values())
    assert f"{len(tables)} tables, {rows:,} rows, from 2 articles" in shown(app)


def test_every_file_of_the_bundle_is_named_with_what_it_holds(open_at):
    app = open_at("downloads", PIER)
    found = loaded()
    with zipfile.ZipFile(io.BytesIO(found.bundle())) as archive:
        names = set(archive.namelist())
    assert names == {f"{name}.csv" for name in MEANINGS} | set(OTHERS)
    for name in names:
        assert f"<span>{name}</span>" in shown(app)
    for name, frame in found.tables().items():
        assert f"{len(frame):,} row" in shown(app)
        assert MEANINGS[name] in shown(app)


def test_there_is_a_button_for_every_table_and_none_computes_before_it_is_pressed(open_at, monkeypatch):
    from components.ui import getting_out

    made = []
    monkeypatch.setattr(getting_out, "csv_bytes", lambda *a, **k: made.append(a) or b"")
    app = open_at("downloads", PIER)
    labels = {b.label for b in app.get("download_button")}
    assert {f"Download {name}.csv" for name in MEANINGS} <= labels
    assert {"Download settings.json", "Download methods.md", "Download everything as a ZIP"} <= labels
    assert not made


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


def test_the_dictionary_can_be_read_file_by_file(open_at):
    app = open_at("downloads", PIER)
    whole = app.dataframe[-1].value
    assert app.selectbox(key="dwn_file").value == EVERY_FILE
    app.selectbox(key="dwn_file").select("claims.csv").run()
    part = app.dataframe[-1].value
    assert set(part["file"]) == {"claims.csv"}
    assert 0 < len(part) < len(whole)


def test_a_story_without_articles_leads_to_adding_them(open_at):
    app = open_at("downloads", [])
    assert "No articles yet" in shown(app)
    assert not app.get("download_button")


def test_a_title_makes_a_safe_file_name():
    assert file_name("Ferry: ../../etc/passwd <b>") == "ferry-etc-passwd-b"
    assert file_name("…") == "story"
    assert len(file_name("long title " * 40)) <= 60
