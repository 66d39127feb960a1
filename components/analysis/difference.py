"""Exact and asymptotic tests of the difference of two sources: one function a kind of number."""

from __future__ import annotations

import math
from collections.abc import Sequence

from components.analysis.quantiles import binomial_cdf, t_survival


def welch_p(mean: float, variance: float, df_parts: Sequence[tuple[float, int]]) -> float:
    """Two-sided p of a difference with standard error sqrt(variance), Welch-Satterthwaite degrees of freedom.

    ``df_parts``: each side's share of the variance with its n. Zero variance: 1 if the means agree, else 0.
    """
    if variance <= 0:
        return 1.0 if mean == 0 else 0.0
    df = variance**2 / sum(part**2 / (n - 1) for part, n in df_parts if part > 0)
    return min(1.0, 2 * t_survival(abs(mean) / math.sqrt(variance), df))


def rate_p(hits_a: float, words_a: float, hits_b: float, words_b: float) -> float:
    """Two-sided exact conditional p that two Poisson rates agree: twice the smaller binomial tail, at most 1.

    Given hits_a + hits_b, hits_a is Binomial with probability words_a / (words_a + words_b). Half counts
    (stance adverbs weigh a half) are rounded towards the null.
    """
    total = round(hits_a + hits_b)
    if total == 0:
        return 1.0
    share = words_a / (words_a + words_b)
    expected = total * share
    k = math.floor(hits_a) if hits_a > expected else math.ceil(hits_a)
    upper = 1.0 if k == 0 else 1.0 - binomial_cdf(k - 1, total, share)
    return min(1.0, 2 * min(binomial_cdf(k, total, share), upper))


def sign_p(wins: int, losses: int) -> float:
    """Two-sided exact sign test: p of so uneven a split of the wins + losses if both were as likely."""
    n = wins + losses
    return 1.0 if n == 0 else min(1.0, 2 * binomial_cdf(min(wins, losses), n, 0.5))
