"""textstat, offline: its syllable dictionary from a table of our own.

textstat 0.7.9 to 0.7.13 fetches NLTK's copy of the CMU Pronouncing Dictionary from the network at the first English
syllable, and raises LookupError without a network. It keeps the dictionary in a cache of its own, ``get_cmudict``;
that cache is filled here once, before textstat is used, from data/lexicons/syllables.txt.gz. NLTK itself is not loaded.
"""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace

TABLE = Path(__file__).resolve().parents[2] / "data" / "lexicons" / "syllables.txt.gz"
LANGUAGE = "en_US"

_LOCK = threading.Lock()
_NO_DIGITS = str.maketrans("", "", "0123456789")
_LEVELS = re.compile(r"([0-9]?)([^0-9]?)").findall  # the last answer is for the end of the pattern
_LEFT, _RIGHT = 2, 2  # the fewest letters that pyphen leaves at either end


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
    # The whole of NLTK takes longer to load than four articles to measure; textstat uses one dictionary of it.
    stand_in, loaded = _stand_in(), sys.modules.get("nltk")
    sys.modules["nltk"] = stand_in
    try:
        import textstat
    finally:
        del sys.modules["nltk"]
        if loaded is not None:
            sys.modules["nltk"] = loaded
    reader = sys.modules["textstat.backend.utils._get_cmudict"]
    vars(reader)["nltk"] = stand_in  # where textstat was loaded before
    get_cmudict = textstat.backend.utils.get_cmudict
    get_cmudict.cache_clear()
    get_cmudict(LANGUAGE)
    return textstat


def _stand_in() -> ModuleType:
    """All that textstat asks of NLTK: whether the dictionary is there, and the dictionary."""
    module = ModuleType("nltk")
    vars(module)["data"] = SimpleNamespace(find=lambda _path: "")
    vars(module)["corpus"] = SimpleNamespace(cmudict=SimpleNamespace(dict=read_table))
    return module


class Hyphenation:
    """Where a word may be parted, by the patterns of a pyphen dictionary: its answer in a tenth of its time.

    pyphen reads every pattern before the first word, and looks up every piece of the word. A pattern is read here when
    its piece is first met, and a piece that begins no pattern has no longer one that does, so looking stops there
    (Liang 1983). ``path``: a dictionary whose patterns part words without changing letters, as those of English do.
    """

    def __init__(self, path: Path, ignored: tuple[str, ...]) -> None:
        lines = map(str.strip, path.read_text("utf-8").split("\n")[1:])
        patterns = {line.translate(_NO_DIGITS): line for line in lines if line and not line.startswith(ignored)}
        self._found: dict[str, str | tuple[int, ...] | None] = {
            piece[:end]: None for piece in patterns for end in range(1, len(piece))
        }
        self._found.update(patterns)

    def _levels(self, piece: str, pattern: str) -> tuple[int, ...]:
        """The levels of a pattern before each of its letters and after the last, from "1b2s" for "bs"."""
        levels = self._found[piece] = tuple(int(level or 0) for level, _ in _LEVELS(pattern))
        return levels

    def count(self, word: str) -> int:
        """How many places the word may be parted at, as many as ``pyphen.positions(word)`` has."""
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
                    read = self._levels(piece, pattern) if isinstance(pattern, str) else pattern
                    for at, level in enumerate(read, start):
                        if level > levels[at]:
                            levels[at] = level
        # The level before letter i of the pointed word stands at i: a dot is ahead of the word's own letters.
        return sum([level % 2 for level in levels[_LEFT + 1 : len(word) - _RIGHT + 2]])


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
    import pyphen

    utils = offline_textstat().backend.utils
    return WordData(
        pronunciations=utils.get_cmudict(LANGUAGE),
        hyphenation=Hyphenation(pyphen.LANGUAGES[LANGUAGE], pyphen.ignored),
        easy_words=utils.get_lang_easy_words(LANGUAGE),
    )
