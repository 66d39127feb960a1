"""How well scores agree with labels. Plain numpy; used when the engine is fitted and validated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.ArrayLike


def area_under_curve(labels: Numbers, scores: Numbers) -> float:
    """Probability that a positive outscores a negative, ties half: 0.5 chance, 1 perfect; NaN with one class only."""
    truth, values = np.asarray(labels, bool), np.asarray(scores, float)
    positive, negative = int(truth.sum()), int((~truth).sum())
    if not positive or not negative:
        return float("nan")
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return float((ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * negative))


def cohen_kappa(labels: Numbers, guesses: Numbers) -> float:
    """Cohen's kappa of two binary codings: 0 chance, 1 perfect; NaN when chance agreement is complete."""
    truth, guess = np.asarray(labels, bool), np.asarray(guesses, bool)
    chance = truth.mean() * guess.mean() + (1 - truth.mean()) * (1 - guess.mean())
    if chance >= 1.0:
        return float("nan")
    return float(((truth == guess).mean() - chance) / (1 - chance))


def balanced_accuracy(labels: Numbers, guesses: Numbers) -> float:
    """Mean of the shares found right among positives and among negatives; NaN with one class only."""
    truth, guess = np.asarray(labels, bool), np.asarray(guesses, bool)
    if truth.all() or not truth.any():
        return float("nan")
    return float((guess[truth].mean() + (~guess[~truth]).mean()) / 2)


def calibration_error(labels: Numbers, scores: Numbers, bins: int = 10) -> float:
    """Expected calibration error: |mean score - share of positives| per tenth of the scale, weighted by cells."""
    truth, values = np.asarray(labels, float), np.asarray(scores, float)
    place = np.minimum((values * bins).astype(int), bins - 1)
    return float(sum(abs((truth - values)[place == b].sum()) for b in range(bins)) / len(values))


def mean_correlation(groups: Sequence[tuple[Hashable, Hashable]], labels: Numbers, scores: Numbers) -> float:
    """Pearson r between texts' mean score and share of positives, within each story, averaged over stories.

    ``groups``: (story, text) of each cell. Stories in which either does not vary are left out; NaN if all are.
    """
    sums: defaultdict[Hashable, defaultdict[Hashable, list[tuple[float, float]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for (story, text), label, score in zip(groups, np.asarray(labels), np.asarray(scores), strict=True):
        sums[story][text].append((float(label), float(score)))
    found = []
    for texts in sums.values():
        means = np.array([np.mean(cells, axis=0) for cells in texts.values()]).T
        if len(means.T) > 2 and means.std(1).min() > 1e-12:
            found.append(float(np.corrcoef(means)[0, 1]))
    return float(np.mean(found)) if found else float("nan")
