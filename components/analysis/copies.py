"""Near-copies: wire copy and reprints, the same text under another source."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from components.analysis.model import Article

#: Jaccard similarity of five-word runs from which a text counts as a copy.
THRESHOLD = 0.8
SHINGLE = 5
#: 16 bands of 4: two texts at .8 meet in some band with probability .9998, at .3 with .12.
_BANDS, _ROWS = 16, 4
#: Most earlier articles compared per band: keeps a story of a thousand reprints linear.
_MOST_PER_BUCKET = 32

_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SEEDS = np.random.default_rng(20_250_613).integers(1, 2**63, size=(2, _BANDS * _ROWS), dtype=np.uint64) | np.uint64(1)

Hashes = npt.NDArray[np.uint64]


def near_copies(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> id of the earliest article of another source that it nearly repeats.

    A copy has the same words, or shares at least four fifths of its five-word runs: ``|A & B| / |A | B| >= 0.8``,
    case and punctuation apart. Earlier: by date where every article has one, else by place in ``articles``. Texts
    without a word are nobody's copies. Candidates come from banded MinHash signatures and are then compared exactly;
    time is linear in the number of articles. The same input gives the same answer: nothing is random.
    """
    dated = all(article.date for article in articles)
    ordered = sorted(articles, key=lambda article: article.date) if dated else list(articles)
    shingles: dict[str, Hashes] = {}
    buckets: defaultdict[tuple[int, bytes], list[Article]] = defaultdict(list)
    place = {article.id: number for number, article in enumerate(ordered)}
    copies: dict[str, str] = {}
    for article in ordered:
        own = _shingles(article.text)
        if not len(own):
            continue
        shingles[article.id] = own
        bands = [buckets[band] for band in _signature(own)]
        candidates = {other.id: other for band in bands for other in band if other.source != article.source}
        for other_id in sorted(candidates, key=place.__getitem__):
            if _jaccard(own, shingles[other_id]) >= THRESHOLD:
                copies[article.id] = other_id
                break
        for band in bands:
            if len(band) < _MOST_PER_BUCKET:
                band.append(article)
    return copies


def _shingles(text: str) -> Hashes:
    """The different five-word runs of a text as sorted 64-bit hashes; a shorter text is one run."""
    words = np.array([zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())], np.uint64)
    if not len(words):
        return words
    width = min(SHINGLE, len(words))
    mixed = np.zeros(len(words) - width + 1, np.uint64)
    for offset in range(width):
        mixed = (mixed + words[offset : len(words) - width + 1 + offset] + np.uint64(1)) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def _signature(hashes: Hashes) -> list[tuple[int, bytes]]:
    """The bands of the MinHash signature: (band number, its minima)."""
    bands = []
    for band in range(_BANDS):
        multiply, add = _SEEDS[:, band * _ROWS : (band + 1) * _ROWS, np.newaxis]
        bands.append((band, ((hashes * multiply + add) >> np.uint64(17)).min(axis=1).tobytes()))
    return bands


def _jaccard(one: Hashes, other: Hashes) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)
