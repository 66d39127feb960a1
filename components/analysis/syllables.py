"""textstat, offline: its syllable dictionary from a table of our own.

textstat 0.7.9 to 0.7.13 fetches NLTK's copy of the CMU Pronouncing Dictionary from the network at the first English
syllable, and raises LookupError without a network. It keeps the dictionary in a cache of its own, ``get_cmudict``;
that cache is filled here once, before textstat is used, from data/lexicons/syllables.txt.gz.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

TABLE = Path(__file__).resolve().parents[2] / "data" / "lexicons" / "syllables.txt.gz"
LANGUAGE = "en_US"

_LOCK = threading.Lock()


def read_table(path: Path = TABLE) -> dict[str, list[list[str]]]:
    """Word -> pronunciations, in the shape in which NLTK gives them: one, with a stress digit per syllable.

    textstat reads nothing but the digits of the first pronunciation, so those are all there is. Raises OSError when
    the table is missing or no gzip file, ValueError when a line does not begin with a number.
    """
    pronunciations: dict[str, list[list[str]]] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        n, *words = line.split()
        shared = [["1"] * int(n)]
        pronunciations.update(dict.fromkeys(words, shared))
    return pronunciations


def offline_textstat() -> ModuleType:
    """textstat, ready to count English syllables without a network. Loaded and primed on first use.

    Every caller in the process gets the same counts, whether or not NLTK's data is installed. Safe from several
    threads.
    """
    with _LOCK:
        return _primed()


@cache
def _primed() -> ModuleType:
    import nltk
    import textstat

    get_cmudict = textstat.backend.utils.get_cmudict
    get_cmudict.cache_clear()
    find, corpus = nltk.data.find, nltk.corpus.cmudict
    nltk.data.find = lambda *_args, **_kwargs: ""
    nltk.corpus.cmudict = SimpleNamespace(dict=read_table)
    try:
        get_cmudict(LANGUAGE)
    finally:
        nltk.data.find, nltk.corpus.cmudict = find, corpus
    return textstat


class Hyphenation:
    """Where a word may be parted, by the patterns of a pyphen dictionary: its answer in a tenth of its time.

    pyphen looks up every piece of the word. A piece that begins no pattern has no longer one that does, so looking
    stops there (Liang 1983).
    """

    def __init__(self, pyphen: Any) -> None:  # noqa: ANN401 - pyphen has no types
        self._left, self._right = pyphen.left, pyphen.right
        patterns: Mapping[str, tuple[int, Sequence[int]]] = pyphen.hd.patterns
        self._found: dict[str, tuple[int, Sequence[int]] | None] = {
            piece[:end]: None for piece in patterns for end in range(1, len(piece))
        }
        self._found.update(patterns)

    def count(self, word: str) -> int:
        """How many places ``pyphen.positions(word)`` has."""
        pointed = f".{word.lower()}."
        levels = [0] * (len(pointed) + 1)
        found = self._found
        for start in range(len(pointed) - 1):
            for end in range(start + 1, len(pointed) + 1):
                piece = pointed[start:end]
                if piece not in found:
                    break
                pattern = found[piece]
                if pattern:
                    for at, level in enumerate(pattern[1], start + pattern[0]):
                        if level > levels[at]:
                            levels[at] = level
        # The level before letter i of the pointed word stands at i: a dot is ahead of the word's own letters.
        return sum([level % 2 for level in levels[self._left + 1 : len(word) - self._right + 2]])


@dataclass(frozen=True, slots=True)
class WordData:
    """What textstat knows of words: their pronunciations, where they may be hyphenated, and which are easy."""

    pronunciations: Mapping[str, list[list[str]]]
    hyphenation: Hyphenation
    easy_words: Container[str]

    def count_syllables(self, word: str) -> int:
        """The syllables of a lower-case word: its vowels in the dictionary, or else its parts when hyphenated."""
        found = self.pronunciations.get(word)
        return len(found[0]) if found else self.hyphenation.count(word) + 1


@cache
def word_data() -> WordData:
    """What textstat itself uses for English, offline."""
    utils = offline_textstat().backend.utils
    return WordData(
        pronunciations=utils.get_cmudict(LANGUAGE),
        hyphenation=Hyphenation(utils.get_pyphen(LANGUAGE)),
        easy_words=utils.get_lang_easy_words(LANGUAGE),
    )
