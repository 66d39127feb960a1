"""Names in a text, and whether a text holds a name in another form.

"Mr. Wang", "Wang" and "Alexandr Wang" can be one person; "HSE" is the Health and Safety Executive; "Redknap" is a
spelling of "Redknapp".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from components.analysis.claims.tokens import Token, tokenize
from components.analysis.claims.vectors import word_table
from components.analysis.claims.words import MONTHS, TITLES, WEEKDAYS

_CALENDAR = frozenset(MONTHS.values()) | frozenset(WEEKDAYS.values())
#: A sentence's first word this frequent (Zipf) is taken for an ordinary word, unless a capital follows.
_COMMON = 4.0
#: Shortest name for which one edit, and two, still mean the same name.
_ONE_EDIT, _TWO_EDITS = 5, 8
_JOINED = re.compile(r"(?:[ \u00a0-]{1,2}|, )$")
_GLUE = re.compile(r"[ \u00a0]?(?:[-.] ?)?$")


class Name(NamedTuple):
    """A run of capitalised words: its keys without titles, its surface, offsets in the text."""

    keys: tuple[str, ...]
    surface: str
    start: int
    end: int


@functools.lru_cache(maxsize=4096)
def find_names(text: str) -> tuple[Name, ...]:
    """The names of a sentence in order: runs of capitalised words, titles cut, days and months apart.

    A text in capitals throughout, or without any, has none to be seen.
    """
    tokens = tokenize(text)
    capitals = sum(t.capital for t in tokens)
    if capitals > max(3, 0.7 * len(tokens)):
        return ()
    found: list[Name] = []
    run: list[Token] = []
    for i, token in enumerate(tokens):
        if _in_name(tokens, i):
            if run and not _GLUE.match(text[run[-1].end : token.start]):
                _keep(text, run, found)
                run = []
            run.append(token)
        elif run:
            _keep(text, run, found)
            run = []
    if run:
        _keep(text, run, found)
    return tuple(found)


def _in_name(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if not token.capital or token.stop or token.value is not None or token.key.lstrip("~") in _CALENDAR:
        return False
    if i == 0 and word_table().zipf(token.lower) > _COMMON:
        return len(tokens) > 1 and tokens[1].capital and not tokens[1].stop
    return True


def _keep(text: str, run: list[Token], found: list[Name]) -> None:
    while run and run[0].lower in TITLES:
        run = run[1:]
    if run:
        start, end = run[0].start, run[-1].end
        found.append(Name(tuple(t.key.lstrip("~") for t in run), text[start:end], start, end))


def acronyms(text: str) -> dict[str, tuple[int, int]]:
    """The initials of the names in ``text``, in lower case, with the first and last token (by place) they stand for.

    "Health and Safety Executive" gives "hse" and "hase"; two letters or more, at most seven tokens.
    """
    found: dict[str, tuple[int, int]] = {}
    tokens = tokenize(text)
    for i, first in enumerate(tokens):
        if not first.capital:
            continue
        short = full = ""
        for j in range(i, min(i + 7, len(tokens))):
            token = tokens[j]
            if j > i and not _JOINED.match(text[tokens[j - 1].end : token.start]):
                break
            letter = token.surface[:1].lower()
            if token.capital:
                short, full = short + letter, full + letter
                if len(short) > 1:
                    found.setdefault(short, (i, j))
                    found.setdefault(full, (i, j))
            elif token.lower in ("of", "and", "for", "the", "in", "on"):
                full += letter
            else:
                break
    return found


def same_word(one: str, other: str) -> bool:
    """True for the same key, or spellings of one name: one edit from five letters on, two from eight."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _ONE_EDIT or one[0] != other[0] or one.startswith("#") or other.startswith("#"):
        return False
    return within_edits(one, other, 2 if shorter >= _TWO_EDITS else 1)


def within_edits(one: str, other: str, most: int) -> bool:
    """Whether ``most`` insertions, deletions or replacements turn one word into the other."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (letter != against))
        if min(row) > most:
            return False
    return row[-1] <= most


def is_name_word(token: Token) -> bool:
    """A capitalised content word that is no title, day or month."""
    return token.capital and not token.stop and token.lower not in TITLES and token.key.lstrip("~") not in _CALENDAR
