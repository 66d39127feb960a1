"""Static word vectors and word frequencies: the table behind soft alignment and word weights.

``data/lexicons/word_vectors.npz`` holds ``words``, ``vectors`` (int8, a row a word), ``zipf`` (frequency on the Zipf
scale: log10 of occurrences per billion words). Origin, licences and recipe: data/README.md.
"""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
import numpy.typing as npt

WORD_TABLE = Path(__file__).resolve().parents[3] / "data" / "lexicons" / "word_vectors.npz"

#: Zipf frequency taken for a word that is not in the table.
RARE = 1.5
#: Weight of a number: rarer than most words, less telling than a rare name.
NUMBER_WEIGHT = 4.5
_CEILING, _FLOOR = 7.3, 0.3


class WordTable:
    """Words with a unit vector and a Zipf frequency each; row 0 is the zero vector of unknown words."""

    def __init__(self, words: list[str], vectors: npt.NDArray[np.int8], zipf: npt.NDArray[np.float32]) -> None:
        rows = np.vstack([np.zeros((1, vectors.shape[1]), np.float32), vectors.astype(np.float32)])
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        self.vectors: npt.NDArray[np.float32] = rows / np.maximum(length, 1e-6)
        self._row = {word: row + 1 for row, word in enumerate(words)}
        self._zipf = zipf

    def row(self, word: str) -> int:
        """The row of a lower-case word in ``vectors``; 0 when it is unknown."""
        return self._row.get(word, 0)

    def zipf(self, word: str) -> float:
        """Frequency of a lower-case word on the Zipf scale (the: 7.7, rare: 2); unknown words 1.5."""
        row = self._row.get(word, 0)
        return float(self._zipf[row - 1]) if row else RARE

    def weight(self, word: str, key: str) -> float:
        """How much a word tells: ``max(0.3, 7.3 - zipf)``, 0.3 ("the") to 5.8 (unknown); a number 4.5."""
        if key.startswith("#"):
            return NUMBER_WEIGHT
        return max(_FLOOR, _CEILING - max(self.zipf(word), RARE))

    def similarity(self, word: str, other: str) -> float:
        """The cosine of two words' vectors, -1 to 1; 0 where the table lacks one."""
        return float(self.vectors[self.row(word)] @ self.vectors[self.row(other)])


@functools.cache
def word_table() -> WordTable:
    """The word table of this installation, loaded once."""
    with np.load(WORD_TABLE, allow_pickle=False) as table:
        return WordTable(table["words"].tolist(), table["vectors"], table["zipf"])
