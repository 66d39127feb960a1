"""Readability: which school grade a text asks for, by the public formulas."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from components.analysis.intervals import jackknife_interval
from components.analysis.measure import NAN, Column, Measure, Measurement, by_sentence, per_article
from components.analysis.model import Article, Settings
from components.analysis.readability_counts import Counts, body_counts, read_tokens
from components.analysis.readability_formulas import (
    by_row,
    dale_chall_readability_score,
    flesch_kincaid_grade,
    flesch_reading_ease,
    grades,
    linsear_write_formula,
    median_grade,
    median_grades,
)

MIN_WORDS = 100
MIN_SENTENCES = 3
# Brysbaert 2019: silent reading of English non-fiction by adults.
WORDS_PER_MINUTE = 238


def _measure(article: Article, _settings: Settings) -> Iterator[Measurement]:
    rows = body_counts(article)
    counts = Counts._make(rows.sum(axis=0).tolist())
    yield from _sizes(article.id, counts)
    yield from _grades(article, rows, counts)
    places = [sentence.index for sentence in article.body]
    for name in _COUNTED:
        values = rows[:, Counts._fields.index(name)].astype(float).tolist()
        yield from by_sentence(article.id, name, places, values)


_COUNTED = ("n_words", "n_syllables", "n_difficult_words")


def _sizes(article_id: str, counts: Counts) -> Iterator[Measurement]:
    """What is defined from the first word on."""
    values = {
        "n_words": counts.n_words,
        "n_sentences": counts.n_sentences,
        "n_syllables": counts.n_syllables,
        "n_difficult_words": counts.n_difficult_words,
        "n_letters": counts.n_letters,
        "reading_time_minutes": counts.n_words / WORDS_PER_MINUTE,
    }
    for column, value in values.items():
        yield Measurement(article_id=article_id, column=column, value=float(value))
    for column, over, under in (
        ("words_per_sentence", counts.n_words, counts.n_sentences),
        ("syllables_per_word", counts.n_syllables, counts.n_words),
    ):
        if under:
            yield Measurement(
                article_id=article_id,
                column=column,
                value=over / under,
                numerator=float(over),
                denominator=float(under),
            )
        else:
            yield Measurement(article_id=article_id, column=column, value=NAN, reason="no words")


def _too_short(counts: Counts) -> str:
    if counts.n_words < MIN_WORDS:
        return f"too short to measure: {_number(counts.n_words, 'word')}, {MIN_WORDS} needed"
    if counts.n_sentences < MIN_SENTENCES:
        return f"too short to measure: {_number(counts.n_sentences, 'sentence')}, {MIN_SENTENCES} needed"
    return ""


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _grades(article: Article, rows: npt.NDArray[np.int64], counts: Counts) -> Iterator[Measurement]:
    """The formulas: word-weighted when articles pool, with the jackknife behind the median."""
    reason = _too_short(counts)
    if reason:
        for column in _FORMULAS:
            yield Measurement(article_id=article.id, column=column, value=NAN, reason=reason)
        return
    by_name = grades(counts)
    median = median_grade(counts)
    values = {
        **by_name,
        "grade_spread_low": min(by_name.values()),
        "grade_spread_high": max(by_name.values()),
        "linsear_write_formula": linsear_write_formula(read_tokens(s.text) for s in article.body),
        "flesch_reading_ease": flesch_reading_ease(counts),
        "dale_chall_readability_score": dale_chall_readability_score(counts),
    }
    for column, value in values.items():
        yield _weighted(article.id, column, value, counts.n_words)
    rest = np.array(counts) - rows
    replicates = median_grades(rest)
    low, high = jackknife_interval(median, replicates)
    yield _weighted(article.id, "grade_median", median, counts.n_words, low, high)
    words = rest[:, Counts._fields.index("n_words")].astype(float)
    own, over = by_row(flesch_kincaid_grade, rows).tolist(), (replicates * words).tolist()
    places = [sentence.index for sentence in article.body]
    yield from by_sentence(article.id, "grade_median", places, own, over, words.tolist())


def _weighted(
    article_id: str, column: str, value: float, n_words: int, low: float = NAN, high: float = NAN
) -> Measurement:
    return Measurement(article_id, column, value, low, high, value * n_words, float(n_words))


_HARDER = "harder to read"


def _grade(name: str, label: str, meaning: str) -> Column:
    return Column(name=name, label=label, unit="school grade", format=".1f", higher_means=_HARDER, meaning=meaning)


def _count(name: str, label: str, unit: str, meaning: str) -> Column:
    return Column(
        name=name,
        label=label,
        unit=unit,
        format=",.0f",
        higher_means="a longer text" if name != "n_difficult_words" else _HARDER,
        meaning=meaning,
        low=0.0,
        pool="sum",
        by_sentence=name in _COUNTED,
    )


COLUMNS = (
    Column(
        name="grade_median",
        label="School grade",
        unit="school grade",
        format=".1f",
        higher_means=_HARDER,
        meaning="Median of five grade formulas: the year of schooling (United States) a reader needs.",
        interval="jackknife",
        by_sentence=True,
        headline=True,
    ),
    _grade("grade_spread_low", "Lowest grade", "The lowest of the five grade formulas behind the median."),
    _grade("grade_spread_high", "Highest grade", "The highest of the five grade formulas behind the median."),
    Column(
        name="flesch_reading_ease",
        label="Flesch reading ease",
        unit="points",
        format=".1f",
        higher_means="easier to read",
        meaning="From words per sentence and syllables per word; 60 to 70 is plain English, under 30 very difficult.",
    ),
    _grade("flesch_kincaid_grade", "Flesch-Kincaid grade", "From words per sentence and syllables per word."),
    _grade("gunning_fog", "Gunning fog", "From words per sentence and the share of complex words."),
    _grade("smog_index", "SMOG", "From words of three syllables or more per sentence."),
    _grade("coleman_liau_index", "Coleman-Liau", "From letters per word and sentences per word."),
    _grade("automated_readability_index", "ARI", "From characters per word and words per sentence."),
    Column(
        name="dale_chall_readability_score",
        label="Dale-Chall",
        unit="points",
        format=".1f",
        higher_means=_HARDER,
        meaning="From words not on the list of easy words and words per sentence; under 5 grade four, over 9 college.",
        low=0.0,
    ),
    _grade("linsear_write_formula", "Linsear Write", "From short and long words per sentence in the first 100 words."),
    Column(
        name="words_per_sentence",
        label="Words per sentence",
        unit="words",
        format=".1f",
        higher_means="longer sentences",
        meaning="Mean number of words in a sentence.",
        low=0.0,
    ),
    Column(
        name="syllables_per_word",
        label="Syllables per word",
        unit="syllables",
        format=".2f",
        higher_means="longer words",
        meaning="Mean number of syllables in a word.",
        low=0.0,
    ),
    Column(
        name="reading_time_minutes",
        label="Reading time",
        unit="minutes",
        format=".1f",
        higher_means="a longer text",
        meaning=f"Words over {WORDS_PER_MINUTE} a minute, an adult's silent reading of non-fiction.",
        low=0.0,
        pool="sum",
    ),
    _count("n_words", "Words", "words", "Words of the measured sentences, as textstat counts them."),
    _count("n_sentences", "Sentences", "sentences", "Sentences measured: of four words or more, headings apart."),
    _count("n_syllables", "Syllables", "syllables", "Syllables of the measured sentences."),
    _count(
        "n_difficult_words",
        "Difficult words",
        "words",
        "Running words of two syllables or more that are not on the list of easy words; names are among them.",
    ),
    _count("n_letters", "Letters", "letters", "Letters and digits of the measured sentences."),
)

_FORMULAS = tuple(c.name for c in COLUMNS if c.unit in ("school grade", "points"))

MEASURE = Measure(
    key="readability",
    label="Readability",
    columns=COLUMNS,
    compute=per_article(_measure),
    method=f"""\
The public formulas as **textstat** 0.7.13 computes them, from one count of the article's words, syllables, difficult
words, letters and sentences. Words, syllables and the list of easy words are textstat's; the sentences are ours,
because textstat ends one at every full stop ("U.S.", "Dr.", "3.5"). Sentences of four words or more are measured, list
items among them, headings not. Syllables come from the CMU Pronouncing Dictionary, for words it lacks from hyphenation.
Curly apostrophes within a word are read as straight ones.

**School grade** is the median of the five formulas that answer in school grades from the whole text: Flesch-Kincaid,
Gunning fog, SMOG, Coleman-Liau and ARI; lowest and highest stand beside it. Linsear Write, which reads the first 100
words only, is shown but has no part in it. The 95% interval is the delete-one-sentence jackknife. Several articles of
one source are averaged by their words.

Under {MIN_WORDS} words or {MIN_SENTENCES} sentences the formulas are not defined. Reading time is words over
{WORDS_PER_MINUTE} a minute.""",
    reference="""\
Flesch 1948; Dale & Chall 1948; Gunning 1952; O'Hayre 1966 (Linsear Write); Senter & Smith 1967 (ARI); McLaughlin 1969
(SMOG); Coleman & Liau 1975; Kincaid et al. 1975. Reading speed: Brysbaert 2019, *How many words do we read per minute?*
(Journal of Memory and Language 109).""",
    limits="""\
The formulas see the length of words and sentences, nothing else: not order, not sense, not what a reader knows. They
are made for **English** prose; for another language the numbers mean nothing. A name counts as a difficult word, a list
of short items looks easy, and quoted speech makes a text easier than its author's own sentences. The formulas differ
from each other by several grades on the same text, so compare texts by one and the same formula.""",
    version=1,
    order=30,
    per_article=True,
)
