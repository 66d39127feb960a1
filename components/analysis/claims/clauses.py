"""One sentence into clauses of one fact each: asides, openers and tails off, coordinated clauses and predicates apart.

The rules run in the order of :func:`split_clauses`. Each works on the letters of grammar.py; a sentence that fits no rule stays
whole, a clause that cannot stand alone is left out: a missed claim is cheap, a broken one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from components.analysis.claims.grammar import MONTHS, Word, Words, render, tags_of
from components.analysis.claims.wording import CONNECTIVES, SAYING, WEAK_OPENERS

Kind = Literal["main", "mined", "relative"]
_OPENING = ("phrase", "subordinate", "participle", "past participle", "adverb", "source")


class Clause(NamedTuple):
    """A clause with subject and finite verb. ``source`` is the attribution it stands under ("according to ..."), or empty."""

    words: Words
    kind: Kind = "main"
    source: str = ""


_NP = r"[DUKXJE0G]{0,5}[NP0]{1,5}"
_NPP = rf"{_NP}(?:I{_NP}){{0,2}}"
_LIST = re.compile(rf"{_NPP}(?:,{_NPP}){{0,12}},{_NPP},?C{_NPP}")
_FINITE = re.compile("[VAM]")
_SUBJECT = re.compile(
    rf"^(?:(?:[DU]?X?C?)?{_NPP}(?:C{_NPP}){{0,3}}|R|D|0)(?:E[^VAMSWT,]{{0,9}}|[WS][^,]{{0,12}}?[VAM][^,VAM]{{0,10}})?X{{0,3}}(?=[VAM])"
)
_AND_CLAUSE = re.compile(rf"C(?=X?(?:R|{_NPP})X{{0,2}}[VAM])")
_AND_VERB = re.compile(r"C(?=X{0,2}[VAM])")
_NAME_END = re.compile(r"D?P+$")
_AGE = re.compile(r"^(\d{1,3})$")
_YEAR_OLD = re.compile(r"^(\d{1,3})-year-old$")


def split_clauses(words: Words) -> list[Clause]:
    """The clauses of a sentence, in order. Each has a subject and a finite verb, and no closing mark."""
    words = without_brackets(words)
    found: list[Clause] = []
    for part in _at_marks(words):
        found += _split_part(part)
    return [c for c in found if _FINITE.search(tags_of(c.words)) and len(c.words) > 2]


def without_brackets(words: Words) -> Words:
    """The words outside parentheses and brackets, quotation marks that were left alone removed, no closing mark."""
    kept: Words = []
    depth = 0
    for word in words:
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(word)
    if sum(w.text == '"' for w in kept) % 2:
        kept = [w for w in kept if w.text != '"']
    while kept and (kept[-1].tag in ".,;:-" or kept[-1].text == '"' and kept[0].text == '"'):
        kept.pop()
    return kept


def _at_marks(words: Words) -> list[Words]:
    """Apart at semicolons, colons and dashes. Between two dashes stands an aside, unless what follows starts anew."""
    parts: list[Words] = []
    for chunk in _cut(words, ";:"):
        pieces = _cut(chunk, "-")
        if len(pieces) == 3 and pieces[2] and not _subject_end(pieces[2]):
            parts.append(pieces[0] + pieces[2])
            parts += [pieces[1]] if _subject_end(pieces[1]) else []
        else:
            parts += [p for i, p in enumerate(pieces) if i == 0 or _subject_end(p)]
    return parts


def _cut(words: Words, marks: str) -> list[Words]:
    parts: list[Words] = [[]]
    for word in words:
        if word.tag in marks and word.text in ";:—-–":
            parts.append([])
        else:
            parts[-1].append(word)
    return [p for p in parts if p]


def _subject_end(words: Words) -> int:
    """How many words the subject takes when the words are a full clause, else 0."""
    match = _SUBJECT.match(tags_of(words))
    return match.end() if match else 0


def _list_commas(words: Words) -> Words:
    """Commas inside lists, dates and places get the letter L: no clause ends there."""
    tags = tags_of(words)
    inside = set()
    for match in _LIST.finditer(tags):
        commas = [i for i in range(match.start(), match.end()) if tags[i] == ","]
        after = tags[match.end() : match.end() + 2]
        aside = after[:1] == "," and (len(after) == 1 or after[1] in "VAMXI") and len(commas) < 3
        apposed = tags[commas[0] - 1] == "P" and tags[commas[0] + 1] == "D" and len(commas) < 3
        if not aside and not apposed:
            inside.update(commas)
    for i, word in enumerate(words):
        if word.tag != "," or not 0 < i < len(words) - 1:
            continue
        one, other = words[i - 1], words[i + 1]
        date = other.tag == "0" and re.fullmatch(r"\d{4}", other.text) and (one.tag == "0" or one.low in MONTHS)
        place = one.tag == other.tag == "P" and _in_place(words, i) and tags[i + 2 : i + 3] not in ("V", "A", "M")
        if date or place or one.tag == other.tag == "J":
            inside.add(i)
    return [w._replace(tag="L") if i in inside else w for i, w in enumerate(words)]


def _in_place(words: Words, comma: int) -> bool:
    """Whether the name before the comma follows a preposition of place: "in Lyon, France"."""
    at = comma - 1
    while at > 0 and words[at].tag == "P":
        at -= 1
    return words[at].low in ("in", "at", "near", "from", "to", "of", "outside")


def _segments(words: Words) -> list[Words]:
    parts: list[Words] = [[]]
    quoted = False
    for word in words:
        quoted ^= word.text == '"'
        if word.tag == "," and not quoted:
            parts.append([])
        else:
            parts[-1].append(word)
    return [p for p in parts if p]


def _role(segment: Words) -> str:
    """What a stretch between commas is: clause, predicate, relative, participle, subordinate, phrase, name or adverb."""
    tags = tags_of(segment)
    body = tags.lstrip("X")
    low = segment[0].low
    if not body:
        return "adverb"
    if tags[0] == "W" or re.match(r"(?:[DN0]?I|0)W", tags):
        return "relative"
    if low in ("according",):
        return "source"
    if tags[0] == "S":
        return "subordinate"
    if tags[0] == "C":
        rest = segment[1:]
        if rest and _subject_end(rest):
            return "and clause"
        return "and predicate" if re.match(r"X{0,2}[VAM]", tags[1:]) else "and phrase"
    if re.match(r"[VAM]", body):
        return "predicate"
    if body[0] == "G":
        return "participle"
    if body[0] == "E":
        return "past participle"
    if _subject_end(segment):
        return "clause"
    if tags[0] == "I":
        return "phrase"
    return "other" if _FINITE.search(tags) else "name"


def _split_part(words: Words) -> list[Clause]:
    """Read the stretches between commas from left to right: openers, subject and asides, predicate, tails."""
    segments = _segments(_list_commas(words))
    openers: list[Words] = []
    while len(segments) > 1 and (_role(segments[0]) in _OPENING or (openers and _role(segments[0]) == "relative")):
        if segments[0][0].low in ("if", "unless"):
            return []
        openers.append(segments.pop(0))
    if not segments:
        return []
    source = next((render(o) for o in openers if o[0].low == "according"), "")
    found: list[Clause] = []
    main, head, asides, rest = _subject_and_asides(segments)
    if not main:
        return []
    found += _from_openers(openers, head)
    found += _from_asides(head, asides)
    kept = next(([*o, Word(",", ",", False)] for o in openers[-1:] if _keeps(o)), [])
    for segment in rest:
        role = _role(segment)
        if role in ("predicate", "and predicate"):
            predicate = segment[1:] if segment[0].tag == "C" else segment
            if _SUBJECT.match(tags_of(main)) or _FINITE.search(tags_of(main)):
                found += [Clause(one, source=source) for one in _apart(main)]
                head = main[: _subject_end(main)] or head
            main = head + predicate
        elif role == "and clause" or (role == "clause" and not _is_saying(segment)):
            found += [Clause(one, source=source) for one in _apart(kept + main)]
            main, kept = (segment[1:] if segment[0].tag == "C" else segment), []
            head = main[: _subject_end(main)]
        elif _is_saying(segment):
            said = _reported(main, segment)
            main = said or main
            source = "" if said else source
        elif role == "source":
            source = render(segment)
        elif role == "subordinate" and segment[0].low in ("while", "whereas", "although", "though"):
            found += (
                [Clause(one, source=source) for one in _apart(kept + main)] if _FINITE.search(tags_of(main)) else []
            )
            main, kept = segment[1:], []
            head = main[: _subject_end(main)]
        elif role == "relative":
            found += _from_relative(main, segment)
        elif role in ("name", "past participle"):
            found += _from_asides(main, [segment])
        elif role == "participle":
            found += _from_tail(main, segment)
        elif role == "phrase" and len(main) + len(segment) <= 22 and re.search("[0P]", tags_of(segment)):
            main = [*main, Word(",", "L", False), *segment]
    found += [Clause(one, source=source) for one in _apart(kept + main)] if main else []
    return found


def _subject_and_asides(segments: list[Words]) -> tuple[Words, Words, list[Words], list[Words]]:
    """(first clause, its subject as far as the first comma, asides before its predicate, the rest)."""
    first = segments[0]
    if _role(first) in ("and clause", "and predicate"):
        first = first[1:]
    role = _role(first)
    if role in ("clause", "other"):
        return first, first[: _subject_end(first)], [], segments[1:]
    for i, segment in enumerate(segments[1:4], start=1):
        if role == "name" and _role(segment) == "predicate":
            return first + segment, first, segments[1:i], segments[i + 1 :]
        if role == "name" and _role(segment) == "clause" and i == 1:
            if segment[0].tag == "P" and first[0].tag in "DUK":
                return segment, segment[: _subject_end(segment)], [], segments[2:]
            break
    return [], [], [], []


def _keeps(opener: Words) -> bool:
    """Whether an opener stays: a short phrase of time or place."""
    text = render(opener).lower()
    if text in CONNECTIVES or opener[0].low in WEAK_OPENERS or _role(opener) != "phrase":
        return False
    return len(opener) <= 7 and not _FINITE.search(tags_of(opener)) and not re.search("[ROU]", tags_of(opener))


def _is_saying(segment: Words) -> bool:
    """ "the firm said", "said Lee": a speaker and a verb of saying, nothing said."""
    if len(segment) > 12:
        return False
    tags = tags_of(segment)
    ends = segment[-1].low in SAYING and _subject_end(segment) == len(segment) - 1
    return ends or (segment[0].low in SAYING and bool(re.fullmatch(rf"V(?:R|{_NPP})", tags)))


def _reported(said: Words, segment: Words) -> Words:
    """ "X, the firm said" -> "the firm said that X"; empty when the speaker is a pronoun."""
    verb = segment[0] if segment[0].low in SAYING else segment[-1]
    speaker = segment[1:] if verb is segment[0] else segment[:-1]
    if not speaker or not _subject_end(said):
        return []
    return [*speaker, verb._replace(gap=True), Word("that", "S"), lower_start(said[0]), *said[1:]]


def lower_start(word: Word) -> Word:
    """The word as it stands inside a sentence: names keep their capital."""
    if word.tag in "PK0" or word.text == "I" or (word.text.isupper() and len(word.text) > 1):
        return word._replace(gap=True)
    return word._replace(text=word.text[:1].lower() + word.text[1:], gap=True)


def _from_openers(openers: list[Words], head: Words) -> Iterator[Clause]:
    """ "Founded in 2016, X ..." says that X was founded in 2016; "Although A, B" says A too; "At 27, X" her age."""
    joined: Words = []
    for i, opener in enumerate(openers):
        role = _role(opener)
        if role == "past participle" or (joined and role == "phrase"):
            joined += [Word(",", "L", False)] * bool(joined) + opener
        elif role == "subordinate" and opener[0].low in ("although", "though", "while") and _subject_end(opener[1:]):
            yield from (Clause(one) for one in _apart(opener[1:]))
        elif (
            i == 0
            and opener[0].low == "at"
            and opener[-1].tag == "0"
            and _AGE.match(opener[-1].text)
            and len(opener) <= 3
        ):
            yield Clause(_copula(head, f"{opener[-1].text} years old"), "mined")
    if joined and head and head[-1].tag in "PNR" and not re.search("[CWSVAM]", tags_of(head)):
        yield Clause([*head, *_plain(f"was {lower_start(joined[0]).text}"), *joined[1:]], "mined")


def _copula(subject: Words, predicate: str, verb: str = "is") -> Words:
    return [*subject, *_plain(f"{verb} {predicate}")]


def _plain(text: str) -> Words:
    """Words of our own making, tagged as far as later rules look at them."""
    tags = {"is": "A", "was": "A", "are": "A", "were": "A"}
    return [Word(w, tags.get(w, "0" if w[0].isdigit() else "N")) for w in text.split()]


def _last_name(words: Words) -> Words:
    match = _NAME_END.search(tags_of(words))
    return words[match.start() :] if match else []


def _from_asides(before: Words, asides: list[Words]) -> Iterator[Clause]:
    """What stands apposed to a name: "X, the 28-year-old head of Y," says two things of X."""
    name = _last_name(before)
    if not name:
        return
    for aside in asides:
        tags = tags_of(aside)
        role = _role(aside)
        if role == "relative":
            yield from _from_relative(name, aside)
        elif len(aside) == 1 and _AGE.match(aside[0].text) and 0 < int(aside[0].text) < 116:
            yield Clause(_copula(name, f"{aside[0].text} years old"), "mined")
        elif role == "past participle" and len(aside) > 2 and aside[0].low not in ("called", "named", "aged"):
            yield Clause([*name, *_plain("is" if aside[0].low == "based" else "was"), *aside], "mined")
        elif role == "participle" and aside[0].low in ("currently", "now", "still"):
            yield Clause([*name, *_plain("is"), *aside], "mined")
        elif role == "name" and _is_identity(aside, tags):
            yield from _identity(name, aside)


_ROLE_START = re.compile(r"^(?:D|U|K|N)")
_ROLE_ADJECTIVES = frozenset("former current interim chief senior deputy vice managing executive acting".split())


def _is_identity(aside: Words, tags: str) -> bool:
    if (
        not (_ROLE_START.match(tags) or aside[0].low in _ROLE_ADJECTIVES)
        or not re.search("[NP]", tags)
        or len(aside) > 16
    ):
        return False
    if tags.count("L") > 1 or not re.search("[NI]|.P$", tags):
        return False
    if aside[0].low in (
        "this",
        "that",
        "these",
        "those",
        "some",
        "no",
        "each",
        "all",
        "then",
        "both",
        "any",
        "more",
        "most",
    ):
        return False
    return len(aside) > 2 or aside[0].tag == "J"


def _identity(name: Words, aside: Words) -> Iterator[Clause]:
    rest = list(aside)
    for i, word in enumerate(aside[:3]):
        age = _YEAR_OLD.match(word.text)
        if age:
            yield Clause(_copula(name, f"{age.group(1)} years old"), "mined")
            rest = [*aside[:i], *aside[i + 1 :]]
    if len(rest) < 3 and not (rest and rest[0].tag in "JK"):
        return
    while rest and rest[0].tag in "X":
        rest = rest[1:]
    if rest and rest[0].low in ("a", "an") and len(rest) > 1:
        article = "an" if rest[1].low[0] in "aeiou" else "a"
        rest = [rest[0]._replace(text=article), *rest[1:]]
    if rest and rest[0].tag in "NJ" and "I" in tags_of(rest):
        rest = [
            Word("the" if "C" in tags_of(rest)[:3] or rest[0].low not in ("former", "current") else "the", "D"),
            *rest,
        ]
    if rest and rest[0].tag in "DUK":
        yield Clause([*name, *_plain("is"), *rest], "mined")


def _from_relative(before: Words, relative: Words) -> Iterator[Clause]:
    """ ", which/who ..." about the name or the definite phrase right before the comma; a whole clause as antecedent gives nothing."""
    tags = tags_of(relative)
    if relative[0].low not in ("which", "who") or not re.match(r"WX{0,2}[VAM]", tags):
        return
    if relative[1].low in (
        "means",
        "meant",
        "makes",
        "made",
        "allows",
        "allowed",
        "helps",
        "shows",
        "could",
        "would",
        "might",
        "may",
        "should",
    ):
        return
    name = _last_name(before)
    if not name:
        match = re.search(r"D[JN0]{0,3}N$", tags_of(before))
        name = (
            before[match.start() :]
            if match and relative[0].low == "which" and before[match.start()].low == "the"
            else []
        )
    if name:
        yield Clause([*name, *relative[1:]], "relative")


_EVENT_TAILS = frozenset(
    """making leaving meaning allowing enabling helping hinting suggesting underscoring highlighting signalling signaling showing marking
    creating reflecting demonstrating proving giving sending sparking prompting forcing causing bringing adding citing noting saying
    arguing claiming warning according including following regarding pushing""".split()
)


def _from_tail(main: Words, tail: Words) -> Iterator[Clause]:
    """ ", raising $5 million from X": the subject of a past clause did it; tails whose subject is the event give nothing."""
    from components.analysis.claims.verbs import past_of

    end = _subject_end(main)
    at = next((i for i, w in enumerate(tail) if w.tag == "G"), 0)
    past = past_of(tail[at].low)
    verb = main[end] if end < len(main) else None
    if not end or not past or verb is None or tail[at].low in _EVENT_TAILS or not re.search("[0P]", tags_of(tail)):
        return
    if (
        verb.tag == "V"
        and (verb.low.endswith("ed") or past_of(verb.low) == verb.low)
        and len(tail) >= 4
        and " and " not in f" {render(main[:end])} "
    ):
        yield from (
            Clause(one)
            for one in _apart([*main[:end], *tail[:at], tail[at]._replace(text=past, tag="V"), *tail[at + 1 :]])
        )


def _apart(words: Words) -> list[Words]:
    """A clause without commas, apart at "and" between two full clauses or two predicates of one subject."""
    tags = tags_of(words)
    end = _subject_end(words)
    lead = tags.find(",") + 1
    if not end and lead:
        end = lead + _subject_end(words[lead:]) if _subject_end(words[lead:]) else 0
    verb = end
    says = any(w.low in SAYING for w in words[verb : verb + 3])
    if not end or words[0].tag == "S":
        return [words]
    for pattern, shared in ((_AND_CLAUSE, False), (_AND_VERB, True)):
        for match in pattern.finditer(tags, end + 1):
            left, right = words[: match.start()], words[match.end() :]
            between = tags[verb + 1 : match.start()]
            if (
                re.search("[SW]", between)
                or (says and _FINITE.search(between))
                or len(between) < 1
                or len(right) < 3
                or words[match.start()].low not in ("and", "but")
            ):
                continue
            if not shared and not _subject_end(right):
                continue
            if (
                shared
                and words[verb].tag == "A"
                and match.end() < len(words)
                and right[0].tag == "V"
                and "E" in between[:2]
                and len(right) < 4
            ):
                continue
            subject = words[lead:end]
            while subject and subject[-1].tag == "X":
                subject = subject[:-1]
            return [left, *_apart([*subject, *right] if shared else right)]
    return [words]
