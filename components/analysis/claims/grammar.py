"""Sentences as tagged words: one letter a word, so that the rules of clauses.py are patterns over a short string.

The letters::

    D article, this, some     U his, its        K Alpha's, the firm's    J adjective   N common noun   P name   0 number
    R he, it, they (subject)  O him, them       V finite verb            A is, has, did (finite)       M modal
    B base verb               E participle      G -ing                   T to + verb   I preposition   C and, or, but
    S subordinator            W relative        X adverb, not            - dash        , ; : . ( ) "   Y anything else

No model is used: closed classes are listed, verbs come from verbs.py, the rest is decided by endings and
neighbours. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from components.analysis.claims.closed_classes import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    BE,
    CLOSED,
    COMMON_ACRONYMS,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE_DO,
    MODALS,
    NOT_ADVERBS,
    NUMBER_WORDS,
    OBJECT_STARTS,
    OBJECTS,
    PARTICIPLES,
    PARTICLES,
    PLAIN_NOUNS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
)
from components.analysis.claims.verbs import is_nouny, verb_forms


class Word(NamedTuple):
    """One word or mark, its letter, and whether a space stands before it."""

    text: str
    tag: str
    gap: bool = True

    @property
    def low(self) -> str:
        return self.text.lower()


Words = list[Word]

_TOKEN = re.compile(
    r"(?P<num>(?:US|A|C|NZ|HK)?[$£€¥]\s?\d[\d,.]*\d(?:bn|mn?|k|tn)?(?:-an?-[a-z]{3,9})?"
    r"|[$£€¥]\s?\d(?:bn|mn?|k|tn)?(?:-an?-[a-z]{3,9})?"
    r"|\d[\d,./:–-]{0,30}\d(?:%|st|nd|rd|th|bn|mn?|k|tn|s|am|pm|km|kg)?(?!\w|-[A-Za-z])|\d(?:%|st|nd|rd|th|bn|mn?|k|tn|am|pm|km|kg)?(?!\w|-[A-Za-z]))"
    r"|(?P<abbr>(?:[A-Z]\.){2,8}|(?:Mr|Mrs|Ms|Dr|St|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|Inc|Ltd|Co|Corp|vs|No|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec)\.(?=\s))"
    r"|(?P<word>\.?[^\W_](?:[^\W_]|['&/+.-](?=[^\W_])){0,60}(?:'(?=\s|$))?)"
    r"|(?P<mark>[^\w\s]|_)"
)
MAX_SENTENCE_CHARS = 1200


def read_words(sentence: str, names: frozenset[str]) -> Words:
    """The tagged words of one sentence; empty when it is too long to be one."""
    if len(sentence) > MAX_SENTENCE_CHARS:
        return []
    found: list[tuple[str, str, bool]] = []
    at = 0
    for match in _TOKEN.finditer(sentence):
        found.append((match.group(), match.lastgroup or "", match.start() > at))
        at = match.end()
    tags: list[str] = []
    for i, (text, group, _) in enumerate(found):
        tags.append(_tag(i, text, group, found, tags, names))
    _repair(found, tags)
    return [Word(text, tag, gap) for (text, _, gap), tag in zip(found, tags, strict=True)]


def _tag(
    i: int, text: str, group: str, found: Sequence[tuple[str, str, bool]], tags: Sequence[str], names: frozenset[str]
) -> str:
    """The letter of one word from itself, what stands before it and the word after it."""
    if group == "mark":
        if text == "&":
            return "P" if tags and tags[-1] == "P" else "C"
        return {"—": "-", "!": ".", "?": ".", "…": "."}.get(text, text if text in ',;:.()"-' else "Y")
    if group == "num":
        return "0"
    low = text.lower()
    before = next((t for t in reversed(tags) if t != "X"), "")
    first = before in ("", '"', ":", "-")
    if group == "abbr":
        return "P"
    after = found[i + 1][0] if i + 1 < len(found) else ""
    capital = text[0].isupper()
    if text == "I" and before != "P":
        return "R"
    if text in COMMON_ACRONYMS and before != "P":
        return "N"
    if capital and (
        not first or text in names or text.removesuffix("'s") in names or (text.isupper() and len(text) > 1)
    ):
        if low in DETERMINERS | COORDINATORS | PREPOSITIONS | SUBJECTS and not text.isupper():
            return _closed(low, before, after, tags)  # The Departed, On Wednesday
        return "K" if low.endswith(("'s", "s'")) else "P"
    if (
        capital
        and first
        and after[:1].isupper()
        and low not in CLOSED
        and after.lower() not in SUBJECTS
        and not low.endswith("ly")
    ):
        return "K" if low.endswith(("'s", "s'")) else "P"
    if low in ("half", "third", "quarter", "fifth", "tenth") and after == "of":
        return "0"
    if low in PARTICLES and before == "P" and (after[:1].isupper() or after in PARTICLES):
        return "P"
    if text == "One" and first and after[:1].isupper() and after.lower() not in CLOSED:
        return "P"  # One Hyde Park
    if low in NUMBER_WORDS or (low == "one" and (before in ("D", "I") or after in ("of", "million"))):
        return "0"
    if low in CLOSED:
        return _closed(low, before, after, tags)
    if low.endswith("'s") or (low.endswith("s'") and len(low) > 2):
        return "K"
    asked = (
        before == "A"
        and next((w[0].lower() for w, t in zip(reversed(found[:i]), reversed(tags), strict=False) if t == "A"), "")
        in DO
    )
    return (
        "B"
        if asked and "B" in verb_forms(low)
        else _open(low, before, after.lower(), found[i - 1][0].lower() if i else "")
    )


def _closed(low: str, before: str, after: str, tags: Sequence[str]) -> str:
    nxt = after.lower()
    if low in BE or low in HAVE_DO:
        return "B" if before in ("M", "T") else "A"
    if low in MODALS:
        return "N" if before in ("D", "U", "K", "J") else "M"
    if low in POSSESSIVES:
        if low == "her" and not (nxt[:1].isalpha() and nxt not in CLOSED - NUMBER_WORDS):
            return "O"
        return "W" if low == "whose" else "U"
    if low == "that":
        if before in ("V", "B", "E", "G", "A") and nxt not in BE:
            return "S"
        if tags and tags[-1] in "NP0" and (nxt in BE | HAVE_DO | MODALS or verb_forms(nxt)):
            return "W"
        return "D" if not nxt or nxt in BE or (nxt not in CLOSED and not after[:1].isupper()) else "S"
    if low == "to":
        forms = verb_forms(nxt)
        return "T" if nxt in ("be", "have", "do") or "B" in forms or nxt.endswith("ly") else "I"
    if low in RELATIVES:
        return "W" if tags else "S" if low == "where" else "R"
    if low in COORDINATORS and low != "yet":
        return "C"
    if low == "than" and tags and tags[-1] == "X":
        return "X"
    if low in ("more", "less", "fewer", "most", "about", "over", "around", "nearly", "almost") and (
        nxt in ("than",) or nxt[:1].isdigit() or nxt in NUMBER_WORDS
    ):
        return "X"
    if low in ("before", "after", "since", "until", "once", "as") or low in SUBORDINATORS - {"that"}:
        return "I" if low in PREPOSITIONS else "S"
    if low in SUBJECTS:
        return "R"
    if low in OBJECTS:
        return "O"
    if low in DETERMINERS:
        return "D"
    return "I" if low in PREPOSITIONS else "X"


def _open(low: str, before: str, after: str, previous: str) -> str:
    """An open-class word: adverb, verb form, adjective or noun."""
    if low.endswith("ly") and low not in NOT_ADVERBS and len(low) > 4:
        return "X"
    if low in ("be", "have", "do"):
        return "B"
    if low[0].isdigit():
        return "P" if re.fullmatch(r"\d{2}ers", low) else "J"  # the 49ers; 27-year-old
    if low in ("been", "being", "having", "doing", "done"):
        return "E" if low in ("been", "done") else "G"
    forms = verb_forms(low)
    modifier = before in ("D", "U", "K", "J", "0")
    if forms:
        tag = _verb_tag(low, forms, before, after, modifier, previous)
        if tag:
            return tag
    if low in ADJECTIVES or (previous in ("more", "most", "less") and low.endswith(ADJECTIVE_ENDINGS)):
        return "J"
    if low.endswith(ADJECTIVE_ENDINGS) and low not in PLAIN_NOUNS:
        return (
            "J"
            if after[:1].isalpha() and after not in CLOSED
            else ("N" if modifier and low.endswith(("al", "ive", "ian", "ic")) else "J")
        )
    return "N"


def _verb_tag(low: str, forms: dict[str, str], before: str, after: str, modifier: bool, previous: str) -> str:
    if "B" in forms and before in ("T", "M"):
        return "B"
    if set(forms) == {"G"}:
        return "G" if not modifier else "N"
    object_next = after in OBJECT_STARTS or after[:1].isdigit() or after[:1] in "$£€"
    ambiguous = is_nouny(low)
    if before == "A":
        if "E" in forms:
            return "E"
        return ""
    if before == "G" and ("D" in forms or "E" in forms):
        return "J"
    if not before and after in PREPOSITIONS and "E" in forms and "B" not in forms:
        return "E"  # Founded in 2016, ...
    if before == "0" and "E" in forms and "B" not in forms and after[:1].isalpha() and after not in CLOSED:
        return "J"  # 1959 animated film
    if modifier and before != "0":
        if ("D" in forms or "E" in forms) and "B" not in forms and "Z" not in forms:
            return "J"
        return ""
    if "D" in forms and ("B" not in forms or low == "found"):  # the past of find is far more frequent
        return "V"  # reduced relatives are found afterwards, when the whole clause is known
    if set(forms) == {"E"}:
        return "E"
    subject = before in ("P", "N", "R", "W", ")", ",", "0", "O", "C", '"')
    if not subject or (ambiguous and not (object_next or before in ("R", "W"))):
        return ""
    if set(forms) == {"B"} and before == "N" and not previous.endswith("s") and previous not in PLURALS:
        return ""
    return "V"


def _repair(found: Sequence[tuple[str, str, bool]], tags: list[str]) -> None:
    """Second look: prepositions that open a clause, then participles that were read as finite verbs."""
    for i, tag in enumerate(tags):
        low = found[i][0].lower()
        if tag == "I" and low in ("as", "after", "before", "since", "until") and _clause_follows(tags, i + 1):
            tags[i] = "S"
        if low == "that" and tag == "D" and i > 1 and tags[i - 2] in "VBEG" and found[i - 1][0].lower() == "out":
            tags[i] = "S"  # "points out that"
    start = 0
    for i in range(len(tags) + 1):
        if i == len(tags) or tags[i] in ",;:-.()SWC":
            _reduce_relatives(found, tags, start, i)
            start = i + 1


def _clause_follows(tags: Sequence[str], at: int) -> bool:
    """Whether a subject and a finite verb come before the next mark."""
    for j in range(at, min(at + 12, len(tags))):
        if tags[j] in ",;:-.()SWT":
            return False
        if tags[j] in "VAM":
            return j > at
    return False


_CALLED = frozenset(("called", "named", "titled", "entitled", "dubbed", "nicknamed"))


def _reduce_relatives(found: Sequence[tuple[str, str, bool]], tags: list[str], start: int, end: int) -> None:
    """In "the deal signed in May was", "signed" is a participle: a finite verb follows in the same clause."""
    finite = [i for i in range(start, end) if tags[i] in "VAM"]
    for one, other in pairwise(finite):
        between = tags[one + 1 : other]
        if tags[one] == "V" and "E" in verb_forms(found[one][0].lower()) and "R" not in between and "O" not in between:
            tags[one] = "E"
    for i in range(start, end):
        nxt, following = (found[j][0].lower() if j < len(found) else "" for j in (i + 1, i + 2))
        by = nxt == "by" or (nxt in ("out", "up", "down", "off", "over") and following == "by")
        if tags[i] == "V" and by and i and tags[i - 1] in "NP0," and "E" in verb_forms(found[i][0].lower()):
            tags[i] = "E"
        if tags[i] == "V" and i and found[i][0].lower() in PARTICIPLES and nxt in ("to", "at", "in", "on", "by", "as"):
            tags[i] = "E"
        if tags[i] == "V" and i and tags[i - 1] == "N" and found[i][0].lower() in _CALLED:
            tags[i] = "E"
        if tags[i] == "V" and i and tags[i - 1] == "I":
            tags[i] = "J" if "E" in verb_forms(found[i][0].lower()) else "N"


def tags_of(words: Sequence[Word]) -> str:
    """The letters of the words as one string, position by position."""
    return "".join(w.tag for w in words)


def lower_start(word: Word) -> Word:
    """The word as it stands inside a sentence: names keep their capital."""
    if word.tag in "PK0" or word.text == "I" or (len(word.text) > 1 and word.text[1:] != word.text[1:].lower()):
        return word._replace(gap=True)
    return word._replace(text=word.text[:1].lower() + word.text[1:], gap=True)


def render(words: Sequence[Word]) -> str:
    """The words as text again."""
    return "".join((" " if w.gap and i else "") + w.text for i, w in enumerate(words)).strip()
