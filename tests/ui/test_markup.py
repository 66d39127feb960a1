"""HTML is made in one place, and no text of an article ever becomes markup."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from components.analysis.model import Article
from components.ui import article_markup, markup
from components.ui.markup import Mark

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> & "quotes" \' <iframe srcdoc=x>'
TAG = re.compile(r"<[^>]*>")


def text_of(html: str) -> str:
    """What a person reads: without tags, entities undone."""
    return unescape(TAG.sub("", html))


class Tags(HTMLParser):
    """The attribute names of every tag, as a browser reads them."""

    def __init__(self, html: str):
        super().__init__()
        self.attributes: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.attributes.append([name for name, _ in attrs])


MADE = {
    "title": lambda t: markup.title(t, t),
    "section": lambda t: markup.section(t, t),
    "finding": lambda t: markup.finding(t, t, t),
    "marked": lambda t: markup.marked(t, [Mark(start=0, end=len(t), kind="counted", hint=t, links=((t, t),), to=t)]),
    "around a mark": lambda t: markup.marked(f"{t} x {t}", [Mark(start=len(t) + 1, end=len(t) + 2, kind="counted")]),
    "entry": lambda t: markup.entry(t, t, markup.marked(t, []), [t, t], number=1),
    "conflict": lambda t: markup.entry(t, t, markup.marked(t, []), conflict=True),
    "number": lambda t: markup.number_line(t, t),
    "table": lambda t: markup.table([t, t], [(1, t, [(t, t)])], t),
    "glyphs": lambda t: markup.glyph_table([t], [(t, [t])], t),
    "legend": lambda t: markup.legend([("counted", t)]),
    "source": lambda t: markup.source_line(3, [(t, False), (t, True)]),
    "facts": lambda t: markup.facts(t),
    "notes": lambda t: article_markup.notes([(t, t, t, t)], t),
    "steps": lambda t: markup.steps([(t, t)]),
    "aligned": lambda t: article_markup.aligned(
        [(Article(id="a", source=t, title=t, text=f"{t}\n\n{t}"), [], [], 1)] * 2, [(0, 1), (1, None)], {(0, 1): [t]}
    ),
    "article": lambda t: article_markup.article(Article(id="a", source=t, title=t, text=f"{t}\n\n{t}"), []),
}


@pytest.mark.parametrize("made", MADE)
def test_hostile_text_stays_text(made):
    html = MADE[made](HOSTILE)
    names = {tag.strip("</>").split()[0] for tag in TAG.findall(html)}
    assert names.isdisjoint({"script", "img", "iframe"})
    assert not [a for tag in Tags(html).attributes for a in tag if a.startswith("on") or a in ("src", "srcdoc")]


@pytest.mark.parametrize("made", MADE)
def test_every_tag_that_is_opened_is_closed(made):
    html = MADE[made](HOSTILE)
    opened = re.findall(r"<([a-z0-9]+)[ >]", html)
    closed = re.findall(r"</([a-z0-9]+)>", html)
    assert sorted(opened) == sorted(closed)


def test_marks_leave_the_text_as_it_was():
    text = "A bold & <brave> move, said the chair."
    marks = [Mark(start=2, end=6, kind="counted"), Mark(start=9, end=16, kind="passed", hint='say "why"')]
    html = markup.marked(text, marks)
    assert text_of(html) == text
    assert re.findall(r'<mark class="px px-(\w+)"[^>]*>([^<]*)</mark>', html) == [
        ("counted", "bold"),
        ("passed", "&lt;brave&gt;"),
    ]


def test_of_two_marks_that_overlap_the_earlier_is_kept_and_the_text_stays_whole():
    html = markup.marked(
        "one two three", [Mark(start=4, end=13, kind="negative"), Mark(start=0, end=7, kind="positive")]
    )
    assert text_of(html) == "one two three"
    assert html.count("<mark") == 1
    assert "px-positive" in html


def test_marks_outside_the_stretch_are_left_out():
    text = "First sentence. Second sentence."
    marks = [Mark(start=0, end=5, kind="counted"), Mark(start=16, end=22, kind="counted")]
    html = markup.marked(text, marks, 16, len(text))
    assert text_of(html) == "Second sentence."
    assert html.count("<mark") == 1


def test_an_empty_mark_is_no_mark():
    assert "<mark" not in markup.marked("text", [Mark(start=2, end=2, kind="counted")])


def test_an_articles_blocks_keep_their_kind_and_those_without_letters_go():
    text = "A heading\n\nA paragraph with enough words in it to be prose. Another one here.\n\n* * *\n\n- an item of it"
    html = article_markup.article(Article(id="a", source="Gazette", text=text), [])
    assert "* * *" not in html
    assert html.count("<p") >= 2
    assert 'tabindex="0"' in html
    assert "Text of Gazette" in html


def test_an_endless_article_is_cut_with_a_word_about_it(monkeypatch):
    monkeypatch.setattr(article_markup, "MAX_MARKED_CHARACTERS", 60)
    text = "One sentence that has some words in it. " * 6
    html = article_markup.article(Article(id="a", source="Gazette", text=text.strip()), [])
    assert len(text_of(html)) < len(text)
    assert "The text goes on" in html


def test_a_source_past_the_sixth_is_a_diamond():
    assert "px-diamond" not in markup.swatch(6)
    assert "px-diamond" in markup.swatch(7)


def test_ticks_stay_on_their_line():
    places = [
        float(p) for p in re.findall(r"left:([\d.]+)%", markup.ticks([(-0.2, True), (0.5, False), (1.0, True)], 1))
    ]
    assert places == [0.0, 50.0, 99.7]


def test_nothing_to_draw_draws_nothing(monkeypatch):
    drawn = []
    monkeypatch.setattr(markup.st, "html", lambda html, **_: drawn.append(html))
    markup.show(" \n")
    markup.show("<p>text</p>")
    assert drawn == ["<p>text</p>"]


def test_marks_of_different_layers_nest_and_those_that_cross_are_left_out():
    text = "one two three four"
    inner = Mark(start=4, end=7, kind="counted", layer="Hype", to="why-1", anchors=("here-1",))
    outer = Mark(start=0, end=13, kind="positive", layer="Tone", links=(("+0.40", "why-2"),))
    across = Mark(start=8, end=18, kind="quote", layer="Quotes")
    assert markup.marked(text, [across, inner, outer]) == (
        '<mark class="px px-positive">one <span id="here-1"></span><a class="px-why" href="#why-1">'
        '<mark class="px px-counted">two</mark></a> three<sup><a href="#why-2">+0.40</a></sup></mark> four'
    )


def test_two_articles_meet_at_a_shared_claim_and_what_one_has_alone_before_it_is_folded():
    long, both = "\n\n".join(["Gulls cry above the long pier all day. " * 12] * 3), "The ferry is late."
    left = Article(id="a", source="Echo", text=f"{long}\n\n{both}\n\n{long}")
    right = Article(id="b", source="Post", text=both)
    rows = [(0, None), (1, None), (2, None), (3, 0), (4, None), (5, None), (6, None)]
    html = article_markup.aligned([(left, [], [], 1), (right, [], [], 2)], rows, {(3, 0): ["1. It is late."]})
    folded, rest = html.split("</details>")
    assert folded.count("<p>Gulls") == 3
    assert "<summary>3 more paragraphs of Echo, nothing beside them</summary>" in folded
    assert rest.index("<span>1. It is late.</span>") < rest.index(f"<p>{both}</p>") < rest.rindex(f"<p>{both}</p>")
    assert rest.count("<p>Gulls") == 3  # the end of the longer article is not folded
