"""A number, date, name or negation in which an article and a claim cannot both be right.

A missed conflict is a pity, a false one an accusation: every rule asks that the rest of the claim is found in the same
sentence, and gives up where the sentence offers two values.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.analysis.claims.clashing_numbers import clashing_number
from components.analysis.claims.common_ground import CLAUSE_END, Clash, held_share, plain_words
from components.analysis.claims.denials import LIMITING, clashing_negation, denies, has_denial
from components.analysis.claims.event_figures import clashing_event
from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import Name, find_names
from components.analysis.claims.opposites import find_opposites
from components.analysis.claims.roles import swapped_roles
from components.analysis.claims.standing_figures import clashing_figure
from components.analysis.claims.tokens import Token
from components.analysis.claims.vectors import word_table
from components.analysis.claims.verbs import verb_forms
from components.analysis.claims.words import PLACES

#: How much of the rest of the claim the sentence must hold, by weight.
NAME_FLOOR, OPPOSITE_FLOOR = 0.7, 0.8
#: Words between a subject and its verb, and between a verb and its object.
_NEAR_BEFORE, _NEAR_BEHIND = 6, 4
_PREPOSITIONS = frozenset("at in on to for from with by of as after before over under against".split())
_COUNTRIES = frozenset(PLACES.values())
_AUXILIARIES = frozenset("is are was were be been being has have had having do does did will would".split())


def find_conflict(claim: ParsedClaim, line: Line, article: ArticleIndex) -> Clash | None:
    """The clash of a claim with one sentence of an article, or None. The claim's value must be nowhere in the article.

    Kinds, in order: number and date (the same unit, values that no bound or rounding reconciles, one such number in
    the sentence; another headcount or year of founding of one name; another figure of one event), name (no word of it
    in the article, another name in its place), negation (one side negates what both say, or they use opposite words),
    name again where doer and object of one verb have changed places.
    """
    weights = {t.key: word_table().weight(t.lower, t.key) for t in claim.content}
    for rule in (clashing_number, clashing_figure, clashing_event, _clashing_name, clashing_negation, _opposite_words):
        clash = rule(claim, line, article, weights)
        if clash is not None:
            return clash
    return swapped_roles(claim, line, article)


def _clashing_name(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
    if not lacking_names(claim, article):
        return None
    own = {word for name in claim.names for word in name}
    rest = [t for t in claim.content if t.key not in own]
    for name in find_names(claim.text):
        if any(article.holds_name(word) for word in name.keys):
            continue
        keys = set(line.keys)
        if sum(t.key in keys for t in rest) < 2 or held_share(rest, line, article, weights, False) < NAME_FLOOR:
            continue
        foreign = [other for other in find_names(line.text) if not own & set(other.keys)]
        if len(foreign) != 1 or not _same_place(claim.tokens, name, line.tokens, foreign[0]):
            continue
        if _COUNTRIES & {*name.keys, *foreign[0].keys}:
            continue  # a town and its country do not clash
        return Clash("name", name.surface, foreign[0].surface, foreign[0].start, foreign[0].end)
    return None


def lacking_names(claim: ParsedClaim, article: ArticleIndex) -> bool:
    """Whether a whole name of the claim is nowhere in the article: no word of it, no spelling, no initials."""
    if all(any(article.holds_name(word) for word in name) for name in claim.names):
        return False
    return not any(short in article.postings for short in claim.initials)


def _same_place(tokens: Sequence[Token], name: Name, others: Sequence[Token], other: Name) -> bool:
    """Whether two names stand in one place: before the same content word, or behind the same two words."""
    sides = ((tokens, name), (others, other))
    after = [next((t.key for t in side if t.start >= n.end and not t.stop), "") for side, n in sides]
    before = [tuple(t.key for t in side if t.end <= n.start)[-2:] for side, n in sides]
    return (after[0] == after[1] != "") or (before[0] == before[1] and len(before[0]) == 2)


def _opposite_words(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
    """The line says the opposite of the claim's word of the same things, and no other line uses the claim's word.

    For a verb the claim's words before it must stand before its opposite, those behind it behind: who sold to whom.
    """
    if denies(claim.tokens) or any(t.lower in LIMITING for t in (*line.tokens, *claim.tokens)):
        return None
    for (first, behind), (there, there_behind), verb in find_opposites(claim.tokens, line.tokens):
        own = claim.tokens[first:behind]
        rest = [t for t in claim.content if t not in own]
        if len(rest) < 2 or held_share(rest, line, article, weights, True) < OPPOSITE_FLOOR:
            continue
        if has_denial(line.tokens[max(0, there - 4) : there]):
            continue
        if verb and not (_same_doer(claim, first, line, there) and _same_object(claim, behind, line, there_behind)):
            continue
        if not verb and len(plain_words(claim)) < 3:
            continue
        if _said_elsewhere(own, rest, line, article, weights):
            continue
        place = line.tokens[there:there_behind]
        start, end = place[0].start, place[-1].end
        value = claim.text[own[0].start : own[-1].end]
        return Clash("negation", value, line.text[start:end], start, end)
    return None


def _same_doer(claim: ParsedClaim, first: int, line: Line, there: int) -> bool:
    """Whether the line's verb has the claim's subject: a word of it shortly before, no other verb between.

    A line with nothing but stop words before its verb has a pronoun for a subject, which may be anyone.
    """
    subject = {t.key for t in claim.tokens[:first] if not t.stop}
    before = line.tokens[:there]
    if not subject or all(t.stop for t in before):
        return True
    places = [i for i, t in enumerate(before) if t.key in subject]
    if not places or there - places[-1] > _NEAR_BEFORE:
        return False
    return not any(
        t.lower not in _AUXILIARIES and not t.capital and verb_forms(t.lower).keys() & {"D", "Z"}
        for t in before[places[-1] + 1 :]
    )


def _same_object(claim: ParsedClaim, behind: int, line: Line, there_behind: int) -> bool:
    """Whether the first content word behind the claim's verb follows the line's: at once, or behind one other word."""
    wanted = next((t.key for t in claim.tokens[behind:] if not t.stop), "")
    if not wanted:
        return True
    skipped = 0
    previous = line.tokens[there_behind - 1]
    for token in line.tokens[there_behind : there_behind + _NEAR_BEHIND]:
        if CLAUSE_END.search(line.text, previous.end, token.start):
            return False
        if token.key == wanted:
            return True
        skipped += not token.stop
        if skipped > 1 or (skipped and token.lower in _PREPOSITIONS):
            return False
        previous = token
    return False


def _said_elsewhere(
    own: Sequence[Token], rest: Sequence[Token], line: Line, article: ArticleIndex, weights: dict[str, float]
) -> bool:
    """Whether another line of the article has the claim's word beside half of the rest of the claim."""
    for number in article.postings.get(own[0].key, ()):
        other = article.lines[number]
        if other is not line and held_share(rest, other, article, weights, False) >= 0.5:
            return True
    return False
