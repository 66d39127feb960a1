"""What the evidence of a verdict says beyond "it is there": who speaks, how surely, where, and what is missing."""

from __future__ import annotations

import re
from typing import Literal

from components.analysis.claims.index import ArticleIndex, Floats, Line, ParsedClaim
from components.analysis.claims.names import is_name_word
from components.analysis.claims.tokens import Token
from components.analysis.claims.words import ATTRIBUTIONS, HEDGES

#: A title states a claim when it holds this much of its weight.
TITLE_STATES = 0.8
#: A hedge reaches a claim's word this many words behind it, within its clause.
_HEDGE_REACH = 4
_CLAUSE = re.compile(r"[,;:.!?()\"\u201c\u201d\n]|\s[-\u2013\u2014]\s")


def voice(claim: ParsedClaim, line: Line) -> tuple[Literal["author", "quoted", ""], str]:
    """Who says it: "quoted" with the speaker where half of the matched words stand in one quotation, else "author"."""
    if line.sentence is None:
        return "author", ""
    keys = {t.key for t in claim.content}
    matched = [line.sentence.start + t.start for t in line.tokens if t.key in keys]
    for quote in line.sentence.quotes:
        inside = sum(quote.start <= place < quote.end for place in matched)
        if inside and inside * 2 >= len(matched):
            return "quoted", quote.speaker
    return "author", ""


def certainty(
    claim: ParsedClaim, line: Line, voice_of: Literal["author", "quoted", ""]
) -> Literal["flat", "hedged", "attributed"]:
    """How surely the line says it, measured against the claim's own wording.

    hedged: a word like "may", "reportedly", "expected" that the claim lacks stands shortly before one of the claim's
    words, in the same clause. attributed: quoted, or laid at somebody's door ("said", "according to"). Else flat.
    """
    keys = {t.key for t in claim.content}
    own = {t.lower for t in claim.tokens}
    tokens = line.tokens
    for i, token in enumerate(tokens):
        if token.lower not in HEDGES or token.lower in own:
            continue
        for j in range(i + 1, min(i + 1 + _HEDGE_REACH, len(tokens))):
            if _CLAUSE.search(line.text, tokens[j - 1].end, tokens[j].start):
                break
            if tokens[j].key in keys:
                return "hedged"
    if voice_of == "quoted" or any(t.lower in ATTRIBUTIONS and t.lower not in own for t in tokens):
        return "attributed"
    return "flat"


def place_in_article(index: ArticleIndex, overlap: Floats, best: int) -> str:
    """Where the evidence, line ``best``, stands: headline, lead (the first paragraph), or "quarter 1" to "quarter 4".

    ``overlap``: the claim's share in each line. A claim that the title states by itself is in the headline, whatever
    sentence repeats it.
    """
    line = index.lines[best]
    if line.sentence is None or (index.has_title and overlap[-1] >= max(TITLE_STATES, overlap[best])):
        return "headline"
    first = next(other.sentence for other in index.lines if other.sentence is not None)
    if line.sentence.block == first.block:
        return "lead"
    return f"quarter {min(4, 1 + 4 * line.sentence.start // max(1, index.n_characters))}"


def missing_words(claim: ParsedClaim, index: ArticleIndex, best: int) -> str:
    """The parts of a claim that neither line ``best`` nor its neighbours hold, in order: phrases joined by "; ".

    Content words that follow each other in the claim make one phrase, as it stands there. A name that the article
    gives elsewhere is not missing, nor is a number that one of its unit there entails.
    """
    line, passage = index.lines[best], index.passage(best)
    stated = [*line.quantities, *passage.quantities]
    agreed = {number.start for number in claim.quantities if any(other.entails(number) for other in stated)}
    phrases: list[list[Token]] = []
    following = False
    for token in claim.content:
        if token.stop:
            continue
        held = token.key in passage.keys or token.start in agreed
        if held or (is_name_word(token) and index.holds_name(token.key)):
            following = False
            continue
        if following:
            phrases[-1].append(token)
        else:
            phrases.append([token])
        following = True
    return "; ".join(dict.fromkeys(claim.text[phrase[0].start : phrase[-1].end] for phrase in phrases))
