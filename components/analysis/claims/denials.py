"""One side of a claim and a sentence denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.analysis.claims.common_ground import CLAUSE_END, Clash, shares_anchor
from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import is_name_word
from components.analysis.claims.tokens import UNTOLD, Token
from components.analysis.claims.words import NEGATING_VERBS, NEGATIONS, TELLING

#: How much of the claim the sentence must hold, by weight.
NEGATION_FLOOR = 0.75
#: Within how many words a negation must stand before what it negates.
_REACH = 3
#: "not only", "no longer", "not less": no denial of what follows.
_NOT_NEGATING_BEFORE = frozenset("only just merely longer least fewer less yet necessarily always all".split())
_DENIALS = frozenset("not never without cannot".split())
#: Words that limit, suppose or compare: "not until May", "would never have", "rather than".
LIMITING = frozenset("until before unless if whether rather instead even would could might except than because".split())
_NONE = frozenset("no none nobody neither".split())
_SPEECH = frozenset("say says said saying tell tells told".split())


def clashing_negation(claim: ParsedClaim, line: Line, article: ArticleIndex, weights: dict[str, float]) -> Clash | None:
    """One side negates a word that both use, in a clause that holds another word of the claim.

    A sentence that limits, supposes or compares ("until", "if", "would", "rather") is left alone, and so is one
    that uses the word both ways.
    """
    claim_negated = list(_negated(claim.text, claim.tokens))
    line_negated = list(_negated(line.text, line.tokens))
    if not (claim_negated or line_negated) or not shares_anchor(claim, line):
        return None
    if has_denial(claim.tokens) and has_denial(line.tokens):
        return None
    if any(t.lower in LIMITING for t in (*line.tokens, *claim.tokens)):
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
            if not _same_subject(claim, first, line, place):
                continue
            return Clash("negation", claim.text[mark.start : mark.end], place.surface, place.start, place.end)
        if len(plain & clause) < min(2, len(plain)) or not _same_subject(claim, first, line, mark):
            continue
        said = next(t for t in claim.tokens if _bare(t) == first)
        return Clash("negation", said.surface, line.text[mark.start : place.end], mark.start, place.end)
    return None


def _same_subject(claim: ParsedClaim, predicate: str, line: Line, mark: Token) -> bool:
    """Whether the sentence speaks of the claim's subject: a word of it stands before ``mark``, or only a pronoun."""
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


def says_none(claim: ParsedClaim, line: Line) -> bool:
    """Whether the line says "no", "none" or "nobody" right before a word of a claim that denies nothing."""
    if has_denial(claim.tokens):
        return False
    keys = {t.key for t in claim.content}
    for place, token in enumerate(line.tokens):
        if token.lower not in _NONE:
            continue
        behind = line.tokens[place + 1 : place + 2 + _REACH]
        if behind and behind[0].lower not in ("doubt", "fewer", "less") and any(t.key in keys for t in behind):
            return True
    return False


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
            if CLAUSE_END.search(text, tokens[j - 1].end, tokens[j].start):
                break
            clause.append(_bare(tokens[j]))
            if not tokens[j].stop or tokens[j].lower in TELLING:
                reached += 1
                if reached == 1 and j - i <= _REACH:
                    first = clause[-1]
        if first:
            yield token, first, frozenset(clause)
