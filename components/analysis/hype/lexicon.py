"""The hype lexicon: entries with their forms, and an index that finds the longest form at a word.

``data/lexicons/hype.csv`` has the columns term, forms, kind, category, strength, needs, not_in, origin; forms and
not_in are separated by ``|``. ``data/lexicons/amplifiers.csv`` has term, origin.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from components.analysis.hype.literal import LexiconError, LiteralPhrases, words_of
from components.analysis.hype.tokens import Tokens, gaps_agree, tokenise

FOLDER = Path(__file__).parents[3] / "data" / "lexicons"

Kind = Literal["promotion", "alarm", "stance", "absolute", "booster", "hedge"]
Strength = Literal["hyperbolic", "evaluative", ""]
Needs = Literal["", "attributive", "imperative"]

CATEGORIES = ("importance", "novelty", "scale", "quality", "utility", "certainty", "urgency", "call to action")
# The origin of an entry that the analyst of a story added.
ANALYST = "analyst"


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


class Match(NamedTuple):
    """Words ``first`` up to but not including ``last`` of a sentence are a form of ``entry``."""

    first: int
    last: int
    entry: Entry


@dataclass(frozen=True)
class Lexicon:
    """Entries and amplifiers, with an index of their forms. LexiconError if two entries share a form."""

    entries: tuple[Entry, ...]
    amplifiers: frozenset[tuple[str, ...]] = frozenset()

    @cached_property
    def _index(self) -> _Index:
        index = _Index({}, {}, set(), set(), set())
        for entry in self.entries:
            for form in entry.forms:
                words = words_of(form)
                if not words:
                    raise LexiconError(f"{entry.term!r}: the form {form!r} must begin and end with a word")
                key = " ".join(words)
                owner = index.owners.get(key, entry)
                if owner.term != entry.term:
                    raise LexiconError(f"{entry.term!r} and {owner.term!r} share the form {form!r}")
                index.owners[key] = entry
                index.written[key] = (*index.written.get(key, ()), form)
                if len(words) > 1:
                    index.begun.update(accumulate(words[:-1], "{} {}".format))
                    index.opening.add((words[0], words[1]))
                    index.telling.add(max(pairwise(words), key=_letters))
        return index

    def literal_phrases(self, term: str) -> LiteralPhrases | None:
        """The phrases in which an entry is literal, if it has any.

        Read when the entry is first met: there are as many as there are forms, and a text meets few.
        """
        if term not in self._read_phrases:
            entry = self._with_phrases.get(term)
            self._read_phrases[term] = LiteralPhrases(term, entry.forms, entry.not_in) if entry else None
        return self._read_phrases[term]

    @cached_property
    def _with_phrases(self) -> dict[str, Entry]:
        return {entry.term: entry for entry in self.entries if entry.not_in}

    @cached_property
    def _read_phrases(self) -> dict[str, LiteralPhrases | None]:
        return {}

    @cached_property
    def single_words(self) -> frozenset[str]:
        """Every form that is one word."""
        return frozenset(key for key in self._index.owners if " " not in key)

    @cached_property
    def telling_pairs(self) -> frozenset[tuple[str, str]]:
        """Two words in a row of every longer form: those of its pairs whose shorter word is longest.

        Where none of them stands, and no form of one word, there is no form: a first look that passes few sentences,
        since "in the" opens many forms, but "the nick" stands for "in the nick of time".
        """
        return frozenset(self._index.telling)

    def matches(self, tokens: Tokens) -> list[Match]:
        """Every form in a sentence, left to right, the longest at each word, none overlapping another.

        Linear in the sentence: from each word the forms are followed as far as the words go.
        """
        words, single = tokens.words, self.single_words
        if single.isdisjoint(words) and self.telling_pairs.isdisjoint(pairwise(words)):
            return []
        index = self._index
        # Which words begin a form is asked of the sentence as a whole, and only then where they stand.
        begin = {first for first, _ in index.opening.intersection(pairwise(words))}.union(single.intersection(words))
        found: list[Match] = []
        free = 0
        for i in [i for i, word in enumerate(words) if word in begin]:
            if i < free:
                continue
            for key, last in reversed(index.forms_at(words, i)):
                written = index.written[key]
                if tokens.stands_alone(i, last) and any(_joined(form, tokens, i, last) for form in written):
                    found.append(Match(i, last, index.owners[key]))
                    free = last
                    break
        return found


class _Index(NamedTuple):
    """The forms by their words, joined by spaces: whose they are and how they are written.

    ``begun``: what longer forms begin with, cut behind a word; ``opening``: their first two words; ``telling``: see
    :meth:`Lexicon.telling_pairs`. Dictionaries of strings rather than a tree of nodes: the
    house's 20,000 forms are read at every start, and a hundred thousand objects would be walked by every collection.
    """

    owners: dict[str, Entry]
    written: dict[str, tuple[str, ...]]
    begun: set[str]
    opening: set[tuple[str, str]]
    telling: set[tuple[str, str]]

    def forms_at(self, words: Sequence[str], at: int) -> list[tuple[str, int]]:
        """The forms whose words begin at a word, shortest first, each with the word behind its last."""
        found = []
        key = words[at]
        for last in range(at + 1, len(words) + 1):
            if key in self.owners:
                found.append((key, last))
            if last == len(words) or key not in self.begun:
                break
            key = f"{key} {words[last]}"
        return found


def _letters(pair: tuple[str, str]) -> tuple[int, int]:
    return min(map(len, pair)), sum(map(len, pair))


def _joined(form: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the signs between these words are those that the form wants."""
    if last - first == 1:
        return True
    return all(map(gaps_agree, tokens.gaps(first, last), _gaps_of(form)))


@lru_cache(maxsize=8192)
def _gaps_of(form: str) -> tuple[str, ...]:
    """The signs between the words of a form; kept apart from the sentences, which would drive them out."""
    tokens = tokenise(form)
    return tokens.gaps(0, len(tokens))


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
    return tuple(filter(None, map(str.strip, cell.lower().split("|"))))


@cache
def read_amplifiers(path: Path = FOLDER / "amplifiers.csv") -> frozenset[tuple[str, ...]]:
    """The amplifiers (truly, highly, ...), each as its words."""
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(tuple(tokenise(row["term"]).words) for row in csv.DictReader(file))


def lexicon(added: tuple[tuple[str, str, str], ...] = ()) -> Lexicon:
    """The house's lexicon with an analyst's entries, which take the place of any entry with the same form."""
    return _lexicon(added)


@lru_cache(maxsize=32)
def _lexicon(added: tuple[tuple[str, str, str], ...]) -> Lexicon:
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
