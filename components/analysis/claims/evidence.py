"""What the evidence of a verdict says beyond "it is there": who speaks, how surely, where, and what is missing."""

from __future__ import annotations

import re
from typing import Literal

from components.analysis.claims.index import KIN_LETTERS, ArticleIndex, Floats, ParsedClaim
from components.analysis.claims.lines import Line
from components.analysis.claims.names import is_name_word
from components.analysis.claims.tokens import Token
from components.analysis.claims.words import ATTRIBUTIONS, HEDGES

#: A title states a claim when it holds this much of its weight.
TITLE_STATES = 0.8
#: A hedge reaches a claim's word this many words behind it, within its clause.
_HEDGE_REACH = 4
_QUOTES = re.compile(r'["\u201c\u201d]')
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


def line_to_show(claim: ParsedClaim, index: ArticleIndex, best: int) -> int:
    """Line ``best``, or the sentence above its list where the item itself holds nothing of the claim."""
    line = index.lines[best]
    if line.lead is None or any(t.key in line.alone.key_set for t in claim.content):
        return best
    return line.lead


def nearest_in_kind(claim: ParsedClaim, share: Floats, index: ArticleIndex, least: float) -> list[int]:
    """The nearest miss where no line is near word for word: the line, alone in a list, that holds most of the claim
    when words of one family count as one ("annotated", "annotation").

    ``share``: what each content word weighs in the claim. The line has to hold ``least`` of it and two of its words,
    one of them no name.
    """
    weight: dict[int, float] = {}
    words: dict[int, int] = {}
    telling: set[int] = set()
    for token, part in zip(claim.content, share.tolist(), strict=True):
        family = (key for key in index.kin.get(token.key[:KIN_LETTERS], ()) if _akin(token.key, key))
        lines = {line for key in {token.key, *family} for line in index.postings.get(key, ())}
        for line in lines:
            weight[line] = weight.get(line, 0.0) + part
            words[line] = words.get(line, 0) + 1
        if not is_name_word(token):
            telling |= lines
    near = [line for line in telling if weight[line] >= least and words[line] > 1]
    return [min(near, key=lambda line: (-weight[line], line))] if near else []


def _akin(one: str, other: str) -> bool:
    """Whether two words or stems begin alike up to the shorter one's last letter: not "interim" and "internal"."""
    alike = max(KIN_LETTERS, min(len(one), len(other)) - 1)
    return len(one) >= alike and one[:alike] == other[:alike]


def missing_words(claim: ParsedClaim, index: ArticleIndex, best: int) -> str:
    """The parts of a claim that neither line ``best`` nor its neighbours hold, in order: phrases joined by "; ".

    Content words that follow each other in the claim make one phrase, as it stands there but for quotation marks. A
    name that the article gives elsewhere is not missing, nor is a number that one of its unit there entails, nor a
    word that stands there in another form ("founded" for "founder", "billion" for "billion-dollar").
    """
    line, passage = index.lines[best], index.passage(best)
    stated = [*line.quantities, *passage.quantities]
    agreed = {number.start for number in claim.quantities if any(other.entails(number) for other in stated)}
    there = {form for other in index.around(best) for token in other.tokens for form in (token.lower, token.key)}
    said = [t for t in claim.content if not t.stop]
    lacking = [
        not (t.key in passage.keys or t.start in agreed or (is_name_word(t) and index.holds_name(t.key)))
        and not _in_another_form(t, there)
        for t in said
    ]
    phrases: list[list[Token]] = []
    for i, token in enumerate(said):
        held_behind = i + 1 < len(said) and not lacking[i + 1]
        if not lacking[i] or (held_behind and claim.text[token.end : said[i + 1].start] == "-"):
            continue
        if i and phrases and phrases[-1][-1] is said[i - 1]:
            phrases[-1].append(token)
        else:
            phrases.append([token])
    wordings = (_QUOTES.sub("", claim.text[phrase[0].start : phrase[-1].end]) for phrase in phrases)
    return "; ".join(dict.fromkeys(wordings))


def _in_another_form(token: Token, there: set[str]) -> bool:
    """Whether a word is there, inflected or derived. Of the numbers only a magnitude is ("a billion-dollar firm")."""
    word = token.lower.removeprefix("a ")
    if len(word) < KIN_LETTERS or not word.isalpha():
        return False
    return any(_akin(word, form) or _akin(token.key, form) for form in there)
