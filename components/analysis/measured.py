"""What a comparison of sources rests on, column by column, as arrays: a long frame's rows in a tenth of its memory.

Parts of a story that were measured apart are joined into one; the story measured at once gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.analysis.left_out import LeftOut, join_left_out

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int32]
Texts = npt.NDArray[np.object_]

NUMBERS = ("value", "low", "high", "numerator", "denominator")


class ColumnRows(NamedTuple):
    """The measurements of one column.

    ``owner``: the place in the story of each article that has the column, shape (articles,); ``numbers``: its NUMBERS,
    shape (articles, 5); ``reasons``: why it is undefined. ``parts``: numerator and denominator of each sentence, shape
    (sentences, 2); ``part_owner``: the place of its article.
    """

    owner: Places
    numbers: Floats
    reasons: Texts
    parts: Floats
    part_owner: Places


@dataclass(frozen=True, kw_only=True)
class Measured:
    """The measurements of ``n_articles`` articles of a story, in its order.

    ``left_out``: key of a measure -> what its headline column loses without each word type, where that was asked for.
    """

    n_articles: int
    columns: dict[str, ColumnRows]
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)


def measured(long: pd.DataFrame | Measured, article_ids: Sequence[str]) -> Measured:
    """The rows of a long frame by column; rows of articles that are not among ``article_ids`` are left out."""
    if isinstance(long, Measured):
        return long
    places = pd.Index(article_ids).get_indexer(pd.Index(long["article_id"])).astype(np.int32)
    columns, names = pd.factorize(long["column"])
    columns[places < 0] = -1
    order = np.argsort(columns, kind="stable")
    order = order[np.searchsorted(columns[order], 0) :]
    bounds = [0, *(np.flatnonzero(np.diff(columns[order])) + 1).tolist(), len(order)]
    of_article = long["sentence_index"].isna().to_numpy()
    numbers = long[list(NUMBERS)].to_numpy(np.float64)
    reasons = long["reason"].to_numpy(object)
    found = {}
    for first, last in pairwise(bounds):
        if first == last:
            continue
        rows = order[first:last]
        own, inner = rows[of_article[rows]], rows[~of_article[rows]]
        found[str(names[columns[rows[0]]])] = ColumnRows(
            places[own], numbers[own], reasons[own], numbers[inner, 3:], places[inner]
        )
    return Measured(n_articles=len(article_ids), columns=found)


def join(parts: Sequence[Measured], starts: Sequence[int] = ()) -> Measured:
    """The parts of a story as one. ``starts``: the place of each part's first article; by default one after another.

    The parts' columns are taken out of them, so that a large story is not held twice.
    """
    starts = starts or list(accumulate((part.n_articles for part in parts), initial=0))[: len(parts)]
    columns = {}
    for name in dict.fromkeys(name for part in parts for name in part.columns):
        held = [(at, part.columns.pop(name)) for at, part in zip(starts, parts, strict=True) if name in part.columns]
        columns[name] = ColumnRows(
            np.concatenate([rows.owner + np.int32(start) for start, rows in held]),
            np.concatenate([rows.numbers for _, rows in held]),
            np.concatenate([rows.reasons for _, rows in held]),
            np.concatenate([rows.parts for _, rows in held]),
            np.concatenate([rows.part_owner + np.int32(start) for start, rows in held]),
        )
    keys = dict.fromkeys(key for part in parts for key in part.left_out)
    left_out = {
        key: join_left_out([(s, p.left_out[key]) for s, p in zip(starts, parts, strict=True) if key in p.left_out])
        for key in keys
    }
    n_articles = max((start + part.n_articles for start, part in zip(starts, parts, strict=True)), default=0)
    return Measured(n_articles=n_articles, columns=columns, left_out=left_out)
