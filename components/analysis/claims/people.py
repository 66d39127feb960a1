"""Who is meant: the persons of a story, and what a pronoun or "the company" safely stands for.

Safe means: one candidate, in the sentence before or earlier in the same one. Otherwise the answer is None and the claim is
dropped: a wrong name in a claim is worse than a missing claim.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from components.analysis.claims.closed_classes import CLOSED, HUMAN, MONTHS
from components.analysis.claims.grammar import Word, Words, tags_of

Gender = Literal["he", "she", ""]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES: dict[str, Gender] = {
    **dict.fromkeys(("Mr", "Mr.", "Sir", "King", "Prince", "Lord", "Duke"), "he"),
    **dict.fromkeys(("Mrs", "Mrs.", "Ms", "Ms.", "Queen", "Princess", "Lady", "Baroness", "Dame", "Duchess"), "she"),
    **dict.fromkeys(
        (
            "Dr",
            "Dr.",
            "Prof",
            "Prof.",
            "Professor",
            "President",
            "Senator",
            "Judge",
            "Justice",
            "Captain",
            "General",
            "Pope",
        ),
        "",
    ),
}  # type: ignore[dict-item]
_HE = _set(
    """Aaron Adam Ahmed Alan Albert Alex Alexander Alexandr Ali Andrew Andy Anthony Antonio Arthur Barack Ben Benjamin Bill Bob Boris Brad Brian Bruce
    Carl Carlos Charles Charlie Chris Christian Christopher Colin Craig Dan Daniel Dave David Dean Dennis Derek Diego Dmitri Donald Douglas Ed Edward Elon Eric
    Evan Fernando Francis Frank Fred Gareth Gary George Gerard Giovanni Glen Gordon Graham Greg Hans Harold Harry Hassan Henry Howard Hugh Hugo Ian Ibrahim
    Ivan Jack Jacob Jake James Jamie Jason Jean Jeff Jeffrey Jeremy Jerry Jim Jimmy Joe Joel John Johnny Jon Jonathan Jorge Jose José Joseph Josh
    Juan Julian Justin Karl Keith Ken Kenneth Kevin Larry Lee Leo Leonardo Liam Lionel Louis Luca Luis Luke Marco Marcus Mario Mark Martin Matt Matthew Max Michael
    Miguel Mike Mikhail Mohamed Mohammed Muhammad Nathan Neil Nelson Nicholas Nick Nigel Nikolai Oliver Omar Oscar Owen Pablo Patrick Paul Pedro Peter Phil Philip Pierre
    Ralph Raymond Ricardo Richard Rob Robert Roberto Robin Roger Ronald Ross Roy Rupert Russell Ryan Salman Sam Samuel Scott Sean Sergei Simon Stanley Stefan Stephen
    Steve Steven Stuart Ted Terry Thomas Tim Timothy Tom Tony Usain Victor Vincent Vladimir Walter Wayne Will William Xavier Yusuf Zac"""
)
_SHE = _set(
    """Abigail Alice Alison Amanda Amy Andrea Angela Angelina Anita Ann Anna Anne Annie Barbara Beatrice Betty Carol Caroline Catherine Charlotte Chelsea Cheryl
    Christina Christine Claire Clara Claudia Cristina Cynthia Daisy Dawn Deborah Diana Diane Dilma Donna Dorothy Eleanor Elena Elizabeth Ella Emily Emma Eva Fatima
    Fiona Frances Gabriela Gillian Grace Hannah Harriet Hayley Heather Helen Hillary Ingrid Irene Isabel Jane Janet Jennifer Jenny Jessica Jill Joan Joanna Josephine Joyce
    Judith Julia Julie Karen Kate Katherine Kathleen Katie Kelly Laura Lauren Linda Lisa Louise Lucia Lucy Madeleine Malala Margaret Maria Marie Martha Mary Megan Melissa
    Michelle Miriam Monica Nadia Nancy Naomi Natalie Nicola Nicole Nina Nora Olivia Oprah Pamela Patricia Penelope Rachel Rebecca Rosa Rose Rosemary Ruth Sally Samantha
    Sandra Sarah Serena Sharon Shirley Sofia Sophie Stephanie Susan Suzanne Sylvia Teresa Theresa Vanessa Vera Victoria Virginia Yvonne Zoe"""
)
_NOT_PERSON = _set(
    """Inc Corp Ltd Company Group University College School Institute Party Bank Street Road Avenue Square Lab Labs AI Department Ministry House Court Air Force
    City County River Lake Mountain Island Islands League Cup United Club FC Museum Park Prize Award Awards Film Festival Games Times Post News Journal Agency Council
    Union Association Organization Organisation Foundation Centre Center Church Hospital Airport Station Valley Street World North South East West New Great Saint St
    International National European American British French German Chinese Russian Day Week War Act Law Committee Commission Congress Senate Parliament Office Service
    Fund Trust Society Project Program Programme Hall Bridge Tower Street High Silicon Index Capital Partners Ventures Technologies Systems Lightning Fighter Artificial
    Intelligence Wall Black White Middle Central Big Open General Hotel States Kingdom Republic Sea Ocean Bay Beach Hill Hills Language Medical""",
)
_ROLE = r"(?:CEO|founder|co-founder|chief|president|head|director|chairman|chairwoman|minister|professor|leader|editor|author|actor|actress|singer|manager|spokes\w+|lawyer|researcher|scientist|analyst|mayor|senator|judge|doctor|economist|campaigner|expert)"
_NAME = re.compile(
    r"(?<![\w.-])((?:[A-ZÀ-Þ][\w'-]*\w\.?|[A-Z]\.)(?: (?:(?:de|van|von|der|bin|al|el|da|la|del|di) ){0,2}(?:[A-ZÀ-Þ][\w'-]*\w|[A-Z]\.)){1,3})"
)
_PERSONAL_AFTER = re.compile(
    r"^(?: \([^()]{0,60}\))?(?:'s)?,? (?:who\b|said\b|says\b|told\b|added\b|\d{1,2},|aged \d|himself\b|herself\b"
    r"|(?:is |was )?(?:the |a |an |its |their |his |her )?(?:[\w-]+ ){0,4}" + _ROLE + r"\b)"
)
_PERSONAL_BEFORE = re.compile(r"(?:\bsaid|\badded|\btold|\b" + _ROLE + r"),?$")


class Person(NamedTuple):
    """A person of the story: the full name, its last word and the pronoun, where the texts show it."""

    full: str
    surname: str
    gender: Gender


def learn_people(texts: Iterable[str]) -> dict[str, Person]:
    """The persons of a story under their full names and, where one person alone bears it, their surnames.

    A run of capitalised words is a person when its first word is a given name or a title, or when a role, an age, "who" or a
    verb of saying stands beside it; never when one of its words belongs to organisations or places.
    """
    hints: Counter[str] = Counter()
    runs: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _NAME.finditer(text):
            name = re.sub(r"['’]s?$", "", match.group(1))
            parts = name.split()
            if len(parts) < 2 or any(p in _NOT_PERSON or p.isupper() and len(p) > 2 for p in parts):
                continue
            while parts and (parts[0] in _ROLE_WORDS or parts[0].endswith("'s") or parts[0].lower() in CLOSED):
                parts = parts[1:]
            if len(parts) < 2 or any(p.lower() in MONTHS for p in parts):
                continue
            runs[parts[-1]].add(parts[0])
            given = parts[0] in _HE | _SHE or parts[0] in _TITLES
            around = _PERSONAL_AFTER.match(text[match.end() : match.end() + 60]) or _PERSONAL_BEFORE.search(
                text[max(0, match.start() - 20) : match.start()].rstrip()
            )
            if given or around:
                hints[" ".join(parts)] += 1
    return _by_name(hints, runs)


_ROLE_WORDS = _set(
    "President Minister Senator Chancellor Secretary Judge Captain General CEO Chief Labour Conservative Republican Democratic Leader Minister"
)


def _by_name(hints: Counter[str], runs: dict[str, set[str]]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in hints:
        parts = name.split()
        titled = parts[0] in _TITLES
        gender: Gender = _TITLES.get(parts[0], "")
        bare = parts[1:] if titled and len(parts) > 2 else parts
        if not gender:
            gender = "he" if bare[0] in _HE else "she" if bare[0] in _SHE else ""
        person = Person(" ".join(bare), bare[-1], gender)
        found[name] = found[person.full] = person
        if len(bare) > 1 and not (titled and len(bare) == 2 and bare is parts):
            bearers[person.surname].add(person.full)
    for surname, fulls in bearers.items():
        firsts = {full.split()[0] for full in fulls}
        others = {first for first in runs.get(surname, ()) if first not in _TITLES} - firsts
        if len(firsts) == 1 and not others and surname not in found:
            found[surname] = found[max(fulls, key=lambda full: (hints[full], -len(full), full))]
    return found


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
        """Whether "him" can be a person named before: another than the subject, or the subject from outside the clause."""
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
            if alone and before not in _TITLES and words[start - 1 : start] != [] and words[start - 1].tag in "PK":
                continue
            if alone and before not in _TITLES:
                ending = words[start].text.removeprefix(person.surname)
                out += [*words[at:start], *_name_words(person.full, ending, words[start].gap)]
                at = end
        return out + words[at:]


_THINGS = _set(
    """bill film movie report study book ship plane aircraft building museum festival programme program law agreement deal site company bank party
    government team city country island album song series novel app website charity university hospital organization organisation group firm club
    survey project school company's court agency committee newspaper magazine app device phone car machine drug vaccine virus treaty"""
)


def _name_runs(words: Words) -> list[str]:
    """The names in the words, possessive endings off."""
    runs = [words[m.start() : m.end()] for m in re.finditer("P{0,4}[PK]", tags_of(words))]
    return [re.sub(r"'s?$", "", " ".join(w.text for w in run)) for run in runs if run[0].text[0].isupper()]


_GROUP_NOUNS = _set(
    "company group firm organisation organization agency club company's group's firm's business bank retailer startup start-up charity airline corporation giant lab"
)
_PLEONASTIC = re.compile(
    r"it (?:is|was|will be|would be) (?:the|an?) (?:\w+ ){0,2}(?:time|day|year|week|month)\b|it (?:is|was|has been|will be|would be|may be|might be|seems?|appears?|took|takes|turns? out|became|becomes|remains)\b.*\b(?:to|that|when|whether|how|why|who|for|if)\b"
)


def _name_words(name: str, ending: str, gap: bool) -> Words:
    parts = name.split()
    article = parts[0].lower() in ("the", "a", "an")
    words = [Word(p, "D" if i == 0 and article else "P") for i, p in enumerate(parts)]
    words[0] = words[0]._replace(gap=gap)
    if ending:
        words[-1] = words[-1]._replace(text=words[-1].text + ending, tag="K")
    return words
