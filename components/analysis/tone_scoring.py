"""The tone of one stretch of text: VADER on straightened text, the mask of neutral terms, the correction.

VADER's rules are untouched. What is ours: typographic quotation marks, apostrophes, dashes and ellipses are
read as their keyboard counterparts (VADER sees neither a negation nor a word beside a curly one); neutral
terms lose their valence; and the sum VADER arrives at is corrected for length, lean and bare negators.
"""

from __future__ import annotations

import copy
import csv
import math
import re
import string
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

NEUTRAL_TERMS = Path(__file__).parents[2] / "data" / "lexicons" / "neutral_terms.csv"

VADER_ALPHA = 15.0
REFERENCE_LENGTH = 20
SHORTEST, LONGEST = 5, 60
POSITIVE_WEIGHT = 0.8
NEGATOR_WEIGHT = 0.5
MOST_NEGATORS = 2
TONE_ALPHA = 30.0

# One character for one, so that offsets in the straightened text are offsets in the text.
_STRAIGHT = str.maketrans("‘’‚‛ʼ′“”„‟«»—―…", "''''''" + '""""""' + "  .")

# A word joiner glued to a word takes it out of VADER's lexicon and leaves its place, its length in words and
# its capitals as they are, so boosters and negators reach as far as before.
_NEUTRAL = "\u2060"

_TOKEN = re.compile(r"\S+")

# VADER is quadratic in the text's length. A longer "sentence" (a table, a transcript without a full stop) is read
# in pieces of this many words, whose sums are added.
PIECE_WORDS = 120


@dataclass(frozen=True, slots=True)
class NeutralTerms:
    """The mask: single words, and a pattern of phrases within which any word is neutral (None without any).

    ``in_phrases``: the words of those phrases; without one of them in a text the pattern need not be tried.
    """

    words: frozenset[str]
    in_phrases: frozenset[str]
    phrases: re.Pattern[str] | None

    def may_touch(self, words: Set[str]) -> bool:
        """Whether the mask could change anything about these words."""
        return not (self.words.isdisjoint(words) and self.in_phrases.isdisjoint(words))


@dataclass(frozen=True, slots=True)
class Tone:
    """The tone of one stretch, each -1..1, higher is more positive.

    ``raw``: VADER's compound, unmasked. ``compound``: the same with neutral terms masked. ``score``: the masked
    sum, corrected (:func:`correct`). ``total``: the masked sum itself, unbounded.
    """

    raw: float
    compound: float
    score: float
    total: float


@dataclass(frozen=True, slots=True)
class Token:
    """A word or emoji VADER has a value for, with its place in the text."""

    word: str
    start: int
    end: int
    emoji: bool = False


def straighten(text: str) -> str:
    """Read typographic quotation marks, apostrophes, dashes and ellipses as keyboard ones; same length."""
    return text.translate(_STRAIGHT)


@cache
def neutral_terms(path: Path = NEUTRAL_TERMS) -> NeutralTerms:
    """The list of neutral terms. KeyError or ValueError if the file is not in its form."""
    words: set[str] = set()
    phrases: list[str] = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "word":
                words.add(row["term"].lower())
            elif row["kind"] == "phrase":
                phrases.append(row["term"].lower())
            else:
                raise ValueError(f"{path.name}: {row['term']!r} is a word or a phrase, not {row['kind']!r}")
    if not phrases:
        return NeutralTerms(frozenset(words), frozenset(), None)
    longest_first = sorted(phrases, key=len, reverse=True)
    literal = "|".join(r"[\s-]".join(map(re.escape, phrase.split())) for phrase in longest_first)
    inside = frozenset(word for phrase in phrases for word in phrase.split())
    return NeutralTerms(frozenset(words), inside, re.compile(rf"\b(?:{literal})\b", re.IGNORECASE))


@cache
def _vader() -> Any:  # noqa: ANN401 - vaderSentiment has no types
    """VADER, loaded once. ``polarity_scores`` gains "sum": the total that "compound" is normalised from."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    class Summing(SentimentIntensityAnalyzer):  # type: ignore[misc]
        def score_valence(self, sentiments: list[float], text: str) -> dict[str, float]:
            scores: dict[str, float] = super().score_valence(sentiments, text)
            total = float(sum(sentiments))
            if total:
                total += math.copysign(self._punctuation_emphasis(text), total)
            scores["sum"] = total
            return scores

    return Summing()


@cache
def _masked_vader() -> Any:  # noqa: ANN401
    """The same analyser without the neutral words in its lexicon; "no" still turns the word after it."""
    masked = copy.copy(_vader())
    neutral = neutral_terms().words
    masked.lexicon = {word: value for word, value in masked.lexicon.items() if word not in neutral}
    return masked


@cache
def _negators() -> frozenset[str]:
    from vaderSentiment.vaderSentiment import NEGATE

    return frozenset(NEGATE) | {"no"}


def vader_words(straight: str) -> list[str]:
    """The words of a straightened text as VADER cuts them, lower-cased."""
    return [word if word.isalnum() else _core(word) for word in straight.lower().split()]


def _core(token: str) -> str:
    stripped = token.strip(string.punctuation)
    return stripped if len(stripped) > 2 else token


def count_negators(words: list[str]) -> int:
    """How many of VADER's negators (not, never, without, anything in n't, ...) and "no" there are."""
    negators = _negators()
    return len([word for word in words if word in negators or "n't" in word])


def correct(total: float, n_words: int, n_negators: int) -> float:
    """The documented correction of VADER's sum, -1..1.

    ``x = total * sqrt(20 / n)``, n words held to 5..60: a long sentence gathers valence by its length alone.
    ``x *= 0.8`` if positive: news prose leans positive in VADER. ``x -= 0.5 * min(2, negators)``: a bare
    "not" or "never" carries tone that VADER cannot see without a lexicon word beside it.
    ``score = x / sqrt(x^2 + 30)``.
    """
    x = total * math.sqrt(REFERENCE_LENGTH / min(LONGEST, max(SHORTEST, n_words)))
    if x > 0:
        x *= POSITIVE_WEIGHT
    x -= NEGATOR_WEIGHT * min(MOST_NEGATORS, n_negators)
    return x / math.sqrt(x * x + TONE_ALPHA)


def score(text: str, n_words: int, mask: bool = True) -> Tone:
    """The tone of one stretch of ``n_words`` words.

    VADER runs once, twice if the stretch holds neutral terms beside other words of its lexicon, and not at
    all where it holds none: then its sum is 0 by its own rules.
    """
    straight = straighten(text)
    words = vader_words(straight)
    negators = count_negators(words)
    vader, neutral = _vader(), neutral_terms()
    known = vader.lexicon.keys() & words
    emoji = not straight.isascii() and not vader.emojis.keys().isdisjoint(straight)
    if not known and not emoji:
        return Tone(0.0, 0.0, correct(0.0, n_words, negators), 0.0)
    kept = raw = _read(vader, straight)
    if mask and (emoji or neutral.may_touch(known)):
        masked_text = straight if known.isdisjoint(neutral.in_phrases) else mask_phrases(straight)
        if masked_text is not straight:
            known = vader.lexicon.keys() & vader_words(masked_text)
        if emoji or not known <= neutral.words:
            kept = _read(_masked_vader(), masked_text)
        else:
            kept = {"compound": 0.0, "sum": 0.0}
    return Tone(raw["compound"], kept["compound"], correct(kept["sum"], n_words, negators), kept["sum"])


def _read(analyser: Any, text: str) -> dict[str, float]:  # noqa: ANN401
    """VADER's "compound" and "sum" of a text, which is read in pieces if it is too long for one."""
    parts = pieces(text)
    if len(parts) == 1:
        scores: dict[str, float] = analyser.polarity_scores(text)
        return scores
    added = sum(analyser.polarity_scores(text[start:end])["sum"] for start, end in parts)
    return {"compound": round(added / math.sqrt(added * added + VADER_ALPHA), 4), "sum": added}


def pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of the pieces that VADER reads one by one; nearly always the whole text."""
    if len(text) < 2 * PIECE_WORDS:  # a word and a space are two characters
        return [(0, len(text))]
    starts = [found.start() for found in _TOKEN.finditer(text)][::PIECE_WORDS] or [0]
    return list(zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True))


def mask_phrases(straight: str) -> str:
    """The text with every word inside a neutral phrase made neutral."""
    pattern = neutral_terms().phrases
    if pattern is None:
        return straight
    return pattern.sub(lambda found: _TOKEN.sub(rf"\g<0>{_NEUTRAL}", found[0]), straight)


def valued_tokens(straight: str) -> list[Token]:
    """Every word and emoji of a straightened text that VADER has a value for, in order."""
    vader = _vader()
    found = []
    for match in _TOKEN.finditer(straight):
        token = match[0]
        core = _core(token)
        start = match.start() + token.index(core)
        if core.lower() in vader.lexicon:
            found.append(Token(core.lower(), start, start + len(core)))
        elif not token.isascii():
            places = [(match.start() + i, c) for i, c in enumerate(token) if c in vader.emojis]
            found += [Token(c, at, at + 1, emoji=True) for at, c in places]
    return found


def without(straight: str, tokens: list[Token]) -> str:
    """The straightened text with these tokens made neutral. Offsets after the first of them move."""
    pieces, at = [], 0
    for token in sorted(tokens, key=lambda t: t.start):
        pieces += [straight[at : token.start], " " if token.emoji else straight[token.start : token.end] + _NEUTRAL]
        at = token.end
    return "".join(pieces) + straight[at:]


def total(straight: str, masked: bool) -> float:
    """VADER's sum of valences of a straightened text, with or without the mask."""
    if masked:
        return _read(_masked_vader(), mask_phrases(straight))["sum"]
    return _read(_vader(), straight)["sum"]


def is_neutral(straight: str, token: Token) -> bool:
    """Whether the mask takes this token's valence: a neutral word, or any word inside a neutral phrase."""
    terms = neutral_terms()
    if token.word in terms.words:
        return True
    if terms.phrases is None:
        return False
    return any(found.start() <= token.start < found.end() for found in terms.phrases.finditer(straight))
