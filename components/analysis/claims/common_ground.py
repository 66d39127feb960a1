"""What every rule for conflicts asks first: how much of a claim a sentence holds, and whether it is about the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from components.analysis.claims.index import ArticleIndex, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import find_names, is_name_word
from components.analysis.claims.quantities import Quantity
from components.analysis.claims.tokens import Token
from components.analysis.model import ConflictKind

#: Where a clause ends.
CLAUSE_END = re.compile(r"[,;:.!?()\"\u201c\u201d\n]|\s[-\u2013\u2014]\s")


class Clash(NamedTuple):
    """Where a claim and a sentence cannot both be right: the two values, and where the sentence's stands in it."""

    kind: ConflictKind
    claim_value: str
    text_value: str
    start: int
    end: int


def held_share(
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


def plain_words(claim: ParsedClaim) -> list[Token]:
    """The claim's words that are neither number, name nor date."""
    dated = {q.start for q in claim.quantities}
    return [t for t in claim.content if t.start not in dated and not t.key.startswith("#") and not is_name_word(t)]


def as_written(text: str, number: Quantity) -> str:
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


def shares_anchor(claim: ParsedClaim, line: Line) -> bool:
    """A sentence about somebody else clashes with nothing: it must name one of the claim's names, or none at all."""
    if not claim.names:
        return True
    keys = set(line.keys)
    named = find_names(line.text)
    return any(word in keys for name in claim.names for word in name) or not named
