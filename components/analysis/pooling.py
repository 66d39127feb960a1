"""How the articles of a source become one number, on arrays: a story of fifty sources has ten thousand numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from components.analysis.intervals import gamma_interval, jackknife_interval, t_interval
from components.analysis.measure import NAN, Column
from components.analysis.measured import ColumnRows, Floats, Texts

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a wide frame with what it rests on."""

    value: float
    low: float = NAN
    high: float = NAN
    numerator: float = NAN
    denominator: float = NAN
    reason: str = ""


class Rows(NamedTuple):
    """One source's measurements of one column.

    ``numbers`` and ``reasons``: those of its articles (see measured.ColumnRows). ``totals``: numerator and denominator
    of the articles that define the column, shape (articles, 2). ``parts``: the same of their sentences, shape
    (sentences, 2), and ``owner`` the place in ``totals`` of each sentence's article.
    """

    numbers: Floats
    reasons: Texts
    totals: Floats
    parts: Floats
    owner: Ints

    @property
    def hits(self) -> float:
        """The sum of the numerators of the articles that define the column."""
        return float(np.nansum(self.totals[:, 0]))

    @property
    def words(self) -> float:
        """The sum of their denominators."""
        return float(np.nansum(self.totals[:, 1]))


NO_ROWS = Rows(np.empty((0, 5)), np.empty(0, object), np.empty((0, 2)), np.empty((0, 2)), np.empty(0, np.int64))


def rows_by_source(column: ColumnRows, source_of: Ints) -> Iterator[tuple[int, Rows]]:
    """(source, its rows) of a column, in the rows' order. ``source_of``: the number of each article's source."""
    place = np.full(len(source_of), -1, np.int64)
    inner = dict(_split(source_of[column.part_owner]))
    for source, own in _split(source_of[column.owner]):
        numbers = column.numbers[own]
        defined = ~np.isnan(numbers[:, 0])
        place[column.owner[own][defined]] = np.arange(int(defined.sum()))
        parts = inner.get(source, _NONE)
        owner = place[column.part_owner[parts]]
        kept = owner >= 0
        yield source, Rows(numbers, column.reasons[own], numbers[defined, 3:], column.parts[parts[kept]], owner[kept])


_NONE = np.empty(0, np.int64)


def _split(numbers: Ints) -> Iterator[tuple[int, Ints]]:
    """(number, the places where it stands, ascending) of each number."""
    order = np.argsort(numbers, kind="stable")
    bounds = [0, *(np.flatnonzero(np.diff(numbers[order])) + 1).tolist(), len(order)]
    for first, last in pairwise(bounds):
        if first < last:
            yield int(numbers[order[first]]), order[first:last]


def pool(column: Column, rows: Rows) -> Cell:
    """Pool one source's rows of one column into its value and interval.

    ``ratio``: scale * sum of numerators / sum of denominators over the articles where the column is defined;
    ``sum``: sum of defined values. NaN, with the first reason, where no article defines it.
    """
    if len(rows.numbers) == 1:
        value, low, high, numerator, denominator = rows.numbers[0].tolist()
        return Cell(value, low, high, numerator, denominator, rows.reasons[0])
    if not len(rows.totals):
        return Cell(NAN, reason=next((reason for reason in rows.reasons if reason), ""))
    if column.pool == "sum":
        return Cell(float(np.nansum(rows.numbers[:, 0])))
    numerator, denominator = rows.hits, rows.words
    if not denominator > 0:
        return Cell(NAN, NAN, NAN, numerator, denominator, "nothing to divide by")
    value = column.scale * numerator / denominator
    low, high = NAN, NAN
    if column.interval == "t":
        low, high = t_interval(sentence_values(column, rows).tolist())
    elif column.interval == "gamma":
        low, high = (column.scale * end for end in gamma_interval(numerator, denominator))
    elif column.interval == "jackknife":
        low, high = jackknife_interval(value, replicates(column, rows))
    return Cell(value, low, high, numerator, denominator)


def sentence_values(column: Column, rows: Rows) -> Floats:
    """The column's value of each sentence: shape (sentences,)."""
    return np.asarray(column.scale * rows.parts[:, 0] / rows.parts[:, 1])


def replicates(column: Column, rows: Rows) -> Floats:
    """Delete-one-sentence replicates of a pooled ratio: shape (sentences,), in the column's unit."""
    parts = np.nansum(rows.totals, axis=0) - rows.totals[rows.owner] + rows.parts
    kept = parts[:, 1] > 0
    return np.asarray(column.scale * parts[kept, 0] / parts[kept, 1])
