"""Figures of one event, however it is put: the dead and hurt, the arrested, jobs cut, money invested, paid or raised.

"The blaze left 12 people dead" and "at least 15 were killed in the fire", "agreed to invest $15 billion in Alpha" and
"its $14.3 billion investment in Alpha" share few words and cannot both hold. What makes two figures one event's: the
same kind of event is told right beside them, they count the same, and the sentences name the same, or tell of the same
thing. Everything that could be another occasion, a part or a sum is left alone.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components.analysis.claims.common_ground import CLAUSE_END, Clash, as_written
from components.analysis.claims.event_words import (
    COMMON,
    EARLIER,
    ELSEWHERE,
    ELSEWHERE_PAIRS,
    EVENTS,
    GENERIC,
    PARTITIVES,
    PARTS,
    PEOPLE,
    SAYING,
    Event,
)
from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import Name, find_names, is_name_word
from components.analysis.claims.quantities import Quantity, find_quantities
from components.analysis.claims.tokens import Token, tokenize
from components.analysis.claims.vectors import word_table
from components.analysis.claims.words import MONTHS, WEEKDAYS

#: How many words may stand between a figure and the word that tells its event, and between it and what it counts.
_REACH, _UNIT_REACH = 8, 3
_BREAKS = frozenset("and but or which who when while where after before as though although because if".split())
#: Cosine of two words for one thing ("fire", "blaze"), by the word table, and how rare a word is that says which.
_SAME_THING, _TELLING_WEIGHT = 0.4, 1.6
_PERIODS = frozenset("quarter half full-year year month first second third fourth annual monthly weekly".split())
_OPENING = frozenset("a an the its their".split())
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Figure(NamedTuple):
    """A quantity as the figure of an event. ``unit``: whom or what it counts, as far as that is told apart."""

    event: Event
    unit: str
    quantity: Quantity


def clashing_event(
    claim: ParsedClaim,
    line: Line,
    article: ArticleIndex,
    weights: dict[str, float],  # noqa: ARG001 - one signature for all rules
) -> Clash | None:
    """Another figure of the same event. The claim's figure must be nowhere in the article."""
    for own in event_figures(claim.text):
        q = own.quantity
        if any(q.key == other.key or _agree(q, other) for other in article.quantities):
            continue
        for rival in event_figures(line.text):
            r = rival.quantity
            if (own.event, own.unit) != (rival.event, rival.unit) or q.agrees_with(r):
                continue
            if (
                _same_time(claim.tokens, line.tokens)
                and _same_matter(claim, line, own)
                and _same_object(claim.tokens, q, line.tokens, r)
            ):
                return Clash("number", as_written(claim.text, q), as_written(line.text, r), r.start, r.end)
    return None


def event_lines(claim: ParsedClaim, article: ArticleIndex) -> Iterator[int]:
    """The lines of an article that give a figure of one of the claim's events."""
    own = {figure.event.name for figure in event_figures(claim.text)}
    if own:
        for number, line in enumerate(article.lines):
            if line.quantities and any(figure.event.name in own for figure in event_figures(line.text)):
                yield number


@functools.lru_cache(maxsize=4096)
def event_figures(text: str) -> tuple[Figure, ...]:
    """The figures of events that a sentence gives: one an event; none of an event that it gives several of."""
    quantities = [q for q in find_quantities(text) if q.kind in ("number", "money", "percent")]
    if not quantities:
        return ()
    tokens = tokenize(text)
    words = [t.lower for t in tokens]
    if EARLIER & set(words):
        return ()
    found: dict[str, list[Figure]] = {}
    for q in quantities:
        near = [(far, event) for event in EVENTS if (far := _distance(text, tokens, event, q)) is not None]
        least = min((far for far, _ in near), default=0)
        told = [event for far, event in near if far == least]
        unit = _unit(tokens, told[0], q) if len(told) == 1 else None
        if unit is not None and not _is_part(text, tokens, q):
            found.setdefault(told[0].name, []).append(Figure(told[0], unit, q))
    return tuple(figures[0] for figures in found.values() if len({f.quantity.key for f in figures}) == 1)


def _is_part(text: str, tokens: Sequence[Token], q: Quantity) -> bool:
    """Whether a figure is a part, one of several, or of another occasion, by the words of its clause."""
    first = last = q.at
    while first and not CLAUSE_END.search(text, tokens[first - 1].end, tokens[first].start):
        first -= 1
    while last + 1 < len(tokens) and not CLAUSE_END.search(text, tokens[last].end, tokens[last + 1].start):
        last += 1
    words = [t.lower for t in tokens]
    if {tuple(words[q.at + 1 : q.at + 3]), tuple(words[max(0, q.at - 2) : q.at])} & PARTITIVES:
        return True
    clause = words[first : last + 1]
    said = bool(SAYING & set(words[: q.at]))
    plain = {w for i, w in enumerate(clause) if not (_is_small(clause, i) or (w == "had" and said))}
    return bool(ELSEWHERE & plain) or any(pair in ELSEWHERE_PAIRS for pair in itertools.pairwise(clause))


def _is_small(words: Sequence[str], i: int) -> bool:
    """Whether a word that could tell of another occasion belongs to a bound or a date: "or more", "second quarter"."""
    if words[i] == "more":
        return words[i + 1 : i + 2] == ["than"] or words[max(0, i - 1) : i] == ["or"]
    return words[i] in ("second", "third") and words[i + 1 : i + 2] in (["quarter"], ["half"])


def _distance(text: str, tokens: Sequence[Token], event: Event, q: Quantity) -> int | None:
    """How many words stand between a quantity and the nearest word of an event in its clause; None for no such word."""
    if q.kind != event.kind or (event.needs and not event.needs & {t.lower for t in tokens}):
        return None
    places = [i for i, t in enumerate(tokens) if t.lower in event.words and i != q.at and not t.capital]
    places += [i for i, t in enumerate(tokens[:1]) if t.lower in event.words and i != q.at]
    gaps = [_gap(text, tokens, i, q.at) for i in places]
    return min((gap for gap in gaps if gap is not None), default=None)


def _gap(text: str, tokens: Sequence[Token], at: int, number: int) -> int | None:
    first, last = sorted((at, number))
    between = tokens[first + 1 : last]
    if len(between) > _REACH or any(t.lower in _BREAKS or t.value is not None for t in between):
        return None
    for one, other in itertools.pairwise(tokens[first : last + 1]):
        if CLAUSE_END.search(text, one.end, other.start):
            return None
    return len(between)


def _unit(tokens: Sequence[Token], event: Event, q: Quantity) -> str | None:
    """Whom or what a quantity counts for an event; None where it counts something else."""
    if event.kind != "number":
        return q.unit if event.kind == "money" else ""
    if q.surface.lower() == "one":
        return None
    behind = [t.lower for t in tokens[q.at + 1 : q.at + 1 + _UNIT_REACH]]
    told = next((w for w in behind if w in event.units or w in PARTS or w in event.words), "")
    if told in PARTS and event.units >= PEOPLE:
        return PARTS[told]
    if told in event.units and not event.units >= PEOPLE:
        return told.rstrip("s")
    if q.value != int(q.value):
        return None  # "died at 8.50"
    if told:
        return "people"
    return "people" if event.units >= PEOPLE and not q.unit else None


def _agree(q: Quantity, other: Quantity) -> bool:
    return q.kind == other.kind and q.agrees_with(other) and (q.counts_like(other) or not (q.unit and other.unit))


def _same_time(tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether nothing speaks for two occasions: years, months or periods in one alone, or days that differ."""
    one, other = ([t.lower for t in side] for side in (tokens, others))
    years = [{t.key for t in side if _YEAR.fullmatch(t.surface)} for side in (tokens, others)]
    if years[0] != years[1]:
        return False
    months = [{MONTHS[w] for w, t in zip(side, row, strict=True) if w in MONTHS and t.capital}
              for side, row in ((one, tokens), (other, others))]  # fmt: skip
    if months[0] != months[1]:
        return False
    if _PERIODS & set(one) != _PERIODS & set(other):
        return False
    days = [{WEEKDAYS[w] for w in side if w in WEEKDAYS} for side in (one, other)]
    return not (days[0] and days[1]) or bool(days[0] & days[1])


def _same_matter(claim: ParsedClaim, line: Line, figure: Figure) -> bool:
    """Whether the two name the same, or, where one of them names nothing, tell of the same thing."""
    own, there = _names(claim.text, claim.tokens), _names(line.text, line.tokens)
    missing = [n for n in own if not set(n.keys) & set(line.keys)]
    foreign = [n for n in there if not set(n.keys) & set(claim.keys)]
    if missing and foreign:
        return False
    thing = _same_thing(claim.tokens, line.tokens, figure)
    shared = len(own) - len(missing)
    if figure.event.kind == "percent":
        return thing and bool(shared) and not missing and not foreign
    if shared and not missing and not foreign:
        return True
    if shared:
        lacking = line.tokens if missing else claim.tokens
        return thing or bool({t.lower for t in lacking} & GENERIC)
    return thing and not (own and there)


def _same_object(tokens: Sequence[Token], q: Quantity, others: Sequence[Token], r: Quantity) -> bool:
    """Whether what stands behind "in" or "into" right behind both figures shares a word: invested in what."""
    one, other = _behind_in(tokens, q), _behind_in(others, r)
    return not one or not other or bool(one & other)


def _behind_in(tokens: Sequence[Token], q: Quantity) -> set[str]:
    """The content words behind the first "in" or "into" shortly after a figure of money, up to the next small word."""
    behind = tokens[q.at + 1 :] if q.kind == "money" else ()
    start = next((i for i, t in enumerate(behind[:_UNIT_REACH]) if t.lower in ("in", "into")), None)
    if start is None:
        return set()
    phrase = itertools.takewhile(lambda t: not t.stop or t.lower in _OPENING, behind[start + 1 :])
    return {t.key for t in phrase if not t.stop}


def _names(text: str, tokens: Sequence[Token]) -> list[Name]:
    """The names of a sentence but for who says it, and a plural that only its place has capitalised: "Rescuers"."""
    names = [name for name in find_names(text) if not _only_tells(tokens, name)]
    return [n for n in names if not (n.start == 0 and len(n.keys) == 1 and n.surface.endswith("s")
                                     and word_table().row(n.surface.lower()))]  # fmt: skip


def _only_tells(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name stands there as the one who says so: "said Ida Brandt", "the ministry of Kelso said"."""
    behind = [t.lower for t in tokens if name.end <= t.start <= name.end + 15][:2]
    before = [t.lower for t in tokens if name.start - 40 <= t.start < name.start][-4:]
    return bool(SAYING & {*behind[:1], *before})


def _same_thing(tokens: Sequence[Token], others: Sequence[Token], figure: Figure) -> bool:
    """Whether both tell of one thing, by a word that says which: "fire" and "blaze"."""
    table = word_table()

    def telling(side: Sequence[Token]) -> list[Token]:
        return [
            t
            for t in side
            if not (t.stop or t.value is not None or is_name_word(t) or t.key.startswith(("#", "~")))
            and not (t.lower in figure.event.words or t.lower in COMMON or t.lower in PEOPLE or t.lower in WEEKDAYS)
            and t.lower not in SAYING
            and table.weight(t.lower, t.key) >= _TELLING_WEIGHT
        ]

    return any(
        one.key == other.key or table.similarity(one.lower, other.lower) >= _SAME_THING
        for one in telling(tokens)
        for other in telling(others)
    )
