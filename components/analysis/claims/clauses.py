"""One sentence into clauses of one fact each: asides, openers and tails off, coordinated clauses and predicates apart.

A sentence that fits no rule stays whole, a clause that cannot stand alone is left out: a missed claim is cheap, a
broken one is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from components.analysis.claims.asides import from_asides, from_openers, from_relative, from_tail, is_role, named_role
from components.analysis.claims.grammar import Word, Words, lower_start, render, tags_of
from components.analysis.claims.openers import CONTRASTS, is_filler, is_finite, keeps, narrows
from components.analysis.claims.reported import announced, is_saying, reported, reported_head, speaker_of
from components.analysis.claims.segments import (
    FINITE,
    NPP,
    Clause,
    Role,
    mark_lists,
    role_of,
    segments_of,
    subject_end,
    without_adverbs,
)
from components.analysis.claims.verbs import base_of, verb_forms
from components.analysis.claims.wording import SAYING, TITLES_BEHIND

_OPENING = ("phrase", "subordinate", "participle", "past participle", "adverb", "source")
_AND_CLAUSE = re.compile(rf"C(?=X?(?:R|{NPP})X{{0,2}}[VAM])")
_AND_VERB = re.compile(r"C(?=X{0,2}[VAM])")
_GIVING = frozenset("give offer hand award grant pay send".split())
_PERCEIVING = frozenset("find found see show have catch leave keep spot".split())
_LONG = 22


def split_clauses(words: Words) -> list[Clause]:
    """The clauses of a sentence, in order. Each has a subject and a finite verb, and no closing mark."""
    found: list[Clause] = []
    words = without_brackets(words)
    said, speaker = announced(words)
    for part in _at_marks(words[: len(words) - len(said)]):
        found += [c for c in _read(part) if not said or c.kind == "mined"]
    if speaker:
        for part in _at_marks(said):
            told = [c for c in _read(part) if c.kind == "main" and c.words[0].tag not in "RU"]
            found += [c._replace(words=[*speaker, lower_start(c.words[0]), *c.words[1:]]) for c in told]
    return [c for c in found if FINITE.search(tags_of(c.words)) and len(c.words) > 2]


def without_brackets(words: Words) -> Words:
    """The words outside parentheses and brackets, without lone quotation marks and the closing mark."""
    kept: Words = []
    depth = 0
    for word in words:
        if word.text in ("(", "["):
            depth += 1
        elif word.text in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(word)
    if sum(w.text == '"' for w in kept) % 2:
        kept = [w for w in kept if w.text != '"']
    while kept and (kept[-1].tag in ".,;:-" or (kept[-1].text == '"' and kept[0].text == '"')):
        kept.pop()
    return kept


def _at_marks(words: Words) -> list[Words]:
    """Apart at semicolons, colons and dashes. Between two dashes stands an aside, unless what follows starts anew."""
    parts: list[Words] = []
    for chunk in _cut(words, ";:"):
        pieces = _cut(chunk, "-")
        if len(pieces) == 3 and not subject_end(pieces[2]):
            parts.append(pieces[0] + pieces[2])
            parts += [pieces[1]] if subject_end(pieces[1]) else []
        else:
            parts += [p for i, p in enumerate(pieces) if i == 0 or subject_end(p)]
    return parts


def _cut(words: Words, tags: str) -> list[Words]:
    parts: list[Words] = [[]]
    for word in words:
        if word.tag in tags:
            parts.append([])
        else:
            parts[-1].append(word)
    return [p for p in parts if p]


@dataclass
class _Reading:
    """A sentence being read from left to right. ``kept`` is an opener that stays, ``head`` the subject at hand."""

    main: Words
    head: Words
    kept: Words
    source: str
    found: list[Clause] = field(default_factory=list)
    aside_before: bool = False
    relative: Words = field(default_factory=list)
    skipped: Words = field(default_factory=list)
    last: Role | None = None
    awaiting: bool = False
    ahead: Words = field(default_factory=list)
    listing: bool = False

    def close(self) -> None:
        """The clause at hand is complete."""
        if subject_end(self.main) and not self.awaiting:
            whole = self.kept + _without_as(self.main)
            self.found += [Clause(one, source=self.source) for one in _apart(whole)]

    def open(self, main: Words, *, kept: bool = False) -> None:
        """Begin another clause; an opener stays with it only when the subject stays."""
        self.main, self.awaiting = main, False
        self.kept = self.kept if kept else []
        self.head = main[: subject_end(main)] or self.head

    def take(self, segment: Words, *, listed: bool) -> None:
        """The next stretch between commas. ``listed``: a predicate with "and" is still to come."""
        role = role_of(segment)
        rest = segment[1:] if segment[0].tag == "C" else segment
        ends = self.main[-1].tag if self.main else ""
        before, self.last = self.last, role
        skipped, self.skipped = self.skipped, []
        listing, self.listing = self.listing, role == "and phrase" or (self.listing and role == "name")
        if ends == "S" and role in ("phrase", "adverb", "subordinate"):
            if self.main[-1].low in ("that", "because") and not is_filler(
                segment
            ):  # "shows that, even in rich countries, ...": of these alone
                self.main = [*self.main, Word(",", "L", False), *segment, Word(",", "L", False)]
                self.awaiting = True
            return
        if segment[0].tag == "T" and self.aside_before:
            self.main = self.main + segment  # "allows Alpha, the largest of all, to get it"
            self.aside_before = False
            return
        if is_saying(segment):
            self.main = reported(self.main, segment) or self.main
        elif ((ends == "S" or self.awaiting) and role in ("clause", "name")) or (
            role == "predicate" and self._awaits_verb()
        ):
            self.main = self.main + segment
            self.awaiting = False
        elif role == "predicate" and not listed:
            return  # of some other subject: "after the governor, Ann Lee, asked for it"
        elif role in ("predicate", "and predicate"):
            shared, main = _shared_auxiliary(self.main, rest), self.main
            self.close()
            self.open([*(reported_head(main, rest) or without_adverbs(self.head)), *shared, *rest])
        elif role == "clause" and re.search("SS[^S]*$", tags_of(self.main)):
            self.main = [*self.main, Word(",", "L", False), *segment]  # "says that while it helps, it costs 4 million"
        elif self.awaiting or segment[0].low == "nor":
            self.open([])  # "found that, when weighed, those ..., then ..."; "is not Oslo's, nor Porto's": not read
        elif role in ("clause", "and clause"):
            self.close()  # in "A, and B, C, and D are there" the last subject is not whole
            self.open([] if role == "and clause" and listing else rest)
            self.kept, self.ahead = self.ahead, []
        elif role == "source":
            self.source = render(segment)
        elif role == "subordinate" and segment[0].low in ("if", "unless"):
            self.main = [*self.main, Word(",", "L", False), *segment]  # "says it is safe, if they are careful"
        elif role == "subordinate" and segment[0].low in CONTRASTS:
            self.close()
            self.open(segment[1:])
        elif role == "relative":
            self.found += from_relative(skipped or self.main, segment)
        elif (
            role == "name"
            and self.main
            and _is_name(segment)
            and (self.main[-1].low in TITLES_BEHIND or re.search("[VBEGI][JN]{1,3}$", tags_of(self.main)))
        ):
            self.main = self.main + segment  # "met the party's leader, Ann Lee"; "married art student, Ann Lee"
        elif role == "name" and self._gives(segment):
            self.main = self.main + segment  # "gave Ann Lee, 36, a two-year contract"
        elif role in ("name", "past participle"):
            self.found += from_asides(self.relative or self.main, [segment])
        elif role == "participle" and before == "phrase" and self._verb() in _PERCEIVING:
            self.main = [*self.main, *self._joint(skipped, before), *segment]  # "found boats, in May, lying in Oslo"
        elif role == "participle":
            self.found += from_tail(self.main, segment)
        elif role == "phrase" and (before == "and phrase" or ends == "C"):
            self.ahead = [*segment, Word(",", ",", False)] if keeps(segment) else []  # "it won but, in May, it lost"
        elif role == "phrase" and len(self.main) + len(segment) <= _LONG and re.search("[0P]", tags_of(segment)):
            self.main = [*self.main, *self._joint(skipped, before), *segment]
        elif role in ("phrase", "and phrase"):
            self.skipped = rest
        self.relative = segment if role == "relative" else speaker_of(segment) if is_saying(segment) else []
        self.aside_before = role in ("name", "relative", "past participle")

    def _joint(self, skipped: Words, before: Role | None) -> Words:
        """What stands between the clause at hand and a phrase that goes with it: "a rate, in tests, of 7 %"."""
        comma = Word(",", "L", False)
        if skipped:
            return [comma, *skipped, comma]
        return [] if self.aside_before or before == "adverb" else [comma]

    def _verb(self) -> str:
        """The base of the finite verb of the clause at hand, "" when there is none."""
        finite = FINITE.search(tags_of(self.main))
        return base_of(self.main[finite.start()].low) if finite else ""

    def _gives(self, segment: Words) -> bool:
        """Whether the segment is what the clause says was given to the name it ends in."""
        return self._verb() in _GIVING and segment[0].tag == "D" and len(segment) > 1 and self.main[-1].tag == "P"

    def _awaits_verb(self) -> bool:
        """Whether, like "The firm hopes that its lead", it still waits for the verb of its that-clause."""
        tags = tags_of(self.main)
        return "S" in tags and not FINITE.search(tags[tags.rindex("S") :])


def _read(words: Words) -> list[Clause]:
    """Openers first, then subject and asides, then what follows."""
    segments = _mark_participles(segments_of(mark_lists(words)))
    openers: list[Words] = []
    while len(segments) > 1 and (role_of(segments[0]) in _OPENING or (openers and role_of(segments[0]) == "relative")):
        if segments[0][0].low in ("if", "unless") or is_finite(segments[0]):
            return []
        openers.append(segments.pop(0))
    if not segments or any(narrows(o, segments[0]) for o in openers):
        return []
    main, head, asides, rest = _subject_and_asides(segments)
    if not main:
        return []
    source = next((render(o) for o in openers if o[0].low == "according"), "")
    kept = next(([*o, Word(",", ",", False)] for o in openers[-1:] if keeps(o)), [])
    reading = _Reading(main, head, kept, source)
    reading.found += from_openers(openers, head, main)
    if asides and _is_name(asides[0]) and is_role(head):
        reading.found += named_role(head, asides[0])
        reading.open(asides[0] + main[len(head) :], kept=True)
        reading.head = asides[0]
    else:
        reading.found += from_asides(head, asides)
    roles = [role_of(s) for s in rest]
    for i, segment in enumerate(rest):
        reading.take(segment, listed="and predicate" in roles[i + 1 :])
    reading.close()
    return reading.found


def _without_as(words: Words) -> Words:
    """The words without a closing "as ..." clause: what went on at the same time is another matter."""
    at = next((i for i, w in enumerate(words) if i > 2 and w.low == "as" and w.tag == "S"), len(words))
    return words[:at]


def _is_name(words: Words) -> bool:
    return bool(re.fullmatch("P{2,5}", tags_of(words)))


def _subject_and_asides(segments: list[Words]) -> tuple[Words, Words, list[Words], list[Words]]:
    """(first clause, its subject as far as the first comma, asides before its predicate, the rest)."""
    first = segments[0]
    role = role_of(first)
    if role in ("and clause", "and predicate"):
        first, role = first[1:], role_of(first[1:])
    following = [role_of(s) for s in segments[1:4]]
    before = following[: following.index("predicate")] if "predicate" in following else ["phrase"]
    resumed = bool(before) and set(before) <= {"name", "relative", "past participle", "subordinate"}
    named = following[:1] == ["clause"] and not is_saying(segments[1])
    if role == "clause" and _may_be_participle(first) and (named or resumed):
        role = "name"  # "The first woman elected to lead it, Ann Lee, served ..."
    if role == "clause":
        return first, first[: subject_end(first)], [], segments[1:]
    if role == "other":  # a subject this does not read: kept as it stands, judged later
        return first, [], [], segments[1:]
    for i, segment in enumerate(segments[1:4], start=1):
        if role == "name" and following[i - 1] == "predicate":
            if is_saying(segment):  # "Nearly half, says the firm, use it": rare, and easily misread
                return [], [], [], []
            return first + segment, first, segments[1:i], segments[i + 1 :]
        if role == "name" and following[i - 1] == "clause" and i == 1:
            named = segment[0].tag == "P" and first[0].tag in "DUKJN"
            return (segment, segment[: subject_end(segment)], [], segments[2:]) if named else ([], [], [], [])
    return [], [], [], []


def _mark_participles(segments: list[Words]) -> list[Words]:
    """In "The film, released in May, took" the first predicate is a participle: another follows it without "and"."""
    roles = [role_of(s) for s in segments]
    for i, segment in enumerate(segments[1:-1], start=1):
        ambiguous = segment[0].tag == "V" and "E" in verb_forms(segment[0].low)
        if roles[i] == roles[i + 1] == "predicate" and roles[i - 1] == "name" and ambiguous:
            segments[i] = [segment[0]._replace(tag="E"), *segment[1:]]
    return segments


def _may_be_participle(clause: Words) -> bool:
    verb = clause[subject_end(clause)]
    return verb.tag == "V" and "E" in verb_forms(verb.low)


def _apart(words: Words) -> list[Words]:
    """A clause without commas, apart at "and" between two full clauses or two predicates of one subject."""
    tags = tags_of(words)
    lead = tags.find(",") + 1
    end = subject_end(words)
    if not end and lead:
        end = lead + subject_end(words[lead:]) if subject_end(words[lead:]) else 0
    if not end or words[0].tag == "S":
        return [words]
    says = any(w.low in SAYING for w in words[lead + 1 : end + 3])
    for pattern, shared in ((_AND_CLAUSE, False), (_AND_VERB, True)):
        for match in pattern.finditer(tags, end + 1):
            left, right = words[: match.start()], words[match.end() :]
            between = tags[end + 1 : match.start()]
            if not between or len(right) < 3 or words[match.start()].low not in ("and", "but"):
                continue
            if re.search("[SW]", between) or (says and FINITE.search(between)):
                continue
            if shared and "E" in between and right[0].tag == "V":
                continue  # "was directed by A and written by B": one participle beside another
            if not shared and (not subject_end(right) or _disagrees(right)):
                continue
            if tags[-1] in "SWD":
                return [words]  # broken off: where it parts is anyone's guess
            auxiliary = _shared_auxiliary(left[lead:], right)
            return [left, *_apart([*without_adverbs(words[lead:end]), *auxiliary, *right] if shared else right)]
    return [words]


def _disagrees(clause: Words) -> bool:
    """Whether one name has a verb for several: "... of Trade and Health reveal that"."""
    end = subject_end(clause)
    name = tags_of(clause[:end]).rstrip("X")
    plural = clause[end].low in ("are", "were", "have") or set(verb_forms(clause[end].low)) == {"B"}
    return bool(re.fullmatch("D?P+", name)) and plural and (not clause[len(name) - 1].low.endswith("s"))


def _shared_auxiliary(left: Words, right: Words) -> Words:
    """The auxiliary that a second verb shares: "was arrested and later charged" is "was later charged", "will open a
    yard and hire 40 people" is "will hire".
    """
    tags = tags_of(left)
    finite = FINITE.search(tags)
    verb = next((w for w in right if w.tag != "X"), None)
    if finite is None or verb is None or verb.tag != "V":
        return []
    forms = verb_forms(verb.low)
    shares = ("E" in forms and re.match("AX{0,2}E", tags[finite.start() :])) or (
        "B" in forms and left[finite.start()].tag == "M"
    )
    return [left[finite.start()]] if shares else []
