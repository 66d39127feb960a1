"""The 95% intervals that are shown beside a number: t for means, Gamma for rates, jackknife for grades."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from components.analysis.measure import NAN
from components.analysis.quantiles import gamma_quantile, t_quantile


def t_interval(values: Sequence[float]) -> tuple[float, float]:
    """95% t interval of a mean. NaN ends under two values."""
    n = len(values)
    if n < 2:
        return NAN, NAN
    mean = math.fsum(values) / n
    variance = math.fsum([(value - mean) ** 2 for value in values]) / (n - 1)
    half = t_quantile(0.975, n - 1) * math.sqrt(variance / n)
    return mean - half, mean + half


def gamma_interval(hits: float, words: float) -> tuple[float, float]:
    """95% Gamma interval of hits per word: quantiles of Gamma(hits + 1/2) over words. NaN without words.

    Holds its promise for small counts, where a bootstrap over sentences covers about half of it; zero hits
    give a lower end of 0.
    """
    if not words > 0 or math.isnan(hits):
        return NAN, NAN
    low = gamma_quantile(0.025, hits + 0.5) / words if hits > 0 else 0.0
    return low, gamma_quantile(0.975, hits + 0.5) / words


def jackknife_variance(values: np.ndarray) -> float:
    """Variance of a statistic from its n delete-one replicates: (n - 1) / n * sum((r - mean)^2); NaN under 2."""
    n = len(values)
    return NAN if n < 2 else float((n - 1) / n * ((values - values.mean()) ** 2).sum())


def jackknife_interval(value: float, values: np.ndarray) -> tuple[float, float]:
    """95% interval of ``value``: t(n - 1) quantile times the jackknife standard error."""
    variance = jackknife_variance(values)
    if math.isnan(variance):
        return NAN, NAN
    half = t_quantile(0.975, len(values) - 1) * math.sqrt(variance)
    return value - half, value + half
