"""The eleven cues of a hyped headline, read in lower case (capitals are a publisher's habit, not hype)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from components.analysis.hype import context
from components.analysis.hype.lexicon import Lexicon
from components.analysis.hype.tokens import Tokens, is_joined_gap, tokenise
from components.analysis.hype.words import FUNCTION_WORDS, NUMBER_WORDS

SECOND_PERSON = frozenset("you your yours yourself yourselves you'll you're you've you'd".split())
WH_WORDS = frozenset("what why how who when where which what's how's who's where's".split())
DEMONSTRATIVES = frozenset("this these here's".split())
INTENSIFIERS = frozenset(
    """so very really truly totally actually literally absolutely completely seriously ridiculously insanely
    definitely utterly extremely incredibly super hilariously weirdly surprisingly unbelievably wildly perfectly
    painfully oddly strangely basically probably just""".split()
)
GENERIC_NOUNS = frozenset(
    """thing things way ways reason reasons time times fact facts tip tips trick tricks sign signs moment moments photo
    photos picture pictures question questions stuff secret secrets lesson lessons hack hacks gift gifts idea ideas
    mistake mistakes story stories video videos place places product products""".split()
)
TOTALITIES = frozenset(
    "every everyone everybody everything all always never ever nobody anyone anything entire whole".split()
)
MODALS = frozenset("should shouldn't must need needs can can't could would wouldn't might won't".split())
SUPERLATIVES = frozenset("most best worst least greatest".split())
NOT_SUPERLATIVE = frozenset(
    """arrest arrests interest protest forest request suggest invest contest harvest northwest southwest budapest honest
    modest manifest digest conquest bequest tempest midwest everest bucharest unrest infest molest ernest almost
    latest""".split()
)
LIST_CONTINUES = frozenset("that you who which to for of from only we every all your everyone with about".split())
LONGEST_LIST_NUMBER = 3
LIST_REACH = 4


class Cue(NamedTuple):
    """One cue with its place in the title."""

    name: str
    start: int
    end: int


CUES = (
    "second person",
    "numbered list",
    "wh-word first",
    "this or these",
    "intensifier",
    "generic noun",
    "totality",
    "hype word",
    "modal",
    "superlative",
    "alarm word",
)


def headline_cues(title: str, entries: Lexicon) -> tuple[Cue, ...]:
    """The cues a title shows, each at its first place and at most once; in the order of ``CUES``."""
    tokens = tokenise(title)
    if not tokens.words:
        return ()
    first: dict[str, Cue] = {}
    for name, start, end in (*_word_cues(tokens), *_numbered_list(tokens), *_lexicon_cues(tokens, entries)):
        first.setdefault(name, Cue(name, start, end))
    return tuple(first[name] for name in CUES if name in first)


def _word_cues(tokens: Tokens) -> Iterator[tuple[str, int, int]]:
    for i, word in enumerate(tokens.words):
        place = (tokens.starts[i], tokens.ends[i])
        if word in SECOND_PERSON:
            yield ("second person", *place)
        if word in WH_WORDS and i == 0:
            yield ("wh-word first", *place)
        if word in DEMONSTRATIVES or (word == "here" and tokens.words[i + 1 : i + 2] in (["is"], ["are"])):
            yield ("this or these", *place)
        if word in INTENSIFIERS:
            yield ("intensifier", *place)
        if word in GENERIC_NOUNS:
            yield ("generic noun", *place)
        if word in TOTALITIES:
            yield ("totality", *place)
        if word in MODALS:
            yield ("modal", *place)
        if word in SUPERLATIVES or (word.endswith("est") and len(word) > 5 and word not in NOT_SUPERLATIVE):
            yield ("superlative", *place)


def _numbered_list(tokens: Tokens) -> Iterator[tuple[str, int, int]]:
    """A number that opens the title and a plural noun in reach that no verb follows ("17 things that ...")."""
    at = 1 if tokens.words[0] in ("the", "top", "these") else 0
    if at >= len(tokens):
        return
    number = tokens.words[at]
    if not (number.isdigit() and len(number) <= LONGEST_LIST_NUMBER) and number not in NUMBER_WORDS:
        return
    for i in range(at + 1, min(len(tokens), at + 1 + LIST_REACH)):
        if not is_joined_gap(tokens.gap(i - 1)) or tokens.words[i] in FUNCTION_WORDS:
            return
        following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
        plural = tokens.words[i].endswith("s") and not tokens.words[i].endswith("ss")
        if tokens.words[i] in GENERIC_NOUNS or (plural and following in LIST_CONTINUES):
            yield "numbered list", tokens.starts[at], tokens.ends[i]
            return


def _lexicon_cues(tokens: Tokens, entries: Lexicon) -> Iterator[tuple[str, int, int]]:
    for match in entries.matches(tokens):
        if context.literal(tokens, match, entries):
            continue
        place = (tokens.starts[match.first], tokens.ends[match.last - 1])
        if match.entry.kind == "promotion":
            yield ("hype word", *place)
        elif match.entry.kind == "alarm":
            yield ("alarm word", *place)
