"""The word lists of a story, changed on the pages of tone and hype, undone, and refused with a sentence."""

import io
import json
import zipfile

import pytest

from components.analysis.bundle import STORY_FILE
from components.analysis.model import Article
from components.ui import cache
from components.ui.stories import load_bundle

TEXT = (
    "The visionary council met in a gleamish hall on Tuesday and praised the intelligence of the plan. "
    "The ferry will run every twenty minutes from the first of March, the same as before the winter. "
)
ARTICLES = [Article(id=f"a{n}", source=f"Source {n}", text=TEXT * 6, original=TEXT * 6) for n in (1, 2)]


def settings():
    (info,) = (i for i in cache.workspace().stories() if i.title == "Ferry timetable")
    return cache.workspace().story(info.id).settings


def widget(kind, label):
    (found,) = (w for w in kind if w.label == label)
    return found


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_mask_is_switched_off_and_undone(open_at):
    app = open_at("tone", ARTICLES)
    assert "settings of your own" not in html(app)
    widget(app.toggle, "Mask neutral terms").set_value(False).run()
    assert settings().mask is False
    assert "Neutral terms are not masked." in html(app)
    (undo,) = (b for b in app.button if b.key == "art_undo")
    assert "settings" in undo.label
    undo.click().run()
    assert settings().mask is True
    assert widget(app.toggle, "Mask neutral terms").value is True
    assert not app.exception


def test_neutral_terms_are_added_and_taken_from_the_list(open_at):
    app = open_at("tone", ARTICLES)
    widget(app.multiselect, "Masked as well").set_value(["praised"]).run()
    assert settings().neutral == ("praised",)
    widget(app.multiselect, "Left unmasked").set_value(["intelligence"]).run()
    assert settings().not_neutral == ("intelligence",)
    widget(app.multiselect, "Masked as well").set_value([]).run()
    assert (settings().neutral, settings().not_neutral) == ((), ("intelligence",))
    assert not app.exception


def test_a_term_that_changes_nothing_is_refused(open_at):
    app = open_at("tone", ARTICLES)
    widget(app.multiselect, "Masked as well").set_value(["table"]).run()
    assert "VADER has no value for" in app.error[0].value
    assert settings().neutral == ()
    assert widget(app.multiselect, "Masked as well").value == []


def test_an_entry_is_added_and_removed(open_at):
    app = open_at("hype", ARTICLES)
    widget(app.text_input, "Word or phrase").set_value("Gleamish")
    widget(app.selectbox, "Category").set_value("quality")
    widget(app.selectbox, "Strength").set_value("hyperbolic")
    widget(app.button, "Add").click().run()
    assert settings().added == (("gleamish", "quality", "hyperbolic"),)
    assert "Added entries: gleamish (quality, hyperbolic)." in html(app)
    assert "gleamish" in set(app.dataframe[0].value["words"])
    widget(app.multiselect, "Added").set_value([]).run()
    assert settings().added == ()
    assert not app.exception


def test_an_entry_that_is_refused_stays_as_typed(open_at):
    app = open_at("hype", ARTICLES)
    widget(app.text_input, "Word or phrase").set_value("(gleam)")
    widget(app.button, "Add").click().run()
    assert "cannot be found in a text" in app.error[0].value
    assert widget(app.text_input, "Word or phrase").value == "(gleam)"
    assert settings().added == ()


def test_an_entry_is_muted_and_counts_again(open_at):
    app = open_at("hype", ARTICLES)
    assert "visionary" in widget(app.multiselect, "Muted").options
    widget(app.multiselect, "Muted").set_value(["visionary"]).run()
    assert settings().muted == ("visionary",)
    table = app.dataframe[0].value
    assert set(table.loc[table["words"] == "visionary", "reason"]) == {"muted by the analyst"}
    widget(app.multiselect, "Muted").set_value([]).run()
    assert settings().muted == ()


def test_the_lists_travel_in_the_bundle_and_broken_ones_are_refused(open_at):
    app = open_at("hype", ARTICLES)
    widget(app.multiselect, "Muted").set_value(["visionary"]).run()
    (info,) = (i for i in cache.workspace().stories() if i.title == "Ferry timetable")
    exported = cache.workspace().export_story(info.id)
    title = load_bundle("again.zip", zipped(exported))
    (again,) = (i for i in cache.workspace().stories() if i.title == title)
    assert cache.workspace().story(again.id).settings == settings()
    exported["settings"]["added"] = [["gleam", "colour", "loud"]]
    n = len(cache.workspace().stories())
    with pytest.raises(ValueError, match="added lexicon entry cannot be used"):
        load_bundle("broken.zip", zipped(exported))
    assert len(cache.workspace().stories()) == n


def zipped(exported):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(STORY_FILE, json.dumps(exported))
    return out.getvalue()
