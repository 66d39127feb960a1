"""The landing page and the pages of one measure, run as the app runs them."""

import json
import re
import time

import pytest

from components.analysis.comparison import by_source, measure_story
from components.analysis.measure import all_measures
from components.analysis.model import Article
from components.ui import cache

IN_DEPTH = ("tone", "hype", "readability")
PAGES = ("compare", *IN_DEPTH)

PARAGRAPH = (
    "The council said on Tuesday that the ferry will run every twenty minutes from the first of March. "
    "Passengers who travel before seven in the morning will pay the same fare as before. "
    "Two of the three boats were repaired last winter, and the third is due back in the spring. "
    "A spokeswoman said the timetable had been agreed with the harbour and the bus company. "
)
HYPED = (
    "This is a revolutionary, groundbreaking and truly unprecedented timetable for the whole coast! "
    "Nobody has ever seen a more breathtaking plan, and every single traveller will love it. "
)


def article(number: int, source: str, text: str = PARAGRAPH * 3, title: str = "Ferry timetable changes") -> Article:
    return Article(id=f"a{number}", source=source, title=title, text=text, original=text)


def html(app) -> str:
    """Everything the page drew as HTML, one after the other."""
    return "\n".join(element.proto.body for element in app.get("html"))


def strips(app) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def beside(app) -> list[str]:
    """The texts of every chart, as HTML."""
    return [element.proto.body for element in app.get("html") if "px-beside" in element.proto.body]


def dots(figure: dict) -> list[tuple[str, str]]:
    """(source, measure) of every dot that can be selected."""
    return [tuple(pair) for trace in figure["data"] for pair in trace.get("customdata", [])]


def side_by_side(app):
    """The table behind the strip of the landing page."""
    return next(frame.value for frame in app.dataframe if "hype_per_1000_words" in frame.value)


def labels(texts: str) -> list[str]:
    return [re.sub(r"</?b>", "", text) for text in re.findall(r"<span[^>]*>(.*?)</span>", texts)]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs_on_the_default_story(open_at, page):
    app = open_at(page)
    assert re.search(r"<h1[^>]*>[^<]+</h1>", html(app))


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_says_in_words_what_it_shows_and_has_its_figures_below(open_at, page):
    app = open_at(page)
    charts = app.get("plotly_chart")
    assert charts
    assert all(len(chart.proto.alt) > 20 for chart in charts)
    assert len(app.get("download_button")) >= 1
    assert len(app.dataframe) >= 1


@pytest.mark.parametrize("page", IN_DEPTH)
def test_the_figures_behind_a_chart_are_made_when_they_are_asked_for(open_at, page):
    app = open_at(page)
    before, folds = len(app.dataframe), [e for e in app.expander if e.label == "The figures behind this chart"]
    assert len(folds) == len(app.get("plotly_chart")) - 1, "all but the strip, whose figures end the page"
    for fold in folds:
        app.session_state[fold.proto.id.split("-", 2)[2]] = True
    app.run()
    assert len(app.dataframe) == before + len(folds)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_story_says_what_to_do(open_at, page):
    app = open_at(page, articles=[])
    assert "No articles yet" in html(app)
    assert not app.get("plotly_chart")
    assert app.get("file_uploader") or "articles" in {link.proto.page for link in app.get("page_link")}


def test_the_landing_page_of_an_empty_story_takes_the_first_articles(open_at):
    app = open_at(articles=[])
    text = HYPED * 5
    app.file_uploader[0].upload("gazette.txt", text.encode()).run()
    for _ in range(100):
        if add := [button for button in app.button if button.label.endswith("Add one article")]:
            break
        time.sleep(0.2)
        app.run()
    assert add, [button.label for button in app.button]
    add[0].click().run()
    assert not app.exception
    assert app.get("plotly_chart")


@pytest.mark.parametrize("page", PAGES)
def test_one_source_has_figures_and_no_places(open_at, page):
    app = open_at(page, articles=[article(1, "Harbour Gazette")])
    strip = labels(beside(app)[0])
    assert any("Harbour Gazette" in text for text in strip)
    assert "place" not in strip


def test_one_source_is_told_that_there_is_nothing_to_compare_with(open_at):
    app = open_at(articles=[article(1, "Harbour Gazette")])
    assert "nothing to be compared with" in html(app)
    assert "Order by" not in [group.label for group in app.segmented_control]


def test_a_text_too_short_to_measure_gets_a_dash_and_no_zero(open_at):
    app = open_at("readability", articles=[article(1, "Gazette"), article(2, "Note", text="The ferry is late today.")])
    row = app.dataframe[-1].value.set_index("source").loc["Note"]
    assert row.isna()["grade_median"]
    assert "–" in labels(beside(app)[0])


def test_a_source_without_a_grade_is_told_why_and_has_no_sentence_that_raises_it(open_at):
    short = "The extraordinarily complicated intercommunal administration reorganised itself. It was late."
    app = open_at("readability", articles=[article(0, "Wire", short), article(1, "Times")])
    assert not app.exception
    assert "Wire has no grade: too short to measure" in html(app)
    assert "Times has no grade" not in html(app)
    (hard,) = (table.value for table in app.dataframe if "leverage" in table.value)
    assert set(hard["source"]) == {"Times"}


@pytest.mark.parametrize("page", PAGES)
def test_two_articles_of_one_source_are_one_row(open_at, page):
    app = open_at(page, articles=[article(1, "Gazette"), article(2, "Gazette", text=HYPED * 8), article(3, "Herald")])
    assert sorted({text for text in labels(beside(app)[0]) if text in ("Gazette", "Herald")}) == ["Gazette", "Herald"]


@pytest.mark.parametrize(
    ("page", "key"), [("tone", "ton_source"), ("hype", "hyp_source"), ("readability", "rdb_source")]
)
def test_a_source_is_called_the_same_on_every_page(open_at, page, key):
    app = open_at()
    app.session_state[key] = "Career blog (unnamed)"  # as a link by the full name has it
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    picker = app.selectbox(key=key)
    assert picker.options == ["All sources", "Industry brief", "Heloies", "Career blog", "Agency report"]
    assert picker.value == "Career blog"
    assert any(set(d.value["source"]) == {"Career blog"} for d in app.dataframe if "source" in d.value)
    app.switch_page("pages/articles.py").run()
    assert not [d for d in app.dataframe if "(unnamed)" in d.value.to_string()]


def test_the_substance_of_a_text_can_be_read_piece_by_piece(open_at):
    app = open_at("hype")
    table = next(d.value for d in app.dataframe if "kind" in d.value and "figure" in set(d.value["kind"]))
    assert {"figure", "attribution", "quotation"} >= set(table["kind"])
    assert "Substance: twelve figures, two named sources and one quotation<" in html(app)
    app.selectbox(key="hyp_source").set_value("Heloies").run()
    table = next(d.value for d in app.dataframe if "kind" in d.value and "figure" in set(d.value["kind"]))
    assert set(table["source"]) == {"Heloies"}


def test_thirteen_sources_are_paged_and_all_in_the_table(open_at):
    texts = [PARAGRAPH * (2 + n % 3) + HYPED * (n % 4) for n in range(13)]
    app = open_at(articles=[article(n, f"Paper {n}", text) for n, text in enumerate(texts)])
    shown = {source for source, _ in dots(strips(app)[0])}
    assert len(shown) == 12
    assert len(side_by_side(app)) == 13


def test_the_strip_has_a_dot_for_every_source_in_every_measure(open_at, default_story):
    app = open_at()
    measures = ("tone", "hype", "readability", "claim_coverage")
    assert set(dots(strips(app)[0])) == {(s, m) for s in default_story.sources for m in measures}


def test_the_strip_and_its_table_show_the_same_numbers(open_at):
    app = open_at()
    traces = [t for t in strips(app)[0]["data"] if "customdata" in t and t.get("meta") != "value"]
    values = {t["customdata"][0][1]: t["x"] for t in traces}
    table = side_by_side(app)
    assert values["hype"] == pytest.approx(table["hype_per_1000_words"].tolist())
    assert values["tone"] == pytest.approx(table["tone"].tolist())


def test_ordering_by_a_measure_puts_the_highest_value_first(open_at):
    app = open_at()
    app.segmented_control(key="cmp_order").set_value("Hype").run()
    rates = side_by_side(app)["hype_per_1000_words"].tolist()
    assert rates == sorted(rates, reverse=True)


def test_a_link_opens_its_story_and_order(app, open_at):
    app.query_params["cmp_order"] = ["Tone"]
    opened = open_at(articles=[article(1, "Gazette"), article(2, "Herald", text=HYPED * 10)])
    assert opened.selectbox(key="story").value == "Ferry timetable"
    assert opened.segmented_control(key="cmp_order").value == "Tone"
    assert side_by_side(opened)["source"].tolist()[0] == "Herald"


def test_a_story_that_is_not_there_falls_back_to_one_that_is(app):
    app.query_params["story"] = ["No such story"]
    app.run()
    assert not app.exception
    assert app.selectbox(key="story").value == "Alexandr Wang joins Meta"


def test_findings_lead_to_the_page_that_shows_them(open_at):
    app = open_at()
    found = [link.proto for link in app.get("page_link")]
    assert 3 <= len(found) <= 5
    assert {"hype", "readability"} <= {link.page for link in found}


def test_the_passages_of_the_hype_page_are_those_the_rate_counts(open_at, default_story):
    app = open_at("hype")
    passages = next(f.value for f in app.dataframe if "reason" in f.value or "why" in f.value)
    counted = passages[(passages["counts"] == "counted") & (passages["kind"] == "promotion")].groupby("source").size()
    measures = [measure for measure in all_measures() if measure.key == "hype"]
    sources = by_source(default_story, measure_story(default_story, measures), measures)
    totals = sources["n_hype_hits"]  # on the page the sources go by their short names
    assert sorted(counted) == sorted(totals[totals > 0])


def test_markup_in_an_article_is_text_on_every_page(open_at):
    attack = '<img src=x onerror=alert(1)><script>alert("x")</script> **bold** ![p](https://example.org/p.png) '
    articles = [
        article(1, "<b>Gazette</b>", text=(attack + HYPED + PARAGRAPH) * 3, title=attack),
        article(2, "Herald", title=attack),
    ]
    app = open_at(articles=articles)
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        assert "<script" not in html(app)
        assert "<img" not in html(app)
        assert "<b>Gazette" not in html(app)
        assert not [m for m in app.markdown if "Gazette" in m.value or "example.org" in m.value]


@pytest.mark.parametrize("page", ["compare", "hype"])
def test_a_source_too_short_for_a_level_says_why(open_at, page):
    text = html(open_at(page, [article(1, "Long Paper"), article(2, "Brief Paper", PARAGRAPH)]))
    found = re.search(r"No hype level under 150 words: Brief Paper has (\d+)\.", text)
    assert found
    assert 50 < int(found[1]) < 150


def test_each_source_is_read_against_ordinary_news(open_at):
    app = open_at("hype", [article(1, "Plain Paper"), article(2, "Hyped Paper", (PARAGRAPH + HYPED) * 3)])
    text = html(app)
    assert "Share of them that is lower: Hyped Paper all, Plain Paper none." in text
    assert "ordinary news articles, at least half show none (0.0) and 95% lie below" in text
    charts = beside(app)
    assert sum("95% of ordinary news is below" in chart for chart in charts) == 1
    assert not any("half of ordinary news" in chart for chart in charts)  # a line on the axis says nothing


def test_the_strokes_of_hype_are_hype_alone(open_at):
    alarm = "The plan is a catastrophic, terrifying disaster. "
    app = open_at(
        "hype", [article(1, "Grim Paper", (PARAGRAPH + alarm) * 3), article(2, "Hyped Paper", PARAGRAPH * 3 + HYPED)]
    )
    table = app.dataframe[0].value
    grim = table[(table["source"] == "Grim Paper") & (table["counts"] == "counted")]
    assert set(grim["kind"]) == {"alarm"}
    course = next(figure for figure in strips(app) if "start" in str(figure["layout"].get("xaxis", {}).get("ticktext")))
    tops = [hint for trace in course["data"] for hint in trace.get("hovertext", [])[::3]]  # foot, top, a gap
    n_hype = int((table["kind"] == "promotion").sum())
    assert len(tops) == n_hype > 0
    assert not any("catastrophic" in hint for hint in tops)


@pytest.mark.parametrize("page", ["tone", "hype"])
def test_quoted_speech_is_shown_by_speaker(open_at, page):
    said = "“It is a truly breathtaking timetable for all of us,” said Ann Rao of the harbour board. "
    app = open_at(page, [article(1, "Plain Paper"), article(2, "Quoting Paper", PARAGRAPH * 2 + said)])
    assert "1 named speaker is quoted" in html(app)
    (table,) = (t.value for t in app.dataframe if "speaker" in t.value)
    assert list(table["speaker"]) == ["Ann Rao"]
    assert list(table["n_hype"]) == [1]


def test_where_nobody_speaks_the_page_says_so(open_at):
    assert "Nobody is quoted at any length" in html(open_at("tone", [article(1, "Plain Paper"), article(2, "Other")]))


def test_a_very_long_table_is_cut_on_screen_and_says_so(open_at, monkeypatch):
    whole = [len(table.value) for table in open_at("tone").dataframe]
    monkeypatch.setattr("components.ui.tables.MOST_ROWS", 50)
    cache.st.cache_resource.clear()
    app = open_at("tone")
    assert max(len(t.value) for t in app.dataframe) == 50 < max(whole)
    said = [h.value for h in app.html if "The first 50 of" in h.value]
    assert any(f"The first 50 of {max(whole):,} rows; the files below hold them all." in text for text in said)
    assert len(said) == sum(length > 50 for length in whole)
