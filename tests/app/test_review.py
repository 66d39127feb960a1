"""The step between reading files and adding their articles: questions, corrections, the summary and the way back."""

import made_files as files
import pytest
from test_articles import BRIDGE, PIER, add, field, labels, plain, press, shown, story, upload

from components.ingest.desk import Desk
from components.ui import cache, review, state
from components.ui.metadata_table import checked_fields, frame_of, written

CLIPPINGS = f'Blatt,Meldung,Tag\nPort Weekly,"{files.FIRST}",03/04/2026\nCoast Radio,"{files.SECOND}",05/04/2026\n'


def table(app):
    return next(d.value for d in app.dataframe if "warnings" in d.value.columns and "add" in d.value.columns)


@pytest.fixture
def desk(monkeypatch):
    """The desk of the session under test."""
    made = Desk()
    monkeypatch.setattr(cache, "Desk", lambda: made)
    return made


def write(app, desk, source, name, value):
    """Write into the row of a source, as the table's callback does."""
    row = next(r for r in desk.intake().received if r.article.source == source)
    desk.correct(row.article.id, name, value)
    return app.run()


def test_a_table_of_unknown_columns_is_asked_about_and_nothing_else_is_lost(open_at):
    app = open_at("articles", [])
    upload(app, ("clippings.csv", CLIPPINGS.encode()), ("b.txt", PIER.encode()), ("c.pdf", b"%PDF-1.7"))
    assert "One new article, one refused, one table asks a question" in shown(app)
    assert "clippings.csv: which column holds what?" in shown(app)
    assert "Port Weekly" in shown(app)  # a sample
    assert field(app, "selectbox", "rev_column_text").value == "Meldung"  # the longest
    assert "(none)" not in field(app, "selectbox", "rev_column_text").options
    assert next(b for b in app.button if b.label == "Add one article").disabled  # the table would be lost
    field(app, "selectbox", "rev_column_source").set_value("Blatt")
    field(app, "selectbox", "rev_column_date").set_value("Tag")
    press(app, "Read it with these columns")
    assert list(table(app)["source"]) == ["b", "Port Weekly", "Coast Radio"]
    press(app, "Add three articles")
    assert [a.source for a in story().articles] == ["b", "Port Weekly", "Coast Radio"]


def test_a_source_that_nothing_names_is_asked_for(open_at):
    app = open_at("articles", [])
    upload(app, ("b.txt", PIER.encode()))
    assert "has no name yet" in shown(app)
    press(app, "Add none of them")
    field(app, "text_area", "art_paste_text").set_value(PIER)
    press(app, "Look it over")
    assert "has no name yet" in shown(app)
    assert table(app)["source"].iloc[0].startswith("Pasted: ")
    press(app, "Add none of them")
    field(app, "text_input", "art_paste_source").set_value("City Herald")
    press(app, "Look it over")
    assert "has no name yet" not in shown(app)


def test_a_table_that_asks_is_not_nothing_to_add(open_at):
    app = open_at("articles", [])
    upload(app, ("prices.csv", b"when,price\n2026-03-01,4\n"), ("c.txt", b""))
    assert "Say which columns hold what" in shown(app)
    assert "There is nothing to add" not in shown(app)


def test_a_headline_is_whole_in_what_was_added(open_at):
    app = open_at("articles", [])
    title = "The council of Port Aberlow looks once more at its plans for a pier beyond the lighthouse"
    field(app, "text_area", "art_paste_text").set_value(PIER)
    field(app, "text_input", "art_paste_title").set_value(title)
    press(app, "Look it over")
    press(app, "Add one article")
    assert f"“{title}”" in shown(app)


def test_a_column_with_a_name_of_its_own_is_not_offered_as_the_text(open_at):
    app = open_at("articles", [])
    upload(app, ("prices.csv", b"date,price\n2026-03-01,4\n"))
    assert field(app, "selectbox", "rev_column_date").value == "date"
    assert field(app, "selectbox", "rev_column_text").value == "price"


def test_a_table_can_be_left_out(open_at):
    app = open_at("articles", [])
    upload(app, ("clippings.csv", CLIPPINGS.encode()))
    press(app, "Leave it out")
    assert "One refused" in shown(app)
    press(app, "Close")
    assert "Drop in the articles" in shown(app)


@pytest.mark.parametrize(
    ("first", "dates"),
    [("The day", ["2026-04-03", "2026-04-05"]), ("The month", ["2026-03-04", "2026-05-04"]), (None, ["", ""])],
)
def test_dates_of_two_readings_are_asked_about_and_stay_empty_unless_told(open_at, first, dates):
    app = open_at("articles", [])
    upload(
        app, ("a.csv", CLIPPINGS.replace("Meldung", "text").replace("Blatt", "source").replace("Tag", "date").encode())
    )
    assert "Two dates in a.csv can be read in two ways: " in shown(app)
    assert list(table(app)["warnings"]) == ["date has two readings"] * 2
    if first:
        next(g for g in app.button_group if g.key.startswith("rev_days")).set_value(first)
        app.run()
        assert list(table(app)["warnings"]) == ["", ""]
    press(app, "Add two articles")
    assert [a.date for a in story().articles] == dates


def test_what_is_corrected_before_adding_is_what_is_added(open_at, desk):
    app = open_at("articles", [])
    upload(app, ("a.txt", PIER.encode()), ("b.txt", BRIDGE.encode()), ("c.txt", files.FIRST.encode()))
    id_before = desk.intake().articles[0].id
    write(app, desk, "a", "source", "Port Weekly")
    write(app, desk, "a", "date", "2026-03-05")
    write(app, desk, "c", "add", "no")
    assert list(table(app)["source"]) == ["Port Weekly", "b", "c"]
    press(app, "Add two articles")
    first, second = story().articles
    assert (first.source, first.date, first.id) == ("Port Weekly", "2026-03-05", id_before)
    assert second.source == "b"


def test_a_correction_that_cannot_be_is_said_and_nothing_is_lost(open_at, desk):
    app = open_at("articles", [])
    upload(app, ("a.txt", PIER.encode()), ("b.txt", BRIDGE.encode()))
    write(app, desk, "a", "url", "javascript:alert(1)")
    press(app, "Add two articles")
    assert "not one of the web" in plain(app.error[0].value)
    assert not story().articles
    assert list(table(app)["url"]) == ["javascript:alert(1)", ""]


def test_what_wants_a_look_stands_on_its_row(open_at):
    app = open_at("articles", [])
    upload(app, ("a.txt", (PIER * 2).encode()), ("b.txt", (PIER * 2).encode()), ("c.txt", b"The pier closes."))
    assert list(table(app)["warnings"]) == [
        "repeated paragraphs (83%)",
        "repeated paragraphs (83%); near-duplicate of a",
        "only 3 words",
    ]


def test_adding_can_be_taken_back_in_one_step(open_at):
    app = open_at("articles", [])
    add(app, ("Port Weekly.txt", PIER.encode()))
    press(app, "Close")
    before = story()
    add(app, ("a.txt", BRIDGE.encode()), ("b.txt", files.FIRST.encode()))
    assert len(story().articles) == 3
    press(app, "Take them out again")
    assert story().articles == before.articles
    assert [c.text for c in story().claims] == [c.text for c in before.claims]
    assert "articles added" not in shown(app)


def test_the_way_back_goes_once_something_else_was_changed(open_at):
    app = open_at("articles", [])
    add(app, ("Port Weekly.txt", PIER.encode()))
    assert "Take them out again" in labels(app)
    cache.workspace().update_article(story().id, story().articles[0].id, note="mine")
    assert "Take them out again" not in labels(app.run())


def test_none_of_them_leaves_the_story_as_it_was(open_at):
    app = open_at("articles")
    before = story()
    upload(app, ("a.txt", PIER.encode()))
    press(app, "Add none of them")
    assert story() == before
    assert "are measured" in shown(app)


def test_what_was_handed_in_waits_while_other_pages_are_looked_at(open_at):
    app = open_at("articles")
    upload(app, ("a.txt", PIER.encode()))
    app.switch_page("pages/methods.py").run()
    app.switch_page("pages/articles.py").run()
    assert "One new article" in shown(app)


def test_cells_become_fields():
    frame = frame_of([{"date": "2026-03-05", "source": "a"}, {"date": "", "source": "b"}])
    assert [written(v) for v in frame["date"]] == ["2026-03-05", ""]
    assert written(None) == ""
    assert written("  two \n lines ") == "two lines"
    assert checked_fields({"source": "a", "date": "", "url": ""})
    for wrong in ({"source": " "}, {"date": "soon"}, {"url": "ftp://x"}):
        with pytest.raises(ValueError, match=r"\.$"):
            checked_fields(wrong)


def test_what_is_written_into_the_table_is_remembered(monkeypatch):
    seen = []
    desk = Desk()
    desk.correct = lambda *told: seen.append(told)
    edits = {0: {"source": "New", "date": "2026-03-05T00:00:00.000"}, 1: {"add": False, "title": None}}
    monkeypatch.setattr(state, "edited_rows", lambda key: edits)
    review._remember(desk, "key", ("a1", "a2"))
    assert seen == [
        ("a1", "source", "New"), ("a1", "date", "2026-03-05"), ("a2", "add", "no"), ("a2", "title", ""),
    ]  # fmt: skip


def test_addresses_are_offered_only_where_fetching_is_allowed(open_at, monkeypatch):
    monkeypatch.delenv("PARALLAX_FETCH", raising=False)
    app = open_at("articles", [])
    assert "Fetch them" not in labels(app)
    monkeypatch.setenv("PARALLAX_FETCH", "1")
    app.run()
    field(app, "text_area", "art_web").set_value("ftp://paper.example/pier")
    press(app, "Fetch them")
    assert "One refused" in shown(app)
    assert "not one of the web" in shown(app)
