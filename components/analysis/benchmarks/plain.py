"""The plain way to the same numbers: textstat's public functions and VADER, as anybody would call them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from components.analysis.syllables import offline_textstat

FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "linsear_write_formula",
)


@cache
def _vader() -> Any:  # noqa: ANN401 - vaderSentiment has no types
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def read_with_textstat(texts: Iterable[str]) -> list[tuple[float, ...]]:
    """The eight formulas of each text through textstat's public functions, its syllables read offline."""
    textstat = offline_textstat()
    functions = [getattr(textstat, name) for name in FORMULAS]
    return [tuple(function(text) for function in functions) for text in texts]


def score_with_vader(texts: Iterable[str]) -> list[float]:
    """VADER's compound of each text, which may be an article or a sentence."""
    vader = _vader()
    return [vader.polarity_scores(text)["compound"] for text in texts]
