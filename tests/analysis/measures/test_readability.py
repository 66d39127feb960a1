"""Readability: textstat's numbers where textstat's sentences are right, and better ones where they are not."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.analysis.measures.readability import MEASURE
from components.analysis.model import Article, Story
from components.analysis.syllables import offline_textstat

PUBLIC = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "linsear_write_formula",
)
MEDIAN_OF = PUBLIC[1:6]


def measured(text, **article):
    story = Story(id="s", title="", articles=(Article(id="a", source="S", text=text, **article),))
    return list(MEASURE.compute(story))


def values(text):
    return {m.column: m.value for m in measured(text) if m.sentence_index is None}


@pytest.fixture(scope="module")
def textstat():
    return offline_textstat()


WORDS = st.sampled_from(
    """the a council bridge extraordinary don't it's members' o'clock international e-mail both—and and/or 14 1,400
    $3 5% API NATO Zuckerberg zzyxgrumbling unbelievably hmm café naïve İmamoğlu snake_case (again) rather, slowly;
    'tis — & co-operation well-known who'd they're education simplicity cat dogs window people wonderful""".split()
)
SENTENCE = st.lists(WORDS, min_size=6, max_size=24).map(lambda words: "They say " + " ".join(words) + " today.")
TEXT = st.lists(SENTENCE, min_size=15, max_size=24).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_every_number_is_that_of_textstat(textstat, text):
    found = values(text)
    assert found["n_sentences"] == textstat.sentence_count(text)
    for name in PUBLIC:
        assert found[name] == pytest.approx(getattr(textstat, name)(text), abs=1e-9), name
    assert found["n_words"] == textstat.lexicon_count(text)
    assert found["n_syllables"] == textstat.syllable_count(text)
    assert found["n_letters"] == textstat.letter_count(text)
    assert found["n_difficult_words"] == textstat.difficult_words(text, unique=False)
    assert found["words_per_sentence"] == pytest.approx(textstat.words_per_sentence(text), abs=1e-12)
    assert found["syllables_per_word"] == pytest.approx(found["n_syllables"] / found["n_words"], abs=1e-12)
    grades = [getattr(textstat, name)(text) for name in MEDIAN_OF]
    assert found["grade_median"] == pytest.approx(np.median(grades), abs=1e-9)
    assert found["grade_spread_low"] == pytest.approx(min(grades), abs=1e-9)
    assert found["grade_spread_high"] == pytest.approx(max(grades), abs=1e-9)
    assert found["reading_time_minutes"] == pytest.approx(found["n_words"] / 238)


PLAIN = "The council opened the new bridge after two years of work. It cost a great deal of public money. " * 10


def test_abbreviations_do_not_make_a_text_easier(textstat):
    text = "The U.S. sent Dr. J. Smith 3.5 tons of aid, e.g. rice and flour, at a cost of $1.2 million. " * 8
    found = values(text)
    assert found["n_sentences"] == 8
    assert textstat.sentence_count(text) > 8
    assert found["flesch_kincaid_grade"] > textstat.flesch_kincaid_grade(text) + 2


def test_a_curly_apostrophe_changes_nothing():
    text = "They don't know who'd pay, and it isn't the mayor's or the council's turn. " * 10
    assert values(text) == values(text.replace("'", "’"))


def test_headings_and_their_words_are_left_out():
    text = "\n\n".join(f"Incomprehensible Administrative Considerations\n\n{PLAIN}" for _ in range(2))
    assert values(text)["n_words"] == 2 * values(PLAIN)["n_words"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "too short to measure: 0 words, 100 needed"),
        ("Bridge", "too short to measure: 1 word, 100 needed"),
        ("The bridge is open again. " * 10, "too short to measure: 50 words, 100 needed"),
        ("the bridge and the river " * 30, "too short to measure: 1 sentence, 3 needed"),
    ],
)
def test_too_short_is_undefined_with_its_reason(text, reason):
    found = {m.column: m for m in measured(text) if m.sentence_index is None}
    for name in (*PUBLIC, "grade_median", "grade_spread_low", "grade_spread_high"):
        assert math.isnan(found[name].value)
        assert found[name].reason == reason
    assert found["n_words"].value == len(text.split())
    assert not any(m.column == "grade_median" and m.sentence_index is not None for m in measured(text))


def test_counts_are_defined_from_the_first_word_on():
    found = values("The bridge is open again.")
    assert (found["n_words"], found["n_syllables"], found["n_sentences"]) == (5, 7, 1)
    assert found["words_per_sentence"] == 5
    assert math.isnan(values("")["words_per_sentence"])


def test_the_interval_is_the_delete_one_sentence_jackknife():
    sentences = [f"{'The mayor saw ' * n}a remarkable opportunity over there." for n in range(1, 13)]
    rows = [m for m in measured(" ".join(sentences)) if m.column == "grade_median"]
    whole, parts = next(m for m in rows if m.sentence_index is None), [m for m in rows if m.sentence_index is not None]
    replicates = [values(" ".join(s for j, s in enumerate(sentences) if j != i))["grade_median"] for i in range(12)]
    assert [p.sentence_index for p in parts] == list(range(12))
    assert [p.numerator / p.denominator for p in parts] == pytest.approx(replicates)
    n_words = values(" ".join(sentences))["n_words"]
    assert [p.denominator for p in parts] == [n_words - len(s.split()) for s in sentences]
    spread = math.sqrt(11 / 12 * sum((r - np.mean(replicates)) ** 2 for r in replicates))
    assert whole.high - whole.value == pytest.approx(2.200985 * spread, rel=1e-5)  # t with 11 degrees, 0.975
    assert whole.value - whole.low == pytest.approx(2.200985 * spread, rel=1e-5)


def test_sentence_rows_show_the_sentence_itself(textstat):
    text = PLAIN + "Administrative considerations necessitated extraordinarily comprehensive investigations."
    rows = {(m.column, m.sentence_index): m.value for m in measured(text) if m.sentence_index is not None}
    last = max(index for _, index in rows)
    sentence = text[len(PLAIN) :]
    assert rows["n_words", last] == 6
    assert rows["n_syllables", last] == textstat.syllable_count(sentence)
    assert rows["n_difficult_words", last] == 6
    assert rows["grade_median", last] == pytest.approx(textstat.flesch_kincaid_grade(sentence))


def test_the_parts_of_a_ratio_give_its_value():
    for m in measured(PLAIN):
        if m.sentence_index is None and MEASURE.column(m.column).pool == "ratio":
            assert m.numerator / m.denominator == pytest.approx(m.value)


def test_three_levels_of_one_story_come_in_order(gold):
    levels = {}
    for line in (gold / "onestopenglish/texts.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        levels.setdefault(row["article"], {})[row["level"]] = values(row["text"])["grade_median"]
    triples = [v for v in levels.values() if len(v) == 3]
    in_order = [v["ele"] < v["int"] < v["adv"] for v in triples]
    assert len(triples) > 50
    assert sum(in_order) / len(in_order) >= 0.97
