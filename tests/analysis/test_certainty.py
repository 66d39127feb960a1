"""Orders, places and intervals, on numbers small enough to check by hand."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from components.analysis import certainty, difference
from components.analysis.comparison import by_article, by_source, measure_story, to_long
from components.analysis.findings import what_stands_out
from components.analysis.intervals import gamma_interval, jackknife_interval, t_interval
from components.analysis.measure import Column, Measure, Measurement, per_article
from components.analysis.measured import measured
from components.analysis.model import Article, Story, Verdict
from components.analysis.pooling import pool, rows_by_source

NAN = math.nan


def column(**kw):
    base = {"name": "x", "label": "X", "unit": "", "format": ".2f", "higher_means": "more", "meaning": "m"}
    return Column(**(base | {"headline": True} | kw))


def measure(col, compute):
    return Measure(
        key="m", label="M", columns=(col,), compute=compute, method="", reference="", limits="", version=1, order=1
    )


def story(**texts):
    return Story(
        id="s",
        title="T",
        articles=tuple(Article(id=k, source=k.split("_")[0], text=v) for k, v in texts.items()),
    )


# --- intervals


def test_t_interval_of_a_known_sample():
    low, high = t_interval(np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    half = 2.7764451052 * math.sqrt(2.5 / 5)
    assert (low, high) == (pytest.approx(3 - half), pytest.approx(3 + half))
    assert all(math.isnan(end) for end in t_interval(np.array([1.0])))


def test_gamma_interval_is_not_empty_without_hits():
    low, high = gamma_interval(0, 500)
    assert low == 0
    assert 0.004 < high < 0.006  # chi-square(1) at .975 is 5.0239: 2.512 / 500
    assert all(math.isnan(end) for end in gamma_interval(0, 0))


def test_jackknife_of_a_mean_is_the_t_interval():
    values = np.array([1.0, 4.0, 4.0, 9.0])
    replicates = (values.sum() - values) / 3
    assert jackknife_interval(values.mean(), replicates) == pytest.approx(t_interval(values))


# --- tests of a difference


def test_rate_p_is_the_exact_conditional_test():
    # 8 against 2 hits in equal words: 2 * P(B(10, .5) >= 8) = 2 * 56/1024
    assert difference.rate_p(8, 1000, 2, 1000) == pytest.approx(2 * 56 / 1024)
    assert difference.rate_p(2, 1000, 8, 1000) == pytest.approx(2 * 56 / 1024)
    assert difference.rate_p(0, 1000, 0, 1000) == 1.0
    assert difference.rate_p(5, 1000, 5, 1000) == 1.0


def test_sign_p():
    assert difference.sign_p(7, 1) == pytest.approx(2 * 9 / 256)
    assert difference.sign_p(0, 0) == 1.0


def test_holm_steps_down_and_never_falls():
    assert certainty.holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert certainty.holm([0.9, 0.5]) == [1.0, 1.0]
    assert certainty.holm([]) == []


def test_welch_p_of_equal_constants():
    assert difference.welch_p(0.0, 0.0, []) == 1.0
    assert difference.welch_p(0.1, 0.0, []) == 0.0


# --- orders and places


def scored(values_of):
    """A t measure that gives each article the listed sentence values."""

    def each(article, settings):
        values = values_of[article.id]
        if not values:
            yield Measurement(article_id=article.id, column="x", value=NAN, reason="empty")
            return
        mean = sum(values) / len(values)
        yield Measurement(article_id=article.id, column="x", value=mean, numerator=sum(values), denominator=len(values))
        for i, v in enumerate(values):
            yield Measurement(article_id=article.id, column="x", value=v, numerator=v, denominator=1, sentence_index=i)

    return measure(column(interval="t", low=-1.0, high=1.0), per_article(each))


HIGH = [0.5, 0.6, 0.7, 0.5, 0.6, 0.7, 0.5, 0.6]
LOW = [0.0, 0.1, -0.1, 0.0, 0.1, -0.1, 0.0, 0.1]


def test_an_established_order_gives_places():
    m = scored({"A": HIGH, "B": LOW, "C": [v + 0.01 for v in LOW]})
    s = story(A="a", B="b", C="c")
    long = measure_story(s, [m])
    ordered = certainty.orders(s, long, [m])
    sure = {(r.source_a, r.source_b): r.established for r in ordered.itertuples()}
    assert sure == {("A", "B"): True, ("A", "C"): True, ("B", "C"): False}
    ranges = {r.source: (r.first, r.last, r.n) for r in certainty.places(s, long, ordered).itertuples()}
    assert ranges == {"A": (1, 1, 3), "B": (2, 3, 3), "C": (2, 3, 3)}


def test_an_order_that_rests_on_one_word_is_not_established():
    base = scored({"A": HIGH, "B": LOW})
    s = story(A="a", B="b")
    long = measure_story(s, [base])
    assert certainty.orders(s, long, [base])["established"].all()

    def leave_out(article, settings):
        plain = {"A": HIGH, "B": LOW}[article.id]
        return {"": plain, "great": LOW if article.id == "A" else plain, "fine": plain}

    fragile = replace(base, leave_out=leave_out)
    row = certainty.orders(s, long, [fragile]).iloc[0]
    assert not row["established"]
    assert (row["word"], row["why"]) == ("great", "rests on one word: great")
    sturdy = replace(base, leave_out=lambda article, settings: {"": [0.0], "fine": {"A": HIGH, "B": LOW}[article.id]})
    assert certainty.orders(s, long, [sturdy])["established"].all()


def test_no_order_under_eight_sentences():
    m = scored({"A": HIGH[:7], "B": LOW})
    s = story(A="a", B="b")
    ordered = certainty.orders(s, measure_story(s, [m]), [m])
    assert not ordered["established"].any()
    assert ordered["why"][0] == "under 8 sentences"
    assert math.isnan(ordered["p"][0])


def test_an_undefined_source_takes_no_place():
    m = scored({"A": HIGH, "B": LOW, "C": []})
    s = story(A="a", B="b", C="c")
    ranges = certainty.places(s, long := measure_story(s, [m]), certainty.orders(s, long, [m]))
    assert set(ranges["source"]) == {"A", "B"}
    assert set(ranges["n"]) == {2}


def test_coverage_order_is_the_sign_test_over_claims():
    cells = tuple(
        Verdict(claim_id=f"c{i}", article_id=a, verdict=v, machine_verdict=v, score=0.5)
        for i in range(8)
        for a, v in (("A", "stated"), ("B", "not found"))
    )
    s = story(A="a", B="b")
    s.__dict__["verdicts"] = cells
    m = measure(column(pool="claims"), lambda story: ())
    ordered = certainty.orders(s, measure_story(s, [m]), [m])
    assert ordered["p"][0] == pytest.approx(2 / 256)
    assert ordered["difference"][0] == 1.0


# --- frames


def test_a_source_pools_its_articles_and_keeps_undefined_apart():
    m = scored({"A_1": HIGH, "A_2": LOW, "A_3": []})
    s = story(A_1="a b c d.", A_2="e f g h.", A_3="")
    long = measure_story(s, [m])
    wide = by_source(s, long, [m])
    assert list(wide["source"]) == ["A"]
    assert wide["n_articles"][0] == 3
    both = np.array(HIGH + LOW)
    assert wide["x"][0] == pytest.approx(both.mean())
    assert (wide["x_low"][0], wide["x_high"][0]) == pytest.approx(t_interval(both))
    articles = by_article(s, long, [m])
    assert articles["x"].isna().tolist() == [False, False, True]


def test_a_rate_pools_hits_over_words():
    col = column(interval="gamma", scale=1000.0)
    rows = to_long(
        "m",
        [
            Measurement(article_id="1", column="x", value=30.0, numerator=3, denominator=100),
            Measurement(article_id="2", column="x", value=0.0, numerator=0, denominator=900),
        ],
    )
    [(_, held)] = rows_by_source(measured(rows, ["1", "2"]).columns["x"], np.array([0, 0]))
    cell = pool(col, held)
    assert cell.value == pytest.approx(3.0)
    assert (cell.low, cell.high) == pytest.approx(tuple(1000 * e for e in gamma_interval(3, 1000)))


def test_rows_are_kept_by_column_and_source_and_strangers_left_out():
    rows = to_long(
        "m",
        [
            Measurement("1", "x", 0.5, NAN, NAN, 1, 2),
            Measurement("1", "x", 1.0, NAN, NAN, 1, 1, 0),
            Measurement("3", "x", 0.9, NAN, NAN, 9, 10),
            Measurement("1", "y", 7.0),
            Measurement("2", "x", NAN, reason="empty"),
            Measurement("2", "x", 4.0, NAN, NAN, 4, 1, 0),
            Measurement("1", "x", 0.0, NAN, NAN, 0, 1, 1),
        ],
    )
    found = measured(rows, ["1", "2"])
    assert set(found.columns) == {"x", "y"}
    [(source, x)] = rows_by_source(found.columns["x"], np.array([7, 7]))
    assert source == 7
    assert list(x.reasons) == ["", "empty"]
    assert (x.totals.tolist(), x.parts.tolist(), x.owner.tolist()) == ([[1, 2]], [[1, 1], [0, 1]], [0, 0])
    assert (x.hits, x.words) == (1, 2)


def test_a_derived_word_needs_enough_words():
    base = column(interval="gamma", scale=1000.0)
    word = column(
        name="x_level",
        pool="derived",
        derived_from="x",
        headline=False,
        levels=((5.0, "low"), (10.0, "moderate"), (math.inf, "high")),
        min_denominator=150,
    )
    m = Measure(
        key="m",
        label="M",
        columns=(base, word),
        compute=per_article(
            lambda a, s: [
                Measurement(article_id=a.id, column="x", value=6.0, low=2.0, high=11.0, numerator=1.2, denominator=n)
                for n in [200 if a.id == "A" else 100]
            ]
        ),
        method="",
        reference="",
        limits="",
        version=1,
        order=1,
    )
    s = story(A="a", B="b")
    wide = by_article(s, measure_story(s, [m]), [m])
    assert wide["x_level"].tolist() == ["moderate", ""]
    assert (wide["x_level_low"][0], wide["x_level_high"][0]) == ("low", "high")


def test_an_empty_story_has_empty_frames_with_their_headings():
    m = scored({})
    s = Story(id="s", title="T", articles=())
    long = measure_story(s, [m])
    assert by_source(s, long, [m]).empty
    assert "x_low" in by_source(s, long, [m]).columns
    assert isinstance(certainty.places(s, long, certainty.orders(s, long, [m])), pd.DataFrame)


def test_so_many_sources_are_not_held_against_each_other_and_the_findings_say_so(
    default_story, default_long, monkeypatch
):
    monkeypatch.setattr(certainty, "MOST_ORDERED", 3)
    ordered = certainty.orders(default_story, default_long)
    assert ordered.empty
    assert certainty.places(default_story, default_long, ordered).empty
    told = [f.claim for f in what_stands_out(default_story, default_long, ordered)]
    assert sum("so many sources are not held against each other" in claim for claim in told) >= 1
    assert not any("could be chance" in claim or "too few claims" in claim for claim in told)
