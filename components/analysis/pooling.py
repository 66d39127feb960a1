"""How the articles of a source become one number, on arrays: a story of fifty sources has ten thousand numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.analysis.intervals import gamma_interval, jackknife_interval, t_interval
from components.analysis.measure import NAN, Column

Floats = npt.NDArray[np.float64]
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

    ``cells``: those of its articles. ``totals``: numerator and denominator of the articles that define the column,
    shape (articles, 2). ``parts``: the same of their sentences, shape (sentences, 2), and ``owner`` the place in
    ``totals`` of each sentence's article.
    """

    cells: tuple[Cell, ...]
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


NO_ROWS = Rows((), np.empty((0, 2)), np.empty((0, 2)), np.empty(0, np.int64))


def rows_by_source(long: pd.DataFrame, source_of: Mapping[str, str]) -> dict[tuple[str, str], Rows]:
    """(column, source) -> its rows of a long frame, in the frame's order; articles without a source are left out."""
    columns, column_names = pd.factorize(long["column"])
    articles, article_ids = pd.factorize(long["article_id"])
    sources, source_names = pd.factorize(np.array([source_of.get(str(i)) for i in article_ids], object))
    group = columns * max(1, len(source_names)) + sources[articles]
    group[sources[articles] < 0] = -1
    order = np.argsort(group, kind="stable")
    order = order[np.searchsorted(group[order], 0) :]
    bounds = [0, *(np.flatnonzero(np.diff(group[order])) + 1).tolist(), len(order)]
    is_article = long["sentence_index"].isna().to_numpy()
    values = long[["value", "low", "high", "numerator", "denominator"]].to_numpy(np.float64)
    reasons = long["reason"].to_numpy(object)
    names = column_names.tolist(), source_names.tolist()
    found = {}
    for first, last in pairwise(bounds):
        if first == last:
            continue
        rows = order[first:last]
        column, source = divmod(int(group[rows[0]]), len(names[1]))
        own, inner = rows[is_article[rows]], rows[~is_article[rows]]
        numbers = zip(*values[own].T.tolist(), reasons[own].tolist(), strict=True)
        cells = tuple(Cell(*row) for row in numbers)
        defined = own[~np.isnan(values[own, 0])]
        place = {article: at for at, article in enumerate(articles[defined].tolist())}
        owner = np.array([place.get(article, -1) for article in articles[inner].tolist()], np.int64)
        kept = owner >= 0
        found[names[0][column], names[1][source]] = Rows(
            cells, values[defined, 3:], values[inner[kept], 3:], owner[kept]
        )
    return found


def pool(column: Column, rows: Rows) -> Cell:
    """Pool one source's rows of one column into its value and interval.

    ``ratio``: scale * sum of numerators / sum of denominators over the articles where the column is defined;
    ``sum``: sum of defined values. NaN, with the first reason, where no article defines it.
    """
    if len(rows.cells) == 1:
        return rows.cells[0]
    if not len(rows.totals):
        return Cell(NAN, reason=next((cell.reason for cell in rows.cells if cell.reason), ""))
    if column.pool == "sum":
        return Cell(float(np.nansum([cell.value for cell in rows.cells])))
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
