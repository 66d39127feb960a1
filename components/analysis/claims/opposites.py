"""Words and phrases that cannot both be true of one subject: keep and give up, buy and sell, guilty and innocent.

Word vectors take opposites for near synonyms (they stand in the same sentences), so they are listed. Written for
Parallax.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components.analysis.claims.tokens import Token, tokenize

#: Two sides a line. Verbs: who did the one did not do the other to the same thing.
_VERBS = """
keep, retain, remain, stay, hold on to, hang on to : leave, quit, give up, lose, relinquish, resign,
  step down, stand down, depart, vacate, surrender, abandon, exit
join, enter, rejoin : leave, quit, exit, withdraw from, pull out of
buy, acquire, purchase : sell, divest, offload
hire, appoint, recruit, promote : fire, dismiss, sack, lay off, laid off, demote
win : lose
beat, defeat : lose to, lost to
rise, increase, climb, jump, soar, surge, grow : fall, drop, decrease, decline, shrink, plunge, tumble, slump
raise, hike, lift : cut, lower, reduce, slash
accept, approve, agree to, support, endorse, welcome : reject, oppose, turn down, block, veto, refuse
open, launch, start, begin, resume : close, shut, stop, halt, suspend, cancel, scrap
confirm, admit, acknowledge : deny
allow, permit, legalise : ban, forbid, prohibit, outlaw
convict : acquit
arrest, detain, jail, imprison : release, free
survive : die
pass : fail
praise, applaud : criticise, condemn
strengthen : weaken
expand : shrink
build : demolish
upgrade : downgrade
gain : lose
"""
#: What is said of a thing rather than done by it.
_QUALITIES = """
guilty : innocent
alive : dead
highest : lowest
higher : lower
legal : illegal
profit : loss
public : private
largest, biggest : smallest
oldest : youngest
majority : minority
successful : unsuccessful
possible : impossible
safe : unsafe
"""

_Phrase = tuple[str, ...]


class Opposition(NamedTuple):
    """A word or phrase of one text and its opposite in another, each as (first token, token behind the last)."""

    here: tuple[int, int]
    there: tuple[int, int]
    verb: bool


class _Entry(NamedTuple):
    phrase: _Phrase
    pair: int
    side: int
    verb: bool


@functools.cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """First key of a phrase -> the phrases that begin with it, longest first."""
    table: dict[str, list[_Entry]] = {}
    pair = 0
    for listed, verb in ((_VERBS, True), (_QUALITIES, False)):
        for row in listed.replace("\n  ", " ").strip().splitlines():
            for side, words in enumerate(row.split(":")):
                for word in words.split(","):
                    phrase = tuple(t.key for t in tokenize(word.strip()))
                    table.setdefault(phrase[0], []).append(_Entry(phrase, pair, side, verb))
            pair += 1
    return {first: tuple(sorted(entries, key=lambda e: -len(e.phrase))) for first, entries in table.items()}


def _found(tokens: Sequence[Token]) -> Iterator[tuple[_Entry, int]]:
    """Every listed phrase with the place where it begins."""
    entries = _entries()
    for i, token in enumerate(tokens):
        for entry in entries.get(token.key, ()):
            length = len(entry.phrase)
            if tuple(t.key for t in tokens[i : i + length]) == entry.phrase:
                yield entry, i


@functools.lru_cache(maxsize=8192)
def opposed_words(tokens: tuple[Token, ...]) -> frozenset[tuple[int, int]]:
    """The (pair, side) of every listed phrase in a text."""
    return frozenset((entry.pair, entry.side) for entry, _ in _found(tokens))


def find_opposites(one: tuple[Token, ...], other: tuple[Token, ...]) -> Iterator[Opposition]:
    """Phrases of ``one`` whose opposite stands in ``other``; pairs of which a text uses both sides are left out."""
    ours, theirs = opposed_words(one), opposed_words(other)
    clear = {
        pair
        for pair, side in ours
        if (pair, 1 - side) not in ours and (pair, 1 - side) in theirs and (pair, side) not in theirs
    }
    if not clear:
        return
    for entry, here in _found(one):
        if entry.pair not in clear:
            continue
        for rival, there in _found(other):
            if (rival.pair, rival.side) == (entry.pair, 1 - entry.side):
                yield Opposition((here, here + len(entry.phrase)), (there, there + len(rival.phrase)), entry.verb)
