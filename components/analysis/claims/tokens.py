"""Text to keys: normalised words, numbers, places, months, with their offsets.

Everything the claim engine compares is a key. "Joined" and "joins", "twenty-seven" and "27", "$14.3bn" and
"14.3 billion dollars", "Polish" and "Poland", "U.S." and "America", "Sept." and "September" share theirs.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from components.analysis.claims.stems import stem
from components.analysis.claims.words import (
    ADDRESSES,
    AMBIGUOUS,
    CURRENCIES,
    LONG_PLACES,
    MONTHS,
    NEGATING_VERBS,
    NEGATIONS,
    ORDINALS,
    PLACES,
    SCALES,
    SHORT_PLACES,
    SHORT_SCALES,
    STOP,
    TELLING,
    TENS,
    UNITS,
    WEEKDAYS,
)

#: Marks a word inside what a text says it does *not* tell ("without mentioning financial details").
UNTOLD = "~"

_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'"})
_PIECE = re.compile(
    r"(?P<acronym>(?:[A-Za-z]\.){2,8})"
    r"|(?P<number>\d{1,15}(?:,\d{3}){1,6}(?:\.\d{1,15})?|\d{1,15}(?:\.\d{1,15})?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]{1,3}(?![^\W\d_]))?)"
    r"|(?P<symbol>[%$£€¥₹])"
)
_CLAUSE_END = re.compile(r"[,;:.!?()\"\u201c\u201d\n]|\s[-\u2013\u2014]\s")
_CALENDAR_AND_PLACES = PLACES | MONTHS | WEEKDAYS
_SHORT_NOT = {"can't": "can", "won't": "will", "shan't": "shall", "cannot": "can", "ain't": "is"}
_UNTOLD_REACH = 8
_CURRENCY_KEYS = frozenset(CURRENCIES.values())
_APPROXIMATE = frozenset("about around roughly approximately nearly almost some just only over under than".split())


class Token(NamedTuple):
    """One token. ``text[start:end] == surface`` in the text it was read from.

    ``key`` is what is compared: a number's is ``#`` and its value ("#14300000000", ordinals "#1st"), a word's
    its stem. ``value`` is the number's value, None for all else. ``capital``: begins with a capital letter.
    ``stop``: too common to tell claims apart. ``lower``: the surface in lower case.
    """

    key: str
    surface: str
    start: int
    end: int
    value: float | None
    capital: bool
    stop: bool
    lower: str

    @property
    def untold(self) -> bool:
        """True inside the scope of "without mentioning", "did not disclose" and their kin."""
        return self.key[:1] == UNTOLD


def number_key(value: float) -> str:
    """The key of a number: ``#27``, ``#3.5``, ``#14300000000``; no exponent, no trailing zeros."""
    if value == int(value) and abs(value) < 1e18:
        return f"#{int(value)}"
    return f"#{value:.6f}".rstrip("0")


@functools.lru_cache(maxsize=4096)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order, numbers folded to their values. Linear in the length of the text.

    A negated verb gives two tokens ("didn't" -> "did", "not"); possessive endings are cut; a number takes its scale
    word with it ("14.3 billion", "$13.4bn", "two hundred and fifty thousand", "half a million" are one token each).
    """
    return tuple(_mark_untold(text, _drop_age_words(list(_fold(text, list(_pieces(text)))))))


def content_keys(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The keys that say something, in order. A text of nothing but stop words keeps them: better than nothing."""
    tokens = tuple(tokens)
    return tuple(t.key for t in tokens if not t.stop) or tuple(t.key for t in tokens)


def _pieces(text: str) -> Iterable[Token]:
    """Words and number pieces as they stand, before numbers are folded."""
    straight = text.translate(_STRAIGHT)
    for found in _PIECE.finditer(straight):
        kind, word, start, end = found.lastgroup, found.group(), found.start(), found.end()
        surface = text[start:end]
        if kind == "word":
            if "'" in word or word.lower() == "cannot":
                yield from _split_word(word, text, start, end)
            else:
                key, capital, stop, low = _read_word(word)
                yield Token(key, surface, start, end, None, capital, stop, low if word == surface else surface.lower())
        elif kind == "number":
            value = float(word.replace(",", ""))
            yield Token(number_key(value), surface, start, end, value, False, False, surface)
        elif kind == "symbol":
            yield Token("%" if word == "%" else CURRENCIES[word], surface, start, end, None, False, False, surface)
        else:
            yield _word(word.replace(".", ""), surface, start, end)


def _split_word(word: str, text: str, start: int, end: int) -> Iterable[Token]:
    """A word without its clitics: "didn't" -> did, not; "Wang's" -> Wang."""
    low = word.lower()
    if low.endswith("n't") or low == "cannot":
        cut = end - 3
        base = _SHORT_NOT.get(low, low[:-3])
        if base:
            first = text[start:cut]
            yield Token(base, first, start, cut, None, word[0].isupper(), base in STOP, first.lower())
        yield Token("not", text[cut:end], cut, end, None, False, False, "not")
        return
    head, _, tail = word.partition("'")
    # D'Or and O'Dea are names, not clitics: keep both halves.
    if len(head) > 1 or len(tail) <= 2:
        word, end = head, start + len(head)
    else:
        word = head + tail
    yield _word(word, text[start:end], start, end)


def _word(word: str, surface: str, start: int, end: int) -> Token:
    key, capital, stop, low = _read_word(word)
    return Token(key, surface, start, end, None, capital, stop, low if word == surface else surface.lower())


@functools.lru_cache(maxsize=50_000)
def _read_word(word: str) -> tuple[str, bool, bool, str]:
    """Key, capital, stop and lower case of a word."""
    low = word.lower()
    capital = word[0].isupper()
    if capital and low in SHORT_PLACES and (word.isupper() or len(low) == 3):
        return SHORT_PLACES[low], True, False, low
    if low in _CALENDAR_AND_PLACES and (capital or (len(low) > 4 and low not in AMBIGUOUS)):
        return _CALENDAR_AND_PLACES[low], capital, False, low
    if low == "percent" or low == "pct":
        return "%", False, False, low
    if low in ORDINALS and low != "second":
        return f"#{ORDINALS[low]}st", capital, False, low
    stop = low in STOP or (capital and low in ADDRESSES)
    if capital and low.endswith("s") and low[:-1] in PLACES:
        return PLACES[low[:-1]], True, False, low  # "Canadas": a possessive that lost its apostrophe
    return (low if stop else stem(low)), capital, stop, low


def _fold(text: str, pieces: list[Token]) -> Iterable[Token]:
    """Runs of number pieces and scale words become one token; two-word places and "per cent" too."""
    i, n = 0, len(pieces)
    while i < n:
        token = pieces[i]
        low = token.lower
        following = pieces[i + 1].lower if i + 1 < n else ""
        if token.value is None and low not in _NUMBER_STARTS:
            value, stop_at = None, i
        else:
            value, stop_at = _read_number(text, pieces, i)
        if value is not None:
            last = pieces[stop_at - 1]
            ordinal = stop_at < n and pieces[stop_at].start == last.end and pieces[stop_at].lower in _ORDINAL_ENDS
            if ordinal:
                last = pieces[stop_at]
                stop_at += 1
            surface = text[token.start : last.end]
            key = number_key(value) + ("st" if ordinal else "")
            yield Token(key, surface, token.start, last.end, None if ordinal else value, False, False, surface.lower())
            i = stop_at
        elif (low, following) in LONG_PLACES and token.capital:
            last = pieces[i + 1]
            key = LONG_PLACES[low, following]
            surface = text[token.start : last.end]
            yield Token(key, surface, token.start, last.end, None, True, False, surface.lower())
            i += 2
        elif low == "per" and following == "cent":
            last = pieces[i + 1]
            yield Token("%", text[token.start : last.end], token.start, last.end, None, False, False, "per cent")
            i += 2
        else:
            yield token
            i += 1


_NUMBER_STARTS = UNITS.keys() | TENS.keys() | {"a", "an", "half"}
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


def _read_number(text: str, pieces: Sequence[Token], i: int) -> tuple[float | None, int]:
    """The number that begins at piece ``i`` and the piece behind it; (None, i) when none begins there."""
    first, n = pieces[i], len(pieces)
    if first.value is not None:
        value, j = first.value, i + 1
        if j < n and pieces[j].start == pieces[j - 1].end and pieces[j].lower in SHORT_SCALES:
            return value * SHORT_SCALES[pieces[j].lower], j + 1
        if j < n and pieces[j].lower in SHORT_SCALES and (len(pieces[j].surface) > 1 or _is_money(pieces, i)):
            return value * SHORT_SCALES[pieces[j].lower], j + 1
        while j < min(n, i + 3) and pieces[j].lower in SCALES:
            value *= SCALES[pieces[j].lower]
            j += 1
        return value, j
    low = first.lower
    if low == "half" and i + 2 < n and pieces[i + 1].lower == "a" and pieces[i + 2].lower in SCALES:
        return SCALES[pieces[i + 2].lower] / 2, i + 3
    if low in ("a", "an") and i + 1 < n and pieces[i + 1].lower in SCALES:
        return _scaled_words(text, pieces, i + 1, 1.0)
    if low in UNITS or low in TENS:
        return _scaled_words(text, pieces, i, 0.0)
    return None, i


def _is_money(pieces: Sequence[Token], i: int) -> bool:
    """Behind a currency sign a letter set apart is a scale: "$2.6 m"; elsewhere "3 m" is three metres."""
    return i > 0 and pieces[i - 1].key in CURRENCIES.values() and pieces[i - 1].surface in CURRENCIES


def _scaled_words(text: str, pieces: Sequence[Token], i: int, current: float) -> tuple[float, int]:
    """Read "two hundred and fifty thousand" from piece ``i``; ``current`` is 1 behind "a" ("a hundred")."""
    total, j, n = 0.0, i, len(pieces)
    previous = "scale" if current else ""
    while j < n:
        low = pieces[j].lower
        if j > i and _CLAUSE_END.search(text, pieces[j - 1].end, pieces[j].start):
            break
        if low in UNITS and (previous in ("", "hundred") or (previous == "tens" and UNITS[low] < 10)):
            current, previous = current + UNITS[low], "units"
        elif low in TENS and previous in ("", "hundred"):
            current, previous = current + TENS[low], "tens"
        elif low == "hundred" and current < 100:
            current, previous = max(current, 1.0) * 100, "hundred"
        elif low in SCALES:
            total, current, previous = total + max(current, 1.0) * SCALES[low], 0.0, ""
            if j + 1 < n and pieces[j + 1].lower not in UNITS and pieces[j + 1].lower not in TENS:
                return total, j + 1
        elif low == "and" and previous == "hundred" and j + 1 < n and _is_small(pieces[j + 1].lower):
            pass
        else:
            break
        j += 1
    return total + current, j


def _is_small(word: str) -> bool:
    return word in UNITS or word in TENS


def _drop_age_words(tokens: list[Token]) -> list[Token]:
    """In "27 years old", "27-year-old", "aged 27" and "about $27" only the number tells anything."""
    for i, token in enumerate(tokens):
        if token.value is None:
            continue
        near = i - 1 - (i > 1 and tokens[i - 1].key in _CURRENCY_KEYS)
        if near >= 0 and tokens[near].lower in _APPROXIMATE:
            tokens[near] = tokens[near]._replace(stop=True)
        behind = tokens[i + 1 : i + 3]
        if [t.key for t in behind] == ["year", "old"]:
            tokens[i + 1 : i + 3] = [t._replace(stop=True) for t in behind]
        if i and tokens[i - 1].lower == "aged":
            tokens[i - 1] = tokens[i - 1]._replace(stop=True)
    return tokens


def _mark_untold(text: str, tokens: Iterable[Token]) -> Iterable[Token]:
    """Prefix the keys of what a text says is *not* told; the verb of telling itself becomes one key for all.

    "without mentioning financial details" holds neither "financial" nor "details" for a claim that Meta gave
    them, yet a claim that Meta did not disclose financial details finds its own words: both sides are marked.
    """
    tokens = list(tokens)
    reach = -1
    for i, token in enumerate(tokens):
        if i and reach >= i and _CLAUSE_END.search(text, tokens[i - 1].end, token.start):
            reach = -1
        if i > reach and token.lower in TELLING and _is_negated(text, tokens, i):
            reach = i + _UNTOLD_REACH
            yield token._replace(key=f"{UNTOLD}say", stop=False)
        elif i <= reach and not token.stop and token.lower != "but":
            yield token._replace(key=UNTOLD + token.key)
        else:
            if token.lower == "but":
                reach = -1
            yield token


def _is_negated(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether one of the three words before the verb of telling ``i`` negates it, in the same clause."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if _CLAUSE_END.search(text, tokens[j].end, tokens[j + 1].start):
            return False
        low = tokens[j].lower
        if low in ("only", "just", "merely"):
            return False
        if low in NEGATIONS or tokens[j].key == "not" or low in NEGATING_VERBS:
            return low != "no"
    return False
