"""What the readability formulas rest on, counted in one pass over an article's sentences.

Every count is textstat's own, word by word, kept once made: a word's answer never depends on its neighbours. Only the
sentences are ours. Apostrophes within a word are made straight first: textstat deletes the curly one, so that
"don’t" would turn into "dont", a word neither its dictionary nor its list of easy words holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import sub
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from components.analysis.model import Article
from components.analysis.syllables import word_data

_CURLY_APOSTROPHE = re.compile(r"’(?<=\w.)(?=\w)")
# textstat's constants: it keeps an apostrophe only where it can begin the end of a contraction.
_LONE_APOSTROPHE = re.compile(r"'(?![tsd]|ve|ll|re)")
_MARKS = re.compile(r"[^\w\s']")
_WORD_CHARACTER = re.compile(r"\w")
TOKENS_KEPT = 100_000
_BYTES = 4  # of one count: no sentence has four thousand million of anything
_BITS = 8 * _BYTES
_MASK = (1 << _BITS) - 1


class Token(NamedTuple):
    """One stretch between white space, as textstat counts it. ``word`` is "" for mere punctuation.

    ``difficult``: not on the list of easy words, and of two syllables or more (textstat's ``difficult_words``).
    ``share`` is what the token adds to its sentence's Counts, all fields in one number.
    """

    word: str
    n_syllables: int
    difficult: bool
    share: int


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


class _Known(dict[str, Token]):
    """Token -> its counts, made at its first occurrence."""

    def __missing__(self, token: str) -> Token:
        if len(self) >= TOKENS_KEPT:
            self.clear()
        self[token] = counted = _count(token)
        return counted


_KNOWN = _Known()


def count_token(token: str) -> Token:
    """Everything textstat would say of ``token``, a stretch without white space, standing in a text.

    The steps are textstat's (``list_words``, ``count_syllables``, ``is_difficult_word``) on textstat's own data,
    without its wrappers around each of them, which would cost more than the counting. Kept, once made.
    """
    return _KNOWN[token]


def _count(token: str) -> Token:
    plain = token.isalnum()
    word = token if plain else _clean(token)
    share = _LETTERS * (len(token) if plain else len(_WORD_CHARACTER.findall(token))) + _CHARACTERS * len(token)
    if not word:
        return Token("", 0, False, share + _TOKEN)
    data = word_data()
    lower = word.lower()
    n_syllables = data.count_syllables(lower)
    share += _WORD + _TOKEN + _SYLLABLES * n_syllables
    if n_syllables >= 3:
        share += _POLYSYLLABLE
    if lower in data.easy_words:
        return Token(word, n_syllables, False, share)
    # Small letters can hold a mark that capitals do not (İ), which textstat deletes before it judges a word difficult.
    n_judged = n_syllables if lower.isalnum() else data.count_syllables(_clean(lower))
    difficult = n_judged >= 2
    share += _UNFAMILIAR + difficult * _DIFFICULT + (n_judged >= 3) * _COMPLEX
    return Token(word, n_syllables, difficult, share)


# One of each field of :class:`Counts`, all fields in one number: adding up one number a token is what makes it quick.
_SENTENCE, _WORD, _TOKEN, _SYLLABLES, _POLYSYLLABLE, _DIFFICULT, _COMPLEX, _UNFAMILIAR, _LETTERS, _CHARACTERS = (
    1 << shift for shift in _SHIFTS
)


def _unpack(packed: int) -> Counts:
    return Counts(*[packed >> shift & _MASK for shift in _SHIFTS])


def _clean(token: str) -> str:
    return token if token.isalnum() else _MARKS.sub("", _LONE_APOSTROPHE.sub("", token))


def read_tokens(text: str) -> list[Token]:
    """The tokens of a text as textstat counts them, in order."""
    straight = _CURLY_APOSTROPHE.sub("'", text) if "’" in text else text
    return list(map(_KNOWN.__getitem__, straight.split()))


def _packed(tokens: Iterable[Token]) -> int:
    return sum([token.share for token in tokens], _SENTENCE)


def count_sentence(text: str, sentence_index: int = 0) -> CountedSentence:
    """Count one sentence; ``sentence_index`` is its place in its article."""
    tokens = read_tokens(text)
    return CountedSentence(sentence_index, tuple(tokens), _unpack(_packed(tokens)))


def count_body(article: Article) -> tuple[CountedSentence, ...]:
    """Count the sentences that are measured (``article.body``), in order."""
    return tuple(count_sentence(sentence.text, sentence.index) for sentence in article.body)


def body_counts(article: Article) -> npt.NDArray[np.int64]:
    """The counts of the sentences that are measured: a row a sentence, a column a field of :class:`Counts`."""
    packed = [_packed(read_tokens(sentence.text)) for sentence in article.body]
    rows = b"".join([counts.to_bytes(_BYTES * _FIELDS, "little") for counts in packed])
    return np.frombuffer(rows, "<u4").reshape(len(packed), _FIELDS).astype(np.int64)


def total(sentences: Iterable[CountedSentence]) -> Counts:
    """The sums over ``sentences``; zeros for none."""
    parts = [sentence.counts for sentence in sentences]
    return Counts(*map(sum, zip(*parts, strict=True))) if parts else Counts(*[0] * len(Counts._fields))
