"""The hype lexicon: entries with their forms, and an index that finds the longest form at a word.

``data/lexicons/hype.csv`` has the columns term, forms, kind, category, strength, needs, not_in, origin; forms and
not_in are separated by ``|``. ``data/lexicons/amplifiers.csv`` has term, origin.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from components.analysis.hype.tokens import Tokens, gaps_agree, tokenise

FOLDER = Path(__file__).parents[3] / "data" / "lexicons"

Kind = Literal["promotion", "alarm", "stance", "absolute", "booster", "hedge"]
Strength = Literal["hyperbolic", "evaluative", ""]
Needs = Literal["", "attributive", "imperative"]

CATEGORIES = ("importance", "novelty", "scale", "quality", "utility", "certainty", "urgency", "call to action")
# The origin of an entry that the analyst of a story added.
ANALYST = "analyst"
ANY_WORD = "*"
_ANY_LETTERS = "anywordatall"


class LexiconError(ValueError):
    """An entry that is not in the lexicon's form; the message names the term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: a candidate for hype (promotion, alarm), for a stance, an absolute, a booster or a hedge.

    ``forms`` are its spellings, lower-case; a hyphen and a space in them match each other. ``needs``:
    "attributive" if it counts only before a noun, "imperative" only as a call to the reader. ``not_in``: longer
    phrases in which it is literal, ``*`` standing for any one word.
    """

    term: str
    forms: tuple[str, ...]
    kind: Kind
    category: str = ""
    strength: Strength = ""
    needs: Needs = ""
    not_in: tuple[str, ...] = ()
    origin: str = ""


class Form(NamedTuple):
    """One form as words, with the gaps between them."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    entry: Entry


@dataclass(slots=True)
class Node:
    """A word in the tree of forms: the words that may follow it, and the forms that end here.

    Those have the same words and differ in the signs between them ("all singing, all dancing" with and without).
    """

    following: dict[str, Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class Match(NamedTuple):
    """Words ``first`` up to but not including ``last`` of a sentence are a form of ``entry``."""

    first: int
    last: int
    entry: Entry


class Literally(NamedTuple):
    """A phrase in which an entry is literal: its words and gaps, and where in it the entry stands.

    ``rank``: its place among the entry's phrases.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    at: int
    length: int
    rank: int

    @property
    def clue(self) -> str:
        """A word without which the phrase is not there; one beside the entry's own, if it has any."""
        beside = [w for i, w in enumerate(self.words) if w != ANY_WORD and not 0 <= i - self.at < self.length]
        return max(beside or self.words[self.at : self.at + self.length], key=len)


class LiteralPhrases:
    """The phrases in which one entry is literal, found by a word of theirs. ``longest``: of these, in words."""

    def __init__(self, phrases: Iterable[Literally]) -> None:
        self._by_clue: dict[str, list[Literally]] = {}
        self.longest = 0
        for phrase in phrases:
            self.longest = max(self.longest, len(phrase.words))
            self._by_clue.setdefault(phrase.clue, []).append(phrase)

    def among(self, words: Iterable[str]) -> list[Literally]:
        """Those that may stand among these words, in the entry's order."""
        found = [phrase for clue in self._by_clue.keys() & words for phrase in self._by_clue[clue]]
        return sorted(found, key=lambda phrase: phrase.rank) if len(found) > 1 else found


@dataclass(frozen=True)
class Lexicon:
    """Entries and amplifiers, with a tree of their forms. LexiconError if two entries share a form."""

    entries: tuple[Entry, ...]
    amplifiers: frozenset[tuple[str, ...]] = frozenset()

    @cached_property
    def _root(self) -> Node:
        root = Node()
        owner: dict[tuple[str, ...], str] = {}
        for entry in self.entries:
            for form in entry.forms:
                tokens = tokenise(form)
                if not tokens.words or tokens.starts[0] != 0 or tokens.ends[-1] != len(form.rstrip(".")):
                    raise LexiconError(f"{entry.term!r}: the form {form!r} must begin and end with a word")
                words = tuple(tokens.words)
                if owner.setdefault(words, entry.term) != entry.term:
                    raise LexiconError(f"{entry.term!r} and {owner[words]!r} share the form {form!r}")
                node = root
                for word in words:
                    node = node.following.setdefault(word, Node())
                node.forms.append(Form(words, tokens.gaps(0, len(words)), entry))
        return root

    @cached_property
    def literal_phrases(self) -> Mapping[str, LiteralPhrases]:
        """Term -> the phrases in which it is literal. LexiconError if a phrase does not hold the term."""
        found: dict[str, LiteralPhrases] = {}
        for entry in self.entries:
            forms = {tuple(tokenise(form).words) for form in entry.forms}
            placed: list[Literally] = []
            for phrase in entry.not_in:
                words, gaps = _literally(phrase)
                places = [
                    Literally(words, gaps, at, len(form), len(placed))
                    for form in forms
                    for at in range(len(words) - len(form) + 1)
                    if words[at : at + len(form)] == form
                ]
                if not places and not any(form in phrase for form in entry.forms):  # "from hell" in "from hell's gate"
                    raise LexiconError(f"{entry.term!r}: {phrase!r} does not hold any of its forms")
                placed += places
            if placed:
                found[entry.term] = LiteralPhrases(placed)
        return found

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Every form that is one word."""
        return frozenset(word for word, node in self._root.following.items() if node.forms)

    def matches(self, tokens: Tokens) -> list[Match]:
        """Every form in a sentence, left to right, the longest at each word, none overlapping another.

        Linear in the sentence: from each word the tree of forms is followed as far as the words go.
        """
        first_words = self._root.following
        words = tokens.words
        found: list[Match] = []
        free = 0
        for i in [
            i
            for i, (word, after) in enumerate(zip_longest(words, words[1:], fillvalue=""))
            if word in first_words and (first_words[word].forms or after in first_words[word].following)
        ]:
            if i < free:
                continue
            for form in reversed(_forms_at(first_words[words[i]], tokens, i)):
                last = i + len(form.words)
                if _joined(form, tokens, i) and tokens.stands_alone(i, last):
                    found.append(Match(i, last, form.entry))
                    free = last
                    break
        return found


def _forms_at(node: Node, tokens: Tokens, at: int) -> list[Form]:
    """The forms whose words begin at a word, shortest first; ``node`` is that word's."""
    found = list(node.forms)
    words = tokens.words
    for i in range(at + 1, len(words)):
        following = node.following.get(words[i])
        if following is None:
            break
        node = following
        found += node.forms
    return found


def _joined(form: Form, tokens: Tokens, at: int) -> bool:
    return all(map(gaps_agree, tokens.gaps(at, at + len(form.words)), form.gaps))


def _literally(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a literal phrase, ``*`` as it is, and the gaps between them."""
    tokens = tokenise(phrase.replace(ANY_WORD, _ANY_LETTERS))
    words = tuple(ANY_WORD if word == _ANY_LETTERS else word for word in tokens.words)
    return words, tokens.gaps(0, len(words))


@cache
def read_entries(path: Path = FOLDER / "hype.csv") -> tuple[Entry, ...]:
    """The entries of a lexicon file. LexiconError for one that is not in the lexicon's form."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_entry(row) for row in csv.DictReader(file))


def _entry(row: Mapping[str, str]) -> Entry:
    term = row["term"].strip().lower()
    for name, allowed in (("kind", get_args(Kind)), ("strength", get_args(Strength)), ("needs", get_args(Needs))):
        if row[name] not in allowed:
            raise LexiconError(f"{term!r}: {name} cannot be {row[name]!r}")
    if row["kind"] == "promotion" and row["category"] not in CATEGORIES:
        raise LexiconError(f"{term!r}: no category {row['category']!r}")
    return Entry(
        term=term,
        forms=tuple(dict.fromkeys((term, *_split(row["forms"])))),
        kind=cast(Kind, row["kind"]),
        category=row["category"],
        strength=cast(Strength, row["strength"]),
        needs=cast(Needs, row["needs"]),
        not_in=_split(row["not_in"]),
        origin=row["origin"],
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip().lower() for part in cell.split("|") if part.strip())


@cache
def read_amplifiers(path: Path = FOLDER / "amplifiers.csv") -> frozenset[tuple[str, ...]]:
    """The amplifiers (truly, highly, ...), each as its words."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(tuple(tokenise(row["term"]).words) for row in csv.DictReader(file))


@lru_cache(maxsize=32)
def lexicon(added: tuple[tuple[str, str, str], ...] = ()) -> Lexicon:
    """The house's lexicon with an analyst's entries, which take the place of any entry with the same form."""
    own = tuple(added_entry(*addition) for addition in added)
    taken = {tuple(tokenise(form).words) for entry in own for form in entry.forms}
    return Lexicon((*_without(read_entries(), taken), *own), read_amplifiers())


def _without(entries: Iterable[Entry], taken: set[tuple[str, ...]]) -> Iterable[Entry]:
    if not taken:
        return entries
    kept = []
    for entry in entries:
        forms = tuple(form for form in entry.forms if tuple(tokenise(form).words) not in taken)
        if forms == entry.forms:
            kept.append(entry)
        elif forms:
            held = tuple(p for p in entry.not_in if any(f" {form} " in f" {p} " for form in forms))
            kept.append(replace(entry, forms=forms, not_in=held))
    return kept


def added_entry(term: str, category: str, strength: str) -> Entry:
    """An analyst's entry: ``category`` is a promotion category or another kind ("alarm", "stance", ...).

    LexiconError for another category or strength; no strength means evaluative.
    """
    word = term.strip().lower()
    if not tokenise(word).words:
        raise LexiconError(f"{term!r} holds no word")
    kind = category if category in get_args(Kind) and category != "promotion" else "promotion"
    if kind == "promotion" and category not in CATEGORIES:
        raise LexiconError(f"{term!r}: no category {category!r}")
    if strength not in get_args(Strength):
        raise LexiconError(f"{term!r}: no strength {strength!r}")
    return Entry(
        term=word,
        forms=(word,),
        kind=cast(Kind, kind),
        category=category if kind == "promotion" else "",
        strength=cast(Strength, strength or "evaluative"),
        origin=ANALYST,
    )
