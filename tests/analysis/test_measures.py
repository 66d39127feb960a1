"""The contract of a measure, proved for every one of them; and that adding one takes one file."""

import math
import warnings

import pytest

from components.analysis import measure as contract
from components.analysis import measures
from components.analysis.bundle import frames
from components.analysis.comparison import by_article, by_source, measure_story
from components.analysis.measure import all_measures
from components.analysis.methods import methods_markdown
from components.analysis.model import Article, Claim, Story

PLAIN = (
    "The council opened the new bridge on Monday after two years of work. It cost 14 million euros, said Ana Ruiz, "
    "the mayor. “This is a truly remarkable day for the town,” she told reporters. Traffic will use two lanes at "
    "first. A third lane opens in May. Some residents did not like the plan because it might bring noise.\n\n"
) * 4

TEXTS = {
    "plain": PLAIN,
    "empty": "",
    "one word": "Bridge",
    "heading only": "A new bridge",
    "capitals": PLAIN.upper(),
    "emoji": "🚀 🚀 🚀 🎉",
    "quotations": "“We won,” he said. “We won again,” she said. “They did not win,” they said.",
    "no full stop": "the bridge the river the road " * 60,
    "other language": "Der Stadtrat hat am Montag die neue Brücke eröffnet. Sie kostete vierzehn Millionen Euro. " * 8,
    "hostile": "=cmd|'/c calc'!A1 <script>alert(1)</script> \u202e \x00 \ud800 ![x](https://example.org/x.png)",
}


def story_of(*texts):
    articles = tuple(
        Article(id=f"a{i}", source=f"S{i}", title="" if i % 2 else "Why this bridge matters", text=t)
        for i, t in enumerate(texts)
    )
    return Story(
        id="s", title="T", articles=articles, claims=(Claim(id="c1", text="The bridge cost 14 million euros."),)
    )


@pytest.fixture(params=all_measures(), ids=lambda m: m.key)
def measure(request):
    return request.param


def test_every_word_that_the_methods_page_needs_is_there(measure):
    assert measure.label
    assert measure.method.strip()
    assert measure.reference.strip()
    assert measure.limits.strip()
    assert measure.version >= 1
    assert sum(c.headline for c in measure.columns) == 1
    for column in measure.columns:
        assert column.label, column
        assert column.meaning.strip().endswith("."), column
        assert column.unit, column
        if column.pool == "derived":
            assert column.derived_from in {c.name for c in measure.columns}
            assert column.levels[-1][0] == math.inf
        else:
            assert column.higher_means or column.pool == "sum", column
            column.show(1.5)


@pytest.mark.parametrize("name", TEXTS)
def test_values_keep_to_their_column(measure, name):
    story = story_of(TEXTS[name])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = list(measure.compute(story))
    columns = {c.name: c for c in measure.columns}
    own = {m.column: m for m in found if m.sentence_index is None}
    emitted = {c.name for c in measure.columns if c.pool != "derived"}
    assert set(own) == emitted
    sentences = {s.index for s in story.articles[0].sentences}
    for m in found:
        column = columns[m.column]
        assert m.article_id == "a0"
        if m.sentence_index is not None:
            assert m.sentence_index in sentences
        if math.isnan(m.value):
            assert m.reason or m.sentence_index is not None, m
            continue
        assert math.isfinite(m.value), m
        if column.low is not None:
            assert m.value >= column.low - 1e-12, m
        if column.high is not None:
            assert m.value <= column.high + 1e-12, m
        if not math.isnan(m.low):
            assert m.low <= m.value + 1e-9 <= m.high + 2e-9, m
        if column.pool == "ratio" and m.sentence_index is None:
            assert m.value == pytest.approx(column.scale * m.numerator / m.denominator), m


def test_the_columns_that_sentences_have_are_named(measure):
    found = measure.compute(story_of(*TEXTS.values()))
    assert {m.column for m in found if m.sentence_index is not None} == {
        c.name for c in measure.columns if c.by_sentence
    }


def test_the_same_text_gives_the_same_values(measure):
    first, second = (list(measure.compute(story_of(PLAIN, TEXTS["quotations"]))) for _ in range(2))
    assert [repr(m) for m in first] == [repr(m) for m in second]


def test_an_article_measured_alone_or_with_others_is_the_same(measure):
    if not measure.per_article:
        pytest.skip("depends on the whole story by design")
    together = [repr(m) for m in measure.compute(story_of(PLAIN, TEXTS["quotations"])) if m.article_id == "a0"]
    assert together == [repr(m) for m in measure.compute(story_of(PLAIN))]


def test_a_source_of_one_article_has_its_values(measure):
    story = story_of(PLAIN, TEXTS["quotations"], TEXTS["empty"])
    long = measure_story(story, [measure])
    articles, sources = by_article(story, long, [measure]), by_source(story, long, [measure])
    for column in measure.columns:
        left, right = articles[column.name], sources[column.name]
        same = (left == right) | (left.isna() & right.isna())
        assert same.all(), column.name


def test_pooling_two_halves_is_close_to_the_whole(measure):
    half = PLAIN[: len(PLAIN) // 2]
    rates = [c for c in measure.columns if c.pool == "ratio" and c.interval in ("t", "gamma")]
    both = Story(id="s", title="T", articles=tuple(Article(id=f"h{i}", source="S", text=half) for i in range(2)))
    whole = Story(id="s", title="T", articles=(Article(id="w", source="S", text=PLAIN),))
    wide = [by_source(s, measure_story(s, [measure]), [measure]) for s in (both, whole)]
    for column in rates:
        a, b = (w[column.name][0] for w in wide)
        assert (math.isnan(a) and math.isnan(b)) or a == pytest.approx(b), column.name


NEW_MEASURE = """
from components.analysis.measure import Column, Measure, Measurement, per_article

def _commas(article, settings):
    n = sum(s.n_words for s in article.body)
    hits = article.text.count(",")
    if not n:
        yield Measurement(article_id=article.id, column="commas_per_1000_words", value=float("nan"), reason="no words")
        return
    yield Measurement(article_id=article.id, column="commas_per_1000_words", value=1000 * hits / n,
                      numerator=hits, denominator=n)

MEASURE = Measure(key="commas", label="Commas", version=1, order=99, per_article=True, compute=per_article(_commas),
    method="Commas over words.", reference="None.", limits="Commas only.",
    columns=(Column(name="commas_per_1000_words", label="Commas", unit="per 1,000 words", format=".1f",
                    higher_means="more commas", meaning="Commas per 1,000 words.", scale=1000.0, headline=True),))
"""


@pytest.fixture
def commas(tmp_path, monkeypatch):
    (tmp_path / "commas.py").write_text(NEW_MEASURE)
    monkeypatch.setattr(measures, "__path__", [*measures.__path__, str(tmp_path)])
    yield
    import sys

    sys.modules.pop("components.analysis.measures.commas", None)


@pytest.mark.usefixtures("commas")
def test_a_measure_added_as_one_file_is_in_every_table_and_text():
    story = story_of(PLAIN, PLAIN)
    long = measure_story(story)
    tables = frames(story, long)
    assert tables["sources"]["commas_per_1000_words"].notna().all()
    assert "commas_per_1000_words" in tables["articles"]
    dictionary = tables["data_dictionary"]
    assert ((dictionary["file"] == "sources.csv") & (dictionary["column"] == "commas_per_1000_words")).any()
    assert "## Commas" in methods_markdown(story)


def test_two_columns_of_one_name_are_refused(tmp_path, monkeypatch):
    (tmp_path / "again.py").write_text(NEW_MEASURE.replace("commas_per_1000_words", "tone"))
    monkeypatch.setattr(measures, "__path__", [*measures.__path__, str(tmp_path)])
    with pytest.raises(ValueError, match="column used twice: tone"):
        contract.all_measures()


def test_a_module_without_a_measure_fails_loudly(tmp_path, monkeypatch):
    (tmp_path / "hollow.py").write_text("X = 1\n")
    monkeypatch.setattr(measures, "__path__", [*measures.__path__, str(tmp_path)])
    with pytest.raises(AttributeError, match="MEASURE"):
        contract.all_measures()
