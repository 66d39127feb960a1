"""Agreement of numbers with human labels. Plain numpy, nothing drawn at random.

What the claim engine is fitted with is defined beside it and comes from there, so both report the same figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from components.analysis.claims.agreement import (
    area_under_curve,
    balanced_accuracy,
    calibration_error,
    cohen_kappa,
    mean_correlation,
)

__all__ = [
    "Extracted",
    "accuracy",
    "area_under_curve",
    "balanced_accuracy",
    "calibration_error",
    "cohen_kappa",
    "extraction_f1",
    "human_kappa",
    "mean_correlation",
    "pearson",
    "ranks",
    "share",
    "spearman",
]

Numbers = npt.ArrayLike
Array = npt.NDArray[np.float64]
Extracted = tuple[str, str]
_WORD = re.compile(r"\w+")
_SHINGLE = 4


def pearson(x: Numbers, y: Numbers) -> float:
    """Pearson's r, -1..1, over the pairs in which both are defined; NaN under three pairs or where one is constant."""
    a, b = _defined(x, y)
    if len(a) < 3:
        return float("nan")
    a, b = a - a.mean(), b - b.mean()
    spread = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / spread if spread > 1e-12 else float("nan")


def spearman(x: Numbers, y: Numbers) -> float:
    """Spearman's rho, -1..1: Pearson's r of the ranks, ties sharing their mean rank; undefined as :func:`pearson`."""
    a, b = _defined(x, y)
    return pearson(ranks(a), ranks(b))


def ranks(values: Numbers) -> Array:
    """The rank of each value from 1, smallest first; tied values share the mean of their places."""
    _, place, counts = np.unique(np.asarray(values, float), return_inverse=True, return_counts=True)
    shared: Array = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return shared


def accuracy(labels: Numbers, guesses: Numbers) -> float:
    """Share of cells in which a binary guess is the label, 0..1; NaN without cells."""
    return share(np.asarray(labels, bool) == np.asarray(guesses, bool))


def share(hits: Numbers) -> float:
    """Share of true values, 0..1; NaN without values."""
    found = np.asarray(hits, bool)
    return float(found.mean()) if found.size else float("nan")


def extraction_f1(texts: Sequence[Extracted]) -> float:
    """F1 of extracted against true texts, (extracted, true) each, by runs of four words, 0..1.

    Harmonic mean of precision (over the texts of which something was extracted) and recall, each averaged over
    texts so that a long one weighs no more: the Article Extraction Benchmark's own figure. NaN where nothing was
    extracted, or nothing should have been.
    """
    precision, recall = [], []
    for extracted, true in texts:
        found, wanted = _shingles(extracted), _shingles(true)
        shared = (found & wanted).total()
        if found:
            precision.append(shared / found.total())
        if wanted:
            recall.append(shared / wanted.total())
    if not precision or not recall:
        return float("nan")
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return 2 * p * r / (p + r) if p + r else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)) if words)


def human_kappa(yes: Numbers, no: Numbers) -> float:
    """Cohen's kappa of one rater against the majority of the others, over all raters of all cells.

    ``yes`` and ``no``: how many raters said so of each cell. A rater whose fellows are evenly split has no
    majority to be held against and is left out. NaN where nobody is left.
    """
    ayes, noes = np.asarray(yes, int), np.asarray(no, int)
    said: list[bool] = []
    others: list[bool] = []
    for aye, nay in zip(ayes.tolist(), noes.tolist(), strict=True):
        if aye and aye - 1 != nay:
            said += [True] * aye
            others += [aye - 1 > nay] * aye
        if nay and nay - 1 != aye:
            said += [False] * nay
            others += [aye > nay - 1] * nay
    return cohen_kappa(others, said) if said else float("nan")


def _defined(x: Numbers, y: Numbers) -> tuple[Array, Array]:
    a, b = np.asarray(x, float), np.asarray(y, float)
    both = ~(np.isnan(a) | np.isnan(b))
    return a[both], b[both]
