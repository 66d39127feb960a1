"""VADER on straightened text, the mask and the correction: each known trap with a text that falls into it."""

import csv
import math
import time

import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from components.analysis import tone_scoring
from components.analysis.words import count_words

NONE = tone_scoring.NOTHING_MASKED
PLAIN = SentimentIntensityAnalyzer()


def tone(text, mask=True):
    return tone_scoring.score(text, count_words(text), None if mask else NONE)


@pytest.mark.parametrize(
    "text",
    [
        "The committee praised a brilliant, honest and generous plan!!",
        "It was not good, but the REST of it was great :)",
        "Nobody expects such a disaster, least of all the happy residents?? Really??",
        "She was kind of happy and sort of sad.",
        "No good came of it, no matter the hope.",
        "We \N{SMILING FACE WITH HEART-SHAPED EYES} this \N{CROSS MARK} plan",
        "The council met at noon to hear the report.",
        "",
    ],
)
def test_raw_is_what_vader_says(text):
    assert tone(text).raw == PLAIN.polarity_scores(text)["compound"]
    assert tone(text, mask=False).compound == tone(text).raw


def test_the_sum_is_what_vader_normalises_to_its_compound():
    text = "The generous offer was a terrible, awful mistake and a total disaster!"
    total = tone_scoring.total(text, NONE)
    assert total / math.sqrt(total**2 + 15) == pytest.approx(PLAIN.polarity_scores(text)["compound"], abs=5e-5)


def test_a_curly_apostrophe_reads_as_a_straight_one():
    assert PLAIN.polarity_scores("They won’t benefit.")["compound"] > 0.4
    assert tone("They won’t benefit.") == tone("They won't benefit.")
    assert tone("They won’t benefit.").raw < -0.3


def test_a_word_beside_a_curly_quotation_mark_or_dash_is_seen():
    assert tone("He called it “brilliant” and left.") == tone('He called it "brilliant" and left.')
    assert tone("A brilliant—honest plan").raw == PLAIN.polarity_scores("A brilliant honest plan")["compound"]


def test_straightening_keeps_every_offset():
    text = "“It won’t…” — she said—‘no’"
    assert len(tone_scoring.straighten(text)) == len(text)


def test_a_word_that_names_a_thing_is_neutral():
    text = "The company released an artificial intelligence system on Tuesday."
    assert tone(text).raw == pytest.approx(0.4767)
    assert tone(text).compound == tone(text).score == 0.0
    assert tone(text, mask=False).compound == pytest.approx(0.4767)


def test_the_mask_leaves_the_reach_of_boosters_and_negators_alone():
    with_neutral = "The treasury did not, like many, praise the plan."
    assert (
        tone(with_neutral).compound
        == PLAIN.polarity_scores("The xxxxxx did not, xxxx many, praise the plan.")["compound"]
    )
    assert tone("There is no hope in it.").compound < 0
    assert tone("Users were kind of happy.").compound == PLAIN.polarity_scores("Users were kind of happy.")["compound"]


def test_a_neutral_phrase_masks_inside_itself_only():
    assert tone("They reformed health care last year.").compound == 0.0
    assert (
        tone("They reformed health-care rules, and people care.").compound == tone("Rules, and people care.").compound
    )
    assert tone("They care about the sick.").compound != 0.0
    assert tone("The civil war ended.").compound == 0.0
    assert tone("The war ended.").compound < 0


def test_vader_cannot_see_hype():
    assert tone("It is a revolutionary, groundbreaking, unprecedented, game-changing breakthrough.").raw == 0.0


def test_the_correction_is_its_formula():
    assert tone_scoring.correct(0.0, 12, 0) == 0.0
    x = 3.0 * math.sqrt(20 / 10) * 0.8
    assert tone_scoring.correct(3.0, 10, 0) == pytest.approx(x / math.sqrt(x * x + 30))
    x = -3.0 * math.sqrt(20 / 40) - 1.0
    assert tone_scoring.correct(-3.0, 40, 5) == pytest.approx(x / math.sqrt(x * x + 30))


def test_length_is_held_between_five_and_sixty_words():
    assert tone_scoring.correct(2.0, 1, 0) == tone_scoring.correct(2.0, 5, 0) > tone_scoring.correct(2.0, 6, 0)
    assert tone_scoring.correct(2.0, 600, 0) == tone_scoring.correct(2.0, 60, 0) < tone_scoring.correct(2.0, 59, 0)


@pytest.mark.parametrize(
    "text", ["They did not say.", "They didn’t say.", "There is no word yet.", "It was never said."]
)
def test_a_bare_negator_leans_negative(text):
    assert tone(text).compound == 0.0
    assert tone(text).score == pytest.approx(-0.5 / math.sqrt(30.25))


def test_every_neutral_term_is_listed_with_vaders_own_value():
    with tone_scoring.NEUTRAL_TERMS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["term"] for row in rows}) == len(rows) > 100
    for row in rows:
        value = sum(PLAIN.lexicon.get(word, 0.0) for word in row["term"].split())
        assert float(row["vader_value"]) == pytest.approx(value), row["term"]
        assert value != 0
        assert row["kind"] in ("word", "phrase")
        assert row["group"]
        assert row["origin"]


def test_words_that_carry_tone_in_news_stay_unmasked():
    kept = {
        "clear",
        "agree",
        "help",
        "benefit",
        "gain",
        "profit",
        "growth",
        "hero",
        "well",
        "credit",
        "special",
        "hand",
    }
    assert not kept & tone_scoring.neutral_terms().words


def test_a_broken_list_of_neutral_terms_is_refused(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("term,kind,group,vader_value,origin\nlike,verb,,1.5,x\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'like' is a word or a phrase"):
        tone_scoring.listed_terms(path)


def test_a_sentence_without_end_is_read_in_pieces():
    clause = "the generous donors praised a wonderful and honest plan while "
    text = clause * 60
    assert len(tone_scoring.pieces(clause * 12)) == 1
    parts = tone_scoring.pieces(text)
    assert "".join(text[start:end] for start, end in parts) == text
    assert {len(text[start:end].split()) for start, end in parts} == {tone_scoring.PIECE_WORDS}
    assert tone_scoring.total(text, NONE) == pytest.approx(60 * tone_scoring.total(clause, NONE))


def test_cost_of_a_sentence_grows_with_its_length_not_its_square():
    def seconds(n):
        text = "a wonderful and honest plan " * n
        start = time.process_time()
        tone_scoring.score(text, 5 * n)
        return time.process_time() - start

    seconds(50)
    small, large = (min(seconds(n) for _ in range(3)) for n in (150, 1200))
    assert large < 24 * small
