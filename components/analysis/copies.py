"""Near-copies: wire copy and reprints, the same text under another source."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from components.analysis.model import Article

#: Jaccard similarity of five-word runs from which a text counts as a copy.
THRESHOLD = 0.8
SHINGLE = 5
#: 16 bands of 4: two texts at .8 meet in some band with probability .9998, at .3 with .12.
_BANDS, _ROWS = 16, 4
#: Most earlier articles compared per band, the earliest: keeps a story of a thousand reprints linear.
_MOST_PER_BUCKET = 32
_RUNS_KEPT = 1024

_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SEEDS = np.random.default_rng(20_250_613).integers(1, 2**63, size=(2, _BANDS * _ROWS), dtype=np.uint64) | np.uint64(1)

Hashes = npt.NDArray[np.uint64]


def near_copies(articles: Sequence[Article], signed: Hashes | None = None) -> dict[str, str]:
    """Article id -> id of the earliest article of another source that it nearly repeats.

    A copy has the same words, or shares at least four fifths of its five-word runs: ``|A & B| / |A | B| >= 0.8``,
    case and punctuation apart. Earlier: by date where every article has one, else by place in ``articles``. Texts
    without a word are nobody's copies. Candidates come from banded MinHash signatures (``signed``, where
    :func:`signatures` was asked before) and are then compared exactly; time is linear in the number of articles, and
    only candidates' runs are held. The same input gives the same answer: nothing is random.
    """
    bands = signatures(articles) if signed is None else signed
    dated = all(article.date for article in articles)
    ordered = sorted(range(len(articles)), key=lambda at: articles[at].date if dated else "")
    earlier: defaultdict[int, set[int]] = defaultdict(set)
    for band in bands[ordered].T:
        for alike in _groups(band):
            # texts without a word have the signature 0
            if band[alike[0]]:
                for n, at in enumerate(alike[1:], 1):
                    earlier[at].update(alike[: min(n, _MOST_PER_BUCKET)])
    runs = lru_cache(maxsize=_RUNS_KEPT)(lambda at: _shingles(articles[ordered[at]].text))
    copies: dict[str, str] = {}
    for at in sorted(earlier):
        article = articles[ordered[at]]
        for other in sorted(earlier[at]):
            original = articles[ordered[other]]
            if original.source != article.source and _jaccard(runs(at), runs(other)) >= THRESHOLD:
                copies[article.id] = original.id
                break
    return copies


def signatures(articles: Sequence[Article]) -> Hashes:
    """The bands of each text's MinHash signature: shape (articles, bands); 0 throughout for a text without a word."""
    signed = np.zeros((len(articles), _BANDS), np.uint64)
    for at, article in enumerate(articles):
        own = _shingles(article.text)
        if len(own):
            signed[at] = _signature(own)
    return signed


def _groups(band: Hashes) -> Iterator[list[int]]:
    """The places, ascending, of each value that stands in several."""
    order = np.argsort(band, kind="stable")
    bounds = np.flatnonzero(np.diff(band[order])) + 1
    for alike in np.split(order, bounds):
        if len(alike) > 1:
            yield alike.tolist()


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


def _signature(hashes: Hashes) -> Hashes:
    """The bands of the MinHash signature: of each band its minima as one number, never 0."""
    minima = ((hashes * _SEEDS[0][:, np.newaxis] + _SEEDS[1][:, np.newaxis]) >> np.uint64(17)).min(axis=1)
    mixed = np.zeros(_BANDS, np.uint64)
    for column in minima.reshape(_BANDS, _ROWS).T:
        mixed = (mixed + column + np.uint64(1)) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
    return mixed | np.uint64(1)


def _jaccard(one: Hashes, other: Hashes) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)
