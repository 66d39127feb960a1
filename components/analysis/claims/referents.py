"""What a pronoun or "the company" safely stands for at one place of an article.

Safe means: one candidate, in the sentence before or earlier in the same one. Otherwise the answer is None and the
claim is dropped: a wrong name in a claim is worse than a missing claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from components.analysis.claims.closed_classes import HUMAN, word_set
from components.analysis.claims.given_names import TITLES, Gender
from components.analysis.claims.grammar import Word, Words, tags_of
from components.analysis.claims.people import Person


@dataclass
class Referents:
    """What pronouns can stand for at one place of an article; moved on clause by clause."""

    people: dict[str, Person]
    person: Person | None = None
    thing: str = ""
    organisation: str = ""
    plural: str = ""
    genders: dict[str, Gender] = field(default_factory=dict)
    age: int = 0

    def forget(self) -> None:
        """A heading or a gap: nothing is safe any more."""
        self.person, self.thing, self.organisation, self.plural = None, "", "", ""

    def persons_in(self, words: Words) -> list[tuple[int, int, Person]]:
        """(start, end, person) of every known person named in the words."""
        found = []
        i = 0
        while i < len(words):
            if words[i].tag in "PK":
                for j in range(min(len(words), i + 4), i, -1):
                    name = re.sub(r"'s?$", "", " ".join(w.text for w in words[i:j]))
                    if name in self.people and all(w.tag in "PKI" for w in words[i:j]):
                        found.append((i, j, self.people[name]))
                        i = j - 1
                        break
            i += 1
        return found

    def move_on(self, words: Words, subject_end: int) -> None:
        """Take note of a resolved clause: its subject is what the next pronoun stands for."""
        persons = self.persons_in(words)
        named = {p.full: p for _, _, p in persons}
        subject = [p for at, _, p in persons if at < subject_end and words[at : at + 1]]
        head = words[:subject_end]
        while head and head[-1].tag == "X":
            head = head[:-1]
        tags = tags_of(head)
        whole = [p for at, end, p in persons if end == len(head) and words[end - 1].tag == "P" and "C" not in tags]
        unnamed = (
            bool(head)
            and not subject
            and (tags[0] in "RU" or "P" in tags or any(w.low in HUMAN or w.low.endswith("s") for w in head))
        )
        if named and unnamed:
            self.person = None
        elif len(named) == 1:
            self.person, self.age = next(iter(named.values())), 0
        elif named:
            rivals = [
                p for p in named.values() if whole and p is not whole[0] and self._may_be(p, self._gender(whole[0]))
            ]
            self.person, self.age = (whole[0], 0) if whole and not rivals else (None, 0)
        else:
            self.age += 1
            if self.age > 1:
                self.person = None
        self.thing = self.organisation = self.plural = ""
        bodies = {n for n in _name_runs(words) if n.split()[-1] not in self.people and n not in self.people}
        if subject or not head:
            self.organisation = next(iter(bodies)) if len(bodies) == 1 else ""
            return
        if re.match(r"[VAM][XEB]{0,4}D?P", tags_of(words[len(head) :]).lstrip("X")):
            return  # "Alpha sued Beta": the company can be either
        text = "".join((" " if w.gap and i else "") + w.text for i, w in enumerate(head))
        if re.fullmatch(r"D?P{1,5}", tags):
            self.thing = text
            self.organisation = text if tags[0] == "P" else ""
        elif re.fullmatch(r"D[JN0]{0,2}N", tags) and head[-1].low in _THINGS and words[0].low in ("the", "a", "an"):
            self.thing = "The " + " ".join(w.text for w in head[1:])
        elif re.fullmatch(r"D?[JN]{0,2}N", tags) and head[-1].low.endswith("s") and words[0].low == "the":
            self.plural = text

    def _gender(self, person: Person) -> Gender:
        return self.genders.get(person.full) or person.gender

    def _may_be(self, person: Person, gender: Gender) -> bool:
        return not gender or self._gender(person) in ("", gender)

    def fill(self, words: Words) -> Words | None:
        """The words with their leading pronoun named and surnames made full; None when something stays in the air."""
        filled = self._fill_subject(words)
        if filled is None or self._orphan(filled):
            return None
        return self._full_names(filled)

    def _fill_subject(self, words: Words) -> Words | None:
        at = next((i for i, w in enumerate(words) if w.tag in "RU"), None)
        first = words[0]
        if (
            first.low == "the"
            and len(words) > 2
            and words[1].low in _GROUP_NOUNS
            and (words[2].tag in "VAMX" or words[1].text.endswith("'s"))
        ):
            if not self.organisation:
                return None
            ending = "'s" if words[1].tag == "K" else ""
            return [*_name_words(self.organisation, ending, first.gap), *words[2:]]
        if at is None:
            return words
        word = words[at]
        leading = at == 0 or words[at - 1].text == ","
        if word.low in ("he", "she", "his", "her") and leading:
            if self.persons_in(words[:at]):
                return words
            gender: Gender = "he" if word.low in ("he", "his") else "she"
            if self.person is None or not self._may_be(self.person, gender):
                return None
            self.genders[self.person.full] = gender
            return [
                *words[:at],
                *_name_words(self.person.full, "'s" if word.tag == "U" else "", word.gap),
                *words[at + 1 :],
            ]
        if at:
            return words
        if word.low in ("it", "its"):
            if not self.thing or (word.low == "it" and _PLEONASTIC.match(" ".join(w.low for w in words[:12]))):
                return None
            return [*_name_words(self.thing, "'s" if word.tag == "U" else "", word.gap), *words[1:]]
        if word.low in ("they", "their") and self.plural:
            return [*_name_words(self.plural, "'" if word.tag == "U" else "", word.gap), *words[1:]]
        return None

    def _orphan(self, words: Words) -> bool:
        """Whether a pronoun is left that no name or noun before it in the claim can carry."""
        for i, word in enumerate(words):
            low = word.low
            if (
                low in ("he", "she", "him", "his", "her", "himself", "herself")
                and not self.persons_in(words[:i])
                and not any(w.low in HUMAN for w in words[:i])
            ):
                return True
            if word.tag == "O" and low in ("him", "her") and not self._free(words[:i]):
                return True
            if low in ("they", "their", "them", "themselves") and not re.search("[NP]", tags_of(words[:i])):
                return True
            if low in ("it", "its", "itself") and not self._bodies(words[:i]):
                return True
            if low in ("i", "we", "you", "our", "my", "your", "us", "me", "ours", "ourselves", "yourself"):
                return True
        return False

    def _free(self, before: Words) -> bool:
        """Whether "him" can be a person named before: another than the subject, or the subject from outside the
        clause.
        """
        return len(self.persons_in(before)) != 1 or any(w.tag in "STW" for w in before)

    def _bodies(self, words: Words) -> bool:
        """Whether a noun or name stands in the words that is no person."""
        taken = {i for start, end, _ in self.persons_in(words) for i in range(start, end)}
        return any(w.tag in "NPK" and i not in taken for i, w in enumerate(words))

    def _full_names(self, words: Words) -> Words:
        """The first mention of each person by surname alone becomes the full name."""
        out: Words = []
        at = 0
        told: set[str] = set()
        for start, end, person in self.persons_in(words):
            alone = end == start + 1 and person.full not in told and len(person.full.split()) > 1
            before = words[start - 1].text if start else ""
            told.add(person.full)
            if alone and before not in TITLES and words[start - 1 : start] != [] and words[start - 1].tag in "PK":
                continue
            if alone and before not in TITLES:
                ending = words[start].text.removeprefix(person.surname)
                out += [*words[at:start], *_name_words(person.full, ending, words[start].gap)]
                at = end
        return out + words[at:]


_THINGS = word_set(
    """
    bill film movie report study book ship plane aircraft building museum festival programme program law agreement
    deal site company bank party government team city country island album song series novel app website charity
    university hospital organization organisation group firm club survey project school company's court agency
    committee newspaper magazine app device phone car machine drug vaccine virus treaty
    """
)


def _name_runs(words: Words) -> list[str]:
    """The names in the words, possessive endings off."""
    runs = [words[m.start() : m.end()] for m in re.finditer("P{0,4}[PK]", tags_of(words))]
    return [re.sub(r"'s?$", "", " ".join(w.text for w in run)) for run in runs if run[0].text[0].isupper()]


_GROUP_NOUNS = word_set(
    "company group firm organisation organization agency club company's group's firm's business bank retailer",
    "startup start-up charity airline corporation giant lab",
)
_PLEONASTIC = re.compile(
    r"it (?:is|was|will be|would be) (?:the|an?) (?:\w+ ){0,2}(?:time|day|year|week|month)\b"
    r"|it (?:does|did) not\b|it (?:is|was) the \w+est\b"
    r"|it (?:is|was|has been|will be|would be|may be|might be|seems?|appears?|took|takes|turns? out|became|becomes"
    r"|remains)\b"
    r".*\b(?:to|that|when|whether|how|why|who|for|if)\b"
)


def _name_words(name: str, ending: str, gap: bool) -> Words:
    parts = name.split()
    article = parts[0].lower() in ("the", "a", "an")
    words = [Word(p, "D" if i == 0 and article else "P") for i, p in enumerate(parts)]
    words[0] = words[0]._replace(gap=gap)
    if ending:
        words[-1] = words[-1]._replace(text=words[-1].text + ending, tag="K")
    return words
