"""The longer phrases in which an entry of the lexicon is meant literally ("first quarter"), found by a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from components.analysis.hype.tokens import tokenise

ANY_WORD = "*"
_ANY_LETTERS = "anywordatall"
_PLAIN_FORM = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)*")
_PLAIN_GAP = re.compile(r"[ -]")


class LexiconError(ValueError):
    """An entry that is not in the lexicon's form; the message names the term."""


class Literally(NamedTuple):
    """A phrase in which an entry is literal: its words and gaps, and where in it the entry stands."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    at: int
    length: int


class LiteralPhrases:
    """The phrases in which one entry is literal. ``longest``: of these, in words.

    An entry has up to a thousand and a text comes near few of them, so a phrase is read when the longest of its words
    that are not the entry's own is first met near the entry. LexiconError for a phrase without the entry: at once if it
    has none of its words, else when it is read.
    """

    def __init__(self, term: str, forms: Sequence[str], phrases: Iterable[str]) -> None:
        self._term, self._forms = term, forms
        self._by_clue: dict[str, list[tuple[int, str]]] = {}
        self._read: dict[str, list[Literally]] = {}
        self.longest = 0
        own = {word for form in forms for word in words_of(form)}
        for rank, phrase in enumerate(phrases):
            words = _words_of_phrase(phrase)
            if own.isdisjoint(words):
                self._check(phrase)
            self.longest = max(self.longest, len(words))
            told = [word for word in words if word != ANY_WORD]
            beside = [word for word in told if word not in own]
            self._by_clue.setdefault(max(beside or told, key=len), []).append((rank, phrase))

    def among(self, words: Sequence[str]) -> list[Literally]:
        """Those that may stand among these words, in the entry's order."""
        if self._by_clue.keys().isdisjoint(words):
            return []
        met = sorted(ranked for clue in self._by_clue.keys() & words for ranked in self._by_clue[clue])
        return [place for _, phrase in met for place in self._places(phrase)]

    def _places(self, phrase: str) -> list[Literally]:
        """Where in a phrase the entry stands, each place with the phrase's words."""
        if phrase not in self._read:
            words, gaps = _literally(phrase)
            forms = {tuple(words_of(form)) for form in self._forms}
            self._read[phrase] = [
                Literally(words, gaps, at, length)
                for length in sorted({len(form) for form in forms})
                for at in range(len(words) - length + 1)
                if words[at : at + length] in forms
            ]
            if not self._read[phrase]:
                self._check(phrase)
        return self._read[phrase]

    def _check(self, phrase: str) -> None:
        if not any(form in phrase for form in self._forms):  # "from hell" in "from hell's gate"
            raise LexiconError(f"{self._term!r}: {phrase!r} does not hold any of its forms")


def words_of(form: str) -> list[str]:
    """The words of a form; none unless it begins and ends with one (a full stop behind it apart)."""
    if _PLAIN_FORM.fullmatch(form):
        return form.replace("-", " ").split(" ")
    tokens = tokenise(form)
    if not tokens.words or tokens.starts[0] != 0 or tokens.ends[-1] != len(form.rstrip(".")):
        return []
    return tokens.words


def _words_of_phrase(phrase: str) -> Sequence[str]:
    words = phrase.replace("-", " ").split()
    return words if "".join(words).isalnum() else _literally(phrase)[0]


def _literally(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a literal phrase, ``*`` as it is, and the gaps between them."""
    if _PLAIN_FORM.fullmatch(phrase):
        return tuple(words_of(phrase)), tuple(_PLAIN_GAP.findall(phrase))
    tokens = tokenise(phrase.replace(ANY_WORD, _ANY_LETTERS))
    words = tuple(ANY_WORD if word == _ANY_LETTERS else word for word in tokens.words)
    return words, tokens.gaps(0, len(words))
