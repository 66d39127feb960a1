"""What an analyst should know about a text before its numbers are trusted: rules that are simple enough to check.

Each finding is a note: the article goes in all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

MIN_WORDS = 20
# A paragraph that stands twice is measured twice; short lines repeat in any text.
_REPEATED_WORDS = 8
_REPEATED_SHARE = 0.1
# News and blogs in English have 32 to 60 % of these words, in other languages with Latin letters up to 18 %.
_ENGLISH_SHARE = 0.25
_ENGLISH_WORDS = 40
_LATIN_SHARE = 0.5
_FUNCTION_WORDS = frozenset(
    "the of and to a in that is was for it with as his he be on i by not this but from or have an they which you "
    "were her she all their at are we been has had would there what will if more when who so no said its about into "
    "than them can only other new some could these two may then do first any my now such like our over me even most "
    "made after also did many before must through years where much your way well down should because each just "
    "those people how too little state good very make world still own see men work long get here between both life "
    "being under never day same another know while last might us great old year off come since against go came "
    "right used take three".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WALL = re.compile(
    r"\b(?:subscribe (?:now )?to (?:continue|read|keep reading|unlock)|"
    r"(?:sign|log) in to (?:continue|read|keep reading)|"
    r"this (?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?"
    r"(?:paid |paying )?(?:subscribers|members)|(?:already|not yet) a (?:subscriber|member)\?|"
    r"(?:to|and) (?:continue|keep) reading,? (?:please )?(?:subscribe|sign in|log in|register)|"
    r"you(?: have|'ve|’ve) (?:reached|read|used) (?:your|all) (?:\w+ ){0,4}(?:limit|articles?)|"
    r"unlock (?:this|the full) (?:article|story)|subscribers? only|continue reading with a subscription)",
    re.I,
)


STUB, FOREIGN = "stub", "language"


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be known of a text: in a few words, and in a sentence. ``about`` is the rule that found it."""

    kind: str
    sentence: str
    about: str = ""

    def __str__(self) -> str:
        return self.sentence


def _stub(text: str) -> Note | None:
    if (n_words := len(text.split())) >= MIN_WORDS:
        return None
    words = "one word" if n_words == 1 else f"{n_words} words"
    return Note(f"only {words}", f"The text has only {words}: it was taken in, but most measures need more.", STUB)


def _repeated(text: str) -> Note | None:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    counts = Counter(line for line in lines if len(line.split()) >= _REPEATED_WORDS)
    again = sum((n - 1) * len(line.split()) for line, n in counts.items())
    total = sum(len(line.split()) for line in lines)
    if not total or again / total < _REPEATED_SHARE:
        return None
    share = f"{again / total:.0%}"
    return Note(
        f"repeated paragraphs ({share})",
        f"{share} of its words stand in paragraphs that are repeated: they count each time.",
    )


def _wall(text: str) -> Note | None:
    found = _WALL.search(text)
    if found is None:
        return None
    return Note(
        "subscriber notice",
        f"It shows a notice for subscribers (“{' '.join(found[0].split())}”): the text may be cut off there.",
    )


def _foreign(text: str) -> Note | None:
    words = [word.casefold() for word in _WORD.findall(text[:20_000])]
    letters = [mark for mark in text[:20_000] if mark.isalpha()]
    latin = sum(mark < "\u0250" for mark in letters)
    if len(letters) >= _ENGLISH_WORDS and latin < _LATIN_SHARE * len(letters):
        return Note(
            "not English", "It is not in English, to judge by its letters: the measures are made for English.", FOREIGN
        )
    if len(words) >= _ENGLISH_WORDS:
        share = sum(word.replace("’", "'").split("'")[0] in _FUNCTION_WORDS for word in words) / len(words)
        if share < _ENGLISH_SHARE:
            return Note(
                "probably not English",
                f"It is probably not English prose (common English words are {share:.0%} of it, not a third or more): "
                "the measures are made for English.",
                FOREIGN,
            )
    return None


@lru_cache(maxsize=2048)
def notes_on(text: str) -> tuple[Note, ...]:
    """Notes on a measured text, none for an ordinary article.

    - under 20 words: most measures need more;
    - a tenth of the words or more in paragraphs of eight words that stood before;
    - the words of a subscription notice;
    - from 40 words on: under 25 % common English words, or half of the letters not Latin.
    """
    found = [rule(text) for rule in (_stub, _repeated, _wall, _foreign)]
    return tuple(note for note in found if note)
