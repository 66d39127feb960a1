"""Quantiles and tails of the t, Gamma and binomial distributions, on mpmath's special functions.

mpmath rather than scipy: with scipy installed, ``import nltk`` (which textstat does) takes nearly a second
longer. Each call costs about a millisecond, so answers are kept.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

_STEPS = 200


@lru_cache(maxsize=None)
def _mp() -> Any:
    import mpmath

    return mpmath.mp


@lru_cache(maxsize=8192)
def t_survival(x: float, df: float) -> float:
    """P(T > x) for Student's t with ``df`` > 0 degrees of freedom (not necessarily whole)."""
    tail = float(_mp().betainc(df / 2, 0.5, 0, df / (df + x * x), regularized=True)) / 2
    return tail if x >= 0 else 1 - tail


@lru_cache(maxsize=8192)
def t_quantile(p: float, df: float) -> float:
    """x with P(T <= x) = p, 0 < p < 1."""
    if p < 0.5:
        return -t_quantile(1 - p, df)
    high = 1.0
    while t_survival(high, df) > 1 - p:
        high *= 2
    return _bisect(lambda x: 1 - t_survival(x, df), p, 0.0, high)


@lru_cache(maxsize=8192)
def gamma_cdf(x: float, shape: float) -> float:
    """P(G <= x) for a Gamma variable of that shape and scale 1."""
    return float(_mp().gammainc(shape, 0, x, regularized=True)) if x > 0 else 0.0


@lru_cache(maxsize=8192)
def gamma_quantile(p: float, shape: float) -> float:
    """x with P(G <= x) = p for a Gamma variable of that shape > 0 and scale 1, 0 < p < 1."""
    high = max(1.0, shape)
    while gamma_cdf(high, shape) < p:
        high *= 2
    return _bisect(lambda x: gamma_cdf(x, shape), p, 0.0, high)


@lru_cache(maxsize=8192)
def binomial_cdf(k: int, n: int, p: float) -> float:
    """P(B <= k) for a binomial variable of n trials with probability p; 0 below k = 0, 1 from k = n on."""
    if k < 0:
        return 0.0
    if k >= n:
        return 1.0
    return float(_mp().betainc(n - k, k + 1, 0, 1 - p, regularized=True))


def _bisect(rising: Any, target: float, low: float, high: float) -> float:
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high) or math.isclose(low, high, rel_tol=1e-13, abs_tol=1e-300):
            break
        if rising(middle) < target:
            low = middle
        else:
            high = middle
    return (low + high) / 2
