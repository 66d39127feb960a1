"""Who did what to whom: a sentence in which the doer and the object of a claim have changed places.

Without a parser only the plainest pattern is read: one thing, a verb, another thing, close together in one clause,
active or passive ("A beat B", "B was beaten by A").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components.analysis.claims.common_ground import CLAUSE_END, Clash
from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import is_name_word
from components.analysis.claims.tokens import Token
from components.analysis.claims.verbs import verb_forms

#: Most words between a verb and either side.
_REACH = 5
#: Verbs that hold both ways, or whose sides are no doer and object.
_MUTUAL = frozenset(
    """meet marry wed play face fight draw divorce talk speak agree share date debate differ compare match join be
    have become say tell merge partner team clash compete negotiate discuss link separate split base name call equal
    include follow go come""".split()
)
_PASSIVE = frozenset("is are was were be been being get gets got".split())
_JOINING = frozenset("and or but who which that whose than if unless when".split())


class _Event(NamedTuple):
    """A verb with the keys next to it: ``doers`` and ``objects``, and where it stands in the tokens."""

    verb: str
    doers: frozenset[str]
    objects: frozenset[str]
    first: int
    last: int


def swapped_roles(claim: ParsedClaim, line: Line, article: ArticleIndex) -> Clash | None:
    """The stretch of the line that says of B and A what the claim says of A and B, or None.

    None too where any line of the article, or another event in this one, has the claim's own order.
    """
    for event in _events(claim.text, claim.tokens):
        if event.verb not in line.key_set:
            continue
        found = next((e for e in _events(line.text, line.tokens) if _reverses(event, e)), None)
        if found is None:
            found = next((e for e in _events(line.text, line.tokens) if _trades(event, claim.tokens, e, line)), None)
        lines = (article.lines[number] for number in article.postings.get(event.verb, ()))
        if found is None or any(_same_order(event, other) for other in lines):
            continue
        start, end = line.tokens[found.first].start, line.tokens[found.last].end
        own = claim.text[claim.tokens[event.first].start : claim.tokens[event.last].end]
        return Clash("name", own, line.text[start:end], start, end)
    return None


def _same_order(event: _Event, line: Line) -> bool:
    return any(
        event.verb == other.verb and event.doers & other.doers and event.objects & other.objects
        for other in _events(line.text, line.tokens)
    )


def _reverses(event: _Event, other: _Event) -> bool:
    return bool(
        event.verb == other.verb
        and event.doers & other.objects
        and event.objects & other.doers
        and not event.doers & other.doers
        and not event.objects & other.objects
    )


def _trades(event: _Event, tokens: Sequence[Token], other: _Event, line: Line) -> bool:
    """Whether the two doers have changed places around one object: "A bought it from B", "B bought it from A"."""
    if event.verb != other.verb or event.doers & other.doers or not event.objects & other.objects:
        return False
    behind = {t.key for t in tokens[event.last + 1 :] if not t.stop}
    there = {t.key for t in line.tokens[other.last + 1 :] if not t.stop}
    return other.doers <= behind and event.doers <= there


def _events(text: str, tokens: Sequence[Token]) -> Iterator[_Event]:
    """The verbs of a sentence that stand between two things in one clause."""
    for place, token in enumerate(tokens):
        if token.capital or token.stop or token.value is not None or token.untold:
            continue
        forms = verb_forms(token.lower)
        if not forms or token.key in _MUTUAL or next(iter(forms.values())) in _MUTUAL:
            continue
        before, after = _side(text, tokens, place, -1), _side(text, tokens, place, 1)
        if not before or not after:
            continue
        doers = frozenset(tokens[i].key for i in before)
        objects = frozenset(tokens[i].key for i in after)
        passive = place > 0 and tokens[place - 1].lower in _PASSIVE
        by = any(t.lower == "by" for t in tokens[place + 1 : after[0]])
        if passive != by and (passive or by):
            if passive:
                continue
            passive = True  # "the hunter killed by the lion"
        if passive:
            doers, objects = objects, doers
        yield _Event(token.key, doers, objects, before[-1], after[-1])


def _side(text: str, tokens: Sequence[Token], place: int, step: int) -> list[int]:
    """The places of the nearest run of name words, or of the nearest plain word, on one side of a verb."""
    found: list[int] = []
    previous = place
    at = place + step
    while 0 <= at < len(tokens) and abs(at - place) <= _REACH:
        token = tokens[at]
        one, other = sorted((previous, at))
        if CLAUSE_END.search(text, tokens[one].end, tokens[other].start) or token.lower in _JOINING:
            break
        named = is_name_word(token)
        if found and not (named and is_name_word(tokens[found[-1]]) and abs(at - found[-1]) == 1):
            break
        if not token.stop:
            if token.value is not None or (not named and verb_forms(token.lower)):
                break
            found.append(at)
        previous = at
        at += step
    return found
