"""The report holds every figure of the screen, says what it withholds, and nothing an article holds can act in it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest

from components.analysis.claims.overview import claim_rows
from components.analysis.comparison import measure_story
from components.analysis.measure import all_measures
from components.analysis.model import Article, Claim, Cut, Decision, Story
from components.export.palette import LIGHT
from components.export.report.document import report_html
from components.export.report.figures import figures_of
from components.export.strip import ROWS_A_DRAWING, strips
from components.export.text import printable

DAY = "2026-01-31"
HOSTILE = (
    "</style><script>alert(1)</script><img src=x onerror=alert(2)><iframe srcdoc='<script>alert(3)</script>'></iframe>"
    "<svg onload=alert(4)><meta http-equiv=refresh content='0;url=http://198.51.100.7'>&lt;b&gt;\"'`{{ 7*7 }}{% x %}"
    "\u202eecnalp\x00\x1b"
)
BODY = "The harbour board said the truly revolutionary pier opens in May. It cost 6 million pounds and rests on oak. "
NOT_ALLOWED = {
    "script",
    "iframe",
    "img",
    "object",
    "embed",
    "link",
    "base",
    "form",
    "input",
    "button",
    "video",
    "audio",
}


class Seen(HTMLParser):
    """Every tag of a page with its attributes, and whether tags are closed in order."""

    VOID = frozenset(("meta", "br", "hr"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.open = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def written(story) -> str:
    return report_html(figures_of(story, measure_story(story)), DAY).decode("utf-8")


@pytest.fixture(scope="module")
def figures(default_story, default_long):
    return figures_of(default_story, default_long)


@pytest.fixture(scope="module")
def page(figures):
    return report_html(figures, DAY).decode("utf-8")


@pytest.fixture(scope="module")
def hostile():
    """A story with markup, script, control characters and formulas in every field an article or analyst can fill."""
    article = {"title": HOSTILE, "author": HOSTILE, "url": "javascript:alert(5)//" + HOSTILE, "date": HOSTILE}
    texts = {"a": BODY * 6 + HOSTILE, "b": BODY * 5 + "It cost 9 million pounds. " + HOSTILE}
    articles = tuple(
        Article(
            id=k,
            source=f"{HOSTILE} {k}",
            text=text,
            original=text,
            note=HOSTILE,
            cuts=(Cut(start=0, end=1, reason=HOSTILE),),
            **article,
        )
        for k, text in texts.items()
    )
    claims = (Claim(id="c1", text="The pier cost 6 million pounds. " + HOSTILE, note=HOSTILE),)
    decision = Decision(claim_id="c1", article_id="a", verdict="stated", coder=HOSTILE, note=HOSTILE)
    return Story(id="s", title=HOSTILE, articles=articles, claims=claims, decisions=(decision,), note_by=HOSTILE,
                 note=f"{HOSTILE}\n{HOSTILE}\n\n{HOSTILE}",
                 short_names=tuple((a.source, HOSTILE + a.id) for a in articles))  # fmt: skip


def test_hostile_text_is_shown_and_does_nothing(hostile):
    page = written(hostile)
    seen = Seen(page)
    assert not {tag for tag, _ in seen.tags} & NOT_ALLOWED
    for tag, attributes in seen.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert all(value is None or not value.strip().startswith("javascript:") for value in attributes.values())
        for name in ("href", "src", "xlink:href", "action"):
            assert attributes.get(name, "#").startswith("#"), f"{tag} {name} leads out of the page"
    assert len([1 for tag, a in seen.tags if tag == "meta" and a.get("http-equiv")]) == 1, "the policy alone"
    assert page.count("<style>") == page.count("</style>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069]", page)


def test_tags_close_in_order(page, hostile):
    assert Seen(page).open == Seen(written(hostile)).open == []


def test_the_page_forbids_itself_script_and_network(page):
    policy = next(a["content"] for tag, a in Seen(page).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "http" not in "".join(str(a) for tag, a in Seen(page).tags if tag not in ("svg", "meta"))


def test_every_number_of_the_comparison_stands_in_it_with_interval_and_places(page, figures):
    for _, row in figures.sources.iterrows():
        assert row["source"] in page
        for measure in all_measures():
            for column in (c for c in measure.columns if c.headline):
                assert f"<b>{column.show(row[column.name])}</b>" in page
                low, high = row.get(f"{column.name}_low"), row.get(f"{column.name}_high")
                if low is not None and not pd.isna(low):
                    assert f"{column.show(low)} to {column.show(high)}" in page
    for r in figures.places.itertuples():
        assert f"place {r.first}" in page


def first_page(page: str) -> str:
    return page.partition('<section class="summary"')[2].partition("</section>")[0]


def test_the_first_page_has_findings_figures_conflicts_and_what_follows(page, figures, default_story):
    short = first_page(page)
    for finding in figures.findings:
        assert finding.claim in short
    rows = re.findall(r'<th scope="row">.*?<bdi>(.*?)</bdi></th>(.*?)</tr>', short, re.DOTALL)
    assert [name for name, _ in rows] == [figures.short_of[s] for s in default_story.sources]
    claims, of_source = claim_rows(default_story), figures.sources.set_index("source")
    for (_, cells), source in zip(rows, default_story.sources, strict=True):
        shown = re.findall(r"<b>(.*?)</b>", cells)
        assert shown == [c.show(of_source.loc[source, c.name]) for m in all_measures() for c in m.columns if c.headline]
        counts = [int(n) for n in re.findall(r'<td class="num">(\d+)</td>', cells)]
        assert counts[0] == sum(source in row.left_out_by for row in claims)
        assert counts[0] == of_source.loc[source, "n_omitted"]
        assert counts[1] == of_source.loc[source, "n_exclusive"]
    assert "Heloies</bdi>: <b>27</b>" in short
    parts = re.findall(r'<a href="#(\w+)"><span class="letter">(\w)</span>(.*?)</a>', short)
    assert [letter for _, letter, _ in parts] == list("ABCDEFGHI")
    for anchor, letter, _ in parts:
        assert f'<h2 id="{anchor}"><span class="letter">{letter}</span>' in page


def test_of_many_sources_the_first_page_names_the_ends():
    texts = {f"Paper {i}": BODY * 9 + "It is a truly revolutionary, breathtaking pier. " * i for i in range(9)}
    texts["Note of a few words"] = "It is a truly revolutionary, breathtaking pier."
    articles = tuple(Article(id=k, source=k, text=t, original=t) for k, t in texts.items())
    short = first_page(written(Story(id="s", title="Pier", articles=articles)))
    line = short.partition("Hype<small>")[2].partition("</tr>")[0]
    assert re.findall(r"<bdi>(.*?)</bdi>", line) == ["Paper 8", "Paper 0"]
    assert "Paper 5" not in line


def test_findings_claims_conflicts_and_evidence_are_all_there(page, figures, default_story):
    text = " ".join(re.sub("<[^>]+>", "", page).split())
    for finding in figures.findings:
        assert finding.claim.replace("'", "&#39;") in text
    rows = claim_rows(default_story)
    for row in rows:
        assert row.claim.text.replace("'", "&#39;").replace('"', "&#34;") in text
    assert page.count('class="v v-') == len(rows) * len(default_story.sources)
    assert page.count("v-conflicts") - page.count(".v-conflicts") == sum(
        v.verdict == "conflicts" for row in rows for v in row.cells.values()
    )
    assert "<mark>27</mark>" in page
    assert "<mark>28</mark>" in page
    for v in default_story.verdicts:
        if v.verdict == "stated":
            assert " ".join(v.evidence.split()).replace("'", "&#39;").replace('"', "&#34;")[:60] in text


def test_methods_limits_versions_and_what_was_cut_are_said(page):
    for measure in all_measures():
        assert f"<h3>{measure.label}</h3>" in page
    assert page.count("<h4>Limits</h4>") == len(all_measures())
    for word in ("pandas ", "vaderSentiment ", "hype.csv", DAY, "share row"):
        assert word in page


def test_a_source_too_short_is_withheld_with_its_reason():
    texts = {"a": BODY * 8, "b": "The pier opens in May, they say."}
    story = Story(
        id="s", title="Pier", articles=tuple(Article(id=k, source=k, text=t, original=t) for k, t in texts.items())
    )
    page = written(story)
    assert "<h3>Withheld</h3>" in page
    assert re.search(r"<li><bdi>b</bdi>: readability, .*(words|sentences)", page)
    assert "<b>–</b>" in page


@pytest.mark.parametrize("n", [0, 1])
def test_a_story_with_nothing_to_compare_has_a_report_all_the_same(n):
    articles = tuple(Article(id=str(i), source=str(i), text=BODY * 5, original=BODY * 5) for i in range(n))
    page = written(Story(id="s", title="Pier", articles=articles))
    assert ("nothing to be compared with" in page) == (n == 1)
    assert "Methods and limits" in page
    assert not Seen(page).open


def test_a_decided_cell_says_who_decided(default_story):
    claim, article = default_story.claims[0], default_story.articles[2]
    decision = Decision(claim_id=claim.id, article_id=article.id, verdict="stated", coder="Ada", note="in the lede")
    page = written(replace(default_story, decisions=(decision,)))
    assert "decided by a person</span>" in page
    assert "by Ada: in the lede" in page


def test_groups_are_compared_below_the_sources(default_story, page):
    one, two, *rest = default_story.sources
    page_of_groups = written(replace(default_story, groups=((one, "Trade <b>"), (two, "Trade <b>"))))
    assert "The same in groups" in page_of_groups
    assert "The same in groups" not in page
    table = page_of_groups.partition("The same in groups")[2].partition("</table>")[0]
    assert re.findall(r'<th scope="row">.*?<bdi>(.*?)</bdi>', table) == ["Trade &lt;b&gt;", *rest]
    assert "2 articles, " in table
    assert one in table.partition("</p>")[0]


def test_fifty_sources_fill_several_drawings_and_tables():
    names = [f"Paper {i}" for i in range(50)]
    frame = pd.DataFrame({"source": names, "n_sentences": 30, "hype_level": "low"})
    for measure in all_measures():
        for column in measure.columns:
            if column.headline:
                frame[column.name] = [0.01 * i for i in range(50)]
    drawn = strips(frame, all_measures(), {}, {}, LIGHT)
    assert len(drawn) == -(-50 // ROWS_A_DRAWING) * -(-sum(c.headline for m in all_measures() for c in m.columns) // 4)
    assert sum(len(re.findall(r">Paper \d+</text>", svg)) for svg in drawn) == 50


def test_a_drawing_has_a_dot_for_every_value_and_none_for_what_is_undefined(figures):
    frame = figures.sources.copy()
    n = sum(frame[c.name].notna().sum() for m in all_measures() for c in m.columns if c.headline)
    (whole,) = strips(frame, all_measures(), figures.colour_of, {}, LIGHT)
    frame.loc[0, "tone"] = float("nan")
    (lacking,) = strips(frame, all_measures(), figures.colour_of, {}, LIGHT)
    assert whole.count("<circle") == n + len(frame)
    assert lacking.count("<circle") == n + len(frame) - 1
    assert ">–<" in lacking
    assert "#0000" not in whole, "a drawing that leaves has real colours"


def test_printable_keeps_right_to_left_prose_and_drops_what_reorders():
    assert printable("שלום\u200f, a\u202eb\u2066c\x07\ud800\n") == "שלום\u200f, abc\n"


def test_the_analysts_note_stands_first_in_its_paragraphs_and_is_marked_as_theirs(default_story):
    story = default_story
    page = written(replace(story, note="Read <this> first.\nThen that.\n\nAnd the rest.", note_by="Ada & Co"))
    assert "Note by <bdi>Ada &amp; Co</bdi></h2>" in page
    assert (
        "<p><bdi>Read &lt;this&gt; first.</bdi><br><bdi>Then that.</bdi></p>\n<p><bdi>And the rest.</bdi></p>" in page
    )
    assert page.index("<h1>") < page.index("Note by") < page.index("What stands out")
    assert 'class="summary note"' in page
    rest = page[: page.index('<section class="summary note"')] + page[page.index('<section class="summary" aria') :]
    assert rest == written(story), "nothing else changes"
    assert "Note by the analyst</h2>" in written(replace(story, note="Mine."))
    for long in ("Many words. " * 40, "A line.\n" * 5 + "The last."):
        assert 'class="summary note long"' in written(replace(story, note=long))
