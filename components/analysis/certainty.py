"""How sure a number and an order of sources are. Nothing here is random.

Shown intervals (all 95%): ``t`` for tone, Gamma for rates, delete-one-sentence jackknife for readability,
none for coverage. Orders between two sources are tested on their difference (Welch, exact conditional
binomial, jackknife, exact sign test), Holm over all pairs within a column.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from components.analysis.comparison import pool, replicates, source_articles
from components.analysis.intervals import jackknife_variance
from components.analysis.measure import NAN, Column, Measure, all_measures
from components.analysis.model import Story
from components.analysis.quantiles import binomial_cdf, t_survival

MIN_SENTENCES_FOR_ORDER = 8
ALPHA = 0.05

ORDER_COLUMNS = ("column", "source_a", "source_b", "difference", "p", "p_holm", "established", "why")
PLACE_COLUMNS = ("column", "source", "first", "last", "n")


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


def holm(ps: Sequence[float]) -> list[float]:
    """Holm's step-down adjustment, in the order given; adjusted values never fall as p rises."""
    adjusted, running = [1.0] * len(ps), 0.0
    for rank, i in enumerate(sorted(range(len(ps)), key=lambda i: ps[i])):
        running = max(running, min(1.0, (len(ps) - rank) * ps[i]))
        adjusted[i] = running
    return adjusted


def orders(story: Story, long: pd.DataFrame, measures: Sequence[Measure] | None = None) -> pd.DataFrame:
    """Every pair of sources in every headline column: whether the order of the two is established.

    Columns: column, source_a, source_b, difference (a minus b, in the column's unit), p, p_holm (over all
    pairs tested in the column), established (p_holm < .05), why (why a pair was not tested).
    """
    chosen = all_measures() if measures is None else measures
    rows: list[tuple[object, ...]] = []
    for column in (c for m in chosen for c in m.columns if c.headline):
        sides = _sides(story, long, column)
        tested = []
        for a, b in combinations(sides, 2):
            difference, p, why = _test(column, sides[a], sides[b])
            tested.append((column.name, a, b, difference, p, why))
        adjusted = iter(holm([t[4] for t in tested if not math.isnan(t[4])]))
        for name, a, b, difference, p, why in tested:
            p_holm = NAN if math.isnan(p) else next(adjusted)
            rows.append((name, a, b, difference, p, p_holm, bool(p_holm < ALPHA), why))
    return pd.DataFrame(rows, columns=list(ORDER_COLUMNS)).astype({"established": bool})


def places(story: Story, long: pd.DataFrame, ordered: pd.DataFrame | None = None) -> pd.DataFrame:
    """The places each source may hold, 1 being the highest value.

    first = 1 + sources established above it, last = n - sources established below it, among the n sources
    for which the column is defined.
    """
    pairs = orders(story, long) if ordered is None else ordered
    rows = []
    for name, part in pairs.groupby("column", sort=False):
        defined = part[part["difference"].notna()]
        members = [s for s in story.sources if s in set(defined["source_a"]) | set(defined["source_b"])]
        sure = defined[defined["established"]]
        above = pd.concat(
            [sure.loc[sure["difference"] < 0, "source_a"], sure.loc[sure["difference"] > 0, "source_b"]]
        ).value_counts()
        below = pd.concat(
            [sure.loc[sure["difference"] > 0, "source_a"], sure.loc[sure["difference"] < 0, "source_b"]]
        ).value_counts()
        for source in members:
            n = len(members)
            rows.append((name, source, 1 + int(above.get(source, 0)), n - int(below.get(source, 0)), n))
    return pd.DataFrame(rows, columns=list(PLACE_COLUMNS))


class _Side:
    """What one source brings to a comparison within a column."""

    def __init__(self, value: float, rows: pd.DataFrame, column: Column, claims: dict[str, float]) -> None:
        articles = rows[rows["sentence_index"].isna() & rows["value"].notna()]
        sentences = rows[rows["sentence_index"].notna() & rows["article_id"].isin(articles["article_id"])]
        self.value, self.claims, self.n = value, claims, len(sentences)
        self.hits, self.words = float(articles["numerator"].sum()), float(articles["denominator"].sum())
        self.values = np.empty(0)
        if column.interval == "t":
            self.values = (column.scale * sentences["numerator"] / sentences["denominator"]).to_numpy()
        elif column.interval == "jackknife":
            self.values = replicates(column, articles, sentences)


def _sides(story: Story, long: pd.DataFrame, column: Column) -> dict[str, _Side]:
    rows = long[long["column"] == column.name]
    stated = stated_by_source(story) if column.pool == "claims" else {}
    sides = {}
    for source, articles in source_articles(story).items():
        own = rows[rows["article_id"].isin([a.id for a in articles])]
        claims = stated.get(source, {})
        if column.pool == "claims":
            value = sum(claims.values()) / len(claims) if claims else NAN
        else:
            value = pool(column, own).value
        sides[source] = _Side(value, own, column, claims)
    return sides


def stated_by_source(story: Story) -> dict[str, dict[str, float]]:
    """Source -> claim id -> how far it states the claim: 1 stated, 1/2 partly, else 0 (its best article counts)."""
    weight = {"stated": 1.0, "partly": 0.5}
    found: dict[str, dict[str, float]] = {source: {} for source in story.sources}
    for v in story.verdicts:
        own = found[story.article_by_id[v.article_id].source]
        own[v.claim_id] = max(own.get(v.claim_id, 0.0), weight.get(v.verdict, 0.0))
    return found


def _test(column: Column, a: _Side, b: _Side) -> tuple[float, float, str]:
    difference = a.value - b.value
    if math.isnan(difference):
        return NAN, NAN, "undefined for one of them"
    if column.pool == "claims":
        wins = sum(a.claims[c] > b.claims.get(c, 0.0) for c in a.claims)
        losses = sum(a.claims[c] < b.claims.get(c, 0.0) for c in a.claims)
        return difference, sign_p(wins, losses), ""
    if min(a.n, b.n) < MIN_SENTENCES_FOR_ORDER:
        return difference, NAN, f"under {MIN_SENTENCES_FOR_ORDER} sentences"
    if column.interval == "gamma":
        return difference, rate_p(a.hits, a.words, b.hits, b.words), ""
    if column.interval == "t":
        parts = [(float(side.values.var(ddof=1)) / side.n, side.n) for side in (a, b)]
    elif column.interval == "jackknife":
        parts = [(jackknife_variance(side.values), len(side.values)) for side in (a, b)]
    else:
        return difference, NAN, "no test for this column"
    return difference, welch_p(difference, sum(part for part, _ in parts), parts), ""
