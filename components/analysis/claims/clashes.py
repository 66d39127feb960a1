"""A number, date, name or negation in which an article and a claim cannot both be right.

A missed conflict is a pity, a false one an accusation: every rule asks that the rest of the claim is found in the same
sentence, and gives up where the sentence offers two values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components.analysis.claims.index import ArticleIndex, Line, ParsedClaim
from components.analysis.claims.names import Name, find_names, is_name_word
from components.analysis.claims.quantities import Quantity
from components.analysis.claims.stems import stem
from components.analysis.claims.tokens import UNTOLD, Token
from components.analysis.claims.vectors import word_table
from components.analysis.claims.words import NEGATING_VERBS, NEGATIONS, TELLING
from components.analysis.model import ConflictKind

#: How much of the rest of the claim the sentence must hold, by weight, for each kind of clash.
NUMBER_FLOOR, DATE_FLOOR, NAME_FLOOR, NEGATION_FLOOR, OPPOSITE_FLOOR = 0.6, 0.75, 0.7, 0.75, 0.8
#: Within how many words a negation must stand before what it negates.
_REACH = 3
#: Within how many characters an age belongs to a name.
_BESIDE = 20
_CLAUSE = re.compile(r"[,;:.!?()\"\u201c\u201d\n]|\s[-\u2013\u2014]\s")
#: "not only", "no longer", "not less": no denial of what follows.
_NOT_NEGATING_BEFORE = frozenset("only just merely longer least fewer less yet necessarily always all".split())
_DENIALS = frozenset("not never without cannot".split())
#: Words that limit, suppose or compare: "not until May", "would never have", "rather than".
_LIMITING = frozenset(
    "until before unless if whether rather instead even would could might except than because".split()
)
_SPEECH = frozenset("say says said saying tell tells told".split())
_ALSO = frozenset("also another other second both".split())

_OPPOSITES: dict[str, str] = {
    stem(one): stem(other)
    for pair in (
        "win lose|rise fall|rise drop|increase decrease|accept reject|approve reject|guilty innocent|alive dead"
        "|convict acquit|confirm deny|highest lowest|higher lower|gain lose|survive die|allow ban|legal illegal"
        "|profit loss|upgrade downgrade|public private"
    ).split("|")
    for one, other in (pair.split(), pair.split()[::-1])
}


class Clash(NamedTuple):
    """Where a claim and a sentence cannot both be right: the two values, and where the sentence's stands in it."""

    kind: ConflictKind
    claim_value: str
    text_value: str
    start: int
    end: int


def find_conflict(claim: ParsedClaim, line: Line, article: ArticleIndex) -> Clash | None:
    """The clash of a claim with one sentence of an article, or None. The claim's value must be nowhere in the article.

    Kinds, in order: number and date (the same unit, values that no bound or rounding reconciles, one such number in
    the sentence), name (no word of it in the article, another name in its place), negation (one side negates what
    both say, or they use opposite words).
    """
    weights = {t.key: word_table().weight(t.lower, t.key) for t in claim.content}
    for rule in (_clashing_number, _clashing_name, _clashing_negation, _opposite_words):
        clash = rule(claim, line, article, weights)
        if clash is not None:
            return clash
    return None


def _held(
    tokens: Sequence[Token], line: Line, article: ArticleIndex, weights: dict[str, float], anywhere: bool
) -> float:
    """Weighted share of claim words in the line; names may stand ``anywhere`` in the article. 0 for no words."""
    keys = set(line.keys)
    total = found = 0.0
    for token in tokens:
        total += weights[token.key]
        if token.key in keys or (anywhere and is_name_word(token) and article.holds_name(token.key)):
            found += weights[token.key]
    return found / total if total else 0.0


def _plain(claim: ParsedClaim) -> list[Token]:
    """The claim's words that are neither number, name nor date."""
    dated = {q.start for q in claim.quantities}
    return [t for t in claim.content if t.start not in dated and not t.key.startswith("#") and not is_name_word(t)]


def _clashing_number(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
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
            plain = _plain(claim)
            dated = number.kind in ("year", "day", "weekday")
            held_plain = {t.key for t in plain} & set(line.keys)
            aligned = (
                bool(rest)
                and _held(rest, line, article, weights, True) >= (DATE_FLOOR if dated else NUMBER_FLOOR)
                and (not dated or len(held_plain) >= 2)
                and (not plain or _held(plain, line, article, weights, False) >= 0.5)
                and _shares_anchor(claim, line)
            )
        if aligned:
            kind: ConflictKind = "date" if number.kind in ("year", "day", "weekday") else "number"
            return Clash(kind, _phrase(claim.text, number), _phrase(line.text, rival), rival.start, rival.end)
    return None


def _phrase(text: str, number: Quantity) -> str:
    """A number as it reads: with its currency sign or percent sign."""
    start, end = number.start, number.end
    if number.kind == "money":
        while start > 0 and text[start - 1] in "$£€¥₹ " and text[start - 1 : end].strip() != text[start:end]:
            start -= 1
        behind = re.match(r" (?:dollars?|pounds?|euros?|yen|yuan|rupees?)\b", text[end:])
        end += behind.end() if behind else 0
    elif number.kind == "percent":
        behind = re.match(r" ?(?:%|per ?cent)", text[end:])
        end += behind.end() if behind else 0
    return text[start:end].strip()


def _same_person(claim: ParsedClaim, claimed: Quantity, line: Line, stated: Quantity) -> bool:
    """Whether two ages belong to one name: the name right beside each has the same last word."""
    one, other = _beside(find_names(claim.text), claimed), _beside(find_names(line.text), stated)
    return one is not None and other is not None and one.keys[-1] == other.keys[-1]


def _beside(names: Sequence[Name], number: Quantity) -> Name | None:
    """The name that stands closest to a number, if within ``_BESIDE`` characters; the first of two as close."""
    distances = [(max(number.start - name.end, name.start - number.end), name) for name in names]
    near = [(distance, name) for distance, name in distances if distance <= _BESIDE]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _shares_anchor(claim: ParsedClaim, line: Line) -> bool:
    """A sentence about somebody else clashes with nothing: it must name one of the claim's names, or none at all."""
    if not claim.names:
        return True
    keys = set(line.keys)
    named = find_names(line.text)
    return any(word in keys for name in claim.names for word in name) or not named


def _clashing_name(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
    if not lacking_names(claim, article):
        return None
    own = {word for name in claim.names for word in name}
    rest = [t for t in claim.content if t.key not in own]
    for name in find_names(claim.text):
        if any(article.holds_name(word) for word in name.keys):
            continue
        keys = set(line.keys)
        if sum(t.key in keys for t in rest) < 2 or _held(rest, line, article, weights, False) < NAME_FLOOR:
            continue
        foreign = [other for other in find_names(line.text) if not own & set(other.keys)]
        if len(foreign) != 1 or not _same_place(claim.tokens, name, line.tokens, foreign[0]):
            continue
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


def _clashing_negation(
    claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]
) -> Clash | None:
    """One side negates a word that both use, in a clause that holds another word of the claim.

    A sentence that limits, supposes or compares ("until", "if", "would", "rather") is left alone, and so is one
    that uses the word both ways.
    """
    claim_negated = list(_negated(claim.text, claim.tokens))
    line_negated = list(_negated(line.text, line.tokens))
    if not (claim_negated or line_negated) or not _shares_anchor(claim, line):
        return None
    if has_denial(claim.tokens) and has_denial(line.tokens):
        return None
    if any(t.lower in _LIMITING for t in (*line.tokens, *claim.tokens)):
        return None
    line_keys = [_bare(t) for t in line.tokens]
    words = [t for t in claim.content if not _negates(t)]
    total = sum(weights[t.key] for t in words)
    held = [t for t in words if _bare(t) in line_keys]
    found = sum(weights[t.key] for t in words if t in held or (is_name_word(t) and article.holds_name(t.key)))
    plain = {_bare(t) for t in words if not is_name_word(t)}
    if found < total * NEGATION_FLOOR or len(held) < 2:
        return None
    for mark, first, clause in claim_negated or line_negated:
        if first not in plain or line_keys.count(first) != 1:
            continue
        at = line_keys.index(first)
        place = line.tokens[at]
        if claim_negated:
            if at and line.tokens[at - 1].lower == "to":
                continue  # "flew out to start a job": an aim, not a fact
            return Clash("negation", claim.text[mark.start : mark.end], place.surface, place.start, place.end)
        if len(plain & clause) < min(2, len(plain)) or not _same_subject(claim, first, line, mark):
            continue
        said = next(t for t in claim.tokens if _bare(t) == first)
        return Clash("negation", said.surface, line.text[mark.start : place.end], mark.start, place.end)
    return None


def _same_subject(claim: ParsedClaim, predicate: str, line: Line, mark: Token) -> bool:
    """Whether what the sentence denies is denied of the claim's subject: a word before it, or only a pronoun."""
    subject: set[str] = set()
    for token in claim.content:
        if _bare(token) == predicate:
            break
        subject.add(_bare(token))
    before = {_bare(t) for t in line.tokens if t.end <= mark.start and not t.stop}
    return not before or not subject or bool(subject & before)


def _bare(token: Token) -> str:
    """The key without the mark of what is not told; verbs of telling are one, "said" as a mere speech tag apart."""
    told = token.lower in TELLING and not (token.lower in _SPEECH and not token.untold)
    return UNTOLD if told else token.key.lstrip(UNTOLD)


def _negates(token: Token) -> bool:
    return token.key == "not" or token.lower in _DENIALS


def has_denial(tokens: Sequence[Token]) -> bool:
    """Whether any word of denial stands here, whatever it denies: then neither side is plainly the opposite."""
    return any(_negates(t) or t.lower in NEGATIONS or t.lower in NEGATING_VERBS for t in tokens)


def denies(tokens: Sequence[Token]) -> bool:
    """Whether "not", "never" or their like stand here."""
    return any(t.key == "not" or t.lower == "never" for t in tokens)


def _negated(text: str, tokens: Sequence[Token]) -> Iterator[tuple[Token, str, frozenset[str]]]:
    """Each negation, the first content word it reaches, and the keys of the rest of its clause."""
    for i, token in enumerate(tokens):
        behind = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        verb = token.lower in NEGATING_VERBS and behind == "to"
        if not (_negates(token) or verb) or behind in _NOT_NEGATING_BEFORE:
            continue
        clause: list[str] = []
        first, reached = "", 0
        for j in range(i + 1, len(tokens)):
            if _CLAUSE.search(text, tokens[j - 1].end, tokens[j].start):
                break
            clause.append(_bare(tokens[j]))
            if not tokens[j].stop or tokens[j].lower in TELLING:
                reached += 1
                if reached == 1 and j - i <= _REACH:
                    first = clause[-1]
        if first:
            yield token, first, frozenset(clause)


def _opposite_words(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
    line_keys, claim_keys = set(line.keys), set(claim.keys)
    if any(_negates(t) for t in line.tokens) or any(_negates(t) for t in claim.content):
        return None
    for token in claim.content:
        opposite = _OPPOSITES.get(token.key)
        if opposite is None or token.key in article.postings or opposite not in line_keys or opposite in claim_keys:
            continue
        rest = [t for t in claim.content if t.key != token.key]
        plain = [t for t in rest if not is_name_word(t)]
        if len(plain) < 2 or _held(rest, line, article, weights, True) < OPPOSITE_FLOOR:
            continue
        place = next(t for t in line.tokens if t.key == opposite)
        return Clash("negation", token.surface, place.surface, place.start, place.end)
    return None
