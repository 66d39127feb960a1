"""The sources side by side: a table with intervals and places, and what stays undefined with its reason."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.analysis.certainty import too_short
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.measured import measured
from components.analysis.model import Story
from components.analysis.phrasing import place_words
from components.export.about import counted
from components.export.levels import level_words
from components.export.report.figures import Figures


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A value with what stands below it."""

    value: str
    interval: str
    level: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A source with its cells, one a measure."""

    source: str
    number: int
    size: str
    cells: tuple[Cell, ...]


def headlines() -> tuple[tuple[Measure, Column], ...]:
    """Every measure that is compared side by side, with the column that stands for it."""
    return tuple((m, c) for m in all_measures() for c in m.columns if c.headline)


def unit(column: Column) -> str:
    """A column's unit with a true minus."""
    return column.unit.replace("-1 ", "−1 ")


def rows(figures: Figures) -> tuple[Row, ...]:
    """A row a source, in the story's order."""
    shown = headlines()
    place_of = {(r.column, r.source): place_words(r.first, r.last, r.n) for r in figures.places.itertuples()}
    levels = {
        column.name: level_words(level, figures.sources)
        for measure, column in shown
        for level in measure.columns
        if level.derived_from == column.name
    }
    made = []
    for _, row in figures.sources.iterrows():
        source = str(row["source"])
        cells = []
        for _, column in shown:
            low, high = (float(row.get(f"{column.name}_{end}", math.nan)) for end in ("low", "high"))
            known = math.isfinite(low) and math.isfinite(high)
            cells.append(
                Cell(
                    value=column.show(float(row[column.name])),
                    interval=f"{column.show(low)} to {column.show(high)}" if known else "",
                    level=levels.get(column.name, {}).get(source, "").removeprefix("–"),
                    place=place_of.get((column.name, source), ""),
                )
            )
        made.append(
            Row(
                source=source,
                number=figures.colour_of[source],
                size=f"{counted(int(row['n_articles']), 'article')}, {counted(int(row['n_words']), 'word')}",
                cells=tuple(cells),
            )
        )
    return tuple(made)


@dataclass(frozen=True, kw_only=True)
class End:
    """The highest or lowest value of a measure: whose it is, and how many ``more`` sources share it."""

    value: str
    source: str
    more: int


@dataclass(frozen=True, kw_only=True)
class Extremes:
    """A measure with its highest and its lowest value."""

    measure: str
    unit: str
    ends: tuple[End, End]


def extremes(figures: Figures) -> tuple[Extremes, ...]:
    """The ends of every headline figure, for a story with too many sources to name each.

    Undefined values apart, and sources too short to be ordered.
    """
    made = []
    for measure, column in headlines():
        long_enough = figures.sources[~too_short(figures.sources)]
        known = long_enough[["source", column.name]].dropna()
        if known.empty:
            continue
        high, low = (float(getattr(known[column.name], end)()) for end in ("max", "min"))
        ends = _end(figures, column, known, high), _end(figures, column, known, low)
        made.append(Extremes(measure=measure.label, unit=unit(column), ends=ends))
    return tuple(made)


def _end(figures: Figures, column: Column, known: pd.DataFrame, value: float) -> End:
    names = [str(s) for s in known.loc[known[column.name] == value, "source"]]
    return End(value=column.show(value), source=figures.short_of[names[0]], more=len(names) - 1)


def members(story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each group with its sources, in the story's order; sources without a group are not named."""
    group_of = dict(story.groups)
    found: dict[str, list[str]] = {}
    for source in story.sources:
        if source in group_of:
            found.setdefault(group_of[source], []).append(source)
    return tuple((group, tuple(sources)) for group, sources in found.items())


def withheld(figures: Figures) -> tuple[tuple[str, str, str], ...]:
    """(source and headline, measure, why) for every headline number that an article does not get."""
    found = []
    articles = figures.story.articles
    columns = measured(figures.long, [article.id for article in articles]).columns
    for measure, column in headlines():
        rows = columns.get(column.name)
        if rows is None:
            continue
        for at in np.flatnonzero(np.isnan(rows.numbers[:, 0])).tolist():
            article = articles[rows.owner[at]]
            name = f"{article.source}: {article.title}" if article.title else article.source
            found.append((name, measure.label, str(rows.reasons[at]) or "undefined"))
    return tuple(found)


def split(items: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
    """The items in runs of nearly equal length, none longer than ``most``."""
    n = max(1, math.ceil(len(items) / most))
    size = math.ceil(len(items) / n) if items else 1
    return tuple(tuple(items[i : i + size]) for i in range(0, len(items), size))
