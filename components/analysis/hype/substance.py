"""What a claim of importance can rest on: figures with a unit, named sources, quotations."""

from __future__ import annotations

from typing import Literal, NamedTuple

from components.analysis.hype import words as w
from components.analysis.hype.figures import figures
from components.analysis.hype.tokens import Tokens, is_joined_gap, tokenise
from components.analysis.model import Article, Sentence
from components.analysis.words import count_words

SHORTEST_QUOTATION = 3
NAME_BEFORE, NAME_AFTER = 6, 5


class Substance(NamedTuple):
    """One piece of substance; ``start`` and ``end`` are offsets in the article's text."""

    sentence_index: int
    start: int
    end: int
    kind: Literal["figure", "attribution", "quotation"]


def substance(article: Article) -> tuple[Substance, ...]:
    """Every figure with its unit, attribution to a named source and quotation of three words or more."""
    return tuple(found for sentence in article.body for found in _in_sentence(article.text, sentence))


def _in_sentence(text: str, sentence: Sentence) -> list[Substance]:
    tokens = tokenise(sentence.text)
    at = sentence.start
    found = [Substance(sentence.index, at + f.start, at + f.end, "figure") for f in figures(tokens)]
    found += [
        Substance(sentence.index, at + tokens.starts[first], at + tokens.ends[last], "attribution")
        for first, last in _attributions(tokens)
    ]
    found += [
        Substance(sentence.index, q.start, q.end, "quotation")
        for q in sentence.quotes
        if count_words(text[q.start : q.end]) >= SHORTEST_QUOTATION
    ]
    return sorted(found) if len(found) > 1 else found


def _attributions(tokens: Tokens) -> list[tuple[int, int]]:
    """First and last word of each verb of saying, or "according to", that has a named source beside it.

    Named: a capitalised word inside the sentence, "he said", or a definite role ("the ministry said").
    "Sources said", "experts say" and "according to reports" name nobody.
    """
    if w.ATTRIBUTING.isdisjoint(tokens.words):
        return []
    found = []
    for i in [i for i, word in enumerate(tokens.words) if word in w.ATTRIBUTING]:
        if tokens.words[i] == "according" and tokens.words[i + 1 : i + 2] == ["to"]:
            if _names_someone(tokens, range(i + 2, min(len(tokens), i + 2 + NAME_AFTER))):
                found.append((i, i + 1))
        elif tokens.words[i] in w.SAYING and tokens.words[max(0, i - 1)] not in w.PASSIVE:
            before, after = range(max(0, i - NAME_BEFORE), i), range(i + 1, min(len(tokens), i + 1 + NAME_AFTER))
            near = (*tokens.words[max(0, i - 2) : i], *tokens.words[i + 1 : i + 2])
            if not w.SAYERS.isdisjoint(near) or _names_someone(tokens, before) or _follows(tokens, i, after):
                found.append((i, i))
    return found


def _names_someone(tokens: Tokens, span: range) -> bool:
    for i in span:
        word = tokens.words[i]
        if tokens.is_capitalised(i) and word not in w.FUNCTION_WORDS and word not in w.UNNAMED:
            return True
        if word in w.NAMED_ROLES and i and tokens.words[i - 1] in ("the", "its", "his", "her"):
            return True
    return False


def _follows(tokens: Tokens, verb: int, span: range) -> bool:
    """Whether the name stands right after the verb ("..., said Dr Rao")."""
    return bool(span) and is_joined_gap(tokens.gap(verb)) and _names_someone(tokens, span[:2])
