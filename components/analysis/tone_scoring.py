"""The tone of one stretch of text: VADER on straightened text, the mask of neutral terms, the correction.

VADER's rules are untouched. What is ours: typographic quotation marks, apostrophes, dashes and ellipses are
read as their keyboard counterparts (VADER sees neither a negation nor a word beside a curly one); neutral
terms lose their valence; and the sum VADER arrives at is corrected for length, lean and bare negators.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from components.analysis.model import Settings
from components.analysis.vader import (
    Telling,
    compound,
    has_emoji,
    read_words,
    sums_of,
    telling,
    vader,
    vader_without,
)

NEUTRAL_TERMS = Path(__file__).parents[2] / "data" / "lexicons" / "neutral_terms.csv"

DEFAULT = Settings()

REFERENCE_LENGTH = 20
SHORTEST, LONGEST = 5, 60
POSITIVE_WEIGHT = 0.8
NEGATOR_WEIGHT = 0.5
MOST_NEGATORS = 2
TONE_ALPHA = 30.0

# One character for one, so that offsets in the straightened text are offsets in the text.
_STRAIGHT = tuple(zip("‘’‚‛ʼ′“”„‟«»—―…", "''''''" + '""""""' + "  .", strict=True))

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

    @classmethod
    def of(cls, words: Collection[str], phrases: Collection[str]) -> NeutralTerms:
        """The mask of these single words and phrases, lower-case; a space in a phrase may be a hyphen in a text."""
        inside = frozenset(word for phrase in phrases for word in re.split(r"[\s-]", phrase))
        if not phrases:
            return cls(frozenset(words), inside, None)
        longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        literal = "|".join(r"[\s-]".join(map(re.escape, re.split(r"[\s-]", phrase))) for phrase in longest_first)
        return cls(frozenset(words), inside, re.compile(rf"\b(?:{literal})\b", re.IGNORECASE))


class Tone(NamedTuple):
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
    if not text.isascii():
        for curly, straight in _STRAIGHT:  # str.translate takes ten times as long
            if curly in text:
                text = text.replace(curly, straight)
    return text


NOTHING_MASKED = NeutralTerms(frozenset(), frozenset(), None)


@cache
def listed_terms(path: Path = NEUTRAL_TERMS) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the phrases of the list of neutral terms. KeyError or ValueError if it is not in its form."""
    words: set[str] = set()
    phrases: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "word":
                words.add(row["term"].lower())
            elif row["kind"] == "phrase":
                phrases.add(row["term"].lower())
            else:
                raise ValueError(f"{path.name}: {row['term']!r} is a word or a phrase, not {row['kind']!r}")
    return frozenset(words), frozenset(phrases)


@lru_cache(maxsize=64)
def neutral_terms(settings: Settings = DEFAULT) -> NeutralTerms:
    """The terms masked in a story: the list, with what its analyst added to it and took from it; or nothing."""
    if not settings.mask:
        return NOTHING_MASKED
    words, phrases = listed_terms()
    own = {term: is_phrase(term) for term in settings.neutral}
    taken = frozenset(settings.not_neutral)
    return NeutralTerms.of(
        (words | {term for term, phrase in own.items() if not phrase}) - taken,
        (phrases | {term for term, phrase in own.items() if phrase}) - taken,
    )


def is_phrase(term: str) -> bool:
    """Whether a neutral term is masked as a phrase, not wherever the one word stands."""
    return len(re.split(r"[\s-]", term)) > 1


def count_negators(straight: str) -> int:
    """How many of VADER's negators (not, never, without, anything in n't, ...) and "no" a straightened text holds."""
    return sum(word.negates for word in read_words(straight))


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


def score(text: str, n_words: int, terms: NeutralTerms | None = None) -> Tone:
    """The tone of one stretch of ``n_words`` words, ``terms`` masked (without them the list as it is).

    Neutral terms are masked only where the stretch holds any, and nothing is read where it holds no word of VADER's
    lexicon: then its sum is 0 by VADER's own rules.
    """
    straight = straighten(text)
    tokens = straight.split()
    told = telling(tokens)
    emoji = has_emoji(straight)
    if not told and not emoji:
        return _NO_TONE
    terms = neutral_terms() if terms is None else terms
    raw, kept = _sums(straight, tokens, told, emoji, terms.words)
    if terms.phrases and not terms.in_phrases.isdisjoint([word.low for _, word in told if word.known]):
        kept = _read(mask_phrases(straight, terms), emoji, terms.words)[1]
    plain = compound(raw)
    score = correct(kept, n_words, len([word for _, word in told if word.negates]))
    return Tone(plain, plain if kept == raw else compound(kept), score, kept)


_NO_TONE = Tone(0.0, 0.0, 0.0, 0.0)


def _sums(
    straight: str, tokens: Sequence[str], told: Telling, emoji: bool, without: frozenset[str]
) -> tuple[float, float]:
    """VADER's sums of a straightened text, whole and masked; read in pieces if it is too long for one."""
    if len(tokens) > PIECE_WORDS:
        parts = [_read(straight[start:end], emoji, without) for start, end in pieces(straight)]
        return sum(raw for raw, _ in parts), sum(kept for _, kept in parts)
    if emoji:
        raw, kept = (vader_without(words).polarity_scores(straight)["sum"] for words in (_NOTHING, without))
        return float(raw), float(kept)
    return sums_of(straight, tokens, told, without)


_NOTHING: frozenset[str] = frozenset()


def _read(straight: str, emoji: bool, without: frozenset[str]) -> tuple[float, float]:
    tokens = straight.split()
    return _sums(straight, tokens, telling(tokens), emoji, without)


def pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of the pieces that VADER reads one by one; nearly always the whole text."""
    if len(text) < 2 * PIECE_WORDS:  # a word and a space are two characters
        return [(0, len(text))]
    starts = [found.start() for found in _TOKEN.finditer(text)][::PIECE_WORDS] or [0]
    return list(zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True))


def mask_phrases(straight: str, terms: NeutralTerms) -> str:
    """The text with every word inside a neutral phrase made neutral."""
    pattern = terms.phrases
    if pattern is None:
        return straight
    return pattern.sub(lambda found: _TOKEN.sub(rf"\g<0>{_NEUTRAL}", found[0]), straight)


def valued_tokens(straight: str) -> list[Token]:
    """Every word and emoji of a straightened text that VADER has a value for, in order."""
    found = []
    for match in _TOKEN.finditer(straight):
        token = match[0]
        word = read_words(token)[0]
        start = match.start() + token.index(word.text)
        if word.known:
            found.append(Token(word.low, start, start + len(word.text)))
        elif not token.isascii():
            places = [(match.start() + i, c) for i, c in enumerate(token) if c in vader().emojis]
            found += [Token(c, at, at + 1, emoji=True) for at, c in places]
    return found


def without(straight: str, tokens: list[Token]) -> str:
    """The straightened text with these tokens made neutral. Offsets after the first of them move."""
    pieces, at = [], 0
    for token in sorted(tokens, key=lambda t: t.start):
        pieces += [straight[at : token.start], " " if token.emoji else straight[token.start : token.end] + _NEUTRAL]
        at = token.end
    return "".join(pieces) + straight[at:]


def total(straight: str, terms: NeutralTerms) -> float:
    """VADER's sum of valences of a straightened text with these terms masked."""
    text = mask_phrases(straight, terms)
    return _read(text, has_emoji(text), terms.words)[1]


def is_neutral(straight: str, token: Token, terms: NeutralTerms) -> bool:
    """Whether the mask takes this token's valence: a neutral word, or any word inside a neutral phrase."""
    if token.word in terms.words:
        return True
    if terms.phrases is None:
        return False
    return any(found.start() <= token.start < found.end() for found in terms.phrases.finditer(straight))
