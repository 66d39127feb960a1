"""The public readability formulas, from counts, as textstat 0.7.13 computes them.

Every function gives what textstat's function of the same name gives for a text with those counts. All school grades
are grades of the United States: 8 is the eighth year of school, 13 the first of college; they have no upper end and
can fall below 0. Each expects at least one word and one sentence (ZeroDivisionError otherwise: textstat's own answer
to an empty text is 0, a false "very easy", so emptiness is for the caller to see).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from components.analysis.readability_counts import Counts, Token

LINSEAR_WORDS = 100


def flesch_reading_ease(c: Counts) -> float:
    """206.835 - 1.015 * words per sentence - 84.6 * syllables per word. Higher is easier; most prose 0 to 100.

    Source: Flesch 1948, A new readability yardstick, Journal of Applied Psychology 32.
    """
    return 206.835 - 1.015 * (c.n_words / c.n_sentences) - 84.6 * (c.n_syllables / c.n_words)


def flesch_kincaid_grade(c: Counts) -> float:
    """0.39 * words per sentence + 11.8 * syllables per word - 15.59: a school grade, higher is harder.

    Source: Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75.
    """
    return 0.39 * (c.n_words / c.n_sentences) + 11.8 * (c.n_syllables / c.n_words) - 15.59


def gunning_fog(c: Counts) -> float:
    """0.4 * (words per sentence + percentage of complex words): a school grade, higher is harder.

    Complex: three syllables or more and not on textstat's list of easy words. Source: Gunning 1952, The Technique of
    Clear Writing.
    """
    return 0.4 * (c.n_words / c.n_sentences + 100 * c.n_complex_words / c.n_words)


def smog_index(c: Counts) -> float:
    """1.043 * sqrt(30 * words of three syllables or more / sentences) + 3.1291: a school grade, higher is harder.

    Source: McLaughlin 1969, SMOG grading, Journal of Reading 12.
    """
    grade: float = 1.043 * (30 * (c.n_polysyllables / c.n_sentences)) ** 0.5 + 3.1291
    return grade


def coleman_liau_index(c: Counts) -> float:
    """0.058 * letters per 100 words - 0.296 * sentences per 100 words - 15.8: a school grade, higher is harder.

    Source: Coleman & Liau 1975, A computer readability formula designed for machine scoring, Journal of Applied
    Psychology 60.
    """
    return 0.058 * (c.n_letters / c.n_words * 100) - 0.296 * (c.n_sentences / c.n_words * 100) - 15.8


def automated_readability_index(c: Counts) -> float:
    """4.71 * characters per token + 0.5 * words per sentence - 21.43: a school grade, higher is harder.

    Characters include punctuation, and tokens what is mere punctuation, as in textstat. Source: Senter & Smith 1967,
    Automated Readability Index, AMRL-TR-66-220.
    """
    return 4.71 * (c.n_characters / c.n_tokens) + 0.5 * (c.n_words / c.n_sentences) - 21.43


def dale_chall_readability_score(c: Counts) -> float:
    """0.1579 * percentage of unfamiliar words + 0.0496 * words per sentence, + 3.6365 above 5 percent.

    Higher is harder: under 5 fourth grade or less, 9 to 10 college. Not a grade itself, so it has no part in the
    median. Unfamiliar: not on textstat's list of easy words. Source: Dale & Chall 1948, A formula for predicting
    readability, Educational Research Bulletin 27.
    """
    percentage = 100 * c.n_unfamiliar_words / c.n_words
    score = 0.1579 * percentage + 0.0496 * (c.n_words / c.n_sentences)
    return score + 3.6365 if percentage > 5 else score


def linsear_write_formula(sentences: Iterable[Sequence[Token]]) -> float:
    """The grade of the first 100 words, as textstat takes them: a school grade, higher is harder.

    ``sentences``: the tokens of each, no more of which are asked for than hold those words.

    Easy words (under three syllables) count 1, others 3; their sum over the sentences, less 2 when it is 20 or
    under, halved. A sentence cut off by the hundredth word counts from its third word on, as in textstat. It sees
    the opening of a text alone. Source: O'Hayre 1966, Gobbledygook Has Gotta Go.
    """
    n_words = n_sentences = points = 0
    for tokens in sentences:
        words = [token for token in tokens if token.word]
        taken = words[: LINSEAR_WORDS - n_words]
        n_sentences += len(taken) == len(words) or len(taken) > 2
        n_words += len(taken)
        points += sum(3 if token.n_syllables >= 3 else 1 for token in taken if token.n_syllables)
        if n_words == LINSEAR_WORDS:
            break
    number = points / max(n_sentences, 1)
    return (number - 2 if number <= 20 else number) / 2


# Linsear Write is no part of the median: it reads a text's first hundred words only, so it is a noisy witness of the
# whole, and the article's grade would not follow from the article's counts.
GRADES: Mapping[str, Callable[[Counts], float]] = {
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "gunning_fog": gunning_fog,
    "smog_index": smog_index,
    "coleman_liau_index": coleman_liau_index,
    "automated_readability_index": automated_readability_index,
}


def grades(counts: Counts) -> dict[str, float]:
    """The five school grades of a text by the name of their formula."""
    return {name: formula(counts) for name, formula in GRADES.items()}


def median_grade(counts: Counts) -> float:
    """The median of the five school grades."""
    return sorted([formula(counts) for formula in GRADES.values()])[2]


def by_row(formula: Callable[[Counts], float], rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """A grade formula of each row of counts: the formulas are arithmetic, so they take columns as well as numbers."""
    return np.asarray(formula(Counts._make(rows.T)), float)


def median_grades(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """:func:`median_grade` of each row of counts."""
    return np.sort([by_row(formula, rows) for formula in GRADES.values()], axis=0)[2]
