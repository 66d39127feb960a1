"""What the sections of an in-depth page show, said as their titles. Frames in, one sentence out; nothing is drawn.

Sources are named as the caller names them (``short_of``); a title says only what its frame holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from components.analysis.measure import Column
from components.ui.charts.base import clip

Names = Mapping[str, str]
LONGEST_NAME = 32


def _name(short_of: Names, source: str) -> str:
    return clip(short_of[source], LONGEST_NAME)


def largest_part(sources: pd.DataFrame, columns: Mapping[str, Column], ranked_by: Column, short_of: Names) -> str:
    """The largest part of the source that stands first. ``columns``: what to call a part -> its column."""
    ranked = sources.dropna(subset=[ranked_by.name]).sort_values(ranked_by.name, ascending=False, kind="stable")
    if ranked.empty or not ranked[ranked_by.name].iloc[0]:
        return "No source has any"
    first = ranked.iloc[0]
    part = max(columns, key=lambda p: -1.0 if pd.isna(first[columns[p].name]) else float(first[columns[p].name]))
    column = columns[part]
    return f"{part} comes first in {_name(short_of, first['source'])}: {column.show(first[column.name])} {column.unit}"


def highest(sources: pd.DataFrame, column: Column, short_of: Names, what: str) -> str:
    """Which source has most of something: "Heloies hedges most: 14.9 per 1,000 words" with ``what`` "hedges most"."""
    known = sources.dropna(subset=[column.name])
    if known.empty:
        return f"{column.label} is undefined in every source"
    top = known.loc[known[column.name].idxmax()]
    unit = "" if column.format.endswith("%") else f" {column.unit}"
    if len(sources) == 1:  # of one there is no most
        return f"{column.label}: {column.show(top[column.name])}{unit}"
    if len(known) > 1 and (known[column.name] == top[column.name]).all():
        return f"{column.label} is {column.show(top[column.name])} {column.unit} in every source"
    return f"{_name(short_of, top['source'])} {what}: {column.show(top[column.name])}{unit}"


def halves(places: pd.Series, what: str) -> str:
    """How a set of places divides over the text: "16 of 25 passages stand in the second half"."""
    n = len(places)
    if not n:
        return f"No {what}"
    first = int((places < 0.5).sum())
    count, half = max((first, "first"), (n - first, "second"))
    if n == 1:
        return f"The one stands in the {half} half"
    if 2 * first == n:
        return f"The {n} {what} divide evenly over the two halves"
    return f"{count} of {n} {what} stand in the {half} half"


def low_point(sentences: pd.DataFrame, short_of: Names, show: Column) -> str:
    """Where wording is most negative: "The lowest point is in Agency report, at 64%: −0.52"."""
    if sentences.empty:
        return "No sentence to score"
    row = sentences.loc[sentences["score"].idxmin()]
    if row["score"] >= 0:
        return "No sentence is worded negatively"
    return f"The lowest point is in {_name(short_of, row['source'])}, at {row['place']:.0%}: {show.show(row['score'])}"


def strongest_word(words: pd.DataFrame, short_of: Names) -> str:
    """The word that moves a source most, masked words apart."""
    counted = words[~words["masked"]]
    if counted.empty:
        return "No word drives the tone"
    row = counted.loc[counted["contribution"].abs().idxmax()]
    way = "raises" if row["contribution"] > 0 else "lowers"
    adds = f"{row['contribution']:+.1f}".replace("-", "−") + (f" in {row['n']} places" if row["n"] > 1 else "")
    return f"“{row['word']}” {way} the tone of {_name(short_of, row['source'])} most: {adds}"


def longest_sentence(sentences: pd.DataFrame, short_of: Names) -> str:
    """Where the longest sentence stands."""
    if sentences.empty:
        return "No sentence to measure"
    row = sentences.loc[sentences["n_words"].idxmax()]
    where = f"{row['n_words']:.0f} words, at {row['place']:.0%}"
    return f"The longest sentence is in {_name(short_of, row['source'])}: {where}"


def formulas_apart(sources: pd.DataFrame, low: Column, high: Column, short_of: Names) -> str:
    """By how much the grade formulas differ on one and the same source, at most."""
    spread = (sources[high.name] - sources[low.name]).dropna()
    if spread.empty:
        return "No source is long enough for a grade"
    top = sources.loc[spread.idxmax()]
    return f"The formulas are up to {spread.max():.1f} grades apart, on {_name(short_of, top['source'])}"


# Averages of eight American papers' front pages by the same two formulas: P. M. Olmstead, Readability of Central
# Florida Newspapers, 1993, ERIC ED 359 508
FRONT_PAGES = {"flesch_kincaid_grade": (9.37, 14.68), "gunning_fog": (10.28, 15.78)}


def beside_newspapers(sources: pd.DataFrame, columns: Sequence[Column]) -> str:
    """Where the sources lie beside the documented range of newspapers, formula by formula."""
    parts = []
    for column in columns:
        low, high = FRONT_PAGES[column.name]
        values = sources[column.name].dropna()
        within = int(values.between(low, high).sum())
        rest = [
            f"{n} {side}"
            for n, side in ((int((values < low).sum()), "below"), (int((values > high).sum()), "above"))
            if n
        ]
        counted = f"{within} of {len(values)} sources within" + "".join(f", {r}" for r in rest)
        parts.append(f"{column.show(low)} to {column.show(high)} by {column.label} ({counted})")
    return (
        f"For comparison, the front pages of eight American newspapers averaged {' and '.join(parts)}: "
        "P. M. Olmstead, 1993, ERIC ED 359 508."
    )
