"""How the sources differ in one measure, in a sentence: which is highest, by how much, and how sure that is.

The sentence always says which source has the highest figure. What a test of the difference allows after adjustment
for all pairs is "beyond chance"; of every other difference it is said that it could be chance. A multiple is told only
where it holds at the ends of the values shown and every pair across is beyond chance.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import pandas as pd

from components.analysis.certainty import MIN_SENTENCES_FOR_ORDER, too_short
from components.analysis.measure import Column, Measure
from components.analysis.model import Story
from components.analysis.phrasing import and_list, begins, kind_of_rows, names_in_sentences, number_word, p_words

MAX_SHORT = 3
MOST_UNSURE = 2
NOTHING_SURE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence: its bold ``claim`` and the ``rest``. ``highest``: the source with the highest figure.

    ``p``: the largest adjusted p that it rests on; 1 where no difference is beyond chance.
    """

    claim: str
    rest: str
    highest: str
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The ranked values of the sources, by what a sentence calls them, and what is known of their pairs."""

    column: Column
    measure: Measure
    values: dict[str, float]
    pairs: pd.DataFrame
    many: str

    def shown(self, name: str) -> str:
        return self.column.show(self.values[name])

    def sure(self, a: str, b: str) -> bool:
        chosen = self.pairs[self.pairs["established"]]
        return bool(
            (((chosen["source_a"] == a) & (chosen["source_b"] == b)) |
             ((chosen["source_a"] == b) & (chosen["source_b"] == a))).any()
        )  # fmt: skip


VERBS = {
    "tone": ("is worded more positively", "are worded more positively"),
    "hype": ("hypes more", "hype more"),
    "readability": ("is harder to read", "are harder to read"),
    "claim_coverage": ("states more of the claims", "state more of the claims"),
}
FIGURES = {"tone": "tone", "hype": "hype figure", "readability": "school grade", "claim_coverage": "claim coverage"}


def tell_difference(
    story: Story, sources: pd.DataFrame, pairs: pd.DataFrame, measure: Measure, column: Column
) -> Told | None:
    """What the ``column`` says about the sources. ``sources``: a row a source; ``pairs``: the orders of the column.

    None where fewer than two sources have a value.
    """
    name_of = names_in_sentences(story)
    values = {
        name_of[r["source"]]: float(r[column.name]) for _, r in sources.iterrows() if not math.isnan(r[column.name])
    }
    if len(values) < 2:
        return None
    source_of = {name: source for source, name in name_of.items()}
    held, short = _apart(column, sources, values, name_of)
    ranked = dict(sorted(held.items(), key=lambda item: -item[1]))
    named = pairs.assign(source_a=pairs["source_a"].map(name_of), source_b=pairs["source_b"].map(name_of))
    rows = _Rows(
        column=column,
        measure=measure,
        values=ranked,
        pairs=named[named["source_a"].isin(held) & named["source_b"].isin(held)],
        many=f"{kind_of_rows(story)}s",
    )
    claim, rest, p = _told(rows)
    return Told(claim=begins(claim), rest=rest + _short_words(rows, short), highest=source_of[next(iter(ranked))], p=p)


def _told(rows: _Rows) -> tuple[str, str, float]:
    if len(rows.values) == 1:
        (only,) = rows.values
        claim = f"Only {only} is long enough to be compared in {rows.measure.label.lower()}"
        return claim, f": {rows.shown(only)}{_unit(rows.column)}.", NOTHING_SURE
    cut = split_sources(rows.values, rows.pairs)
    if cut:
        return _cut(rows, *cut)
    sure = rows.pairs[rows.pairs["established"]].sort_values("p_holm")
    if not len(sure):
        return _nothing_sure(rows)
    top, bottom, p = _widest(sure, rows.values)
    first = next(iter(rows.values))
    if top != [first]:
        claim = f"{_subject(rows, top)} {_verb(rows, len(top))} than {and_list(bottom, 'others')}"
        figures = f"{_figures(rows, top)} against {_figures(rows, bottom)}{_unit(rows.column)}"
        return claim, f": {figures}, beyond chance ({p_words(p)}). {begins(_highest(rows, first))}.", p
    claim = f"{first} has the highest {_figure(rows)}, {rows.shown(first)}{_unit(rows.column)}"
    lower = and_list([_with_value(rows, name) for name in bottom], "others")
    rest = f": it {_verb(rows, 1)} than {lower}, beyond chance ({p_words(p)}); {_open(rows, first)}."
    return claim, rest, p


def _cut(rows: _Rows, top: list[str], bottom: list[str], p: float) -> tuple[str, str, float]:
    """Some sources above all others, every pair across beyond chance."""
    first = top[0]
    claim = f"{_subject(rows, top)} {_verb(rows, len(top))} {_than(rows, bottom)}"
    multiple = _multiple(rows, top, bottom)
    if multiple:
        hype = "hypes" if len(top) == 1 else "hype"
        claim = f"{_subject(rows, top)} {hype} at least {multiple} times as much as {and_list(bottom, 'others')}"
    figures = f": {_figures(rows, top)} against {_figures(rows, bottom)}{_unit(rows.column)}"
    rest = f"{figures}, beyond chance ({p_words(p)})."
    if len(top) > 1 and not all(rows.sure(first, other) for other in top[1:]):
        rest += f" {begins(_highest(rows, first))}."
    return claim, rest, p


def _nothing_sure(rows: _Rows) -> tuple[str, str, float]:
    """No pair is beyond chance: who has the highest figure, and why that says little."""
    shown = [rows.shown(name) for name in rows.values]
    if len(set(shown)) == 1:
        what = rows.measure.label.lower()
        return f"No {rows.many[:-1]} stands out in {what}", f": all at {shown[0]}{_unit(rows.column)}.", NOTHING_SURE
    others = list(rows.values)[1:]
    tied = [name for name in rows.values if rows.shown(name) == shown[0]]
    have = "has" if len(tied) == 1 else "have"
    whom = others[0] if len(others) == 1 else "the others"
    why = f"but the difference to {whom} could be chance"
    if rows.pairs.empty:
        why = f"but so many {rows.many} are not held against each other"
    elif rows.column.pool == "claims":
        why = f"but too few claims set it apart from {whom}" if len(tied) == 1 else "but too few claims set them apart"
    elif rows.pairs["p"].isna().all():
        why = f"but texts of under {MIN_SENTENCES_FOR_ORDER} sentences are not ordered"
    claim = f"{_subject(rows, tied)} {have} the highest {_figure(rows)}, {shown[0]}{_unit(rows.column)}, {why}"
    left = [name for name in rows.values if name not in tied]
    if len(left) > 2:
        return claim, f": the rest lie from {shown[-1]} to {rows.shown(left[0])}.", NOTHING_SURE
    return claim, f": {and_list([f'{name} {rows.shown(name)}' for name in left])}.", NOTHING_SURE


def _highest(rows: _Rows, first: str) -> str:
    """Who has the highest figure, with those whose difference to it could be chance."""
    return f"{first} has the highest figure ({rows.shown(first)}), but {_open(rows, first)}"


def _open(rows: _Rows, first: str) -> str:
    """The sources that the highest is not beyond chance above: "the difference to Heloies (8.3) could be chance"."""
    unsure = [name for name in rows.values if name != first and not rows.sure(first, name)]
    if len(unsure) > MOST_UNSURE:
        return f"the difference to {number_word(len(unsure))} {rows.many} could be chance"
    return f"the difference to {and_list([_with_value(rows, name) for name in unsure])} could be chance"


def _with_value(rows: _Rows, name: str) -> str:
    return f"{name} ({rows.shown(name)})"


def split_sources(values: dict[str, float], pairs: pd.DataFrame) -> tuple[list[str], list[str], float] | None:
    """The clearest cut of the ranked sources where every pair across it is established.

    Returns the sources above, those below and the largest adjusted p across; among several such cuts the one
    with the widest gap. None where there is no such cut.
    """
    ranked = sorted(values, key=lambda s: -values[s])
    p_of = {frozenset((r.source_a, r.source_b)): r.p_holm for r in pairs.itertuples() if r.established}
    best: tuple[float, int, float] | None = None
    for k in range(1, len(ranked)):
        across = [p_of.get(frozenset(pair)) for pair in product(ranked[:k], ranked[k:])]
        known = [p for p in across if p is not None]
        if len(known) == len(across):
            gap = values[ranked[k - 1]] - values[ranked[k]]
            if best is None or gap > best[0]:
                best = (gap, k, max(known))
    return None if best is None else (ranked[: best[1]], ranked[best[1] :], best[2])


def _widest(sure: pd.DataFrame, values: dict[str, float]) -> tuple[list[str], list[str], float]:
    """One source against all that are established above or below it, the most of them; then the smallest p."""
    above: dict[str, dict[str, float]] = {}
    below: dict[str, dict[str, float]] = {}
    for r in sure.itertuples():
        high, low = (r.source_a, r.source_b) if r.difference > 0 else (r.source_b, r.source_a)
        above.setdefault(low, {})[high] = r.p_holm
        below.setdefault(high, {})[low] = r.p_holm
    choices = [(others, [s], others) for s, others in above.items()] + [
        ([s], others, others) for s, others in below.items()
    ]
    top, bottom, ps = max(choices, key=lambda c: (len(c[2]), -max(c[2].values())))
    return sorted(top, key=lambda s: -values[s]), sorted(bottom, key=lambda s: -values[s]), max(ps.values())


def _apart(
    column: Column, sources: pd.DataFrame, values: dict[str, float], name_of: dict[str, str]
) -> tuple[dict[str, float], dict[str, float]]:
    """The values of the sources that are held against each other, and of those that are too short for it.

    Shares of the claim list can be held against each other in texts of any length, so there two are always left.
    """
    known = sources[[name_of[s] in values for s in sources["source"]]]
    names = {name_of[s] for s in known.loc[too_short(known), "source"]}
    if column.pool == "claims" and len(values) - len(names) < 2:
        return values, {}
    return {n: v for n, v in values.items() if n not in names}, {n: v for n, v in values.items() if n in names}


def _short_words(rows: _Rows, short: dict[str, float]) -> str:
    """The figures of the sources that are too short: they set no headline, and are not passed over."""
    if not short:
        return ""
    shown = [f"{name} ({rows.column.show(value)})" for name, value in short.items()]
    named = and_list(shown if len(shown) <= MAX_SHORT else [*shown[:MAX_SHORT], f"{len(shown) - MAX_SHORT:,} more"])
    return f" Under {MIN_SENTENCES_FOR_ORDER} sentences, so not compared: {named}."


def _subject(rows: _Rows, names: Sequence[str]) -> str:
    """The sources that begin a sentence."""
    return and_list(names, rows.many)


def _figures(rows: _Rows, names: Sequence[str]) -> str:
    """The values of ranked sources: each of up to four, the ends of more."""
    values = [rows.shown(name) for name in names]
    if values[0] == values[-1]:
        return values[0]
    if len(values) <= 4:
        return and_list(values)
    return f"{values[-1]} to {values[0]}"


def _verb(rows: _Rows, n: int) -> str:
    what = f"higher in {rows.measure.label.lower()}"
    one, many = VERBS.get(rows.measure.key, (f"is {what}", f"are {what}"))
    return one if n == 1 else many


def _figure(rows: _Rows) -> str:
    return FIGURES.get(rows.measure.key, rows.measure.label.lower())


def _than(rows: _Rows, bottom: Sequence[str]) -> str:
    return "than all others" if 2 < len(bottom) < len(rows.values) else f"than {and_list(bottom, 'others')}"


def _unit(column: Column) -> str:
    return f" {column.unit}" if column.unit.startswith("per ") else ""


def _multiple(rows: _Rows, top: Sequence[str], bottom: Sequence[str]) -> str:
    least, most = min(rows.values[s] for s in top), max(rows.values[s] for s in bottom)
    if rows.column.name != "hype_per_1000_words" or most <= 0 or least / most < 2:
        return ""
    return number_word(math.floor(least / most))
