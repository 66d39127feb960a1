"""The rates of hype, from counted hits to intervals."""

import math

import pytest

from components.analysis.hype.hits import hits
from components.analysis.hype.lexicon import lexicon
from components.analysis.measures.hype import LEVELS, MEASURE, hits_without_terms
from components.analysis.model import Article, Settings, Story

ADDED = (
    ("zorbulous", "scale", "hyperbolic"),
    ("quindly", "quality", "evaluative"),
    ("frabjal", "alarm", "evaluative"),
    ("mimsily", "stance", ""),
    ("vorpally", "absolute", ""),
)
SETTINGS = Settings(added=ADDED)
FLAT = "The council met at noon on the day to read out the report."


def measured(text, title="", settings=SETTINGS):
    article = Article(id="a", source="s", text=text, title=title)
    rows = list(MEASURE.compute(Story(id="x", title="x", articles=(article,), settings=settings)))
    return {m.column: m for m in rows if m.sentence_index is None}, [m for m in rows if m.sentence_index is not None]


def test_a_rate_is_counted_hits_per_thousand_words_with_its_gamma_interval():
    text = "The zorbulous council met in a quindly room at noon. " + " ".join([FLAT] * 3)
    own, _ = measured(text)
    hype = own["hype_per_1000_words"]
    assert (hype.numerator, hype.denominator) == (2, 49)
    assert hype.value == pytest.approx(1000 * 2 / 49)
    # Half of chi-square quantiles at 5 degrees of freedom: 0.831212 and 12.832502.
    assert (hype.low, hype.high) == pytest.approx((1000 * 0.415606 / 49, 1000 * 6.416251 / 49), rel=1e-5)
    assert own["hyperbolic_per_1000_words"].numerator == 1
    assert own["hype_scale_per_1000_words"].numerator == own["hype_quality_per_1000_words"].numerator == 1
    assert own["hype_utility_per_1000_words"].value == 0.0
    assert own["n_hype_hits"].value == 2


def test_the_categories_add_up_to_the_rate():
    own, _ = measured(
        "The zorbulous council met in a quindly room at noon!! They came \N{ROCKET} for #LongDay once more."
    )
    parts = [
        m.numerator
        for name, m in own.items()
        if name.startswith("hype_") and name.count("_per_") and "quoted" not in name
    ]
    assert own["hype_per_1000_words"].numerator == 5 == sum(parts) - own["hype_per_1000_words"].numerator
    assert own["hype_typography_per_1000_words"].numerator == 3


def test_charged_is_promotion_and_alarm_and_half_of_stance_and_absolutes():
    own, _ = measured("Mimsily the zorbulous council met in a frabjal room, vorpally at noon.")
    assert own["charged_per_1000_words"].numerator == pytest.approx(1 + 1 + 0.5 + 0.5)
    assert own["alarm_per_1000_words"].numerator == 1
    assert own["hype_per_1000_words"].numerator == 1


def test_quoted_hype_is_not_the_authors():
    own, _ = measured('"The council is zorbulous to us all," said Ann Rao of the quindly office.')
    assert own["hype_per_1000_words"].numerator == 1
    assert own["hype_quoted_per_1000_words"].numerator == 1
    assert own["hype_quoted_per_1000_words"].denominator == own["hype_per_1000_words"].denominator


def test_sentence_rows_add_up_to_the_article():
    own, rows = measured(
        f"The zorbulous council met in a frabjal room at noon. {FLAT} A quindly room is where they met."
    )
    for column in ("hype_per_1000_words", "charged_per_1000_words"):
        by_sentence = [r for r in rows if r.column == column]
        assert [r.sentence_index for r in by_sentence] == [0, 1, 2]
        assert sum(r.numerator for r in by_sentence) == own[column].numerator
        assert sum(r.denominator for r in by_sentence) == own[column].denominator


def test_hype_is_a_rate_not_a_count():
    once, _ = measured(f"The zorbulous council met at noon on the day. {FLAT}")
    many, _ = measured(" ".join([f"The zorbulous council met at noon on the day. {FLAT}"] * 12))
    assert once["hype_per_1000_words"].value == pytest.approx(many["hype_per_1000_words"].value)
    assert many["hype_per_1000_words"].high < once["hype_per_1000_words"].high


def test_hype_sees_what_vader_cannot():
    own, _ = measured(
        "It is a revolutionary, groundbreaking, unprecedented, game-changing breakthrough.", settings=Settings()
    )
    assert own["hype_per_1000_words"].numerator >= 3


def test_no_hits_is_zero_with_an_upper_end_and_no_text_is_undefined():
    flat, _ = measured(FLAT)
    assert flat["hype_per_1000_words"].value == flat["hype_per_1000_words"].low == 0.0
    assert flat["hype_per_1000_words"].high > 0
    empty, rows = measured("")
    assert not rows
    for column in ("hype_per_1000_words", "charged_per_1000_words", "substance_per_1000_words"):
        assert math.isnan(empty[column].value)
        assert empty[column].reason == "no words to measure"


def test_the_headline_is_read_alone():
    with_title, _ = measured(FLAT, title="Why you should read this")
    assert with_title["headline_cues"].value == 4
    assert with_title["hype_per_1000_words"].value == 0
    without, _ = measured(FLAT)
    assert math.isnan(without["headline_cues"].value)
    assert without["headline_cues"].reason == "no headline"


def test_cues_point_into_the_title():
    article = Article(id="a", source="s", text=FLAT, title="Why you should read this")
    cues = [h for h in hits(article, Settings()) if h.kind == "cue"]
    assert [article.title[h.start : h.end] for h in cues] == ["you", "Why", "this", "should"]
    assert all(h.sentence_index is None and h.text == article.title[h.start : h.end] for h in cues)


def test_muting_an_entry_moves_the_number():
    text = "The zorbulous council met in a quindly room at noon."
    muted, _ = measured(text, settings=Settings(added=ADDED, muted=("zorbulous",)))
    assert muted["hype_per_1000_words"].numerator == 1


def test_leaving_out_one_entry():
    article = Article(id="a", source="s", text="The zorbulous council met in a zorbulous, quindly room at noon.")
    assert hits_without_terms(article, SETTINGS) == {"zorbulous": (1,), "quindly": (2,), "": (3,)}


def test_the_level_rests_on_150_words():
    level = MEASURE.column("hype_level")
    assert (level.derived_from, level.min_denominator) == ("hype_per_1000_words", 150)
    assert [word for _, word in LEVELS] == ["low", "moderate", "high", "very high"]
    assert [upper for upper, _ in LEVELS] == [5, 10, 20, math.inf]


def test_every_column_but_the_derived_one_is_measured():
    own, _ = measured(FLAT, title="A day")
    assert set(own) == {c.name for c in MEASURE.columns if c.pool != "derived"}


def test_the_added_words_are_not_the_lexicons_own():
    assert not {term for term, _, _ in ADDED} & lexicon().single_words
