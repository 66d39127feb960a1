"""Facts that stand inside a phrase rather than in a clause: ages, investments, valuations, leadership.

Read from every sentence, also from one that is dropped for its praise: "Alpha's bold $3 billion investment in Beta
changes
everything" holds a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.analysis.claims.grammar import Word, Words, tags_of
from components.analysis.claims.segments import Clause, plain

_MONEY = re.compile(r"^(?:US|A|C|NZ|HK)?[$£€¥]")
_VENTURES = frozenset("investment purchase acquisition offer bid donation loan payment takeover bet".split())
_LEADING = {"leadership": "leads", "direction": "leads", "command": "commands", "management": "manages",
            "control": "controls", "ownership": "owns"}  # fmt: skip
_AGE = re.compile(r"^(\d{1,3})-year-old$")


def mine_facts(words: Words) -> Iterator[Clause]:
    """The facts hidden in the phrases of one sentence."""
    tags = tags_of(words)
    for i, word in enumerate(words):
        if word.tag == "K" and word.text[0].isupper():
            yield from _venture(words, tags, i)
        elif word.low in ("valued", "priced") and words[i + 1 : i + 2] and words[i + 1].low == "at":
            yield from _valuation(words, tags, i)
        elif _AGE.match(word.text):
            yield from _age(words, tags, i)
        elif word.low == "under" and i and words[i - 1].tag in "PX,":
            yield from _leadership(words, tags, i)


def _name_before(words: Words, tags: str, end: int) -> Words:
    start = end
    while start > 0 and tags[start - 1] == "P":
        start -= 1
    return words[start:end]


def _venture(words: Words, tags: str, at: int) -> Iterator[Clause]:
    """Read "Alpha's $3 billion investment [for a 40% stake] in Beta": Alpha made a $3 billion investment in Beta."""
    match = re.match(r"K[JNE]{0,3}(0{1,2})([JNE]{0,2})", tags[at:])
    if not match or not _MONEY.match(words[at + match.start(1)].text):
        return
    noun = at + match.end() - 1
    if words[noun].low not in _VENTURES:
        return
    end = noun + 1
    stake: Words = []
    rest = re.match(r"I[DUK]?0{0,2}N(?=I)", tags[end:])
    if rest and words[end].low == "for":
        stake = words[end : end + rest.end()]
        end += rest.end()
    target = re.match(r"I(?:P+CP+|P+)", tags[end:])
    if not target or words[end].low not in ("in", "of", "for", "to"):
        return
    owner = [
        *_name_before(words, tags, at),
        words[at]._replace(text=words[at].text.removesuffix("'s").removesuffix("'"), tag="P"),
    ]
    amount = words[at + match.start(1) : at + match.end(1)]
    yield Clause([*owner, *plain("made a"), *amount, words[noun], *words[end : end + target.end()]], "mined")
    if stake:
        yield Clause(
            [*owner[:-1], words[at], words[noun], *plain("is"), *stake, *words[end : end + target.end()]], "mined"
        )


def _valuation(words: Words, tags: str, at: int) -> Iterator[Clause]:
    """Read "With Beta valued at nearly $9 billion": Beta is valued at nearly $9 billion."""
    name = _name_before(words, tags, at)
    value = re.match(r"X{0,2}(?:XI)?0{1,2}", tags[at + 2 :])
    if name and value and any(_MONEY.match(w.text) for w in words[at + 2 : at + 2 + value.end()]):
        yield Clause([*name, *plain(f"is {words[at].low} at"), *words[at + 2 : at + 2 + value.end()]], "mined")


def _age(words: Words, tags: str, at: int) -> Iterator[Clause]:
    """Read "the 41-year-old singer Ann Lee": Ann Lee is 41 years old."""
    match = re.match(r"[JN]{1,5}(P{2,4})(?![PK])", tags[at:])
    if match and at and words[at - 1].low in ("the", "when"):
        name = words[at + match.start(1) : at + match.end(1)]
        years = _AGE.match(words[at].text)
        if years:
            yield Clause([*name, *plain(f"is {years.group(1)} years old")], "mined")


def _leadership(words: Words, tags: str, at: int) -> Iterator[Clause]:
    """Read "Alpha's lab, now under Lee's leadership": Lee leads Alpha's lab."""
    match = re.match(r"I(P{0,3}K)N", tags[at:])
    if not match or words[at + match.end() - 1].low not in _LEADING:
        return
    before = at
    while before and (tags[before - 1] in "X,"):
        before -= 1
    named = re.search(r"(?:P{0,3}K)?P{1,4}$", tags[:before])
    if named:
        verb = _LEADING[words[at + match.end() - 1].low]
        leader = words[at + 1 : at + match.end() - 1]
        leader[-1] = leader[-1]._replace(text=re.sub("'s?$", "", leader[-1].text), tag="P")
        yield Clause([*leader, Word(verb, "V"), *words[named.start() : before]], "mined")
