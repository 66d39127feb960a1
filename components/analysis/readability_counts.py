"""What the readability formulas rest on, counted in one pass over an article's sentences.

Every count is textstat's own, word by word, kept once made: a word's answer never depends on its neighbours. Only the
sentences are ours. Apostrophes within a word are made straight first: textstat deletes the curly one, so that
"don’t" would turn into "dont", a word neither its dictionary nor its list of easy words holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import sub
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from components.analysis.model import Article
from components.analysis.syllables import word_data

_CURLY_APOSTROPHE = re.compile(r"’(?<=\w.)(?=\w)")
# textstat's constants: it keeps an apostrophe only where it can begin the end of a contraction.
_LONE_APOSTROPHE = re.compile(r"'(?![tsd]|ve|ll|re)")
_MARKS = re.compile(r"[^\w\s']")
_EDGES = '.,;:!?…()[]"“”-–—'  # what nearly always is all there is to delete
TOKENS_KEPT = 100_000
_BYTES = 4  # of one count: no sentence has four thousand million of anything
_BITS = 8 * _BYTES
_MASK = (1 << _BITS) - 1


class Token(NamedTuple):
    """One stretch between white space, as textstat counts it. ``word`` is "" for mere punctuation.

    ``difficult``: not on the list of easy words, and of two syllables or more (textstat's ``difficult_words``).
    """

    word: str
    n_syllables: int
    difficult: bool


class Counts(NamedTuple):
    """Sums over some sentences.

    ``n_tokens`` counts what stands between white space, mere punctuation included. Polysyllables have three syllables
    or more; difficult words two and are not on the list of easy words; complex words (Gunning fog) the same with
    three; unfamiliar words (Dale-Chall) are merely not on the list. Letters are letters and digits, characters those
    and the punctuation.
    """

    n_sentences: int
    n_words: int
    n_tokens: int
    n_syllables: int
    n_polysyllables: int
    n_difficult_words: int
    n_complex_words: int
    n_unfamiliar_words: int
    n_letters: int
    n_characters: int

    def without(self, part: Counts) -> Counts:
        """What is left when ``part`` is taken out."""
        return Counts(*map(sub, self, part))


class CountedSentence(NamedTuple):
    """A sentence's place in its article, its tokens and their sums."""

    sentence_index: int
    tokens: tuple[Token, ...]
    counts: Counts


_FIELDS = len(Counts._fields)
_SHIFTS = tuple(_BITS * at for at in range(_FIELDS))


class _Word(NamedTuple):
    """What there is to know of a word in lower case; ``share``: what it adds to a sentence's Counts, but for letters.

    All fields of Counts in one number: adding up one number a token is what makes it quick.
    """

    n_syllables: int
    difficult: bool
    share: int


class _Words(dict[str, _Word]):
    """Word in lower case -> its counts, made at its first occurrence, whatever signs stand around it.

    The steps are textstat's (``count_syllables``, ``is_difficult_word``) on textstat's own data, without its wrappers
    around each of them, which would cost more than the counting.
    """

    def __missing__(self, lower: str) -> _Word:
        _make_room(self)
        data = word_data()
        n_syllables = data.count_syllables(lower)
        share = _WORD + _TOKEN + _SYLLABLES * n_syllables
        if n_syllables >= 3:
            share += _POLYSYLLABLE
        difficult = False
        if lower not in data.easy_words:
            # Small letters can hold a mark that capitals do not (İ), which textstat deletes before it judges a word.
            n_judged = n_syllables if lower.isalnum() else data.count_syllables(_clean(lower))
            difficult = n_judged >= 2
            share += _UNFAMILIAR + difficult * _DIFFICULT + (n_judged >= 3) * _COMPLEX
        self[lower] = counted = _Word(n_syllables, difficult, share)
        return counted


class _Shares(dict[str, int]):
    """Token -> what it adds to its sentence's Counts, all fields in one number."""

    def __missing__(self, token: str) -> int:
        _make_room(self)
        word = _word_of(token)
        share = _WORDS[word.lower()].share if word else _TOKEN
        # What is left of a token once textstat has cleaned it is letters, digits and apostrophes.
        self[token] = share = share + _LETTERS * (len(word) - word.count("'")) + _CHARACTERS * len(token)
        return share


_WORDS = _Words()
_SHARES = _Shares()


def _make_room(kept: dict[str, Any]) -> None:
    if len(kept) >= TOKENS_KEPT:
        kept.clear()


def _word_of(token: str) -> str:
    """The word in a token as textstat's ``list_words`` leaves it; "" for mere punctuation."""
    word = token.strip(_EDGES)
    if word.isalnum() or not word:
        return word
    return _clean(_CURLY_APOSTROPHE.sub("'", token))


class _Tokens(dict[str, Token]):
    """Token -> what textstat would say of it. Apart from the shares, since few callers need more than those."""

    def __missing__(self, token: str) -> Token:
        _make_room(self)
        word = _word_of(token)
        known = _WORDS[word.lower()] if word else _NO_WORD
        self[token] = counted = Token(word, known.n_syllables, known.difficult)
        return counted


_NO_WORD = _Word(0, False, 0)
_TOKENS = _Tokens()


# One of each field of :class:`Counts`, all fields in one number.
_SENTENCE, _WORD, _TOKEN, _SYLLABLES, _POLYSYLLABLE, _DIFFICULT, _COMPLEX, _UNFAMILIAR, _LETTERS, _CHARACTERS = (
    1 << shift for shift in _SHIFTS
)


def _unpack(packed: int) -> Counts:
    return Counts(*[packed >> shift & _MASK for shift in _SHIFTS])


def _clean(token: str) -> str:
    return token if token.isalnum() else _MARKS.sub("", _LONE_APOSTROPHE.sub("", token))


def read_tokens(text: str) -> list[Token]:
    """The tokens of a text as textstat counts them, in order."""
    return list(map(_TOKENS.__getitem__, text.split()))


def _packed(text: str) -> int:
    return sum(map(_SHARES.__getitem__, text.split()), _SENTENCE)


def count_sentence(text: str, sentence_index: int = 0) -> CountedSentence:
    """Count one sentence; ``sentence_index`` is its place in its article."""
    return CountedSentence(sentence_index, tuple(read_tokens(text)), _unpack(_packed(text)))


def count_body(article: Article) -> tuple[CountedSentence, ...]:
    """Count the sentences that are measured (``article.body``), in order."""
    return tuple(count_sentence(sentence.text, sentence.index) for sentence in article.body)


def body_counts(article: Article) -> npt.NDArray[np.int64]:
    """The counts of the sentences that are measured: a row a sentence, a column a field of :class:`Counts`."""
    packed = [_packed(sentence.text) for sentence in article.body]
    rows = b"".join([counts.to_bytes(_BYTES * _FIELDS, "little") for counts in packed])
    return np.frombuffer(rows, "<u4").reshape(len(packed), _FIELDS).astype(np.int64)


def total(sentences: Iterable[CountedSentence]) -> Counts:
    """The sums over ``sentences``; zeros for none."""
    parts = [sentence.counts for sentence in sentences]
    return Counts(*map(sum, zip(*parts, strict=True))) if parts else Counts(*[0] * len(Counts._fields))
