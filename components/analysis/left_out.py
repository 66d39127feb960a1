"""What a source's number loses without any one word type: what an order of two sources must survive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from components.analysis.measure import LeaveOut
from components.analysis.model import Article, Settings


class LeftOut(NamedTuple):
    """One row an article and word of it that counts.

    ``words``: the word types; ``word``: the place in it of each row's word; ``owner``: the place in the story of its
    article; ``changes``: by how much the sum of the article's values (a sentence's score each, or the one count of
    hits) and the sum of their squares change without the word, shape (rows, 2).
    """

    words: tuple[str, ...]
    word: npt.NDArray[np.int32]
    owner: npt.NDArray[np.int32]
    changes: npt.NDArray[np.float64]

    def of_articles(self, chosen: npt.NDArray[np.bool_]) -> dict[str, tuple[float, float]]:
        """Word -> the changes over the chosen articles together. ``chosen``: by place in the story."""
        rows = chosen[self.owner]
        word, changes = self.word[rows], self.changes[rows]
        sums = [np.bincount(word, changes[:, side], len(self.words)) for side in (0, 1)]
        return {self.words[at]: (float(sums[0][at]), float(sums[1][at])) for at in np.unique(word).tolist()}


def leave_out_words(leave_out: LeaveOut, articles: Iterable[tuple[int, Article]], settings: Settings) -> LeftOut:
    """What leaving out each word changes in each article, given with its place in the story."""
    place_of: dict[str, int] = {}
    word, owner, changes = [], [], []
    for place, article in articles:
        found = leave_out(article, settings)
        whole = np.asarray(found[""], float)
        for name, values in found.items():
            if name:
                without = np.asarray(values, float)
                word.append(place_of.setdefault(name, len(place_of)))
                owner.append(place)
                changes.append((float((without - whole).sum()), float((without**2 - whole**2).sum())))
    return LeftOut(
        tuple(place_of), np.array(word, np.int32), np.array(owner, np.int32), np.array(changes, float).reshape(-1, 2)
    )


def join_left_out(parts: Sequence[tuple[int, LeftOut]]) -> LeftOut:
    """The parts of a story as one; each comes with the place of its first article."""
    place_of: dict[str, int] = {}
    words = [
        np.array([place_of.setdefault(name, len(place_of)) for name in part.words], np.int32)[part.word]
        for _, part in parts
    ]
    return LeftOut(
        tuple(place_of),
        np.concatenate(words),
        np.concatenate([part.owner + np.int32(start) for start, part in parts]),
        np.concatenate([part.changes for _, part in parts]),
    )
