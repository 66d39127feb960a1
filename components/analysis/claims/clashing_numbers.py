"""A number or date of a claim in place of which a sentence has another of the same unit."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from components.analysis.claims.common_ground import (
    CLAUSE_END,
    Clash,
    as_written,
    held_share,
    plain_words,
    shares_anchor,
)
from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import Name, find_names
from components.analysis.claims.quantities import Quantity
from components.analysis.claims.tokens import Token
from components.analysis.claims.verbs import verb_forms
from components.analysis.model import ConflictKind

#: How much of the rest of the claim the sentence must hold, by weight.
NUMBER_FLOOR, DATE_FLOOR = 0.6, 0.75
#: A share from here on is the whole, for shares are sums of floats.
ALL = 0.999
#: Within how many characters an age belongs to a name.
_BESIDE = 20
_ALSO = frozenset("also another other second both".split())
_CONJUNCTIONS = frozenset("and but or who which when while where after before as then though although".split())
_SPANNING = frozenset("since until till from through to between and by".split())


def clashing_number(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
    stated = line.quantities
    if not stated:
        return None
    claimed = claim.quantities
    for number in claimed:
        if any(number.key == q.key or (q.counts_like(number) and q.agrees_with(number)) for q in article.quantities):
            continue
        rivals = [s for s in stated if number.counts_like(s)]
        if len({r.key for r in rivals}) != 1 or _ALSO & {t.lower for t in line.tokens}:
            continue
        others = [c for c in claimed if c is not number]
        if any(c.counts_like(rivals[0]) and c.agrees_with(rivals[0]) for c in others) or any(
            c.counts_like(s) and not c.agrees_with(s) for c in others for s in stated
        ):
            continue  # the sentence speaks of another occasion, or offers two values
        rival = rivals[0]
        if number.kind == "age" and number.unit == "now":
            aligned = _same_person(claim, number, line, rival)
        else:
            own = {q.start for q in claimed}
            rest = [t for t in claim.content if t.start not in own and t.key != number.unit]
            plain = [t for t in plain_words(claim) if t.key != number.unit]  # a "$" is no word they share
            dated = number.kind in ("year", "day", "weekday")
            held_plain = {t.key for t in plain} & set(line.keys)
            held = held_share(rest, line, article, weights, True)
            aligned = (
                bool(rest)
                and held >= (DATE_FLOOR if dated else NUMBER_FLOOR)
                and (
                    not dated or ((len(held_plain) >= 2 or held > ALL) and _dates_the_same(claim, number, line, rival))
                )
                and (not plain or held_share(plain, line, article, weights, False) >= 0.5)
                and shares_anchor(claim, line)
            )
        if aligned:
            kind: ConflictKind = "date" if number.kind in ("year", "day", "weekday") else "number"
            return Clash(kind, as_written(claim.text, number), as_written(line.text, rival), rival.start, rival.end)
    return None


def age_lines(claim: ParsedClaim, article: ArticleIndex) -> Iterator[int]:
    """The lines of an article that tell an age, for a claim that does: they may share nothing else but a name."""
    if any(q.kind == "age" and q.unit == "now" for q in claim.quantities):
        for number, line in enumerate(article.lines):
            if any(q.kind == "age" and q.unit == "now" for q in line.quantities):
                yield number


def _dates_the_same(claim: ParsedClaim, number: Quantity, line: Line, rival: Quantity) -> bool:
    """Whether the line dates the claim's one verb: the two in one clause, no other verb or conjunction between.

    "Founded in 2015" against "founded in 2016", not "founded by Lee and bought in 2025" nor "in use since 2015".
    """
    plain = {t.key for t in plain_words(claim)}
    places = [i for i, t in enumerate(line.tokens) if t.key in plain]
    if not places or _spans(claim.tokens, number) or _spans(line.tokens, rival):
        return False
    nearest = min(places, key=lambda i: abs(i - rival.at))
    first, last = sorted((nearest, rival.at))
    between = line.tokens[first + 1 : last]
    opening = rival.at <= 2  # "In 2015, Wang founded Scale"
    joined = opening or not any(
        CLAUSE_END.search(line.text, one.end, other.start)
        for one, other in itertools.pairwise(line.tokens[first : last + 1])
    )
    return joined and not any(t.lower in _CONJUNCTIONS or "D" in verb_forms(t.lower) for t in between if not t.capital)


def _spans(tokens: Sequence[Token], number: Quantity) -> bool:
    """Whether a date is one end of a span: "since 2015", "until 2015"."""
    return number.at > 0 and tokens[number.at - 1].lower in _SPANNING


def _same_person(claim: ParsedClaim, claimed: Quantity, line: Line, stated: Quantity) -> bool:
    """Whether two ages belong to one name: the name right beside each has the same last word."""
    one, other = _beside(find_names(claim.text), claimed), _beside(find_names(line.text), stated)
    return one is not None and other is not None and one.keys[-1] == other.keys[-1]


def _beside(names: Sequence[Name], number: Quantity) -> Name | None:
    """The name that stands closest to a number, if within ``_BESIDE`` characters; the first of two as close."""
    distances = [(max(number.start - name.end, name.start - number.end), name) for name in names]
    near = [(distance, name) for distance, name in distances if distance <= _BESIDE]
    return min(near, key=lambda pair: pair[0])[1] if near else None
