"""The context that decides about a candidate: is it hype here, and why or why not, in plain words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from components.analysis.hype import words as w
from components.analysis.hype.figures import Figure, figures
from components.analysis.hype.lexicon import Lexicon, Match
from components.analysis.hype.literal import ANY_WORD
from components.analysis.hype.tokens import Tokens, gaps_agree, is_joined_gap

NEGATION_REACH = 5
HEDGE_REACH = 5
FIGURE_REACH = 12
THAN_REACH = 4
COMPARED_REACH = 6
STACK_CHARACTERS = 14
YOU_REACH = 4
# In a sentence so capitalised a capital says nothing about names.
TITLE_CASE = 0.7

_INNER_PAIR = re.compile(r"[a-z,] ([A-Z]\w*(?: |-)[A-Z]\w*)")


@dataclass(frozen=True)
class Scene:
    """A sentence with what the rules want to know about the whole of it, found once and only if asked."""

    tokens: Tokens
    article_text: str

    @cached_property
    def is_title_case(self) -> bool:
        """Whether most words begin with a capital, as in a headline."""
        tokens = self.tokens
        return sum(map(tokens.is_capitalised, range(len(tokens)))) >= TITLE_CASE * len(tokens)

    @cached_property
    def quantities(self) -> Sequence[Figure]:
        """Figures that can give grounds ("18-month" proves nothing)."""
        return [figure for figure in figures(self.tokens) if not figure.is_weak]

    @cached_property
    def has_named_study(self) -> bool:
        return _has_named_study(self)


@lru_cache(maxsize=8)
def _inner_pairs(article_text: str) -> frozenset[str]:
    """Two capitalised words in a row, wherever the article writes them inside a sentence."""
    return frozenset(_INNER_PAIR.findall(article_text))


def muted(match: Match, text: str, terms: frozenset[str]) -> str:
    """The analyst does not count this entry, by its term or by the form as it stands."""
    return "muted by the analyst" if match.entry.term in terms or text.lower() in terms else ""


def literal(tokens: Tokens, match: Match, entries: Lexicon) -> str:
    """Inside a longer phrase in which the term is meant literally."""
    known = entries.literal_phrases(match.entry.term)
    if known is None:
        return ""
    # only the words a phrase can reach: a sentence without end would make each match as dear as all of it
    around = tokens.words[max(0, match.first - known.longest) : match.last + known.longest]
    for phrase in known.among(around):
        start = match.first - phrase.at
        stop = start + len(phrase.words)
        if start < 0 or stop > len(tokens) or phrase.length != match.last - match.first:
            continue
        here = tokens.words[start:stop]
        same = all(own in (ANY_WORD, word) for own, word in zip(phrase.words, here, strict=True))
        if same and all(map(gaps_agree, tokens.gaps(start, stop), phrase.gaps)):
            return f"literal sense: {' '.join(here)}"
    return ""


def named(scene: Scene, match: Match) -> str:
    """Part of a proper name: capitalised inside a sentence that is not in title case.

    At the start of a sentence the capital proves nothing: there it is a name only if the article writes it,
    with the capitalised word that follows, inside a sentence too.
    """
    tokens, first, last = scene.tokens, match.first, match.last
    if not tokens.is_capitalised(first) or _in_capitals(tokens, match):
        return ""
    if _in_quotation_marks(tokens, match):
        return "a name in quotation marks"
    if scene.is_title_case or tokens.words[first] in w.ALWAYS_CAPITALISED:
        return ""
    before = tokens.gap(first - 1)
    if first and (is_joined_gap(before) or before.strip() in (",", "(")):
        return "part of a name"
    if last == first + 1 and last < len(tokens) and tokens.is_capitalised(last):
        pair = tokens.text[tokens.starts[first] : tokens.ends[last]]
        return "part of a name" if pair in _inner_pairs(scene.article_text) else ""
    return ""


def _in_quotation_marks(tokens: Tokens, match: Match) -> bool:
    """Whether it stands alone, with its capital, in quotation marks inside a sentence: the model “Behemoth”.

    After a colon or comma the capital may open speech ('They said: "Brilliant"'), and so may it before "!" or "?".
    """
    before = tokens.gap(match.first - 1)
    after = tokens.text[tokens.ends[match.last - 1] :][:2]
    return bool(match.first) and before[:1] == " " and before[-1:] in w.QUOTE_MARKS and _closes_quote(after)


def _closes_quote(after: str) -> bool:
    return after[:1] in w.QUOTE_MARKS or (after[:1] in (",", ".") and after[1:] in w.QUOTE_MARKS)


def mentioned(tokens: Tokens, match: Match) -> str:
    """The word itself is spoken of: "the term paradigm shift", "the word “iconic”"."""
    before = match.first - 1
    if before < 0 or tokens.words[before] not in w.NAMES_OF_WORDS:
        return ""
    gap = tokens.gap(before)
    qualified = tokens.words[max(0, before - 1)] in ("long", "short", "near", "medium", "mid", "final", "last", "next")
    is_near = is_joined_gap(gap) or (gap[:1] == " " and gap[-1:] in w.QUOTE_MARKS)
    return f"spoken of as a {tokens.words[before]}" if is_near and not qualified else ""


def _in_capitals(tokens: Tokens, match: Match) -> bool:
    return all(tokens.original(i).isupper() and len(tokens.words[i]) > 1 for i in range(match.first, match.last))


def unmet_need(tokens: Tokens, match: Match) -> str:
    """What the entry needs and has not: a noun after it, or to be a call to the reader."""
    if match.entry.needs == "attributive":
        follows = match.last < len(tokens) and is_joined_gap(tokens.gap(match.last - 1))
        if not follows or tokens.words[match.last] in w.FUNCTION_WORDS:
            return "needs a noun after it"
    if match.entry.needs == "imperative" and not _calls_the_reader(tokens, match):
        return "needs an imperative"
    return ""


def _calls_the_reader(tokens: Tokens, match: Match) -> bool:
    first = match.first
    if first == 0 or tokens.parts(first - 1) or tokens.words[first - 1] in w.IMPERATIVE_OPENERS:
        return True
    around = tokens.words[max(0, first - YOU_REACH) : match.last + YOU_REACH]
    return not w.SECOND_PERSON.isdisjoint(around)


def negated(tokens: Tokens, match: Match) -> str:
    """A negator within five words before, in the same clause, that is not undone ("not just", "no longer")."""
    for i in _back(tokens, match.first, NEGATION_REACH):
        word, following = tokens.words[i], tokens.words[i + 1]
        if word in w.NEGATORS and following not in w.NOT_A_NEGATION.get(word, ()):
            return "negated"
        if word.endswith("n't"):
            undone = following in w.CONTRACTED_NOT_A_NEGATION or "just" in tokens.words[i + 1 : i + 3]
            if not undone:
                return "negated"
    return ""


def hedged(tokens: Tokens, match: Match) -> str:
    """A hedge within five words before, in the same clause."""
    for i in _back(tokens, match.first, HEDGE_REACH):
        word = tokens.words[i]
        month = word == "may" and i > 0 and tokens.is_capitalised(i)
        if (word in w.HEDGES and not month) or (word in w.HEDGES_BESIDE and i == match.first - 1):
            return f"hedged by {word}"
    return ""


def _back(tokens: Tokens, first: int, reach: int) -> list[int]:
    """The words before one, nearest first, as far as its clause goes."""
    found = []
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        if tokens.parts(i) or tokens.words[i] in w.CLAUSE_OPENERS:
            break
        found.append(i)
    return found


def grounded(scene: Scene, match: Match) -> str:
    """Something the claim can rest on: a figure with its unit after it, a comparison, a named study."""
    if _measured(scene, match):
        return "a figure gives grounds"
    if _compared(scene.tokens, match):
        return "a comparison gives grounds"
    if scene.has_named_study:
        return "a named study gives grounds"
    return ""


def _measured(scene: Scene, match: Match) -> bool:
    """Whether a quantity stands in reach after the term, no semicolon between them."""
    at = bisect_left(scene.quantities, match.last, key=lambda figure: figure.word)
    if at == len(scene.quantities) or scene.quantities[at].word >= match.last + FIGURE_REACH:
        return False
    return ";" not in scene.tokens.text[scene.tokens.ends[match.last - 1] : scene.quantities[at].start]


def _compared(tokens: Tokens, match: Match) -> bool:
    words, last = tokens.words, match.last
    graded = any(_is_comparative(word) for word in (*words[max(0, match.first - 1) : match.first], words[last - 1]))
    for i in range(last, min(len(words), last + COMPARED_REACH)):
        if tokens.parts(i - 1):
            break
        following = words[i + 1] if i + 1 < len(words) else ""
        if words[i] == "than" and graded and i < last + THAN_REACH:
            return words[i - 1] not in w.NO_COMPARISON_BEFORE_THAN and following not in w.NO_COMPARISON_AFTER_THAN
        if words[i] == "compared" and following in ("with", "to"):
            return True
    return False


def _is_comparative(word: str) -> bool:
    return word in w.IRREGULAR_COMPARATIVES or (word.endswith("er") and len(word) > 4 and word not in w.NOT_COMPARATIVE)


def _has_named_study(scene: Scene) -> bool:
    """A study with a name beside it ("a Lancet study", "a survey by Pew"); "research shows" names none."""
    tokens = scene.tokens
    places = [i for i, word in enumerate(tokens.words) if word in w.STUDIES]
    if not places or scene.is_title_case:
        return False
    for i in places:
        if i > 1 and _is_name(tokens, i - 1) and is_joined_gap(tokens.gap(i - 1)):
            return True
        following = range(i + 1, min(len(tokens), i + 5))
        linked = any(tokens.words[j] in w.STUDY_LINKS for j in following[:2])
        if linked and any(_is_name(tokens, j) for j in following):
            return True
    return False


def _is_name(tokens: Tokens, i: int) -> bool:
    return tokens.is_capitalised(i) and tokens.words[i] not in w.FUNCTION_WORDS


def amplified(scene: Scene, match: Match, amplifiers: frozenset[tuple[str, ...]]) -> str:
    """An amplifier right before it (truly, highly), or its own capitals."""
    tokens = scene.tokens
    for length in (3, 2, 1):
        start = match.first - length
        if start < 0 or tuple(tokens.words[start : match.first]) not in amplifiers:
            continue
        if all(is_joined_gap(tokens.gap(i)) for i in range(start, match.first)):
            return f"amplified by {' '.join(tokens.words[start : match.first])}"
    if _in_capitals(tokens, match) and not scene.is_title_case:
        return "amplified by capitals"
    return ""


def stacked(tokens: Tokens, match: Match, standing: Sequence[Match]) -> str:
    """Another hit that stands within 14 characters, in the same sentence. ``standing`` is in text order."""
    at = bisect_left(standing, match.first, key=lambda m: m.first)
    start, end = tokens.starts[match.first], tokens.ends[match.last - 1]
    for other in (*standing[max(0, at - 1) : at], *standing[at + 1 : at + 2]):
        other_start, other_end = tokens.starts[other.first], tokens.ends[other.last - 1]
        if max(start - other_end, other_start - end) <= STACK_CHARACTERS:
            return f"stacked with {tokens.text[other_start:other_end].lower()}"
    return ""
