"""The articles page: adding, what was cut away, correcting, removing, and the stories themselves."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis.model import Article, Claim, Cut, Decision, measured_text
from components.ui import cache, state
from components.ui.article_detail import ALL, ORIGINAL
from components.ui.article_list import FAR_DAYS
from components.ui.metadata_table import corrections_of, frame_of, noted_fields_of, written

HOSTILE = '<img src="http://evil.example/x.png" onerror="alert(1)"> ![x](http://evil.example/y.png) :material/home:'
PIER = "The ferry pier closes on Monday for repairs that will take three months, the harbour board said.\n" * 3
BRIDGE = "The harbour board opens the new bridge on Friday at a cost of 12 million pounds, two weeks early.\n" * 3


def long(what):
    """A text of over 150 words that repeats no paragraph."""
    return "\n".join(
        f"The {what} closes on day {n} for repairs that will take {n + 2} months, the board said." for n in range(12)
    )


MENU, SHARE = "Home | Sport | Weather", "Share this with your friends"
CUT = f"{MENU}\n\n{PIER}\n\n{SHARE}"


def article(number, source="", **fields):
    """An article with a menu above and a share row below, both cut."""
    cuts = (
        Cut(start=0, end=len(MENU), reason="navigation"),
        Cut(start=CUT.index(SHARE), end=len(CUT), reason="share row"),
    )
    given = {"source": source or f"Paper {number}", "title": f"Pier closes, {number}", "date": "2026-03-05"}
    return Article(id=f"a{number}", original=CUT, text=measured_text(CUT, cuts), cuts=cuts, **(given | fields))


def uncut(number, text, **fields):
    """An article of which nothing was cut."""
    given = {"source": f"Paper {number}", "title": f"News, {number}", "date": "2026-03-05"}
    return Article(id=f"a{number}", original=text, text=text, **(given | fields))


def story():
    """The story that was made last, as it is stored."""
    return cache.workspace().story(cache.workspace().stories()[-1].id)


def shown(app):
    """All HTML on the page."""
    return "\n".join(h.value for h in app.html)


def plain(text):
    """A label as a reader sees it."""
    return text.replace("\\", "").replace("\u2060", "")


def labels(app):
    return [plain(b.label) for b in app.button]


def press(app, label):
    """Press the button with that label (its start)."""
    next(b for b in app.button if plain(b.label).startswith(label)).click()
    return app.run()


def field(app, kind, name):
    """The input whose key begins with the name."""
    return next(w for w in getattr(app, kind) if (w.key or "").startswith(name))


def articles_table(app):
    return next(d.value for d in app.dataframe if "n_cut" in d.value.columns)


def upload(app, *files):
    """Hand files in; they are read when this returns."""
    for name, data in files:
        field(app, "file_uploader", "art_files").upload(name, data)
    app.run()
    assert is_read(app)
    return app


def is_read(app):
    for _ in range(100):
        if not any(plain(b.label) == "Stop reading" for b in app.button):
            return True
        time.sleep(0.2)
        app.run()
    return False


def add(app, *files):
    """Hand files in and add what came of them."""
    return press(upload(app, *files), "Add ")


# What the page says


def test_the_title_tells_what_wants_a_look(open_at):
    app = open_at("articles", [uncut(1, long("pier")), uncut(2, long("bridge"), title="")])
    assert "Both articles are measured; one has no headline" in shown(app)
    assert list(articles_table(app)["note"]) == ["", "no headline in the file"]
    cache.workspace().remove_article(story().id, "a2")
    assert "The one article is measured<" in shown(app.run())


def test_dates_copies_and_short_texts_are_noted(open_at):
    far = uncut(3, BRIDGE, date="2027-03-05")
    short = uncut(4, "The pier closes on Monday.", date="", language="fr")
    app = open_at("articles", [article(1), article(2), far, short])
    notes = list(articles_table(app)["note"])
    assert FAR_DAYS < 365
    short, again = "under 100 words: no grade, no hype level", "repeated paragraphs (67%)"
    assert notes[1] == f"near-duplicate of Paper 1; {short}; {again}"
    assert notes[2].startswith("dated 12 months after the others")
    assert notes[3] == "no date; under 100 words: no grade, no hype level; not English (fr)"


def test_a_story_without_articles_shows_how_to_begin(open_at):
    app = open_at("articles", [])
    assert "Drop in the articles you want to compare" in shown(app)
    press(app, "Open the example story")
    assert state.STORY in app.session_state
    assert app.session_state[state.STORY] == "Alexandr Wang joins Meta"


# Adding


def test_files_are_taken_in_a_broken_one_is_named_and_all_is_still_there_later(open_at):
    app = open_at("articles", [])
    upload(
        app,
        ("Harbour Times_2026-03-02_pier-closes.txt", PIER.encode()),
        ("picture.xyz", b"\x89PNG"),
        ("Coast Radio.txt", BRIDGE.encode()),
    )
    assert not app.exception
    assert "Two new articles, one refused" in shown(app)
    assert not story().articles
    press(app, "Add two articles")
    assert "Two articles added: Harbour Times (“pier closes”) and Coast Radio." in shown(app)
    assert "One refused" in shown(app)
    assert "picture.xyz" in shown(app)
    assert ".xyz files are not read" in shown(app)
    assert [a.source for a in story().articles] == ["Harbour Times", "Coast Radio"]
    app.run()
    assert "picture.xyz" in shown(app)  # until it is closed
    assert [a.source for a in story().articles] == ["Harbour Times", "Coast Radio"]
    press(app, "Close")
    assert "picture.xyz" not in shown(app)

    later = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=90)
    later.query_params["story"] = ["Ferry timetable"]
    later.run().switch_page("pages/articles.py").run()
    assert list(articles_table(later)["source"]) == ["Harbour Times", "Coast Radio"]


def test_the_same_file_again_changes_nothing_and_says_so(open_at):
    app = open_at("articles", [])
    add(app, ("Coast Radio.txt", BRIDGE.encode()))
    before = story()
    upload(app, ("Coast Radio.txt", BRIDGE.encode()))
    assert "One already in the story" in shown(app)
    assert not any(label.startswith("Add ") and "article" in label for label in labels(app))
    press(app, "Close")
    assert story() == before
    add(app, ("Coast Radio.txt", BRIDGE.encode()), ("Port Weekly.txt", PIER.encode()))
    assert "One already in the story, nothing changed." in shown(app)
    assert [a.source for a in story().articles] == ["Coast Radio", "Port Weekly"]


def test_claims_are_proposed_again_while_they_are_parallaxs_alone(open_at):
    app = open_at("articles", [uncut(1, PIER)])
    before = {c.text for c in story().claims}
    add(app, ("Coast Radio.txt", BRIDGE.encode()))
    assert "The list was proposed again from all articles" in shown(app)
    for page in ("compare", "claims"):
        assert "proposed again from all articles" in shown(app.switch_page(f"pages/{page}.py").run())
    app.button(key="clm_changed_close").click().run()
    assert "proposed again" not in shown(app)
    app.switch_page("pages/articles.py").run()
    assert any("bridge" in c.text for c in story().claims)
    assert not any("bridge" in text for text in before)
    press(app, "Undo: adding 1 article")
    assert {c.text for c in story().claims} == before
    assert len(story().articles) == 1


@pytest.mark.parametrize(
    "touch",
    [
        lambda opened, story: opened.decide(
            story.id, Decision(claim_id=story.claims[0].id, article_id="a1", verdict="partly", coder="Ada")
        ),
        lambda opened, story: opened.add_claim(story.id, "The pier is old."),
        lambda opened, story: opened.edit_claim(story.id, story.claims[0].id, text="The pier closes."),
        lambda opened, story: opened.remove_claim(story.id, story.claims[0].id),
    ],
    ids=["decided", "added", "reworded", "removed"],
)
def test_a_list_that_a_person_touched_is_kept(open_at, touch):
    app = open_at("articles", [uncut(1, PIER)])
    touch(cache.workspace(), story())
    kept = story().claims
    add(app.run(), ("Coast Radio.txt", BRIDGE.encode()))
    assert story().claims == kept
    assert "The list is yours and stays as it is: “Propose again”" in shown(app)
    assert "the list is yours and stays as it is" in shown(app.switch_page("pages/claims.py").run())


def test_removing_an_article_says_what_it_means_for_the_claims(open_at):
    app = open_at("articles", [uncut(1, PIER), uncut(2, BRIDGE)])
    before = story().claims
    press(app, "Remove this article")
    assert story().claims == before
    stated = {v.claim_id for v in story().verdicts if v.verdict == "stated"}
    assert len(before) - len(stated) == 1
    app.switch_page("pages/compare.py").run()
    assert "the list stays as it is, with one claim that only the removed article states" in shown(app)
    app.switch_page("pages/articles.py").run()
    press(app, "Undo: removing")
    assert "the list stays as it is" not in shown(app.switch_page("pages/compare.py").run())


@pytest.mark.parametrize(("source", "told"), [("Career blog (unnamed)", True), ("Herald", False)])
def test_a_source_that_says_it_has_no_name_is_told_how_to_get_one(open_at, source, told):
    app = open_at("articles", [article(1, source)])
    assert (f"“{source}” says what it is." in shown(app)) is told


def test_pasting_keeps_what_was_typed_until_it_is_right(open_at):
    app = open_at("articles", [])
    press(app, "Look it over")
    assert "There is no text yet" in plain(app.error[0].value)
    field(app, "text_area", "art_paste_text").set_value(PIER)
    field(app, "text_input", "art_paste_source").set_value("City Herald")
    field(app, "text_input", "art_paste_date").set_value("soon")
    press(app, "Look it over")
    assert "“soon” is not a date" in plain(app.error[0].value)
    assert field(app, "text_area", "art_paste_text").value == PIER
    field(app, "text_input", "art_paste_date").set_value("2026-03-05")
    field(app, "text_input", "art_paste_url").set_value("javascript:alert(1)")
    press(app, "Look it over")
    assert "not one of the web" in plain(app.error[0].value)
    assert not story().articles
    field(app, "text_input", "art_paste_url").set_value("https://example.org/pier")
    press(app, "Look it over")
    assert not story().articles
    assert "One new article" in shown(app)
    press(app, "Add none of them")
    assert not story().articles
    assert field(app, "text_area", "art_paste_text").value == PIER
    press(app, "Look it over")
    press(app, "Add one article")
    (made,) = story().articles
    assert (made.source, made.date, made.url) == ("City Herald", "2026-03-05", "https://example.org/pier")
    assert made.original == PIER.strip()
    assert field(app, "text_area", "art_paste_text").value == ""


# One article


def test_metadata_are_corrected_in_one_step(open_at):
    app = open_at("articles", [article(1), article(2)])
    colour = dict(story().colours)["Paper 1"]
    field(app, "text_input", "art_source").set_value("The Herald")
    field(app, "text_input", "art_short").set_value("Herald")
    field(app, "text_input", "art_title").set_value("Pier to close")
    field(app, "text_area", "art_note").set_value("read twice")
    press(app, "Save the corrections")
    made = story()
    first = made.articles[0]
    assert (first.source, first.title, first.note) == ("The Herald", "Pier to close", "read twice")
    assert dict(made.short_names) == {"The Herald": "Herald"}
    assert dict(made.colours)["The Herald"] == colour
    assert articles_table(app)["source"][0] == "Herald"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("art_date", "5 March", "is not a date"),
        ("art_source", "  ", "cannot be empty"),
        ("art_url", "javascript:alert(1)", "not one of the web"),
        ("art_short", "x" * 41, "at most 40 characters"),
    ],
)
def test_a_correction_that_cannot_be_is_said_and_stays_typed(open_at, name, typed, said):
    app = open_at("articles", [article(1), article(2)])
    before = story()
    field(app, "text_input", "art_title").set_value("Pier to close")
    field(app, "text_input", name).set_value(typed)
    press(app, "Save the corrections")
    assert said in plain(app.error[0].value)
    assert story() == before
    assert field(app, "text_input", name).value == typed
    assert field(app, "text_input", "art_title").value == "Pier to close"


def test_an_address_that_came_with_the_article_does_not_block_other_corrections(open_at):
    app = open_at("articles", [article(1, url="example.org/pier"), article(2)])
    field(app, "text_input", "art_title").set_value("Pier to close")
    press(app, "Save the corrections")
    assert story().articles[0].title == "Pier to close"


def test_putting_a_block_back_changes_the_words_and_undo_takes_it_back(open_at):
    app = open_at("articles", [article(1), article(2)])
    before = story().articles[0].text
    words = articles_table(app)["n_words"][0]
    press(app, "Put back")
    assert story().articles[0].text.startswith(MENU)
    assert articles_table(app)["n_cut"][0] == len(SHARE.split())
    press(app, "Put back")
    assert articles_table(app)["n_words"][0] > words
    assert labels(app).count("Cut again") == 2
    press(app, "Undo: putting a cut block back")
    press(app, "Cut again")
    assert story().articles[0].text == before
    assert articles_table(app)["n_words"][0] == words


def test_the_selected_article_is_the_one_below(open_at):
    app = open_at("articles", [article(1), uncut(2, PIER)])
    assert "Paper 1: 8 words cut away in 2 blocks" in shown(app)
    app.session_state[state.ARTICLES_TABLE] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    app.run()
    assert "Paper 2: nothing was cut away" in shown(app)
    assert field(app, "text_input", "art_source").value == "Paper 2"
    assert not app.text
    app.session_state[ORIGINAL] = True
    app.run()
    assert [t.value for t in app.text] == [PIER.strip()]


def test_removing_an_article_can_be_undone(open_at):
    app = open_at("articles", [article(1), article(2)])
    press(app, "Remove this article")
    assert [a.id for a in story().articles] == ["a2"]
    press(app, "Undo: removing “Pier closes, 1”")
    assert [a.id for a in story().articles] == ["a1", "a2"]


def test_what_is_gone_meanwhile_is_said(open_at):
    app = open_at("articles", [article(1), article(2)])
    cache.workspace().remove_article(story().id, "a1")
    press(app, "Remove this article")
    assert not app.exception
    assert "or it was removed" in plain(app.toast[0].value)
    assert [a.id for a in story().articles] == ["a2"]


def test_the_last_article_removed_leaves_the_first_screen_and_the_way_back(open_at):
    app = open_at("articles", [article(1)])
    press(app, "Remove this article")
    assert "Drop in the articles" in shown(app)
    press(app, "Undo: removing")
    assert len(story().articles) == 1


def test_all_articles_stand_in_one_table_to_correct(open_at):
    app = open_at("articles", [article(1, note="read"), article(2, date="", author="Dana Ruiz")])
    assert not any("url" in d.value.columns for d in app.dataframe)
    app.session_state[ALL] = True
    app.run()
    shown_table = next(d.value for d in app.dataframe if "url" in d.value.columns)
    assert list(shown_table["source"]) == ["Paper 1", "Paper 2"]
    assert [written(day) for day in shown_table["date"]] == ["2026-03-05", ""]
    press(app, "Save the table")
    assert any(c.value == "Nothing was changed." for c in app.caption)


def test_what_was_written_into_the_table_is_what_changes():
    articles = [article(1, note="read\n twice"), article(2, date="", author="Dana Ruiz"), article(3)]
    frame = frame_of(noted_fields_of(a) for a in articles)
    assert corrections_of(articles, frame) == {}
    frame.loc[0, "source"] = "The Herald"
    frame.loc[1, "author"] = None
    frame.loc[1, "date"] = "2026-03-07"
    assert corrections_of(articles, frame) == {
        "a1": {"source": "The Herald"},
        "a2": {"author": "", "date": "2026-03-07"},
    }
    frame.loc[2, "url"] = "javascript:alert(1)"
    with pytest.raises(ValueError, match="Paper 3: The address is not one of the web"):
        corrections_of(articles, frame)


def test_what_a_text_shows_of_itself_stays_beside_it(open_at):
    walled = uncut(1, PIER.replace("\n", " ") * 3 + "\n\nSubscribe to continue reading.")
    twice = uncut(2, (BRIDGE.splitlines()[0] + "\n") * 9)
    german = uncut(3, "Das Hafenamt teilte am Montag mit, dass der neue Pier im Herbst eröffnet wird. " * 12)
    app = open_at("articles", [walled, twice, german])
    notes = list(articles_table(app)["note"])
    assert notes[0] == "subscriber notice"
    assert notes[1].startswith("repeated paragraphs")
    assert "probably not English" in notes[2]


# Stories


def test_a_new_story_is_picked_and_a_blank_title_is_refused(open_at):
    app = open_at("articles")
    press(app, "Make the story")
    assert app.error[0].value == "A story needs a title\\."
    field(app, "text_input", "sto_new").set_value("Storm on the coast")
    press(app, "Make the story")
    assert app.session_state[state.STORY] == "Storm on the coast"
    assert "Storm on the coast" in shown(app)
    assert field(app, "text_input", "sto_new").value == ""


def test_renaming_keeps_the_story_picked(open_at):
    app = open_at("articles", [article(1)])
    field(app, "text_input", "sto_rename").set_value("Alexandr Wang joins Meta")
    press(app, "Rename the story")
    assert story().title == "Alexandr Wang joins Meta (2)"
    assert app.session_state[state.STORY] == "Alexandr Wang joins Meta (2)"
    assert list(articles_table(app)["source"]) == ["Paper 1"]


def test_deleting_names_what_goes_and_can_be_undone(open_at):
    app = open_at("articles", [article(1), article(2)])
    opened, made = cache.workspace(), story()
    (claim, _) = opened.set_claims(made.id, [Claim(id="", text="The pier closes."), Claim(id="", text="It rains.")])
    opened.decide(made.id, Decision(claim_id=claim.id, article_id="a1", verdict="stated", coder="Ada"))
    press(app, "Delete this story")
    assert "Delete “Ferry timetable” with 2 articles, 2 claims and 1 verdict?" in shown(app)
    press(app, "Keep it")
    assert "Delete “Ferry" not in shown(app)
    assert len(opened.stories()) == 2
    press(app, "Delete this story")
    press(app, "Delete the story")
    assert [i.title for i in opened.stories()] == ["Alexandr Wang joins Meta"]
    assert app.session_state[state.STORY] == "Alexandr Wang joins Meta"
    press(app, "Undo: deleting “Ferry timetable”")
    assert app.session_state[state.STORY] == "Ferry timetable"
    assert story().decisions[0].coder == "Ada"
    assert not any(label.startswith("Undo: deleting") for label in labels(app))


def test_no_empty_story_is_left_when_the_only_one_comes_back(open_at):
    app = open_at("articles")
    press(app, "Delete this story")
    press(app, "Delete the story")
    assert [i.title for i in cache.workspace().stories()] == ["Untitled story"]
    press(app, "Undo: deleting “Alexandr Wang joins Meta”")
    assert [i.title for i in cache.workspace().stories()] == ["Alexandr Wang joins Meta"]
    assert len(story().articles) == 4


def test_the_example_comes_back_after_it_was_deleted(open_at):
    app = open_at("articles")
    press(app, "Delete this story")
    press(app, "Delete the story")
    assert "Drop in the articles" in shown(app)
    press(app, "Open the example story")
    assert app.session_state[state.STORY] == "Alexandr Wang joins Meta"
    assert len(story().articles) == 4
    assert dict(story().short_names)
    assert not any(label.startswith("Undo: ") and "deleting" not in label for label in labels(app))


def test_a_bundle_brings_the_story_back(open_at):
    from components.ui.cache import Loaded

    app = open_at("articles", [article(1, note="n"), article(2)])
    opened, made = cache.workspace(), story()
    opened.put_back(made.id, "a1", 0)
    opened.set_short_name(made.id, "Paper 2", "P2")
    opened.set_claims(made.id, [Claim(id="", text="The pier closes.")])
    made = story()
    data = Loaded(made.id).bundle()
    opened.delete_story(made.id)
    field(app.run(), "file_uploader", "sto_bundle").upload("pier.zip", data)
    app.run()
    assert not app.exception
    loaded = story()
    assert app.session_state[state.STORY] == "Ferry timetable"
    assert loaded.id != made.id
    assert (loaded.articles, loaded.claims, loaded.colours, loaded.short_names) == (
        made.articles,
        made.claims,
        made.colours,
        made.short_names,
    )
    app.run()
    assert len(opened.stories()) == 2  # once


def test_what_is_no_bundle_is_refused_by_name(open_at):
    app = open_at("articles", [article(1)])
    field(app, "file_uploader", "sto_bundle").upload("holiday.zip", b"PK no zip")
    app.run()
    assert plain(app.error[0].value).startswith("holiday.zip: This is not a ZIP that can be read")
    assert len(cache.workspace().stories()) == 2


# Hostile names and texts


def test_hostile_text_is_shown_as_text(open_at):
    title = HOSTILE
    app = open_at("articles", [article(1, source=HOSTILE, title=title, note=HOSTILE, url=HOSTILE, author=HOSTILE)])
    upload(app, (f"{HOSTILE.replace('/', '_')}.xyz", b"x"), ("b.txt", (HOSTILE + " " + PIER).encode()))
    assert "<img" not in shown(app)
    press(app, "Add one article")
    press(app, "Delete this story")
    assert not app.exception
    assert "<img" not in shown(app)
    assert "onerror=&quot;" in shown(app)
    for element in [*app.warning, *app.error, *app.markdown, *app.caption, *app.toast]:
        assert "![x](" not in element.value
        assert "<img" not in element.value
    for button in app.button:
        assert "![x](" not in button.label
        assert ":material/home:" not in button.label
