"""The compare page: groups as rows, the first look, what it says of one source."""

from urllib.parse import parse_qsl

import pytest

from components.analysis.phrasing import place_words
from components.ui import cache
from components.ui.cache import Loaded
from components.ui.charts.compared import narrow_rows

BLOGS = {"Heloies": "blogs", "Career blog (unnamed)": "blogs"}


def shown(app) -> str:
    return "\n".join(h.value for h in app.html)


def story_id() -> str:
    return cache.workspace().stories()[0].id


@pytest.fixture
def compared(open_at):
    return open_at("compare")


def test_groups_are_offered_as_rows_once_there_are_any(compared):
    assert "Compare" not in [c.label for c in compared.get("button_group")]
    cache.workspace().set_groups(story_id(), BLOGS)
    compared.run()
    assert "4 articles from 4 sources in 1 group" in shown(compared)
    rows = next(c for c in compared.get("button_group") if c.label == "Compare")
    rows.set_value("Groups").run()
    assert not compared.exception
    page = shown(compared)
    assert "The groups side by side" in page
    assert "blogs" in page
    assert "Career blog" not in page.partition("<table")[2]


def test_a_group_opens_the_sentences_of_all_its_sources(compared):
    cache.workspace().set_groups(story_id(), BLOGS)
    loaded = Loaded(story_id(), grouped=True)
    alone = Loaded(story_id())
    assert [a.source for a in loaded.story.articles].count("blogs") == 2
    assert len(loaded.sources) == 3
    assert len(alone.sources) == 4
    assert loaded.passages("hype_passages")["source"].isin(["blogs"]).sum() == (
        alone.passages("hype_passages")["source"].isin(list(BLOGS)).sum()
    )


def test_the_table_for_phones_has_every_place(compared):
    loaded = Loaded(story_id())
    _, body = narrow_rows(loaded, loaded.sources)
    for (_, _, cells), source in zip(body, loaded.sources["source"], strict=True):
        for (_, below), column in zip(cells, ("tone", "hype_per_1000_words", "grade_median", "coverage"), strict=True):
            place = loaded.place_range(column, source)
            assert below.split("\n")[-1] == ("any place" if place == "any" else f"place {place}")


def test_the_first_look_is_closed_for_good(compared):
    assert "Read what stands out" in shown(compared)
    compared.button(key="cmp_close_first_look").click().run()
    assert "Read what stands out" not in shown(compared)
    assert cache.workspace().closed_for_good("first look")
    compared.switch_page("pages/claims.py").run()
    compared.switch_page("pages/compare.py").run()
    assert "Read what stands out" not in shown(compared)


def test_how_to_read_the_strip_says_why_coverage_has_no_interval_and_what_any_place_is(compared):
    page = shown(compared)
    n = len(Loaded(story_id()).story.claims)
    assert f"It has no interval: all {n} claims of the list are counted" in page
    assert "“any”: no difference between this source and another is beyond chance" in page
    assert "tested on the claims that one states more of than the other" in page
    assert f"words measured in {int(Loaded(story_id()).sources['n_sentences'].sum())} sentences" in page


def test_a_place_that_could_be_any_is_called_any():
    assert place_words(1, 5, 5) == "any"
    assert place_words(2, 5, 5) == "2–5"
    assert place_words(1, 1, 5) == "1"


def test_what_is_left_undone_in_a_large_story_is_said_and_nothing_in_an_ordinary_one(open_at, monkeypatch):
    sentence = "No order of two sources is tested: there are 4 sources"
    assert sentence not in shown(open_at())
    monkeypatch.setattr("components.analysis.limits.MOST_ORDERED", 3)
    app = open_at()
    assert sentence in shown(app)
    app.switch_page("pages/methods.py").run()
    assert any(sentence in text.value for text in app.markdown)


def test_a_first_visit_waits_for_no_table(open_at):
    app = open_at(folded=True)
    assert app.get("plotly_chart")
    # what draws tables in the browser is as large as the rest of the page
    assert not app.dataframe, "a table is drawn, though nobody unfolded one"
    app.session_state["behind_strip"] = app.session_state["cmp_grouping"] = True
    app.run()
    assert [len(table.value) for table in app.dataframe] == [4, 4]


def test_a_finding_on_hype_leads_to_the_passages_it_counts(open_at):
    app = open_at()
    loaded = cache.Loaded(cache.workspace().stories()[0].id)
    found = next(f for f in loaded.findings if f.measure == "hype" and f.source)
    passages = loaded.passages("hype_passages")
    counted = passages[passages["counted"] & (passages["kind"] == "promotion") & (passages["source"] == found.source)]
    assert found.count == len(counted) > 0
    link = next(e for e in app.get("page_link") if f"{found.count} passage" in e.proto.label)
    target = dict(parse_qsl(link.proto.query_string))
    for name, value in target.items():
        app.query_params[name] = [value]
    app.switch_page("pages/hype.py").run()
    assert not app.exception
    heads = [h.value for h in app.html]
    place = next(n for n, h in enumerate(heads) if "Every passage, counted or not" in h)
    assert place < next(n for n, h in enumerate(heads) if "Where in the text" in h or "by category" in h)
    shown = next(d.value for d in app.dataframe if "reason" in d.value.columns)
    assert len(shown) == found.count
    assert set(shown["counts"]) == {"counted"}
