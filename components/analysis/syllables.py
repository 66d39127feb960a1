"""textstat, offline: its syllable dictionary from a table of our own.

textstat 0.7.9 to 0.7.13 fetches NLTK's copy of the CMU Pronouncing Dictionary from the network at the first English
syllable, and raises LookupError without a network. It keeps the dictionary in a cache of its own, ``get_cmudict``;
that cache is filled here once, before textstat is used, from data/lexicons/syllables.txt.gz.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace

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


@dataclass(frozen=True, slots=True)
class WordData:
    """What textstat knows of words: their pronunciations, where they may be hyphenated, and which are easy."""

    pronunciations: Mapping[str, list[list[str]]]
    hyphenation: Callable[[str], Sequence[int]]
    easy_words: Container[str]

    def count_syllables(self, word: str) -> int:
        """The syllables of a lower-case word: its vowels in the dictionary, or else its parts when hyphenated."""
        found = self.pronunciations.get(word)
        return len(found[0]) if found else len(self.hyphenation(word)) + 1


@cache
def word_data() -> WordData:
    """What textstat itself uses for English, offline."""
    utils = offline_textstat().backend.utils
    return WordData(
        pronunciations=utils.get_cmudict(LANGUAGE),
        hyphenation=utils.get_pyphen(LANGUAGE).positions,
        easy_words=utils.get_lang_easy_words(LANGUAGE),
    )
