"""Figures that belong to a name whatever else a sentence tells: how many people work there, and when it was founded.

"A few of Alpha's 1,500 employees will leave" gives a headcount of Alpha, and so does "Alpha, which employs 1,400
people": the two cannot both hold, though the sentences share little else. Only plain patterns are read, in which the
name and the figure stand in one phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from components.analysis.claims.common_ground import Clash
from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import Name, find_names
from components.analysis.claims.quantities import Quantity, find_quantities
from components.analysis.claims.tokens import Token, tokenize

#: What a headcount counts, by the key of the noun, and the verb that says so of "people".
_STAFF = frozenset(("employe", "worker", "staff", "staffer"))
_PEOPLE = frozenset(("person", "worker", "staff"))
_HAVING = frozenset("has had have employs employed employing".split())
_EMPLOYING = frozenset("employs employed employing".split())
_BEFORE_FIGURE = frozenset("about around roughly some nearly almost more than over fewer less at least a an the staff "
                           "workforce of which who now currently up to".split())  # fmt: skip
_WHERE = frozenset("in at across from of".split())
_FOUNDING = frozenset("founded cofounded established launched started".split())
_POSSESSIVE = re.compile(r"['\u2019]s?\s+$")
#: How many words may stand between a name and its figure, and between a verb of founding and its year.
_NEAR, _YEAR_NEAR = 6, 5


class _Figure(NamedTuple):
    """A quantity with the keys of the name that it belongs to and what it says of it."""

    what: Literal["staff", "founding"]
    owner: frozenset[str]
    quantity: Quantity


def clashing_figure(
    claim: ParsedClaim,
    line: Line,
    article: ArticleIndex,
    weights: dict[str, float],  # noqa: ARG001 - one signature for all rules
) -> Clash | None:
    """Another headcount or year of founding of one name. The claim's figure must be nowhere in the article."""
    for own in _figures(claim.text):
        q = own.quantity
        if any(q.key == other.key or (q.counts_like(other) and q.agrees_with(other)) for other in article.quantities):
            continue
        rivals = [f for f in _figures(line.text) if f.what == own.what and f.owner & own.owner]
        if len({f.quantity.key for f in rivals}) == 1 and not rivals[0].quantity.agrees_with(q):
            r = rivals[0].quantity
            return Clash("date" if own.what == "founding" else "number", q.surface, r.surface, r.start, r.end)
    return None


def _figures(text: str) -> Iterator[_Figure]:
    """The headcounts and years of founding in a sentence."""
    quantities = find_quantities(text)
    if not quantities:
        return
    tokens, names = tokenize(text), find_names(text)
    for q in quantities:
        owner = _employer(text, tokens, names, q) if q.kind == "number" else None
        if owner is not None:
            yield _Figure("staff", owner, q)
        founded = _founded(tokens, names, q) if q.kind == "year" else None
        if founded is not None:
            yield _Figure("founding", frozenset(founded.keys), q)


def _employer(text: str, tokens: Sequence[Token], names: Sequence[Name], q: Quantity) -> frozenset[str] | None:
    """Whose headcount it is: "Alpha's 1,500 employees", "Alpha, which has 1,500 employees", "Alpha employs 1,500"."""
    behind = tokens[q.at + 1 : q.at + 3]
    if any(t.lower in _WHERE for t in behind):
        return None  # "Alpha's 800 employees in Italy" are not all
    if q.unit in _STAFF and q.at and _POSSESSIVE.fullmatch(text[tokens[q.at - 1].end : q.start]):
        return frozenset((tokens[q.at - 1].key,)) if tokens[q.at - 1].capital else None
    name = next((n for n in reversed(names) if n.end <= q.start), None)
    if name is None:
        return None
    between = [t.lower for t in tokens if name.end <= t.start < q.start]
    employs = bool(_EMPLOYING & set(between))
    if not (q.unit in _STAFF or (employs and q.unit in _PEOPLE)):
        return None
    plain = all(word in _HAVING | _BEFORE_FIGURE for word in between) and len(between) <= _NEAR
    return frozenset(name.keys) if plain and _HAVING & set(between) else None


def _founded(tokens: Sequence[Token], names: Sequence[Name], q: Quantity) -> Name | None:
    """What was founded then: "Lee founded Alpha in 2015", "Alpha was founded in 2015", "Founded in 2015, Alpha".

    A year that is not told with "in", and a sentence with several verbs of founding, say nothing sure.
    """
    verbs = [i for i, t in enumerate(tokens) if t.lower in _FOUNDING]
    if len(verbs) != 1 or q.at == 0 or tokens[q.at - 1].lower != "in" or not 0 < q.at - verbs[0] <= _YEAR_NEAR:
        return None
    verb, year = tokens[verbs[0]], tokens[q.at]
    inside = [n for n in names if verb.end <= n.start and n.end <= year.start]
    if len(inside) > 1:
        return None
    if inside:
        return inside[0]
    if [t for t in tokens[verbs[0] + 1 : q.at - 1] if not t.stop]:
        return None  # "founded a school in 2015"
    if verbs[0] <= 1:
        return next((n for n in names if n.start >= year.end and n.start - year.end <= 2), None)
    before = [n for n in names if n.end <= verb.start]
    link = [t for t in tokens if before and before[-1].end <= t.start < verb.start]
    return before[-1] if before and all(t.lower in _LINKS for t in link) else None


_LINKS = frozenset("was were is which that been has had who co first".split())
