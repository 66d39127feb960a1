"""Tone: how positive or negative the wording is, sentence by sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from components.analysis import tone_scoring
from components.analysis.intervals import t_interval
from components.analysis.measure import NAN, Column, Measure, Measurement, by_sentence, per_article
from components.analysis.model import Article, Settings
from components.analysis.tone_drivers import ScoredSentence, scored_sentences, scores_without_words
from components.analysis.words import count_words

# VADER's own cut between neutral and not.
NEUTRAL_BAND = 0.05

Scores = Sequence[tuple[int, float]]


def _measure(article: Article, settings: Settings) -> Iterable[Measurement]:
    scored = scored_sentences(article, settings)
    nothing = "no words to score"
    yield from _mean(article.id, "tone", [(s.sentence.index, s.whole.score) for s in scored], nothing)
    yield from _mean(article.id, "tone_raw", [(s.sentence.index, s.whole.raw) for s in scored], nothing)
    author = [(s.sentence.index, s.author.score) for s in scored if s.author]
    quoted = [(s.sentence.index, s.quoted.score) for s in scored if s.quoted]
    yield from _mean(article.id, "tone_author", author, nothing if not scored else "every sentence is quoted speech")
    yield from _mean(article.id, "tone_quoted", quoted, nothing if not scored else "no quoted speech")
    yield from _shares(article.id, scored, nothing)
    yield _headline(article, settings)
    yield Measurement(article_id=article.id, column="n_tone_sentences", value=float(len(scored)))


def _mean(article_id: str, column: str, scores: Scores, reason: str) -> Iterator[Measurement]:
    """The mean with its t interval, held to the scale's ends, then a row per sentence."""
    if not scores:
        yield Measurement(article_id=article_id, column=column, value=NAN, reason=reason)
        return
    values = [value for _, value in scores]
    low, high = t_interval(values)
    total, n = math.fsum(values), float(len(values))
    yield Measurement(
        article_id=article_id,
        column=column,
        value=total / n,
        low=max(-1.0, low) if low == low else NAN,
        high=min(1.0, high) if high == high else NAN,
        numerator=total,
        denominator=n,
    )
    yield from by_sentence(article_id, column, [index for index, _ in scores], values, values, repeat(1.0))


def _shares(article_id: str, scored: Sequence[ScoredSentence], reason: str) -> Iterator[Measurement]:
    n = len(scored)
    negative = sum(s.whole.raw <= -NEUTRAL_BAND for s in scored)
    positive = sum(s.whole.raw >= NEUTRAL_BAND for s in scored)
    counts = {
        "proportion_negative": negative,
        "proportion_neutral": n - negative - positive,
        "proportion_positive": positive,
        "tone_charge": negative + positive,
    }
    for column, count in counts.items():
        if n:
            yield Measurement(
                article_id=article_id, column=column, value=count / n, numerator=float(count), denominator=float(n)
            )
        else:
            yield Measurement(article_id=article_id, column=column, value=NAN, reason=reason)


def _headline(article: Article, settings: Settings) -> Measurement:
    n_words = count_words(article.title)
    if not n_words:
        return Measurement(article_id=article.id, column="tone_headline", value=NAN, reason="no headline")
    score = tone_scoring.score(article.title, n_words, tone_scoring.neutral_terms(settings)).score
    return Measurement(article_id=article.id, column="tone_headline", value=score, numerator=score, denominator=1.0)


_HIGHER = "more positive wording"


def _tone(name: str, label: str, meaning: str, headline: bool = False, interval: bool = True) -> Column:
    return Column(
        name=name,
        label=label,
        unit="-1 to 1",
        format="+.2f",
        higher_means=_HIGHER,
        meaning=meaning,
        low=-1.0,
        high=1.0,
        interval="t" if interval else "none",
        by_sentence=interval,
        headline=headline,
    )


def _share(name: str, label: str, higher_means: str, meaning: str) -> Column:
    return Column(
        name=name,
        label=label,
        unit="share of sentences",
        format=".0%",
        higher_means=higher_means,
        meaning=meaning,
        low=0.0,
        high=1.0,
    )


COLUMNS = (
    _tone(
        "tone",
        "Tone",
        "Mean over the body's sentences of VADER's score, neutral terms masked, corrected for sentence length, "
        "positive lean and bare negators.",
        headline=True,
    ),
    _tone("tone_raw", "Tone, plain VADER", "Mean of VADER's compound over the same sentences, nothing masked."),
    _share(
        "proportion_negative",
        "Negative sentences",
        "more sentences worded negatively",
        f"Share of sentences whose plain VADER compound is -{NEUTRAL_BAND} or less.",
    ),
    _share(
        "proportion_neutral",
        "Neutral sentences",
        "more sentences without a lean",
        f"Share of sentences whose plain VADER compound lies between -{NEUTRAL_BAND} and {NEUTRAL_BAND}.",
    ),
    _share(
        "proportion_positive",
        "Positive sentences",
        "more sentences worded positively",
        f"Share of sentences whose plain VADER compound is {NEUTRAL_BAND} or more.",
    ),
    _share(
        "tone_charge",
        "Tone charge",
        "more sentences worded positively or negatively",
        "Share of sentences that are not neutral, whichever way they lean.",
    ),
    _tone("tone_headline", "Tone of the headline", "The same score for the headline alone.", interval=False),
    _tone(
        "tone_author",
        "Tone, author's voice",
        "Mean score of what the author says: sentences without speech, and the rest of those with it.",
    ),
    _tone("tone_quoted", "Tone, quoted speech", "Mean score of what stands inside quotation marks (3 words or more)."),
    Column(
        name="n_tone_sentences",
        label="Sentences scored",
        unit="sentences",
        format=".0f",
        higher_means="a surer tone",
        meaning="Body sentences the tone rests on.",
        low=0.0,
        pool="sum",
    ),
)

MEASURE = Measure(
    key="tone",
    label="Tone",
    columns=COLUMNS,
    compute=per_article(_measure),
    leave_out=scores_without_words,
    method="""\
Each body sentence is scored by **VADER**, its rules untouched. Before scoring, typographic quotation marks,
apostrophes, dashes and ellipses are read as their keyboard counterparts (VADER takes "won’t benefit" with a curly
apostrophe for praise), and *neutral terms* lose their valence: words that name a thing in news prose rather than
judge it (*intelligence*, *shares*, *united*), listed in `data/lexicons/neutral_terms.csv`. The mask can be switched
off for a story, and terms added to it or taken from it, on the page of tone.

VADER's sum *s* is then corrected: *x* = *s* · √(20 / *n*) with *n* the sentence's words, held to 5 to 60; times 0.8 if
positive; less 0.5 for each negator (*not*, *never*, *no*, ...), two at most; score = *x* / √(*x*² + 30).

**Tone** is the mean score, -1 to 1, with a 95% *t* interval over sentences (none under two sentences). **Plain VADER**
(mean of its compound, nothing masked or corrected) stands beside it, and the shares of negative, neutral and positive
sentences use VADER's own cuts at ±0.05.

**Voices**: words inside quotation marks are the speaker's, the others the author's. A sentence with both is split and
each side scored by itself; one or two quoted words stay with the author, and a side under three words is left out.""",
    reference="""\
Hutto & Gilbert 2014, *VADER: A parsimonious rule-based model for sentiment analysis of social media text* (ICWSM).""",
    limits="""\
Tone is **wording, not stance**: praise for one side of a dispute and blame for the other may cancel out, and a sober
report of a disaster scores low because the words are grim. Irony, and good news about bad things ("fewer deaths"), are
misread. One sentence's score is weak evidence; means over eight sentences or more are what the measure is for.""",
    version=1,
    order=10,
    per_article=True,
)
