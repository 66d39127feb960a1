"""The words of a sentence with their places: what lexicon forms and context rules are matched against."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

# Hyphens part words, so that "cutting-edge" and "cutting edge" are the same two words.
_WORD = re.compile(r"(\w+(?:'\w+)*)")
_HYPHENS = "-‐‑"
_STRAIGHT_QUOTES = str.maketrans("‘’“”", "''\"\"")
# A comma, a dash or a bracket ends the reach of a word; an apostrophe, a hyphen or a space does not.
_BOUNDARY = re.compile(r"[,;:.!?()\[\]—–…\"“”]|\s-\s")


class Tokens:
    """``words``: lower-case with straight apostrophes; word i is ``text[starts[i]:ends[i]]``."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str, lower: str) -> None:
        parts = _WORD.split(lower)  # gap, word, gap, ..., word, gap
        places = list(accumulate(map(len, parts)))
        self.text = text
        self.words: list[str] = parts[1::2]
        self.starts: list[int] = places[:-1:2]
        self.ends: list[int] = places[1::2]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """What stands between word i and the next; "" at either end of the sentence."""
        if not 0 <= i < len(self.words) - 1:
            return ""
        return self.text[self.ends[i] : self.starts[i + 1]]

    def gaps(self, first: int, last: int) -> tuple[str, ...]:
        """The gaps between the words first..last-1."""
        return tuple(self.gap(i) for i in range(first, last - 1))

    def original(self, i: int) -> str:
        """Word i as it is written."""
        return self.text[self.starts[i] : self.ends[i]]

    def is_capitalised(self, i: int) -> bool:
        return self.text[self.starts[i]].isupper()

    def parts(self, i: int) -> bool:
        """Whether a clause may end between word i and the next."""
        gap = self.gap(i)
        return gap != " " and _BOUNDARY.search(gap) is not None

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether words first..last-1 are words of the text, not part of a compound, an address or a hashtag."""
        text, start, end = self.text, self.starts[first], self.ends[last - 1]
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        if before[-1:] in ("#", "@", "/", "_"):
            return False
        if before[-1:] and before[-1] in _HYPHENS + "." and before[:1].isalnum():
            return False
        return not (after[:1] and after[0] in _HYPHENS + "./@" and after[1:].isalnum())


@lru_cache(maxsize=2048)
def tokenise(text: str) -> Tokens:
    """The words of a text. Linear in its length. Kept, since several parts ask for the same sentence."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return Tokens(text, lower.replace("’", "'"))


def is_joined_gap(gap: str) -> bool:
    """Whether a gap keeps two words in one phrase: a space or a hyphen, nothing else."""
    return 0 < len(gap) <= 3 and not gap.strip(" \t\n\u00a0" + _HYPHENS)


def gaps_agree(gap: str, wanted: str) -> bool:
    """Whether a gap in a text parts words as a form wants it.

    A space may be a hyphen in the text ("cutting edge", "cutting-edge"), but a hyphen must be one: "must-have" is
    no "must have". Other signs must be the same.
    """
    if is_joined_gap(gap) and is_joined_gap(wanted):
        return not any(c in _HYPHENS for c in wanted) or any(c in _HYPHENS for c in gap)
    return gap.translate(_STRAIGHT_QUOTES).strip() == wanted.translate(_STRAIGHT_QUOTES).strip()
