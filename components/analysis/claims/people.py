"""The persons of a story, learned from its own texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from components.analysis.claims.closed_classes import CLOSED, HUMAN, MONTHS, word_set
from components.analysis.claims.given_names import HE_NAMES, NOT_PERSON, SHE_NAMES, TITLES, Gender
from components.analysis.claims.grammar import Words, tags_of
from components.analysis.claims.words import PLACES

_ROLE = (
    r"(?:CEO|founder|co-founder|chief|president|head|director|chairman|chairwoman|minister|professor|leader|editor"
    r"|author|actor|actress|singer|manager|spokes\w+|lawyer|researcher|scientist|analyst|mayor|senator|judge|doctor"
    r"|economist|campaigner|expert|inventor|engineer|lecturer|teacher|student|artist|writer|chef|pilot|architect"
    r"|historian|journalist|novelist|poet|painter|musician|politician|lawmaker|surgeon|entrepreneur|activist"
    r"|[a-z]{3,12}ologist|physicist|chemist|mathematician)"
)
_WORD = r"(?:[A-ZÀ-Þ][\w'-]*\w|[A-Z]\.)"
_PARTICLE = r"(?:(?:de|van|von|der|bin|al|el|da|la|del|di) ){0,2}"
_NAME = re.compile(rf"(?<![\w.-])({_WORD}\.?(?: {_PARTICLE}{_WORD}){{1,3}})")
_PERSONAL_AFTER = re.compile(
    r"^(?: \([^()]{0,60}\))?(?:'s)?(?:,? (?:who|said|says|told|added|himself|herself)\b|, (?:\d{1,2},|aged \d)"
    r"|(?:,| is| was) (?:the |a |an |its |their |his |her )?(?:[\w-]+ ){0,4}" + _ROLE + r"\b)"
)
_PERSONAL_BEFORE = re.compile(r"(?:\bsaid|\badded|\btold|\b" + _ROLE + r"),?$")


_SPEAKER = re.compile(
    rf"(?:said|says|added|adds) (?:{_WORD} )?([A-ZÀ-Þ][\w-]*\w)"
    r"|([A-ZÀ-Þ][\w-]*\w),? (?:said|says|added|adds|told|tells)\b"
)


class Person(NamedTuple):
    """A person of the story: the full name, its last word and the pronoun, where the texts show it."""

    full: str
    surname: str
    gender: Gender


class Cast(dict[str, Person]):
    """The persons of a story by full name and, where one person alone bears it, by surname."""

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of all names."""
        return frozenset(person.surname for person in self.values())

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words a mention of a person can begin with."""
        return frozenset(name.split()[0] for name in self)


_GIVEN = HE_NAMES | SHE_NAMES | TITLES.keys()


def learn_people(texts: Iterable[str]) -> Cast:
    """The persons of a story under their full names and, where one person alone bears it, their surnames.

    A run of capitalised words is a person when its first word is a given name or a title, or when a role, an age,
    "who" or a verb of saying stands beside it; never when one of its words belongs to organisations or places.
    """
    hints: Counter[str] = Counter()
    runs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    texts = list(texts)
    speakers = {match.group(1) or match.group(2) for text in texts for match in _SPEAKER.finditer(text)}
    for text in texts:
        for match in _NAME.finditer(text):
            name = re.sub(r"['’]s?$", "", match.group(1))
            parts = name.split()
            if len(parts) < 2 or any(p in NOT_PERSON or (p.isupper() and len(p) > 2) for p in parts):
                continue
            while parts and (parts[0] in _ROLE_WORDS or parts[0].endswith("'s") or parts[0].lower() in CLOSED):
                parts = parts[1:]
            if len(parts) < 2 or any(p.lower() in MONTHS for p in parts):
                continue
            runs[parts[-1]][parts[0]] += 1
            given = parts[0] in _GIVEN
            around = _PERSONAL_AFTER.match(text[match.end() : match.end() + 60]) or _PERSONAL_BEFORE.search(
                text[max(0, match.start() - 20) : match.start()].rstrip()
            )
            if given or around or (parts[-1] in speakers and parts[-1].lower() not in PLACES):
                hints[" ".join(parts)] += 1
    return _by_name(hints, runs)


_ROLE_WORDS = word_set(
    "President Minister Senator Chancellor Secretary Judge Captain General CEO Chief Labour Conservative",
    "Republican Democratic Leader Minister",
)


#: How often one bearer of a surname must stand against all others for the surname alone to be theirs.
_PREVAILS = 4


def _by_name(hints: Counter[str], runs: dict[str, Counter[str]]) -> Cast:
    found = Cast()
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in hints:
        parts = name.split()
        titled = parts[0] in TITLES
        gender: Gender = TITLES.get(parts[0], "")
        bare = parts[1:] if titled and len(parts) > 2 else parts
        if not gender:
            gender = "he" if bare[0] in HE_NAMES else "she" if bare[0] in SHE_NAMES else ""
        person = Person(" ".join(bare), bare[-1], gender)
        found[name] = found[person.full] = person
        if len(bare) > 1 and not (titled and len(bare) == 2 and bare is parts):
            bearers[person.surname].add(person.full)
    for surname, fulls in bearers.items():
        named = {first: n for first, n in runs.get(surname, {}).items() if first not in TITLES}
        first = max(named, key=lambda one: (named[one], one), default="")
        others = sum(named.values()) - named.get(first, 0)
        known = [full for full in fulls if full.split()[0] == first]
        if known and surname not in found and named[first] >= _PREVAILS * others:
            found[surname] = found[max(known, key=lambda full: (hints[full], -len(full), full))]
    return found


#: An article's main person is named this often at least, and in this share of all mentions of persons.
_OFTEN, _MAINLY = 4, 0.6


def main_person(text: str, people: Cast) -> Person | None:
    """The one person an article is about: the one whom most mentions of persons name; None when there is none.

    Who is mostly quoted is a source, not the subject: what stands beside a verb of saying does not count.
    """
    words = Counter(re.findall(r"[A-ZÀ-Þ][\w-]*\w", text))
    words.subtract(match.group(1) or match.group(2) for match in _SPEAKER.finditer(text))
    mentions = {people[word]: n for word, n in words.items() if word in people and people[word].surname == word}
    most = max(mentions, key=lambda one: (mentions[one], one), default=None)
    if most is None or mentions[most] < max(_OFTEN, _MAINLY * sum(mentions.values())):
        return None
    return most


_PERSONAL = frozenset("he she his her him himself herself".split())
_OFFICES = HUMAN | word_set("executive chairman chairwoman ceo chief boss manager secretary head")
_OFFICE = re.compile("(?:^[VA]|I)X?[DUKJNP]{0,4}N")


def tells_of_person(predicate: Words) -> bool:
    """Whether what is said can only be said of a person: "published her memoirs", "took over as chief executive"."""
    if any(w.low in _PERSONAL for w in predicate):
        return True
    office = _OFFICE.search(tags_of(predicate))
    return office is not None and any(w.low in _OFFICES for w in predicate[: office.end()])
