"""Tone by sentence, voice and word."""

import math
import time

import pytest

from components.analysis import tone_scoring
from components.analysis.measures.tone import MEASURE
from components.analysis.model import Article, Quote, Sentence, Settings, Story
from components.analysis.tone_drivers import scores_without_words, sentence_tones, split_voices, word_drivers
from components.analysis.words import count_words

SETTINGS = Settings()


def article(*sentences, title="", quotes=()):
    """An article of these sentences; ``quotes`` are passages of them that are quoted speech."""
    text, found = " ".join(sentences), []
    for index, sentence in enumerate(sentences):
        start = text.index(sentence, found[-1].end if found else 0)
        spans = [(sentence.index(q) + start, q) for q in quotes if q in sentence]
        found.append(
            Sentence(
                index=index,
                start=start,
                end=start + len(sentence),
                text=sentence,
                kind="prose",
                block=0,
                n_words=count_words(sentence),
                quotes=tuple(Quote(start=at, end=at + len(q)) for at, q in sorted(spans)),
            )
        )
    made = Article(id="a", source="s", text=text, title=title)
    made.__dict__["sentences"] = tuple(found)
    return made


def measured(made, settings=SETTINGS):
    rows = list(MEASURE.compute(Story(id="x", title="x", articles=(made,), settings=settings)))
    return {m.column: m for m in rows if m.sentence_index is None}, [m for m in rows if m.sentence_index is not None]


GOOD = "The generous donors praised a wonderful and honest plan."
BAD = "A terrible disaster killed and injured frightened people."
FLAT = "The council met at noon to read the report."


def test_tone_is_the_mean_of_sentences_not_of_the_whole_text():
    made = article(*[GOOD, FLAT] * 8)
    own, rows = measured(made)
    score = tone_scoring.score(GOOD, count_words(GOOD)).score
    assert own["tone"].value == pytest.approx(score / 2)
    assert tone_scoring.score(made.text, 200).raw > 0.99 > 0.6 > own["tone_raw"].value
    assert [r.value for r in rows if r.column == "tone"] == pytest.approx([score, 0.0] * 8)
    assert own["tone"].numerator / own["tone"].denominator == pytest.approx(own["tone"].value)
    assert own["n_tone_sentences"].value == 16


def test_the_t_interval_is_over_sentences_and_missing_under_two():
    own, rows = measured(article(GOOD, FLAT, BAD))
    values = [r.value for r in rows if r.column == "tone"]
    mean = sum(values) / 3
    half = 4.3026527297 * math.sqrt(sum((v - mean) ** 2 for v in values) / 2 / 3)
    assert (own["tone"].low, own["tone"].high) == pytest.approx((max(-1, mean - half), min(1, mean + half)))
    alone, _ = measured(article(GOOD))
    assert alone["tone"].value > 0
    assert math.isnan(alone["tone"].low)
    assert math.isnan(alone["tone"].high)


def test_shares_add_up_and_rest_on_plain_vader():
    own, _ = measured(article(GOOD, BAD, FLAT, "The party shares an interest in energy.", GOOD))
    shares = [own[f"proportion_{side}"].value for side in ("negative", "neutral", "positive")]
    assert shares == pytest.approx([0.2, 0.2, 0.6])
    assert own["tone_charge"].value == pytest.approx(0.8)


def test_switching_the_mask_off_changes_the_tone_and_not_the_raw_tone():
    made = article("The party shares an interest in energy.", FLAT)
    masked, _ = measured(made)
    unmasked, _ = measured(made, Settings(mask=False))
    assert masked["tone"].value == 0.0 < unmasked["tone"].value
    assert masked["tone_raw"].value == unmasked["tone_raw"].value


def test_a_mixed_sentence_is_split_between_its_voices():
    said = "this is a wonderful and brilliant plan"
    made = article(f'"{said}," complained the angry and bitter rival.', FLAT, quotes=[said])
    own, rows = measured(made)
    assert split_voices(made.text, made.sentences[0]) == ('" ," complained the angry and bitter rival.', said)
    assert own["tone_quoted"].value > 0.3
    assert own["tone_quoted"].denominator == 1
    assert own["tone_author"].value < -0.2
    assert own["tone_author"].denominator == 2
    assert {(r.column, r.sentence_index) for r in rows if r.column in ("tone_author", "tone_quoted")} == {
        ("tone_author", 0),
        ("tone_author", 1),
        ("tone_quoted", 0),
    }
    assert [t.voice for t in sentence_tones(made, SETTINGS)] == ["mixed", "author"]


def test_one_or_two_quoted_words_stay_with_the_author():
    made = article('The minister called it a "terrible disaster" twice.', quotes=["terrible disaster"])
    own, _ = measured(made)
    assert own["tone_author"].value == own["tone"].value < 0
    assert math.isnan(own["tone_quoted"].value)
    assert own["tone_quoted"].reason == "no quoted speech"


def test_a_remainder_of_he_said_has_no_tone():
    said = "We did everything to praise them"
    own, _ = measured(article(f'"{said}," he said.', quotes=[said]))
    assert math.isnan(own["tone_author"].value)
    assert own["tone_author"].reason == "every sentence is quoted speech"


def test_headline_apart_from_the_body():
    with_title, _ = measured(article(FLAT, title="A wonderful day for honest people"))
    without, _ = measured(article(FLAT))
    assert with_title["tone_headline"].value > 0.3
    assert with_title["tone"].value == without["tone"].value == 0.0
    assert math.isnan(without["tone_headline"].value)
    assert without["tone_headline"].reason == "no headline"


def test_an_empty_text_is_undefined_not_zero():
    empty = Article(id="a", source="s", text="")
    empty.__dict__["sentences"] = ()
    own, rows = measured(empty)
    assert not rows
    assert own["n_tone_sentences"].value == 0
    for column in ("tone", "tone_raw", "tone_charge", "proportion_neutral", "tone_author", "tone_quoted"):
        assert math.isnan(own[column].value)
        assert own[column].reason == "no words to score"


def test_drivers_are_the_drop_in_vaders_sum_and_stand_where_the_word_stands():
    made = article(FLAT, "The company’s shares fell after a horrible loss.")
    tones = sentence_tones(made, SETTINGS)
    assert tones[0].drivers == ()
    by_word = {d.word: d for d in tones[1].drivers}
    assert set(by_word) == {"shares", "horrible", "loss"}
    assert all(made.text[d.start : d.end].lower() == d.word for d in by_word.values())
    assert by_word["shares"].masked
    assert by_word["shares"].contribution == pytest.approx(1.2)
    assert by_word["horrible"].contribution == pytest.approx(-2.5)
    assert not by_word["loss"].masked


def test_a_negated_word_drives_the_other_way():
    (tone,) = sentence_tones(article("They did not praise the plan."), SETTINGS)
    (driver,) = tone.drivers
    assert driver.word == "praise"
    assert driver.contribution < 0


def test_word_drivers_sum_over_the_article_strongest_first():
    rows = word_drivers(article(GOOD, BAD, GOOD, FLAT), SETTINGS)
    sizes = [abs(r.contribution) for r in rows]
    assert sizes == sorted(sizes, reverse=True)
    assert next(r for r in rows if r.word == "wonderful").n == 2
    assert next(r for r in rows if r.word == "killed").contribution < 0


def test_leaving_a_word_out_moves_only_its_sentences():
    made = article(GOOD, BAD, FLAT)
    tones = [t.score for t in sentence_tones(made, SETTINGS)]
    left_out = scores_without_words(made, SETTINGS)
    assert left_out["wonderful"][0] < tones[0]
    assert left_out["wonderful"][1:] == pytest.approx(tones[1:])
    assert left_out[""] == pytest.approx(tones)
    assert set(left_out) - {""} == {d.word for t in sentence_tones(made, SETTINGS) for d in t.drivers if not d.masked}


def test_every_column_has_a_value_or_a_reason():
    own, _ = measured(article(GOOD, BAD))
    assert set(own) == {c.name for c in MEASURE.columns}
    assert all(m.value == m.value or m.reason for m in own.values())


def test_cost_grows_with_the_text_not_with_its_square():
    def seconds(n):
        made = article(*[f"{GOOD[:-1]} number {i} of the {BAD.lower()}" for i in range(n)])
        start = time.process_time()
        measured(made)
        return time.process_time() - start

    seconds(10)
    small, large = (min(seconds(n) for _ in range(3)) for n in (60, 480))
    assert large < 24 * small
