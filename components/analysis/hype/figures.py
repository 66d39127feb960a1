"""Figures with a unit: amounts of money, shares, quantities, spans of time."""

from __future__ import annotations

import re
from typing import NamedTuple

from components.analysis.hype.tokens import Tokens, is_joined_gap
from components.analysis.hype.words import FUNCTION_WORDS, MAGNITUDES, NUMBER_WORDS, PEOPLE, SMALL_NUMBERS, TIME_UNITS

_CURRENCY = "$€£¥₹"
_LARGEST_REACH = 3
_NUMBER = re.compile(r"\d+(?:(?P<rank>st|nd|rd|th|s)|(?P<unit>k|m|bn|tn|x|km|kg|pc|mph|kph|gb|tb|mw|gw))?")


class Figure(NamedTuple):
    """A figure in a sentence: offsets in it and its first word.

    ``is_weak``: a span of time, an age, a hyphenated size or a small count in words ("two friends"), which says
    something exact but gives a superlative no grounds.
    """

    start: int
    end: int
    word: int
    is_weak: bool


def figures(tokens: Tokens) -> list[Figure]:
    """Every figure that has a unit: "40%", "$3 bn", "1,200 workers", "two million", "27 years", "18-month".

    A bare number, a year, a date, an ordinal and a number inside a name ("GPT-4") are none.
    """
    found: list[Figure] = []
    free = 0
    # Of what can begin a word, only the ten digits sort before ":"; others are beyond ASCII.
    for i in [
        i
        for i, word in enumerate(tokens.words)
        if word < ":" or word in NUMBER_WORDS or (word > "\x7f" and word[0].isdigit())
    ]:
        if i >= free:
            figure, free = _figure_at(tokens, i)
            if figure:
                found.append(figure)
    return found


def _figure_at(tokens: Tokens, i: int) -> tuple[Figure | None, int]:
    word, text, start = tokens.words[i], tokens.text, tokens.starts[i]
    if i and tokens.gap(i - 1) in ("-", "‑") and not tokens.words[i - 1][0].isdigit():
        return None, i + 1  # "GPT-4", "Covid-19"
    if word[0].isdigit() and not _NUMBER.fullmatch(word):
        return None, i + 1
    last = _end_of_number(tokens, i)
    suffixed = _NUMBER.fullmatch(tokens.words[last])
    if start and text[start - 1] in _CURRENCY:
        return Figure(start - 1, tokens.ends[last], i, False), last + 1
    end = tokens.ends[last]
    if text[end : end + 2].lstrip()[:1] == "%":
        return Figure(start, text.index("%", end) + 1, i, False), last + 1
    if suffixed and suffixed["unit"]:
        return Figure(start, end, i, False), last + 1
    if suffixed and suffixed["rank"]:
        return None, last + 1
    return _with_unit(tokens, i, last)


def _end_of_number(tokens: Tokens, i: int) -> int:
    """The last word of a number: "1,200", "3.5", "14 million", "two hundred thousand"."""
    while i + 1 < len(tokens):
        gap, following = tokens.gap(i), tokens.words[i + 1]
        grouped = gap in (",", ".") and following[0].isdigit() and tokens.words[i][-1].isdigit()
        scaled = is_joined_gap(gap) and following in MAGNITUDES
        if not (grouped or scaled):
            break
        i += 1
    return i


def _with_unit(tokens: Tokens, first: int, last: int) -> tuple[Figure | None, int]:
    """A unit is a lower-case noun after the number, an adjective or two between them allowed."""
    if last > first and tokens.words[last] in MAGNITUDES:
        return Figure(tokens.starts[first], tokens.ends[last], first, False), last + 1
    for at in range(last + 1, min(len(tokens), last + 1 + _LARGEST_REACH)):
        word, gap = tokens.words[at], tokens.gap(at - 1)
        if not is_joined_gap(gap) or word in FUNCTION_WORDS or tokens.is_capitalised(at) or not word[0].isalpha():
            break
        is_time = word in TIME_UNITS
        if is_time or _is_countable(word) or (at == last + 1 and "-" in gap):
            is_share = word in ("percent", "cent")
            is_weak = is_time or "-" in gap or (tokens.words[last] in SMALL_NUMBERS and not is_share)
            return Figure(tokens.starts[first], tokens.ends[at], first, is_weak), at + 1
    return None, last + 1


def _is_countable(word: str) -> bool:
    return word in PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
