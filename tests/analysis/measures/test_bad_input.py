"""Tone and hype of what is hardly a text: a number, or none with its reason; never an exception or a false zero."""

import math
import time

import pytest

from components.analysis.measures.hype import MEASURE as HYPE
from components.analysis.measures.tone import MEASURE as TONE
from components.analysis.model import Article, Story

FLAT = "The council met at noon on the day to read out the report. "
PRAISE = "The generous donors drew a wonderful and breathtaking plan "

TEXTS = {
    "empty": "",
    "white space": " \n\t \n\n ",
    "one sentence": "The generous board drew a breathtaking plan.",
    "one word": "Breathtaking",
    "all capitals": "THE BOARD DREW A BREATHTAKING PLAN. NOBODY DID NOT AGREE WITH IT.",
    "emoji alone": "\N{ROCKET}\N{ROCKET} \N{PARTY POPPER}\n\n\N{SMILING FACE WITH HEART-SHAPED EYES}",
    "signs alone": "!!! ??? ... --- ###",
    "quotations alone": "“The plan is breathtaking for all of us.” “It is a wonderful and generous day for the town.”",
    "no full stop": PRAISE * 60,
    "no spaces": "breathtaking" * 5_000,
    "another language": "Der Vorstand lobte den Plan am Dienstag und nannte die Brücke ein Meisterwerk der Baukunst. "
    * 4,
    "another script": "市议会星期二开会宣读报告。新桥将于春天开放，居民们表示欢迎。" * 4,
    "right to left": "اجتمع المجلس يوم الثلاثاء لقراءة التقرير عن الجسر الجديد في المدينة. " * 4,
    "control characters": "The board\x00 praised\u200b a\ufeff breathtaking\u202e plan on Tuesday.",
}


def measured(text, title=""):
    story = Story(id="s", title="S", articles=(Article(id="a", source="s", text=text, title=title),))
    return {m.column: m for measure in (TONE, HYPE) for m in measure.compute(story) if m.sentence_index is None}


@pytest.mark.parametrize("name", TEXTS)
def test_every_column_is_a_number_or_says_why_not(name):
    own = measured(TEXTS[name], title=TEXTS[name])
    assert set(own) == {c.name for measure in (TONE, HYPE) for c in measure.columns if c.pool != "derived"}
    for m in own.values():
        assert math.isnan(m.value) == bool(m.reason), m
        assert math.isnan(m.low) == math.isnan(m.high)
        if not math.isnan(m.low):
            assert m.low <= m.value <= m.high
    for column in TONE.columns[:2]:
        assert math.isnan(own[column.name].value) or -1 <= own[column.name].value <= 1


@pytest.mark.parametrize("name", ["empty", "white space", "signs alone", "emoji alone"])
def test_without_words_there_is_no_rate_and_no_tone(name):
    own = measured(TEXTS[name])
    assert own["hype_per_1000_words"].reason == "no words to measure"
    assert own["tone"].reason == "no words to score"
    assert own["n_hype_hits"].value == own["n_tone_sentences"].value == 0


def test_one_sentence_has_a_tone_without_an_interval_and_a_rate_with_one():
    own = measured(TEXTS["one sentence"])
    assert own["tone"].value > 0
    assert math.isnan(own["tone"].low)
    assert own["hype_per_1000_words"].value == pytest.approx(1000 / 7)
    assert own["hype_per_1000_words"].high > own["hype_per_1000_words"].value


def test_capitals_neither_hide_nor_make_hype():
    text = TEXTS["all capitals"]
    assert (
        measured(text)["hype_per_1000_words"].numerator == measured(text.lower())["hype_per_1000_words"].numerator == 1
    )


def test_in_quotations_alone_nothing_is_the_authors():
    own = measured(TEXTS["quotations alone"])
    assert own["hype_per_1000_words"].value == 0
    assert own["hype_quoted_per_1000_words"].numerator >= 2
    assert own["tone_author"].reason == "every sentence is quoted speech"
    assert own["tone_quoted"].value > 0


def test_a_text_without_a_full_stop_is_measured_whole():
    own = measured(TEXTS["no full stop"])
    assert own["n_tone_sentences"].value == 1
    assert own["hype_per_1000_words"].numerator >= 120
    assert 0.5 < own["tone"].value <= 1


@pytest.mark.parametrize("text", [FLAT * 16_700, PRAISE * 25_000], ids=["sentences", "no full stop"])
def test_two_hundred_thousand_words_are_measured_in_time(text):
    start = time.process_time()
    own = measured(text)
    assert time.process_time() - start < 60
    assert own["hype_per_1000_words"].denominator >= 199_000
    assert not math.isnan(own["tone"].value)
