"""The methods page says of every measure what the measure says of itself."""

import html

from components.analysis.measure import Column, all_measures
from components.analysis.methods import lexicon_hashes
from components.ui.method_sections import matching, scale


def shown(app):
    return html.unescape("\n".join(h.value for h in app.html))


def test_every_measure_stands_there_whole(open_at):
    app = open_at("methods")
    said = [m.value for m in app.markdown]
    for measure in all_measures():
        for part in (measure.method, measure.limits, measure.reference):
            assert part.strip() in [text.strip() for text in said]
        for column in measure.columns:
            assert column.name in shown(app)
            assert column.meaning in shown(app)
            assert column.higher_means in shown(app)
    assert any("Holm" in text for text in said)
    hashes = app.dataframe[-1].value
    assert dict(zip(hashes.iloc[:, 0], hashes.iloc[:, 1], strict=True)) == lexicon_hashes()


def test_the_title_counts_measures_and_columns(open_at):
    columns = sum(len(m.columns) for m in all_measures())
    assert f"{columns} columns" in shown(open_at("methods"))


def test_the_contents_lead_to_parts_that_are_there(open_at):
    app = open_at("methods")
    links = next(m.value for m in app.markdown if "](#" in m.value)
    anchors = {h.proto.anchor for h in app.header}
    wanted = {part.split(")")[0] for part in links.split("](#")[1:]}
    assert wanted == anchors
    assert len(wanted) == len(all_measures()) + 4


def test_a_search_shows_the_columns_it_found_and_nothing_else(open_at):
    app = open_at("methods")
    app.text_input(key="mth_find").set_value("GUNNING fog").run()
    assert "gunning_fog" in shown(app)
    assert "hype_per_1000_words" not in shown(app)
    assert [h.value for h in app.header] == ["Readability"]
    app.text_input(key="mth_find").set_value("<b>nothing</b>").run()
    assert "No column has “<b>nothing</b>”" in shown(app)
    assert "&lt;b&gt;" in "\n".join(h.value for h in app.html)


def test_the_page_needs_no_articles(open_at):
    assert "measures," in shown(open_at("methods", []))


def column(**fields):
    given = {"name": "x", "label": "X", "unit": "u", "format": ".1f", "higher_means": "more", "meaning": "M."}
    return Column(**(given | fields))


def test_a_range_is_said_as_far_as_it_is_closed():
    assert scale(column(low=-1, high=1)) == "−1 to 1"
    assert scale(column(low=0, high=1, format=".0%")) == "0% to 100%"
    assert scale(column(low=0)) == "from 0"
    assert scale(column(high=5)) == "up to 5"
    assert scale(column()) == "open"
    assert scale(column(levels=((5, "low"), (99, "high")))) == "low, high"


def test_every_word_of_a_search_must_be_there():
    measure = next(m for m in all_measures() if m.key == "hype")
    assert matching(measure, "") == measure.columns
    assert [c.name for c in matching(measure, "alarm 1,000")] != []
    assert matching(measure, "alarm zebra") == ()
