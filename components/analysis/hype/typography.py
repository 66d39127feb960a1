"""Hype without words: emoji, exclamation marks, capitals for emphasis, hashtags."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from components.analysis.hype.tokens import Tokens, is_joined_gap
from components.analysis.hype.words import FUNCTION_WORDS, SHOUTED

SHORTEST_SHOUT = 3
# A shorter word that the article elsewhere writes small may still be an acronym ("ICE", "CARE").
SHORTEST_PLAIN_SHOUT = 5

# Pictographs, symbols and dingbats that decorate; ticks, bullets, arrows and (c) signs are left out.
_PICTURE = (
    "\U0001f300-\U0001faff\u2600-\u260d\u2614-\u26ff"
    "\u2705\u270a-\u270d\u2728\u274c\u2753-\u2757\u2763\u2764\u2b50\u2b55"
)
_EMOJI = re.compile(rf"[{_PICTURE}][{_PICTURE}\u200d\ufe0f]*")
_EXCLAMATION = re.compile(r"[!?]+")
_UPPER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ][A-ZÀ-Þ]")  # [A-ZÀ-Þ]{3} takes twice as long
_SMALL_WORD = re.compile(r"\b[a-zß-ÿ]{5,}\b")
_HASHTAG = re.compile(r"(?<![\w&/])#[^\W\d_]\w+")


MarkName = Literal["emoji", "exclamation mark", "capitals", "hashtag"]
MARKS = get_args(MarkName)


class Mark(NamedTuple):
    """A typographic mark: offsets in the sentence."""

    start: int
    end: int
    term: MarkName
    strength: Literal["hyperbolic", "evaluative"]


def typography(tokens: Tokens, known: frozenset[str], article_text: str) -> list[Mark]:
    """The marks of a sentence; each run of emoji, exclamation marks or capitals is one.

    Two or more exclamation marks in a run are hyperbolic, everything else evaluative. An exclamation mark
    with the sentence or a bracket going on after it belongs to a name ("Yahoo! said", "Oliver! (1968)").
    Capitals count as emphasis only where no name follows ("the GREAT Britain campaign") and most words of the
    run are ordinary ones, not acronyms: of the lexicon (``known``), of a short list, or (from five letters)
    written in lower case elsewhere in the article.
    """
    text = tokens.text
    found: list[Mark] = []
    if "!" in text:
        for run in _EXCLAMATION.finditer(text):
            n, after = run[0].count("!"), text[run.end() : run.end() + 2].lstrip(" ")
            if n and not after[:1].islower() and after[:1] != "(":
                found.append(Mark(run.start(), run.end(), "exclamation mark", "hyperbolic" if n > 1 else "evaluative"))
    if "#" in text:
        found += [Mark(tag.start(), tag.end(), "hashtag", "evaluative") for tag in _HASHTAG.finditer(text)]
    if not text.isascii():
        found += [Mark(e.start(), e.end(), "emoji", "evaluative") for e in _EMOJI.finditer(text)]
    if _UPPER.search(text):
        found += _capitals(tokens, known, article_text)
    return found


def _capitals(tokens: Tokens, known: frozenset[str], article_text: str) -> list[Mark]:
    found: list[Mark] = []
    for run in _shouted_runs(tokens):
        ordinary = [_is_ordinary(tokens.words[i], known, article_text) for i in run]
        after = run[-1] + 1
        names = after < len(tokens) and tokens.is_capitalised(after) and is_joined_gap(tokens.gap(after - 1))
        if 2 * sum(ordinary) > len(run) and not names:
            found.append(Mark(tokens.starts[run[0]], tokens.ends[run[-1]], "capitals", "evaluative"))
    return found


def _shouted_runs(tokens: Tokens) -> list[list[int]]:
    """The words in capitals, those that stand in a row together."""
    text = tokens.text
    upper = [i for i, (a, b) in enumerate(zip(tokens.starts, tokens.ends, strict=True)) if text[a:b].isupper()]
    runs: list[list[int]] = []
    for i in upper:
        word = tokens.original(i)
        if len(word) < SHORTEST_SHOUT or not word.isalpha() or not tokens.stands_alone(i, i + 1):
            continue
        if runs and runs[-1][-1] == i - 1 and is_joined_gap(tokens.gap(i - 1)):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _is_ordinary(word: str, known: frozenset[str], article_text: str) -> bool:
    if word in SHOUTED or word in known or (word in FUNCTION_WORDS and word != "who"):  # the WHO
        return True
    return len(word) >= SHORTEST_PLAIN_SHOUT and word in _small_words(article_text)


@lru_cache(maxsize=8)
def _small_words(article_text: str) -> frozenset[str]:
    """The longer words that an article writes in lower case."""
    return frozenset(_SMALL_WORD.findall(article_text))
