"""The picture of a chart shows what the screen shows, in colours of its own, whatever the articles hold."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest

from components import __version__
from components.analysis.comparison import by_source
from components.analysis.measure import all_measures
from components.analysis.model import Article, Story
from components.export.scales import panels
from components.export.strip import strips
from components.ui.charts.base import Finished
from components.ui.charts.drawing import picture
from components.ui.charts.parts import course_figure, parts_figure
from components.ui.charts.single import single_figure
from components.ui.charts.strip import strip_figure
from components.ui.palette import LIGHT, SCREEN, on_paper
from components.ui.passages import hype_passages, tone_sentences

SVG = "{http://www.w3.org/2000/svg}"
HYPE = next(m for m in all_measures() if m.key == "hype")


@pytest.fixture(scope="module")
def sources(default_story, default_long):
    return by_source(default_story, default_long)


@pytest.fixture(scope="module")
def colours(default_story):
    return {source: number for number, source in enumerate(default_story.sources, 1)}


@pytest.fixture(scope="module")
def figures(default_story, sources, colours):
    """Every kind of chart of the app."""
    panel, rate = panels([HYPE], sources)[0], HYPE.column("hype_per_1000_words")
    columns = [c for c in HYPE.columns if c.label.startswith("Hype, ")]
    parts = sources.set_index("source")[[c.name for c in columns]].T
    tone = tone_sentences(default_story)
    course = hype_passages(default_story).assign(value=1.0, hint="")
    names = list(default_story.sources)
    tone = tone.assign(value=tone["score"], hint="", counted=True)
    return {
        "strip": strip_figure(sources, panels(all_measures(), sources), colours, lambda *_: "1–2", SCREEN),
        "single": single_figure(sources, panel, colours, lambda *_: "1", SCREEN, second=rate),
        "parts": parts_figure(parts, names, colours, SCREEN, columns[0].show),
        "course": course_figure(course, names, colours, SCREEN, signed=False),
        "signed": course_figure(tone, names, colours, SCREEN, signed=True),
    }


STORY = Story(id="s", title="The harbour bridge", articles=(Article(id="a", source="Herald", text="A bridge."),))


def drawn(figure, alt="What it shows. In more words.") -> ET.Element:
    return ET.fromstring(picture(figure, alt, STORY)())


def texts(root) -> list[str]:
    return [t.text for t in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", ["strip", "single", "parts", "course", "signed"])
def test_every_text_of_the_chart_is_in_its_picture(figures, kind):
    root, figure = drawn(figures[kind]), figures[kind]
    shown = [line for a in figure.layout.annotations for line in re.sub("</?b>", "", a.text).split("<br>")]
    assert sorted(set(shown) - set(texts(root))) == []
    assert texts(root)[0] == "What it shows"
    assert root.find(f"{SVG}desc").text == "What it shows. In more words."


@pytest.mark.parametrize("kind", ["strip", "single", "parts", "course", "signed"])
def test_only_the_palettes_colours_leave_the_app(figures, kind):
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", picture(figures[kind], "a. b", STORY)().decode()))
    assert used
    assert used <= {*LIGHT.sources, *LIGHT.bands, LIGHT.ink, LIGHT.muted, LIGHT.hair, LIGHT.negative, LIGHT.positive,
                    LIGHT.conflict, "#FFFFFF"}  # fmt: skip


def test_a_dot_stands_where_its_axis_puts_it(figures, sources):
    figure, root = figures["strip"], drawn(figures["strip"])
    axis = figure.layout.xaxis2
    start, end = axis.domain
    expected = sorted(
        20 + 1200 * (start + (end - start) * (v - axis.range[0]) / (axis.range[1] - axis.range[0]))
        for v in sources["tone"]
    )
    found = [float(c.get("cx")) for c in root.iter(f"{SVG}circle") if c.get("r") == "6.5"]
    left, right = 20 + 1200 * start, 20 + 1200 * end
    assert sorted(x for x in found if left <= x <= right) == pytest.approx(expected, abs=0.01)


def test_the_small_print_says_which_story_when_and_with_which_version(figures):
    foot = texts(drawn(figures["strip"]))[-1]
    made = f"made {date.today().isoformat()} with Parallax {__version__}"
    assert foot == f"The harbour bridge · 1 article from 1 source · {made}"
    grouped = replace(STORY, pooled=("Herald",))
    data = picture(figures["strip"], "a. b", grouped)().decode()
    assert "1 article in 1 group" in data


def test_a_dashed_line_is_dashed_in_the_picture(sources, colours):
    marks = ((6.7, "95% of news"),)
    figure = single_figure(sources, panels([HYPE], sources)[0], colours, lambda *_: "1", SCREEN, marks=marks)
    root = drawn(figure)
    assert [line.get("stroke-dasharray") for line in root.iter(f"{SVG}line") if line.get("stroke-dasharray")] == ["6 4"]
    assert "95% of news" in texts(root)


def test_hostile_names_are_words_in_the_picture(sources, colours):
    name = "</text><script>alert(1)</script>\x00\u202e"
    frame = sources.assign(source=[name, *sources["source"][1:]])
    short = {name: "</text><script>"}
    data = picture(
        strip_figure(frame, panels(all_measures(), frame), colours, lambda *_: "", SCREEN, short_of=short), name, STORY
    )
    root = ET.fromstring(data())
    assert not list(root.iter(f"{SVG}script"))
    assert "</text><script>" in texts(root)


def test_a_mark_that_points_past_the_scale_is_a_triangle_in_the_picture(sources, colours):
    short = sources.assign(n_sentences=[30, 30, 30, 4], hype_per_1000_words=[8.0, 6.0, 3.0, 250.0])
    root = drawn(single_figure(short, panels([HYPE], short)[0], colours, lambda *_: "1", SCREEN))
    (mark,) = (p.get("points").split() for p in root.iter(f"{SVG}polygon"))
    xs = [float(point.split(",")[0]) for point in mark]
    assert len(xs) == 3
    assert max(xs) == xs[1] > xs[0] == xs[2]
    (on_paper,) = strips(short, [HYPE], colours, {}, LIGHT)
    assert len(list(ET.fromstring(on_paper).iter(f"{SVG}polygon"))) == 1


def test_what_a_picture_cannot_draw_is_an_error():
    layout = {"height": 100, "font": {"color": SCREEN.ink}, "yaxis": {"range": [0, 1]}, "xaxis": {"visible": False}}
    with pytest.raises(ValueError, match="pie"):
        picture(Finished({"data": [{"type": "pie", "values": [1]}], "layout": layout}), "a", STORY)()


def test_a_colour_that_is_not_of_the_palette_is_an_error():
    assert on_paper(SCREEN.source(1)) == LIGHT.source(1)
    with pytest.raises(KeyError):
        on_paper("#123456")
