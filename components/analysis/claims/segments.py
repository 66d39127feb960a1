"""Stretches of a sentence between its commas, and what each of them is.

All patterns run over the letters of grammar.py. Each noun phrase ends at one place only, so no pattern can be
matched in many ways.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from components.analysis.claims.closed_classes import MONTHS
from components.analysis.claims.grammar import Word, Words, tags_of
from components.analysis.claims.verbs import verb_forms

Role = Literal[
    "clause", "and clause", "predicate", "and predicate", "and phrase", "relative", "participle", "past participle",
    "subordinate", "phrase", "name", "adverb", "source", "other",
]  # fmt: skip
Kind = Literal["main", "mined", "relative"]


class Clause(NamedTuple):
    """A clause with subject and finite verb.

    ``source`` is the attribution it stands under ("according to ..."), or empty.
    ``kind``: ``mined`` when it was made out of a phrase, ``relative`` out of a relative clause.
    """

    words: Words
    kind: Kind = "main"
    source: str = ""


NP = r"(?:[DUKXJE0NPG]{0,9}(?<=[NP0]))"
NPP = rf"(?:{NP}(?:I{NP}){{0,2}})"
FINITE = re.compile("[VAM]")
_ITEM = rf"(?!G){NPP}"
_LIST = re.compile(rf"{_ITEM}(?:,{_ITEM}){{0,12}},?C{_ITEM}(?:(?:,{_ITEM}){{0,12}},C{_ITEM})?")
_SUBJECT = re.compile(
    rf"^(?:(?:[DU]X?)?{NPP}(?:(?:C|LC?){NPP}){{0,9}}|R|D|0)(?:E[^VAMSWT,]{{0,9}}|[WS][^,VAM]{{0,12}}[VAM][^,VAM]{{0,10}})?X{{0,3}}(?=[VAM])"
)
_NAME_END = re.compile(r"D?P+$")
_NO_ARTICLE = frozenset("people women men children police data staff officials violence".split())


def subject_end(words: Words) -> int:
    """How many words the subject takes when the words are a full clause, else 0.

    A bare singular noun before a form that is also a participle makes no clause: "aircraft developed under the plan".
    """
    tags = tags_of(words)
    match = _SUBJECT.match(tags)
    if not match:
        return 0
    verb = words[match.end()]
    head = words[: match.end()]
    bare = not re.search("[DUKPR0]", tags[: match.end()])
    noun = next((w.low for w in reversed(head) if w.tag == "N"), "")
    if bare and verb.tag == "V" and "E" in verb_forms(verb.low) and not noun.endswith("s") and noun not in _NO_ARTICLE:
        return 0
    return match.end()


def without_adverbs(subject: Words) -> Words:
    """The subject without the adverbs that belong to its verb."""
    while subject and subject[-1].tag == "X":
        subject = subject[:-1]
    return subject


def plain(text: str) -> Words:
    """Words of our own making, tagged as far as later rules look at them."""
    tags = {"is": "A", "was": "A", "made": "V", "a": "D", "an": "D", "the": "D", "at": "I"}
    return [Word(w, tags.get(w, "0" if w[0].isdigit() else "N")) for w in text.split()]


def last_name(words: Words) -> Words:
    """The name the words end in, with its article; empty when they end in none, or in "a young Parisian"."""
    tags = tags_of(words)
    match = _NAME_END.search(tags)
    if not match or re.search(r"D[JN]{0,3}J$", tags[: match.start()]):
        return []
    return words[match.start() :]


def mark_lists(words: Words) -> Words:
    """Commas inside lists, dates and places get the letter L: no stretch ends there."""
    tags = tags_of(words)
    inside = set()
    for match in _LIST.finditer(tags):
        commas = [i for i in range(match.start(), match.end()) if tags[i] == ","]
        joiner = next(w.low for w in reversed(words[: match.end()]) if w.tag == "C")
        starts_clause = re.match(r"X{0,2}[VAM]", tags[match.end() :]) and FINITE.search(tags[: match.start()])
        paired = len(commas) == 1 and tags[commas[0] + 1] == "C"  # "A, and B": two clauses rather than a list
        if not commas or paired or joiner not in ("and", "or", "&") or starts_clause:
            continue
        after = tags[match.end() : match.end() + 2]
        aside = after[:1] == "," and (len(after) == 1 or after[1] in "VAMXI") and len(commas) < 3
        apposed = set(tags[match.start() : commas[0]]) <= set("DPK") and tags[commas[0] + 1] == "D" and len(commas) < 3
        if not aside and not apposed:
            inside.update(commas)
    for i, word in enumerate(words):
        if word.tag != "," or not 0 < i < len(words) - 1:
            continue
        one, other = words[i - 1], words[i + 1]
        date = other.tag == "0" and re.fullmatch(r"\d{4}", other.text) and (one.tag == "0" or one.low in MONTHS)
        date = date or _is_day(words, i)
        place = one.tag == other.tag == "P" and (
            _in_place(words, i) and (tags[i + 2 : i + 3] not in ("V", "A", "M") or _in_subject(words, i))
        )
        if date or place or one.tag == other.tag == "J":
            inside.add(i)
    return [w._replace(tag="L") if i in inside else w for i, w in enumerate(words)]


def _is_day(words: Words, comma: int) -> bool:
    """Whether a day of the week and a date meet at the comma: "on Sunday, February 4", "on Sunday, 4 February"."""
    after = words[comma + 1 : comma + 3]
    day = words[comma - 1].low
    return (
        day.endswith("day")
        and day in MONTHS
        and len(after) == 2
        and {w.tag for w in after} == {"P", "0"}
        and any(w.low in MONTHS for w in after)
    )


def _in_subject(words: Words, comma: int) -> bool:
    """Whether the place before the comma belongs to a subject: "The court in Lyon, France ruled"."""
    at = comma - 1
    while at > 0 and words[at].tag == "P":
        at -= 1
    return bool(re.fullmatch("D?[JNPI]*[NP]", tags_of(words[:at])))


_NO_PLACE = frozenset("university college school institute museum hospital inc ltd group bank".split())


def _in_place(words: Words, comma: int) -> bool:
    """Whether the name before the comma follows a preposition of place: "in Lyon, France"."""
    at = comma - 1
    if words[at].low in _NO_PLACE:
        return False  # "a professor at Porto University, Ann Lee"
    while at > 0 and words[at].tag == "P":
        at -= 1
    return words[at].low in ("in", "at", "near", "from", "to", "outside")


def segments_of(words: Words) -> list[Words]:
    """The stretches between commas; a comma inside quotation marks cuts nothing."""
    parts: list[Words] = [[]]
    quoted = False
    for word in words:
        quoted ^= word.text == '"'
        if word.tag == "," and not quoted:
            parts.append([])
        else:
            parts[-1].append(word)
    return [p for p in parts if p]


def role_of(segment: Words) -> Role:
    """What a stretch between commas is."""
    tags = tags_of(segment)
    body = tags.lstrip("X")
    if not body:
        return "adverb"
    if tags[0] == "W" or re.match(r"(?:[DN0]?I|0)W", tags):
        return "relative"
    if segment[0].low == "according":
        return "source"
    if tags[0] == "S":
        return "subordinate"
    if tags[0] == "C":
        if segment[1:] and subject_end(segment[1:]):
            return "and clause"
        return "and predicate" if re.match(r"X{0,2}[VAM]", tags[1:]) else "and phrase"
    if body[0] in "VAM":
        return "predicate"
    if body[0] in "GT":
        return "participle"
    if body[0] == "E":
        return "past participle"
    if subject_end(segment):
        return "clause"
    if body[0] == "I":
        return "phrase"
    return "other" if FINITE.search(tags) else "name"
