"""What a pronoun or "the company" safely stands for at one place of an article.

Safe means: one candidate, in the sentence before or earlier in the same one. Otherwise the answer is None and the
claim is dropped: a wrong name in a claim is worse than a missing claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from components.analysis.claims.closed_classes import BE, HUMAN, MONTHS, word_set
from components.analysis.claims.given_names import NOT_PERSON, TITLES, Gender
from components.analysis.claims.grammar import Word, Words, tags_of
from components.analysis.claims.kinds import THINGS, Kinds
from components.analysis.claims.people import Cast, Person, tells_of_person
from components.analysis.claims.standing import is_plural


@dataclass
class Referents:
    """What pronouns can stand for at one place of an article; moved on clause by clause."""

    people: Cast
    main: Person | None = None
    kinds: Kinds = field(init=False)
    person: Person | None = None
    thing: str = ""
    organisation: str = ""
    plural: str = ""
    genders: dict[str, Gender] = field(default_factory=dict)
    age: int = 0

    def __post_init__(self) -> None:
        self.kinds = Kinds(self.people)
        self._alone = False
        self._since = 0
        self._first = True

    def forget(self) -> None:
        """A heading or a gap: nothing is safe any more."""
        self.person, self.thing, self.organisation, self.plural = None, "", "", ""

    def look_back(self, words: Words) -> None:
        """Take note of a whole sentence: whether nobody but the main person is near."""
        self.kinds.learn(words)
        self._first = True
        only = self._only_main(words)
        if only and any(p == self.main for _, _, p in self.persons_in(words)):
            self._alone, self._since = True, 0
        else:
            self._since += 1
            self._alone = self._alone and only and self._since <= _NEAR

    def _only_main(self, words: Words) -> bool:
        others = [p for _, _, p in self.persons_in(words) if p != self.main]
        return not others and not any(w.low.removesuffix("s") in HUMAN for w in words) and not self._strangers(words)

    def _strangers(self, words: Words) -> bool:
        """Whether a name stands in the words that is no known person's and no place or date behind a preposition."""
        return any(
            words[match.start()].text[0].isupper()
            and _owner(" ".join(w.text for w in words[match.start() : match.end()])) not in self.people
            and not (match.start() and words[match.start() - 1].tag in "IDU")
            for match in re.finditer("P{0,4}[PK]", tags_of(words))
        )

    def persons_in(self, words: Words) -> list[tuple[int, int, Person]]:
        """(start, end, person) of every known person named in the words."""
        found = []
        i = 0
        while i < len(words):
            if words[i].tag in "PK" and _owner(words[i].text) in self.people.first_words:
                for j in range(min(len(words), i + 4), i, -1):
                    name = _owner(" ".join(w.text for w in words[i:j]))
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
            stranger = re.fullmatch("P", tags) and head[0].text.istitle()
            if self.age > 1 or stranger:
                self.person = None  # "Bennick sold it. He ..."
        self.thing = self.organisation = self.plural = ""
        bodies = {n for n in _name_runs(words) if n.split()[-1] not in self.people and n not in self.people}
        if subject or not head:
            self.organisation = next(iter(bodies)) if len(bodies) == 1 else ""
            return
        if re.match(r"[VAM][XEB]{0,4}D?P", tags_of(words[len(head) :]).lstrip("X")):
            return  # "Alpha sued Beta": the company can be either
        if tells_of_person(words[len(head) :]):
            return
        if re.search("[VEBG][RO](?![VAM])", tags_of(words)) and any(w.low == "it" for w in words[len(head) :]):
            return  # "Alpha sold it in May. It ..." is what was sold
        text = "".join((" " if w.gap and i else "") + w.text for i, w in enumerate(head))
        if re.fullmatch(r"D?P{1,5}", tags):
            if _names_another(words[len(head) :], self.people):
                return
            self.thing = text
            self.organisation = text if tags[0] == "P" else ""
        elif re.fullmatch(r"D[JN0]{0,2}N", tags) and head[-1].low in THINGS and words[0].low in ("the", "a", "an"):
            self.thing = "The " + " ".join(w.text for w in head[1:])
        elif re.fullmatch(r"D?[JN]{0,2}N", tags) and head[-1].low.endswith("s") and words[0].low == "the":
            self.plural = text

    def _gender(self, person: Person) -> Gender:
        return self.genders.get(person.full) or person.gender

    def _may_be(self, person: Person, gender: Gender) -> bool:
        return not gender or self._gender(person) in ("", gender)

    def _likelier(self, meant: Person, gender: Gender) -> bool:
        """Whether "she" is said of someone whose name tells nothing, in a story of one who is known to be "she"."""
        return not self._gender(meant) and any(p != meant and p.gender == gender for p in self.people.values())

    def fill(self, words: Words) -> Words | None:
        """The words with their leading pronoun named and surnames made full; None when something stays in the air."""
        filled = self._fill_subject(words)
        self._first = False
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
        words = self._fill_kind(words)
        if at is None:
            return words
        at = next((i for i, w in enumerate(words) if w.tag in "RU"), 0)
        word = words[at]
        leading = at == 0 or words[at - 1].text == ","
        if word.low in ("he", "she", "his", "her") and leading:
            if self.persons_in(words[:at]):
                return words
            gender: Gender = "he" if word.low in ("he", "his") else "she"
            meant = self.person
            if meant is None and self._alone and self._first and self._only_main(words[:at]):
                meant = self.main  # nobody else is near
            if meant is None or not self._may_be(meant, gender) or self._likelier(meant, gender):
                return None
            self.genders[meant.full] = gender
            return [
                *words[:at],
                *_name_words(meant.full, "'s" if word.tag == "U" else "", word.gap),
                *words[at + 1 :],
            ]
        if at:
            return None if leading and word.low in ("it", "its", "they", "their") else words
        if word.low in ("it", "its"):
            if not self.thing or (word.low == "it" and _PLEONASTIC.match(" ".join(w.low for w in words[:12]))):
                return None
            return [*_name_words(self.thing, "'s" if word.tag == "U" else "", word.gap), *words[1:]]
        if word.low in ("they", "their") and self.plural:
            return [*_name_words(self.plural, "'" if word.tag == "U" else "", word.gap), *words[1:]]
        return None

    def _fill_kind(self, words: Words) -> Words:
        """Make the subject "the film" the one name that is a film in this article so far."""
        start = 0
        tags = tags_of(words)
        end = next((i for i, t in enumerate(tags) if t in "VAM"), 0)
        comma = tags[:end].rfind(",")
        start = comma + 1
        if not re.match(r"DX?(?:N[VAMX]|K)", tags[start:]) or words[start].low != "the":
            return words
        noun = start + 1
        ending = "'s" if words[noun].tag == "K" else ""
        name = self.kinds.named(words[noun].low.removesuffix("'s"))
        if not name or words[noun].tag not in "NK" or words[noun].text[0].isupper():
            return words
        return [*words[:start], *_name_words(name, ending, words[start].gap), *words[noun + 1 :]]

    def _orphan(self, words: Words) -> bool:
        """Whether a pronoun is left that no name or noun before it in the claim can carry."""
        for i, word in enumerate(words):
            low = word.low
            if (
                low in ("he", "she", "him", "his", "her", "himself", "herself")
                and not self.persons_in(words[:i])
                and not any(w.low in HUMAN for w in words[:i])
                and not (low in ("his", "her") and i and words[i - 1].low not in BE and self._one_subject(words[:i]))
            ):
                return True
            if low == "them" and re.fullmatch("[DKPNJXI0]*[VAM]X?[EBG]?O", tags_of(words[: i + 1])):
                return True  # "Alpha bought them in May"
            if word.tag == "O" and low in ("him", "her") and not self._free(words[:i]):
                return True
            if low in ("they", "their", "them", "themselves") and not (
                is_plural(words[:i]) or self._bodies(words[:i], named=True)
            ):
                return True
            if low == "the" and self._is_group(words, i) and not self._bodies(words[:i], named=True):
                return True  # "Ann Lee joined the company"
            if low in ("it", "its", "itself") and not self._bodies(words[:i]):
                return True
            if low in ("its", "their", "his", "her") and re.search("AX*$", tags_of(words[:i])):
                return True  # "Alpha is its largest ship", "Ann Lee is his wife"
            if low == "it" and i and words[i - 1].tag in "VBEGI" and not self._object_before(words[:i]):
                return True
            if low in _FIRST_AND_SECOND and (word.text == "I" or not word.text.isupper()):
                return True  # "US" is a country
        return False

    def _is_group(self, words: Words, at: int) -> bool:
        """Whether "the company" stands there, and no name that says which: "the company behind Tessar"."""
        named = re.match("I?D?[PKW]", tags_of(words[at + 2 : at + 5]))
        return at > 0 and any(w.low == "company" for w in words[at + 1 : at + 2]) and not named

    def _free(self, before: Words) -> bool:
        """Whether "him" can be a person named before: another than the subject, or the subject from outside the
        clause.
        """
        return len(self.persons_in(before)) != 1 or any(w.tag in "STW" for w in before)

    def _one_subject(self, before: Words) -> bool:
        """Whether the words begin with a name of one word, no company's, and name nobody and nothing else."""
        first = before[0].text.removesuffix("'s")
        single = before[0].tag in "PK" and not first.isupper() and first not in NOT_PERSON
        return single and before[1:2] != [] and before[1].tag in "VAX" and len(_name_runs(before)) == 1

    def _bodies(self, words: Words, *, named: bool = False) -> bool:
        """Whether a noun or name (or, ``named``, a name) stands in the words that is no person."""
        taken = {i for start, end, _ in self.persons_in(words) for i in range(start, end)}
        letters = "PK" if named else "NPK"
        return any(
            w.tag in letters and i not in taken and _owner(w.text) not in self.people.surnames and w.low not in HUMAN
            for i, w in enumerate(words)
        )

    def _object_before(self, before: Words) -> bool:
        """Whether "it" behind a verb can mean something between subject and verb, or outside a subordinate clause."""
        verb = next((i for i, w in enumerate(before) if w.tag in "VAM"), len(before))
        return any(w.tag in "STWC" for w in before[verb:]) or any(w.tag in "NPK" for w in before[verb:])

    def _full_names(self, words: Words) -> Words:
        """The first mention of each person by surname alone becomes the full name."""
        out: Words = []
        at = 0
        told: set[str] = set()
        for start, end, person in self.persons_in(words):
            alone = end == start + 1 and person.full not in told and len(person.full.split()) > 1
            before = words[start - 1].text if start else ""
            told.add(person.full)
            part = bool(start) and (words[start - 1].tag in "PK" or before in person.full.split())
            if alone and not part and before not in TITLES:
                ending = words[start].text.removeprefix(person.surname)
                out += [*words[at:start], *_name_words(person.full, ending, words[start].gap)]
                at = end
        return out + words[at:]


def _owner(name: str) -> str:
    """A name without its possessive ending."""
    return name.removesuffix("'s").removesuffix("'")


def _name_runs(words: Words) -> list[str]:
    """The names in the words, possessive endings off."""
    runs = [words[m.start() : m.end()] for m in re.finditer("P{0,4}[PK]", tags_of(words))]
    return [_owner(" ".join(w.text for w in run)) for run in runs if run[0].text[0].isupper()]


def _names_another(words: Words, people: Mapping[str, Person]) -> bool:
    """Whether a name stands in the words that is no person's and no place behind "in", "to" and their kin."""
    tags = tags_of(words)
    if re.match("AX?D", tags) and words[0].low in BE:
        return False  # says what the subject is
    return any(
        match.start() == 0 or words[match.start() - 1].low not in _PLACING
        for match in re.finditer("D?P{1,6}", tags)
        if words[match.end() - 1].low not in MONTHS
        and " ".join(w.text for w in words[match.start() : match.end()]) not in people
    )


_FIRST_AND_SECOND = frozenset("i we you our my your us me ours ourselves yourself".split())
#: So many sentences after the last mention of the main person "he" is still taken for him.
_NEAR = 3
_PLACING = frozenset("in at to from on near of since until for".split())
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
    words = [
        Word(p, "D" if i == 0 and article else "P" if p[0].isupper() or p[0].isdigit() else "N")
        for i, p in enumerate(parts)
    ]
    words[0] = words[0]._replace(gap=gap)
    if ending:
        words[-1] = words[-1]._replace(text=words[-1].text + ending, tag="K")
    return words
