"""Facts that stand beside the main clause: openers, appositions, relative clauses, participle tails.

"Founded in 2016, Alpha, the maker of scales, hired Ann Lee, who is 41, paying $2 million" says five things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.analysis.claims.closed_classes import HUMAN, MONTHS
from components.analysis.claims.grammar import Word, Words, lower_start, tags_of
from components.analysis.claims.segments import Clause, last_name, plain, role_of, subject_end, without_adverbs
from components.analysis.claims.verbs import past_of, verb_forms

_AGE = re.compile(r"^(\d{1,3})$")
_YEAR_OLD = re.compile(r"^(\d{1,3})-year-old$")
_OLDEST = 115
_IS_A = re.compile("[^VAM]{0,30}AX?D[JNE]{0,5}NE?I")
_ROLE_START = re.compile(r"^(?:D|U|K|N)")
_ROLE_ADJECTIVES = frozenset("former current interim chief senior deputy vice managing executive acting".split())
_NO_IDENTITY = frozenset(
    """
    this that these those some no each all then both any more most another either neither west east north south
    """.split()
)
_EMPTY_RELATIVES = frozenset(
    """
    causes caused leads led suggests suggested shows showed means meant makes made allows allowed helps shows could
    would might may should
    """.split()
)
_EVENT_TAILS = frozenset(
    """
    making leaving meaning allowing enabling helping hinting suggesting underscoring highlighting signalling
    signaling showing marking creating reflecting demonstrating proving giving sending sparking prompting forcing
    causing bringing adding citing noting saying arguing claiming warning according including following regarding
    pushing
    """.split()
)


_NO_EVENT = frozenset("called named aged seen said based compared according used given followed".split())


def _is_age(word: Word) -> bool:
    return bool(_AGE.match(word.text)) and 0 < int(word.text) <= _OLDEST


def from_openers(openers: list[Words], head: Words, main: Words) -> Iterator[Clause]:
    """What openers say: "Founded in 2016, X ..." that X was founded in 2016; "At 27, X ..." an age.

    "Although A, B" says A too.
    """
    joined: Words = []
    for opener in openers:
        role = role_of(opener)
        if role == "past participle" or (joined and role == "phrase"):
            joined += [Word(",", "L", False)] * bool(joined) + opener
        elif role == "subordinate" and opener[0].low in ("although", "though", "while") and subject_end(opener[1:]):
            yield Clause(opener[1:])
        elif opener[0].low == "at" and len(opener) <= 3 and _is_age(opener[-1]) and _in_present(head, main):
            yield Clause([*head, *plain(f"is {opener[-1].text} years old")], "mined")
    if joined and head and re.fullmatch("D?P{1,5}|R|D?J?N", tags_of(head)):
        yield Clause([*head, *plain("was"), lower_start(joined[0]), *joined[1:]], "mined")


def _in_present(head: Words, main: Words) -> bool:
    """Whether the verb behind the subject is in the present: "At 15, he formed a band" gives no age of today."""
    verb = main[len(head)].low if head and len(head) < len(main) else "did"
    return verb in ("is", "has", "are", "have", "will") or "Z" in verb_forms(verb)


def from_asides(before: Words, asides: list[Words]) -> Iterator[Clause]:
    """What stands apposed to the name that ``before`` ends in: "X, the 28-year-old head of Y," says two things of X."""
    name = last_name(before)
    if not name or name[-1].low in MONTHS:
        return
    placed = len(before) > len(name) and before[-len(name) - 1].low in ("in", "at", "near", "from", "to")
    of_another = len(before) > len(name) and before[-len(name) - 1].low in (
        "of",
        "for",
        "as",
    )  # the founder of X, who ...
    for i, aside in enumerate(asides):
        role = role_of(aside)
        if role == "relative":
            beside = asides[i - 1] if i and aside[0].low == "which" else before
            yield from from_relative(beside, aside)
        elif len(aside) == 1 and _is_age(aside[0]):
            yield Clause([*name, *plain(f"is {aside[0].text} years old")], "mined")
        elif of_another or (placed and HUMAN.intersection(w.low for w in aside[:4])):
            continue  # "born in Lyon, the son of a barber"
        elif (
            role == "past participle"
            and _is_subject(before, name)
            and len(aside) > 2
            and (aside[0].low not in _NO_EVENT or (aside[0].low == "based" and aside[1].low in ("in", "at")))
        ):
            yield Clause([*name, *plain("is" if aside[0].low == "based" else "was"), *aside], "mined")
        elif role == "participle" and aside[0].low in ("currently", "now", "still"):
            yield Clause([*name, *plain("is"), *aside], "mined")
        elif role == "name" and _is_identity(aside):
            yield from _identity(name, aside)


def _is_subject(before: Words, name: Words) -> bool:
    """Whether the name is what the words before the comma are about: in "the release by Alpha, held in May," it is
    not.
    """
    return len(before) == len(name) or before[-len(name) - 1].tag in "NJ"


def named_role(role: Words, name: Words) -> Iterator[Clause]:
    """What "The firm's head, Ann Lee, said" tells: Ann Lee is the firm's head."""
    if is_role(role):
        start = lower_start(role[0])
        article = [] if role[0].tag in "DK" else [Word("the", "D")]
        whose = re.search("[UKPI]", tags_of(role))
        if (
            whose
            and start.low not in ("a", "an", *_NO_IDENTITY)
            and not (role[0].tag == "K" and role[0].text[0].islower())
        ):
            yield Clause([*name, *plain("is"), *article, start, *role[1:]], "mined")


def is_role(words: Words) -> bool:
    """Whether a name behind the phrase says who it is: "The firm's head, Ann Lee", not "The owner of a factory,
    Alpha".
    """
    tags = tags_of(words)
    plain_noun = re.fullmatch(r"[DKJNP]{1,9}N", tags) and not words[-1].low.endswith("s")
    return bool(plain_noun or re.fullmatch(r"D?[JN]{0,3}NI[DKJNPI]{0,6}P", tags))


def _is_identity(aside: Words) -> bool:
    """Whether an apposition says what someone or something is; names and lists of names do not."""
    tags = tags_of(aside)
    if not (_ROLE_START.match(tags) or aside[0].low in _ROLE_ADJECTIVES) or not (
        re.search("[NI]", tags) or (re.search("[DJ]P$", tags) and aside[-1].text.isupper())
    ):
        return False
    head = re.search("N(?=[^N]|$)", tags)
    noun = aside[head.start()].low if head else ""
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return False
    head_phrase = re.split("[CIWVAE]", tags)[0]
    if not head_phrase.endswith(("N", "J")) and not (head_phrase and aside[len(head_phrase) - 1].text.isupper()):
        return False  # "Latin America, the Middle East and ...": another name, not what it is
    if aside[0].low in _NO_IDENTITY or len(aside) > 16 or tags.count("L") > 1:
        return False
    return len(aside) > 2 or aside[0].tag == "J"


def _identity(name: Words, aside: Words) -> Iterator[Clause]:
    rest = list(aside)
    for i, word in enumerate(aside[:3]):
        age = _YEAR_OLD.match(word.text)
        if age:
            yield Clause([*name, *plain(f"is {age.group(1)} years old")], "mined")
            rest = [*aside[:i], *aside[i + 1 :]]
    if len(rest) < 3 and not (rest and rest[0].low in _ROLE_ADJECTIVES):
        return
    if rest[0].low in _ROLE_ADJECTIVES or (rest[0].tag == "N" and "I" in tags_of(rest)):
        rest = [Word("a" if rest[0].low == "former" else "the", "D"), *rest]
    if rest[0].low == "the" and not re.search("[IKPW]", tags_of(rest)):
        return  # head of what?
    if rest[0].tag in "DUK":
        past = any(re.fullmatch(r"1\d{3}", w.text) for w in rest)
        yield Clause([*name, *plain("was" if past else "is"), *rest], "mined")


def from_relative(before: Words, relative: Words) -> Iterator[Clause]:
    """What ", which/who ..." says of the name or the definite phrase right before the comma.

    Nothing where the antecedent is unsure: a whole clause, or "the head of X, who".
    """
    if not re.match(r"WX{0,2}[VAM]", tags_of(relative)) or relative[1].low in _EMPTY_RELATIVES:
        return
    who = relative[0].low == "who"
    if not who and relative[0].low != "which":
        return
    name = last_name(before)
    previous = before[-len(name) - 1].low if name and len(before) > len(name) else ""
    if not who and _IS_A.match(tags_of(before)):
        return  # "Alpha is a yard in the north of Porto, which ...": the yard or Porto?
    verb = next(w for w in relative[1:] if w.tag in "VAM")
    several = verb.low in ("are", "were", "have") or set(verb_forms(verb.low)) == {"B"}
    kin = re.search("P$", tags_of(before[: max(0, len(before) - len(name) - 1)]))
    if kin and previous in ("on", "of", "for", "in"):
        return  # "the Commission on Tolls, which"
    if several and name and (not name[-1].low.endswith("s") or re.search("[J0]$", tags_of(before[: -len(name)]))):
        return  # "wolves in Europe, which are ..."; "thousands of homeless Greeks, who live ..."
    if name and (previous in ("and", "or") or (who and previous in ("of", "at", "for", "in", "from"))):
        return
    if not name and not who:
        match = re.search(r"D[JN0]{0,3}N$", tags_of(before))
        name = before[match.start() :] if match and before[match.start()].low == "the" else []
    if name:
        yield Clause([*name, *relative[1:]], "relative")


def from_tail(main: Words, tail: Words) -> Iterator[Clause]:
    """What a tail says: ", raising $5 million from X": the subject of a past clause did it.

    A tail whose subject is the event ("leaving 300 idle") gives nothing.
    """
    end = subject_end(main)
    subject = without_adverbs(main[:end])
    if not end or re.search("[CWSE]", tags_of(subject)):
        return
    verb = main[end]
    if verb.tag != "V" or past_of(verb.low) != verb.low:
        return
    for part in _cut_at_and(tail):
        past = past_of(part[0].low)
        if past and part[0].low not in _EVENT_TAILS and len(part) >= 3 and re.search("[0P]", tags_of(part)):
            yield Clause([*subject, part[0]._replace(text=past, tag="V"), *part[1:]])


def _cut_at_and(tail: Words) -> list[Words]:
    match = re.search("CG", tags_of(tail))
    return [tail[: match.start()], tail[match.start() + 1 :]] if match else [tail]
