"""Quantiles and tails of the t, Gamma and binomial distributions, on mpmath's special functions.

mpmath rather than scipy, which this alone would need. Answers are kept, since the same few are asked for again and
again; those of a 95% interval over as many sentences or hits as an article has stand in a table
(``data/quantiles.csv``), so that measuring needs no mpmath.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from statistics import NormalDist
from threading import Lock

TABLE = Path(__file__).resolve().parents[2] / "data" / "quantiles.csv"

_STEPS = 200


_LOCK = Lock()


def _beta_share(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    return _evaluate("betainc", a, b, 0, x)


def _gamma_share(a: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(a, x)."""
    return _evaluate("gammainc", a, 0, x)


def _evaluate(name: str, *arguments: float) -> float:
    """The function of that name in mpmath, which is loaded on first use.

    In its context of machine numbers, which is ten times as fast; where these overflow, in its own, whose shared
    state only one thread may use at a time.
    """
    import mpmath

    try:
        return float(getattr(mpmath.fp, name)(*arguments, regularized=True))
    except OverflowError:
        with _LOCK:
            return float(getattr(mpmath.mp, name)(*arguments, regularized=True))


@lru_cache(maxsize=8192)
def t_survival(x: float, df: float) -> float:
    """P(T > x) for Student's t with ``df`` > 0 degrees of freedom (not necessarily whole)."""
    tail = _beta_share(df / 2, 0.5, df / (df + x * x)) / 2
    return tail if x >= 0 else 1 - tail


@cache
def _tabled() -> dict[tuple[str, float, float], float]:
    """(distribution, p, its parameter) -> quantile, as :mod:`components.analysis.build_quantiles` wrote them down."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {(name, float(p), float(parameter)): float(quantile) for name, p, parameter, quantile in rows}


@lru_cache(maxsize=8192)
def t_quantile(p: float, df: float) -> float:
    """The x with P(T <= x) = p, 0 < p < 1."""
    if p < 0.5:
        return -t_quantile(1 - p, df)
    known = _tabled().get(("t", p, df))
    return solve_t(p, df) if known is None else known


def solve_t(p: float, df: float) -> float:
    """:func:`t_quantile` without the table, for 0.5 <= p < 1."""
    z = NormalDist().inv_cdf(p)
    start = z + (z**3 + z) / (4 * df)  # the first term of the expansion around the normal
    log_scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - math.log(df * math.pi) / 2

    def density(x: float) -> float:
        return math.exp(log_scale - (df + 1) / 2 * math.log1p(x * x / df))

    return _solve(lambda x: 1 - t_survival(x, df), density, p, start)


@lru_cache(maxsize=8192)
def gamma_cdf(x: float, shape: float) -> float:
    """P(G <= x) for a Gamma variable of that shape and scale 1."""
    return _gamma_share(shape, x) if x > 0 else 0.0


@lru_cache(maxsize=8192)
def gamma_quantile(p: float, shape: float) -> float:
    """The x with P(G <= x) = p for a Gamma variable of that shape > 0 and scale 1, 0 < p < 1."""
    known = _tabled().get(("gamma", p, shape))
    return solve_gamma(p, shape) if known is None else known


def solve_gamma(p: float, shape: float) -> float:
    """:func:`gamma_quantile` without the table."""
    z, ninth = NormalDist().inv_cdf(p), 1 / (9 * shape)
    start = shape * max(1 - ninth + z * math.sqrt(ninth), 0.05) ** 3  # Wilson and Hilferty 1931

    def density(x: float) -> float:
        return math.exp((shape - 1) * math.log(x) - x - math.lgamma(shape))

    return _solve(lambda x: gamma_cdf(x, shape), density, p, start)


@lru_cache(maxsize=8192)
def binomial_cdf(k: int, n: int, p: float) -> float:
    """P(B <= k) for a binomial variable of n trials with probability 0 < p < 1; 0 below k = 0, 1 from k = n on.

    The shorter tail is summed term by term: exact for any n, where the incomplete beta function is not.
    """
    if k < 0:
        return 0.0
    if k >= n:
        return 1.0
    if k > n * p:
        return 1.0 - binomial_cdf(n - k - 1, n, 1 - p)
    log_odds, whole = (math.log(p), math.log1p(-p)), math.lgamma(n + 1)
    return math.fsum(
        math.exp(whole - math.lgamma(i + 1) - math.lgamma(n - i + 1) + i * log_odds[0] + (n - i) * log_odds[1])
        for i in range(k + 1)
    )


def _solve(cdf: Callable[[float], float], density: Callable[[float], float], p: float, start: float) -> float:
    """The x > 0 with cdf(x) = p: Newton's steps, kept inside a bracket that every step narrows."""
    low, high, x = 0.0, math.inf, start
    for _ in range(_STEPS):
        miss = cdf(x) - p
        if miss < 0:
            low = x
        else:
            high = x
        slope = density(x)
        step = x - miss / slope if slope > 0 else math.inf
        if not low < step < high:
            step = 2 * x if math.isinf(high) else (low + high) / 2
        if math.isclose(step, x, rel_tol=1e-14):
            return step
        x = step
    return x
