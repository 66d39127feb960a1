"""How sure a number and an order of sources are. Nothing here is random.

Shown intervals (all 95%): ``t`` for tone, Gamma for rates, delete-one-sentence jackknife for readability,
none for coverage. Orders between two sources are tested on their difference (Welch, exact conditional
binomial, jackknife, exact sign test), Holm over all pairs within a column.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.analysis.comparison import source_numbers
from components.analysis.difference import rate_p, sign_p, welch_p
from components.analysis.intervals import jackknife_variance
from components.analysis.left_out import leave_out_words
from components.analysis.limits import MOST_ORDERED
from components.analysis.measure import NAN, Column, Measure, all_measures
from components.analysis.measured import Measured, measured
from components.analysis.model import Story
from components.analysis.pooling import NO_ROWS, Rows, pool, replicates, rows_by_source, sentence_values

Ints = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Change = tuple[float, float]

MIN_SENTENCES_FOR_ORDER = 8
ALPHA = 0.05

ORDER_COLUMNS = (
    "column",
    "source_a",
    "source_b",
    "difference",
    "p",
    "p_holm",
    "established",
    "why",
    "p_without_one_word",
    "word",
)
PLACE_COLUMNS = ("column", "source", "first", "last", "n")


def holm(ps: Sequence[float]) -> list[float]:
    """Holm's step-down adjustment, in the order given; adjusted values never fall as p rises."""
    adjusted, running = [1.0] * len(ps), 0.0
    for rank, i in enumerate(sorted(range(len(ps)), key=lambda i: ps[i])):
        running = max(running, min(1.0, (len(ps) - rank) * ps[i]))
        adjusted[i] = running
    return adjusted


def too_short(sources: pd.DataFrame, level: Column | None = None) -> pd.Series:
    """Whether each source is too short for its figure to set a scale or a headline: True or False a row.

    Under MIN_SENTENCES_FOR_ORDER sentences, where no order is tested; with the ``level`` of a rate, also where its
    words are too few for one. False everywhere where no source is longer. ``sources``: a row a source, as by_source.
    """
    short = sources["n_sentences"] < MIN_SENTENCES_FOR_ORDER
    if level is not None:
        short |= (sources[level.name] == "") & sources[level.derived_from].notna()
    return short if not short.all() else short & False


def orders(story: Story, long: pd.DataFrame | Measured, measures: Sequence[Measure] | None = None) -> pd.DataFrame:
    """Every pair of sources in every headline column: whether the order of the two is established.

    Columns: column, source_a, source_b, difference (a minus b, in the column's unit), p, p_holm (over all
    pairs tested in the column), established, why (why a pair was not tested or not established),
    p_without_one_word (the largest p that leaving out one word type gives) and that word.

    No rows for a story of more than 100 sources (limits.MOST_ORDERED): pairs grow with the square of them.

    Established: p_holm is under .05 and, for a measure that says what it is without a word, stays under it when
    any one word type is left out of both sources (with the pair's own Holm factor, which errs on the safe side).
    """
    chosen = all_measures() if measures is None else measures
    rows: list[tuple[object, ...]] = []
    headlines = [(m, c) for m in chosen for c in m.columns if c.headline]
    if len(story.sources) > MOST_ORDERED:
        headlines = []
    columns = measured(long, [article.id for article in story.articles])
    source_of = source_numbers(story)
    for measure, column in headlines:
        sides = _sides(story, column, columns, source_of)
        left_out: dict[str, Mapping[str, Change]] = {}
        tested = []
        for a, b in combinations(sides, 2):
            difference, p, why = _test(column, sides[a], sides[b])
            tested.append((column.name, a, b, difference, p, why))
        adjusted = iter(holm([t[4] for t in tested if not math.isnan(t[4])]))
        for name, a, b, difference, p, why in tested:
            p_holm = NAN if math.isnan(p) else next(adjusted)
            established, without, word = bool(p_holm < ALPHA), NAN, ""
            if established and measure.leave_out is not None:
                for source in (a, b):
                    if source not in left_out:
                        chosen_articles = source_of == story.sources.index(source)
                        left_out[source] = _without_each_word(measure, columns, story, chosen_articles)
                without, word = worst_without_one_word(column, sides[a], sides[b], left_out[a], left_out[b])
                factor = p_holm / p if p > 0 else 1.0
                if without * factor >= ALPHA:
                    established, why = False, f"rests on one word: {word}"
            rows.append((name, a, b, difference, p, p_holm, established, why, without, word))
    return pd.DataFrame(rows, columns=list(ORDER_COLUMNS)).astype({"established": bool})


def places(story: Story, long: pd.DataFrame | Measured, ordered: pd.DataFrame | None = None) -> pd.DataFrame:
    """The places each source may hold, 1 being the highest value.

    first = 1 + sources established above it, last = n - sources established below it, among the n sources
    for which the column is defined.
    """
    pairs = orders(story, long) if ordered is None else ordered
    rows = []
    for name, part in pairs.groupby("column", sort=False):
        defined = part[part["difference"].notna()]
        known = {*defined["source_a"], *defined["source_b"]}
        members = [s for s in story.sources if s in known]
        sure = defined[defined["established"]]
        rises = sure["difference"] > 0
        beaten = Counter(sure["source_b"].where(rises, sure["source_a"]))
        beating = Counter(sure["source_a"].where(rises, sure["source_b"]))
        n = len(members)
        rows += [(name, source, 1 + beaten[source], n - beating[source], n) for source in members]
    return pd.DataFrame(rows, columns=list(PLACE_COLUMNS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one source brings to a comparison within a column; ``variance`` is that of its value."""

    value: float
    n: int
    hits: float
    words: float
    values: np.ndarray
    variance: float
    claims: Mapping[str, float]


def _side(column: Column, rows: Rows, value: float, claims: dict[str, float]) -> Side:
    values, variance = np.empty(0), NAN
    if column.interval == "t":
        values = sentence_values(column, rows)
        variance = float(values.var(ddof=1)) / len(values) if len(values) > 1 else NAN
    elif column.interval == "jackknife":
        values = replicates(column, rows)
        variance = jackknife_variance(values)
    return Side(
        value=value,
        n=len(rows.parts),
        hits=rows.hits,
        words=rows.words,
        values=values,
        variance=variance,
        claims=claims,
    )


def _sides(story: Story, column: Column, columns: Measured, source_of: Ints) -> dict[str, Side]:
    stated = stated_by_source(story) if column.pool == "claims" else {}
    rows_of = dict(rows_by_source(columns.columns[column.name], source_of)) if column.name in columns.columns else {}
    sides = {}
    for at, source in enumerate(story.sources):
        rows, claims = rows_of.get(at, NO_ROWS), stated.get(source, {})
        if column.pool == "claims":
            value = sum(claims.values()) / len(claims) if claims else NAN
        else:
            value = pool(column, rows).value
        sides[source] = _side(column, rows, value, claims)
    return sides


def stated_by_source(story: Story) -> dict[str, dict[str, float]]:
    """Source -> claim id -> how far it states the claim: 1 stated, 1/2 partly, else 0 (its best article counts)."""
    weight = {"stated": 1.0, "partly": 0.5}
    found: dict[str, dict[str, float]] = {source: {} for source in story.sources}
    for v in story.verdicts:
        own = found[story.article_by_id[v.article_id].source]
        own[v.claim_id] = max(own.get(v.claim_id, 0.0), weight.get(v.verdict, 0.0))
    return found


def _test(column: Column, a: Side, b: Side) -> tuple[float, float, str]:
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
    if column.interval not in ("t", "jackknife"):
        return difference, NAN, "no test for this column"
    parts = [(side.variance, len(side.values)) for side in (a, b)]
    return difference, welch_p(difference, sum(part for part, _ in parts), parts), ""


def worst_without_one_word(
    column: Column, a: Side, b: Side, left_a: Mapping[str, Change], left_b: Mapping[str, Change]
) -> tuple[float, str]:
    """The largest p that leaving out any one word type of both sources gives, and that word.

    ``left_a`` and ``left_b``: word -> what the source loses without it (see left_out.LeftOut). 1 where the order turns
    round without the word; NaN and "" where no word counts on either side.
    """
    worst, at = NAN, ""
    for word in sorted({*left_a, *left_b}):
        p = _p_without(column, a, b, left_a.get(word), left_b.get(word))
        if math.isnan(worst) or p > worst:
            worst, at = p, word
    return worst, at


def _without_each_word(measure: Measure, columns: Measured, story: Story, chosen: Booleans) -> Mapping[str, Change]:
    """Word -> the change over the chosen articles of the story: known from the measuring, or found out now."""
    known = columns.left_out.get(measure.key)
    if known is None:
        assert measure.leave_out is not None
        articles = [(int(at), story.articles[at]) for at in np.flatnonzero(chosen)]
        known = leave_out_words(measure.leave_out, articles, story.settings)
    return known.of_articles(chosen)


def _p_without(column: Column, a: Side, b: Side, one: Change | None, other: Change | None) -> float:
    sign = math.copysign(1.0, a.value - b.value)
    if column.interval == "gamma":
        hits = [side.hits + (change[0] if change else 0.0) for side, change in ((a, one), (b, other))]
        difference = hits[0] / a.words - hits[1] / b.words
        return rate_p(hits[0], a.words, hits[1], b.words) if difference * sign > 0 else 1.0
    (mean_a, part_a), (mean_b, part_b) = _mean_without(a, one), _mean_without(b, other)
    difference = mean_a - mean_b
    if difference * sign <= 0:
        return 1.0
    return welch_p(difference, part_a + part_b, [(part_a, a.n), (part_b, b.n)])


def _mean_without(side: Side, change: Change | None) -> tuple[float, float]:
    """The mean of the side's sentence values with a word left out, and its squared standard error.

    The sum of squares is taken around the mean with the word, where it is small enough to be exact.
    """
    n, mean = len(side.values), float(side.values.mean())
    if change is None:
        return mean, side.variance
    shift = change[0] / n
    squares = float(((side.values - mean) ** 2).sum()) + change[1] - 2 * mean * change[0]
    return mean + shift, max(0.0, squares / n - shift**2) / (n - 1)
