"""Figures show what their frames hold: the same values, the same order, nothing for what is undefined."""

import json
import math
import re

import pandas as pd
import pytest
from plotly.io import to_json

from components.analysis.certainty import orders, places
from components.analysis.comparison import by_source
from components.analysis.measure import Column, all_measures
from components.export.levels import level_words
from components.export.scales import off_scale, panels, scale
from components.ui.charts.base import clip, fold
from components.ui.charts.beside import texts_beside
from components.ui.charts.parts import course_figure, parts_figure
from components.ui.charts.single import single_figure
from components.ui.charts.strip import strip_figure
from components.ui.palette import LIGHT

HYPE = next(m for m in all_measures() if m.key == "hype")
RATE = HYPE.column("hype_per_1000_words")
LEVEL = HYPE.column("hype_level")


@pytest.fixture(scope="module")
def sources(default_story, default_long):
    return by_source(default_story, default_long)


@pytest.fixture(scope="module")
def colours(default_story):
    return {source: number for number, source in enumerate(default_story.sources, 1)}


def rates(values, lows=None, highs=None) -> pd.DataFrame:
    """A frame of sources with hype alone, as by_source would give it."""
    n = len(values)
    frame = pd.DataFrame({"source": [f"Paper {i}" for i in range(n)], "hype_per_1000_words": values})
    frame["n_sentences"] = 30
    frame["hype_per_1000_words_low"] = lows or [math.nan] * n
    frame["hype_per_1000_words_high"] = highs or [math.nan] * n
    for name in ("hype_level", "hype_level_low", "hype_level_high"):
        frame[name] = "low"
    return frame


def texts(figure) -> list[str]:
    return [re.sub(r"</?b>", "", note.text) for note in figure.layout.annotations]


def dots(figure) -> dict[tuple[str, str], float]:
    """(source, measure) -> where its dot stands."""
    return {
        tuple(pair): x
        for trace in figure.data
        if trace.customdata is not None and trace.meta != "value"
        for pair, x in zip(trace.customdata, trace.x, strict=True)
    }


def spans(figure, broad=False) -> list[tuple[float, float]]:
    """From where to where each interval goes, or each broad bar of a share."""
    return [(s.x0, s.x1) for s in figure.layout.shapes if s.layer == "between" and (s.line.width > 10) == broad]


def bars(figure) -> list[tuple[float, float, str]]:
    """(base, length, colour) of every bar, source by source."""
    (trace,) = figure.data
    return list(zip(trace.base, trace.x, trace.marker.color, strict=True))


def test_the_strip_has_every_value_of_the_frame(sources, colours):
    made = panels(all_measures(), sources)
    figure = strip_figure(sources, made, colours, lambda *_: "1–2", LIGHT)
    for panel in made:
        for _, row in sources.iterrows():
            value = row[panel.column.name]
            assert dots(figure)[row["source"], panel.measure.key] == pytest.approx(value, nan_ok=True)
            assert panel.column.show(value) in texts(figure)


def test_the_strip_shows_the_places_of_the_orders(default_story, default_long, sources, colours):
    ordered = places(default_story, default_long, orders(default_story, default_long))
    spans = {(r.column, r.source): f"{r.first}–{r.last}" for r in ordered.itertuples()}
    figure = strip_figure(
        sources, panels([HYPE], sources), colours, lambda column, source: spans[column, source], LIGHT
    )
    for source in sources["source"]:
        assert spans["hype_per_1000_words", source] in texts(figure)


def test_without_ranks_the_strip_asks_for_none(sources, colours):
    def refuse(*_):
        raise AssertionError("a single source has no place")

    figure = strip_figure(sources, panels([HYPE], sources), colours, refuse, LIGHT, ranks=False)
    assert "place" not in texts(figure)


def test_an_interval_is_drawn_where_there_is_one():
    frame = rates([8.0, 3.0], [5.0, math.nan], [12.0, math.nan])
    figure = strip_figure(frame, panels([HYPE], frame), {}, lambda *_: "1", LIGHT)
    assert spans(figure) == [(5.0, 12.0)]


def with_a_short_one() -> pd.DataFrame:
    """Two sources, and one of a few words whose rate and interval lie far above theirs."""
    frame = rates([8.0, 3.0, 250.0], [5.0, 1.0, 114.0], [12.0, 9.0, 456.0])
    return frame.assign(n_sentences=[30, 30, 4], hype_level=["moderate", "low", ""])


def test_a_source_too_short_is_shown_and_does_not_set_the_scale():
    frame = with_a_short_one()
    (panel,) = panels([HYPE], frame)
    assert panel.high < 50
    strip = strip_figure(frame, [panel], {}, lambda *_: "1", LIGHT)
    single = single_figure(frame, panel, {}, lambda *_: "1", LIGHT)
    for figure in (strip, single):
        assert dots(figure)["Paper 2", "hype"] == panel.high
        assert dots(figure)["Paper 0", "hype"] == 8.0
        assert max(end for span in spans(figure) for end in span) == panel.high
        assert "250.0" in texts(figure)
    for figure in (strip, single):
        marks = [t.marker.symbol for t in figure.data if t.customdata is not None and t.meta != "value"]
        assert [symbol for symbols in marks for symbol in symbols].count("triangle-right") == 1
    alone = frame.iloc[2:]
    assert panels([HYPE], alone)[0].high > 456
    said = off_scale(frame.assign(n_words=[500, 500, 36]), [panel], {"Paper 2": "Note"})
    assert said.startswith("Note (36 words) is too short to set a scale")
    assert off_scale(frame.iloc[:2], [panel], {}) == ""


def test_an_interval_past_the_scale_points_on():
    frame = with_a_short_one().assign(hype_per_1000_words=[8.0, 3.0, 9.0], hype_per_1000_words_low=[5.0, 1.0, 2.0])
    (panel,) = panels([HYPE], frame)
    strip = strip_figure(frame, [panel], {}, lambda *_: "1", LIGHT)
    (arrow,) = (t for t in strip.data if t.mode == "markers" and t.marker.symbol == "triangle-right")
    assert (arrow.x[0], arrow.y[0]) == (panel.high, 2)
    assert dots(strip)["Paper 2", "hype"] == 9.0


def test_the_bars_of_a_source_too_short_end_with_an_arrow():
    parts = pd.DataFrame({"Herald": [4.0, 2.0], "Note": [83.3, 1.0]}, index=["novelty", "scale"])
    figure = parts_figure(parts, ["Herald", "Note"], {}, LIGHT, "{:.1f}".format, too_short=["Note"])
    assert texts(figure)[2:] == ["4.0", "2.0", "Herald", "→ 83.3", "1.0", "Note"]
    assert max(figure.data[0].x) < 5


def test_an_undefined_value_has_a_dash_and_no_dot():
    frame = rates([8.0, math.nan])
    figure = single_figure(frame, panels([HYPE], frame)[0], {}, lambda *_: "–", LIGHT)
    assert set(dots(figure)) == {("Paper 0", "hype")}
    assert "–" in texts(figure)


def test_every_source_has_its_own_colour_and_from_the_seventh_on_a_diamond():
    frame = rates([float(i) for i in range(8)])
    numbers = {f"Paper {i}": i + 1 for i in range(8)}
    figure = strip_figure(frame, panels([HYPE], frame), numbers, lambda *_: "1", LIGHT)
    marks = figure.data[0].marker
    assert list(marks.color) == list(LIGHT.sources[:8])
    assert list(marks.symbol) == ["circle"] * 6 + ["diamond"] * 2


def test_names_are_text_in_a_figure():
    frame = rates([8.0]).assign(source=["<a href='x'>Paper</a>"])
    figure = strip_figure(frame, panels([HYPE], frame), {}, lambda *_: "1", LIGHT)
    assert not [text for text in texts(figure) if "<a" in text]
    assert not [t for trace in figure.data for t in (trace.hovertext or ()) if "<a" in t]


@pytest.mark.parametrize(
    ("values", "least_low", "least_high"),
    [([0.0, 3.0], 0, 20), ([0.0, 80.0], 0, 80), ([math.nan], 0, 20), ([], 0, 20)],
)
def test_a_rates_scale_starts_at_zero_and_reaches_past_the_last_level(values, least_low, least_high):
    low, high, ticks = scale(RATE, LEVEL, rates(values))
    assert low == least_low
    assert high > least_high
    assert ticks == (0.0, 5.0, 10.0, 20.0)


@pytest.mark.parametrize("values", [[-0.41, 0.12], [0.01, 0.02], [0.9, 0.95]])
def test_a_signed_scale_is_symmetric_and_holds_every_value(values):
    tone = next(m for m in all_measures() if m.key == "tone").column("tone")
    low, high, ticks = scale(tone, None, pd.DataFrame({"tone": values}))
    assert low == -high
    assert ticks[1] == 0
    assert all(low <= v <= high for v in values)


def test_a_share_is_drawn_from_nothing_to_all():
    column = Column(
        name="share", label="", unit="", format=".0%", higher_means="", meaning="", low=0.0, high=1.0, headline=True
    )
    assert scale(column, None, pd.DataFrame({"share": [0.1]}))[:2] == (0.0, 1.0)


@pytest.mark.parametrize("values", [[11.0, 15.4], [12.0, 12.0], [0.4, 180.0], [-3.0, 22.0]])
def test_an_open_scale_holds_every_value_with_two_ticks_or_more(values):
    grade = next(m for m in all_measures() if m.key == "readability").column("grade_median")
    low, high, ticks = scale(grade, None, pd.DataFrame({"grade_median": values}))
    assert all(low <= v <= high for v in values)
    assert len(ticks) >= 2
    assert list(ticks) == sorted(ticks)


def test_a_level_says_what_else_it_could_be():
    frame = pd.DataFrame(
        {
            "source": ["a", "b", "c", "d", "e"],
            "hype_level": ["low", "moderate", "high", "moderate", ""],
            "hype_level_low": ["low", "low", "low", "moderate", ""],
            "hype_level_high": ["low", "high", "very high", "moderate", ""],
        }
    )
    assert level_words(LEVEL, frame) == {
        "a": "low",
        "b": "moderate, could be low or high",
        "c": "high, could be low to very high",
        "d": "moderate",
        "e": "–",
    }


def test_bars_are_as_long_as_their_numbers_and_an_undefined_one_is_a_dash():
    parts = pd.DataFrame({"A": [1.0, math.nan], "B": [0.0, 2.5]}, index=["Scale", "Quality"])
    figure = parts_figure(parts, ["A", "B"], {"A": 1, "B": 2}, LIGHT, RATE.show)
    (first, _, _), *_, (second, _, _) = bars(figure)
    a, b = LIGHT.source(1), LIGHT.source(2)
    assert bars(figure) == [(first, 1.0, a), (first, 0.0, a), (second, 0.0, b), (second, 2.5, b)]
    assert texts(figure)[2:] == ["1.0", "–", "A", "0.0", "2.5", "B"]
    assert second > first + 2.5, "bars of one source must end before those of the next begin"
    assert figure.layout.xaxis.range[1] > second + 2.5


def test_the_course_puts_a_stroke_at_its_place_as_high_as_its_value():
    rows = pd.DataFrame(
        {"source": ["A", "A"], "place": [0.1, 0.9], "value": [0.4, -0.2], "hint": ["", ""], "counted": [True, True]}
    )
    figure = course_figure(rows, ["A"], {"A": 1}, LIGHT, signed=True)
    strokes = next(t for t in figure.data if t.mode == "lines" and len(t.x))
    assert strokes.x[0] == strokes.x[1] == 0.1
    up, down = strokes.y[0] - strokes.y[1], strokes.y[3] - strokes.y[4]
    assert up == pytest.approx(-2 * down)


def test_an_empty_course_has_its_rows_and_no_strokes():
    rows = pd.DataFrame({"source": [], "place": [], "value": [], "hint": [], "counted": []}).astype({"counted": bool})
    figure = course_figure(rows, ["A"], {"A": 1}, LIGHT, signed=False)
    assert "A" in texts(figure)
    assert not [x for trace in figure.data for x in trace.x]


def test_a_long_name_is_cut_to_its_room():
    assert clip("Neighbourhood Gazette", 10) == "Neighbour…"
    assert clip("Gazette", 10) == "Gazette"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Gazette", "Gazette"),
        ("Industry brief on ships", "Industry brief\non ships"),
        ("Aberlow Community Blog of the Harbour", "Aberlow\nCommunity Blog…"),
        ("Neighbourhoodgazette", "Neighbourhoodg…"),
    ],
)
def test_a_name_takes_a_second_line_before_it_is_cut(text, folded):
    assert fold(text, 15) == folded


def test_heads_of_many_sources_are_whole_names_on_two_lines():
    names = [f"Harbour weekly {i}" for i in range(6)]
    parts = pd.DataFrame({name: [1.0] for name in names}, index=["novelty"])
    figure = parts_figure(parts, names, {}, LIGHT, "{:.1f}".format)
    heads = [note for note in figure.layout.annotations if "Harbour" in note.text]
    assert [re.sub("</?b>", "", note.text) for note in heads] == [n.replace(" ", "<br>", 1) for n in names]
    assert [note.hovertext for note in heads] == names
    one_line = parts_figure(parts.rename(columns=lambda n: n[-1]), [n[-1] for n in names], {}, LIGHT, str)
    assert figure.layout.height > one_line.layout.height


@pytest.mark.parametrize("most", [4.0, 30.0, 60.0, 150.0, 900.0])
def test_numbers_below_a_scale_never_touch_however_far_it_reaches(most):
    panel = panels([HYPE], rates([1.0, most]))[0]
    gaps = [b - a for a, b in zip(panel.labelled, panel.labelled[1:], strict=False)]
    assert min(gaps) >= 0.12 * (panel.high - panel.low) - 1e-9
    assert panel.labelled[0] == 0
    assert panel.labelled[-1] >= min(20.0, panel.high / 2)


def test_a_share_is_a_broad_bar_and_no_interval(sources, colours):
    figure = strip_figure(sources, panels(all_measures(), sources), colours, lambda *_: "", LIGHT)
    assert spans(figure, broad=True) == [(0.0, share) for share in sources["coverage"]]


def test_a_written_number_opens_what_its_dot_opens(sources, colours):
    figure = strip_figure(sources, panels(all_measures(), sources), colours, lambda *_: "", LIGHT, selectable=True)
    beside = {tuple(pair) for t in figure.data if t.meta == "value" for pair in t.customdata}
    assert beside == set(dots(figure))


def test_a_figure_is_as_few_traces_as_it_can_be_however_many_its_sources(sources, colours):
    """Every trace costs the browser milliseconds, whatever is in it."""
    tone = next(m for m in all_measures() if m.key == "tone")
    made = panels(all_measures(), sources)
    assert len(strip_figure(sources, made, colours, lambda *_: "", LIGHT).data) == 1 + len(made)
    one = single_figure(
        sources, panels([tone], sources)[0], colours, lambda *_: "", LIGHT, second=tone.column("tone_raw")
    )
    assert len(one.data) == 3
    assert len(parts_figure(pd.DataFrame({"A": [1.0], "B": [2.0]}), ["A", "B"], {}, LIGHT, str).data) == 1
    rows = pd.DataFrame({"source": ["A", "B"], "place": 0.1, "value": 0.4, "hint": "", "counted": True})
    assert len(course_figure(rows, ["A", "B"], {}, LIGHT, signed=False).data) == 2
    assert len(course_figure(rows, ["A", "B"], {}, LIGHT, signed=True).data) == 4


def test_the_texts_of_a_figure_stand_beside_it_as_words(sources, colours):
    """Plotly is sent none of them; each stands where its axis puts it, and what was cut says itself on hover."""
    frame = rates([8.0, 3.0]).assign(source=["<b>Paper</b> & sons of the old harbour", "Note"])
    figure = single_figure(frame, panels([HYPE], frame)[0], {}, lambda *_: "1–2", LIGHT)
    assert "annotations" not in json.loads(to_json(figure))["layout"]
    html = texts_beside(figure)
    assert html.count("<span") == len(figure.layout.annotations)
    assert 'title="&lt;b&gt;Paper&lt;/b&gt; &amp; sons of the old harbour"' in html
    assert "<b>&lt;b&gt;Paper&lt;/b&gt; &amp; sons" in html
    first, head = figure.layout.height * (1 - figure.layout.yaxis.domain[1]) + 22, f"{figure.layout.height:g}px"
    assert f'style="left:calc(1.900% + 0px);top:{first:.1f}px;font-size:14px"' in html
    assert f'class="px-beside" style="height:{head}" aria-hidden="true"' in html


def test_a_stroke_without_a_dot_says_its_hint():
    rows = pd.DataFrame({"source": "A", "place": [0.1, 0.9], "value": 1.0, "hint": ["<one>", "two"], "counted": True})
    (strokes,) = course_figure(rows, ["A"], {}, LIGHT, signed=False).data
    assert list(strokes.hovertext) == ["&lt;one&gt;", "&lt;one&gt;", None, "two", "two", None]


def test_a_level_that_is_missing_says_how_many_words_it_wants():
    frame = rates([3.0, math.nan])
    frame["hype_level"] = ""
    figure = strip_figure(frame, panels([HYPE], frame), {}, lambda *_: "", LIGHT)
    assert texts(figure).count("under 150 words") == 1


def uprights(figure):
    return [s["x0"] for s in figure.layout.shapes if s["type"] == "line" and s["x0"] == s["x1"] and s["line"]["dash"]]


def test_ordinary_news_is_drawn_as_dashed_lines():
    frame = rates([12.0, 3.0]).assign(hype_level=["high", "low"])
    (panel,) = panels([HYPE], frame)
    drawn = single_figure(frame, panel, {}, lambda *_: "", LIGHT, marks=((1.0, "half is below"), (6.7, "95% is below")))
    assert uprights(drawn) == [1.0, 6.7]
    assert {"half is below", "95% is below"} <= {note.text for note in drawn.layout.annotations}
    assert uprights(single_figure(frame, panel, {}, lambda *_: "", LIGHT)) == []


def test_plotly_can_see_that_a_figure_handed_to_it_again_is_the_same(sources, colours):
    """A template, or numbers in its packed form, it takes for new ones each time, and draws the figure again."""

    def sent(rows):
        return json.loads(to_json(strip_figure(rows, panels([HYPE], rows), colours, lambda *_: "1", LIGHT)))

    one, again, other = sent(sources), sent(sources), sent(sources.iloc[::-1])
    assert "template" not in one["layout"]
    assert "bdata" not in json.dumps(one)
    assert one["layout"]["datarevision"] == again["layout"]["datarevision"] != other["layout"]["datarevision"]
