"""VADER's own rules, applied only where they can do anything.

VADER walks every word of a text with all its rules, and most rules walk the whole text again. But a word that is not
in its lexicon has no valence, and a word that is keeps the lexicon's value unless one of a few hundred *movers*
(boosters, negations, a word of its idioms, "least", "no") stands within three words before it or two behind. So words
are looked up once, VADER's ``sentiment_valence`` is asked only about words with a mover in reach, and about no more
than their reach. The numbers are VADER's to the last bit; the test of that is property-based.
"""

from __future__ import annotations

import copy
import math
import string
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import Any, NamedTuple

WORDS_KEPT = 100_000
VALENCES_KEPT = 20_000
# VADER's constant: what a sum is normalised with.
ALPHA = 15

# How far VADER's rules look from a word of its lexicon.
_BEFORE, _BEHIND = 3, 2
_WHOLE: frozenset[str] = frozenset()
# Words that VADER's negation rule looks for besides negators ("never so", "this").
_TURNED = frozenset(("so", "this"))


class Word(NamedTuple):
    """A word as VADER cuts it. ``value``: in its lexicon, 0 for a word that is not.

    ``moves``: may change the value of a word nearby. ``idiom``: as part of a phrase, so also of one before it.
    ``negates``: one of VADER's negators, or "no". ``tells``: any of these, known or "but"; without such a word a text
    has the sum 0. ``settled``: known and neither moving nor in capitals, so that it keeps its value among its like.
    """

    text: str
    low: str
    value: float
    known: bool
    moves: bool
    idiom: bool
    negates: bool
    capitals: bool
    tells: bool
    settled: bool


Telling = list[tuple[int, Word]]


@cache
def vader() -> Any:  # noqa: ANN401 - vaderSentiment has no types
    """VADER, loaded once. ``polarity_scores`` gains "sum": the total that "compound" is normalised from."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    class Summing(SentimentIntensityAnalyzer):  # type: ignore[misc]
        def _negation_check(self, valence: float, words: Sequence[str], start_i: int, i: int) -> float:
            if isinstance(words, _Reach) and not words.negates:
                return valence
            return float(super()._negation_check(valence, words, start_i, i))

        def _special_idioms_check(self, valence: float, words: Sequence[str], i: int) -> float:
            if isinstance(words, _Reach) and not words.idiom:
                return valence
            return float(super()._special_idioms_check(valence, words, i))

        def score_valence(self, sentiments: list[float], text: str) -> dict[str, float]:
            scores: dict[str, float] = super().score_valence(sentiments, text)
            scores["sum"] = _emphasised(float(sum(sentiments)), text)
            return scores

    return Summing()


def _emphasised(total: float, text: str) -> float:
    if not total or ("!" not in text and "?" not in text):
        return total
    return total + math.copysign(vader()._punctuation_emphasis(text), total)


@cache
def vader_without(words: frozenset[str]) -> Any:  # noqa: ANN401
    """The same analyser without these words in its lexicon; "no" still turns the word after it."""
    masked = copy.copy(vader())
    masked.lexicon = {word: value for word, value in masked.lexicon.items() if word not in words}
    return masked


def core(token: str) -> str:
    """A token without the punctuation around it, unless it would leave two characters or fewer, as VADER cuts it."""
    stripped = token.strip(string.punctuation)
    return stripped if len(stripped) > 2 else token


@cache
def _idioms() -> frozenset[str]:
    """A word of every phrase VADER knows: without any of them in reach there is none."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT, SPECIAL_CASES

    return frozenset(max(phrase.split(), key=len) for phrase in (*BOOSTER_DICT, *SPECIAL_CASES) if " " in phrase)


@cache
def _movers() -> frozenset[str]:
    """Words without any of which in reach a word of the lexicon keeps its value; negators and idioms apart."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT

    return frozenset((*BOOSTER_DICT, "least", *_TURNED))


@cache
def _negators() -> frozenset[str]:
    from vaderSentiment.vaderSentiment import NEGATE

    return frozenset(NEGATE) | {"no"}


class _Known(dict[str, Word]):
    """Token -> what VADER makes of it, found out at its first occurrence."""

    def __init__(self) -> None:
        super().__init__()
        self.lexicon = vader().lexicon
        self.movers, self.idioms, self.negators = _movers(), _idioms(), _negators()

    def __missing__(self, token: str) -> Word:
        if len(self) >= WORDS_KEPT:
            self.clear()
        text = token if token.isalnum() else core(token)
        low = text.lower()
        value = self.lexicon.get(low)
        negates, idiom = "n't" in low or low in self.negators, low in self.idioms
        moves = negates or idiom or low in self.movers
        known, capitals = value is not None, text.isupper()
        tells, settled = known or moves or low == "but", known and not moves and not capitals
        word = Word(text, low, value or 0.0, known, moves, idiom, negates, capitals, tells, settled)
        self[token] = word
        return word


@cache
def _known() -> _Known:
    return _Known()


class _Telling(dict[str, Word | None]):
    """Token -> its word if that tells VADER anything, else None: of new words nearly all need no closer look."""

    def __init__(self) -> None:
        super().__init__()
        self.lows = frozenset((*vader().lexicon, *_movers(), *_idioms(), *_negators(), "but"))

    def __missing__(self, token: str) -> Word | None:
        if len(self) >= WORDS_KEPT:
            self.clear()
        low = (token if token.isalnum() else core(token)).lower()
        self[token] = word = _known()[token] if low in self.lows or "n't" in low else None
        return word


@cache
def _telling() -> _Telling:
    return _Telling()


def read_words(text: str) -> list[Word]:
    """The words of a text as VADER cuts them. A text that holds an emoji VADER knows is for ``polarity_scores``."""
    return list(map(_known().__getitem__, text.split()))


def telling(tokens: Iterable[str]) -> Telling:
    """The words that tell VADER anything, with their places, among what stands between a text's white space."""
    return [(at, word) for at, word in enumerate(map(_telling().__getitem__, tokens)) if word]


def has_emoji(text: str) -> bool:
    """Whether the text holds an emoji for which VADER reads a description."""
    return not text.isascii() and not vader().emojis.keys().isdisjoint(text)


def sums_of(text: str, tokens: Sequence[str], told: Telling, without: frozenset[str] = _WHOLE) -> tuple[float, float]:
    """VADER's sum of valences of a text without emoji, as it is and with these words taken out of VADER's lexicon.

    What its compound is normalised from; 0 without valence. ``told``: the :func:`telling` ones of ``tokens``, which is
    ``text.split()``. A word is read by VADER's rules once for both sums, unless one of the words taken out is in reach.
    """
    known = [(at, word) for at, word in told if word.known]
    if not known:
        return 0.0, 0.0
    values = [word.value for _, word in known]
    kept = [word.low not in without for _, word in known]
    if False not in [word.settled for _, word in told]:
        raw = _emphasised(float(sum(values)), text)
        return raw, raw if False not in kept else _emphasised(float(sum(compress(values, kept))), text)
    ruled = _ruled_ones(told, known)
    words = [_known()[token] for token in tokens] if ruled else []
    for i in ruled:
        values[i] = _ruled(words, known[i][0], _WHOLE)
    places = [at for at, _ in known]
    but = next((at for at, word in told if word.low == "but"), None)
    raw = _total(values, places, but, text)
    if False not in kept:
        return raw, raw
    for i in ruled:
        if kept[i]:
            values[i] = _ruled(words, known[i][0], without)
    return raw, _total([*compress(values, kept)], [*compress(places, kept)], but, text)


def _ruled_ones(told: Telling, known: Telling) -> list[int]:
    """Which of the words of the lexicon have a mover in reach or stand in capitals."""
    movers = [(at - (_BEHIND if word.idiom else 0), at + _BEFORE) for at, word in told if word.moves]
    found = []
    for i, (at, word) in enumerate(known):
        near = word.capitals
        for first, last in movers:
            if first <= at <= last:
                near = True
                break
        if near:
            found.append(i)
    return found


def _total(values: Sequence[float], places: Sequence[int], but: int | None, text: str) -> float:
    weighed = list(values)
    if but is not None:
        _weigh_around(places, weighed, but)
    return _emphasised(float(sum(weighed)), text)


def _weigh_around(places: Sequence[int], values: list[float], but: int) -> None:
    """VADER's ``_but_check``: half as much before "but", half as much again behind it.

    It looks a value up by the value, so of two that are equal the first is changed twice. Words without valence, which
    it walks too, cannot change by it.
    """
    for i in range(len(values)):
        at = values.index(values[i])
        if places[at] < but:
            values[at] *= 0.5
        elif places[at] > but:
            values[at] *= 1.5


def _ruled(words: Sequence[Word], at: int, without: frozenset[str]) -> float:
    """The valence of one word of the lexicon by VADER's rules, from the words in reach of them."""
    n_capitals = sum([word.capitals for word in words])
    first = max(0, at - _BEFORE)
    reach = words[first : at + _BEHIND + 1]
    lows = [word.low for word in reach]
    return _valence(
        tuple([word.text for word in reach]),
        at - first,
        0 < n_capitals < len(words),
        True in [word.negates for word in reach] or not _TURNED.isdisjoint(lows),
        True in [word.idiom for word in reach],
        _WHOLE if without.isdisjoint(lows) else without,
    )


class _Reach(tuple[str, ...]):
    """The words in reach of one, and whether any of them is a matter of VADER's rules for negation and for idioms."""

    negates: bool
    idiom: bool


class _Text(NamedTuple):
    """What VADER's ``sentiment_valence`` wants to know of a text."""

    words_and_emoticons: _Reach
    is_cap_diff: bool


@lru_cache(maxsize=VALENCES_KEPT)
def _valence(
    texts: tuple[str, ...], at: int, shouting: bool, negates: bool, idiom: bool, without: frozenset[str]
) -> float:
    """VADER's ``sentiment_valence`` of a word where it stands; kept, since voices and the mask ask again."""
    if texts[at].lower() == "kind" and [word.lower() for word in texts[at + 1 : at + 2]] == ["of"]:
        return 0.0
    reach = _Reach(texts)
    reach.negates, reach.idiom = negates, idiom
    return float(vader_without(without).sentiment_valence(0, _Text(reach, shouting), texts[at], at, [])[0])


def compound(total: float) -> float:
    """VADER's compound of a sum: ``total / sqrt(total^2 + 15)``, -1..1, to four places as VADER gives it."""
    return round(total / math.sqrt(total * total + ALPHA), 4)
