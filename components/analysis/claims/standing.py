"""Whether a clause stands on its own: a reader who sees nothing else knows who and what is meant."""

from __future__ import annotations

import re

from components.analysis.claims.closed_classes import HUMAN, PLURALS, word_set
from components.analysis.claims.grammar import Words, tags_of

#: There is one of each in a story: "the police", "the deal". Everything else that is "the ..." needs a name beside it.
KNOWN = word_set(
    """
    government police army military navy court parliament senate congress opposition president pope queen king
    economy internet public press media church sea world earth sun moon sky country crown cabinet union
    deal agreement merger takeover acquisition transaction purchase sale attack bombing shooting explosion blast
    crash accident collision earthquake quake storm hurricane typhoon cyclone tornado flood fire blaze eruption war
    ceasefire conflict crisis trial verdict election referendum vote bill law ban strike protest demonstration march
    summit virus outbreak pandemic epidemic vaccine disease investigation inquiry lawsuit tournament championship
    match final ceremony study research survey report murder killing kidnapping rescue evacuation shutdown
    recession scandal disaster
    """
)
# After what, or before what? An earlier sentence says it.
_AFTERWARDS = re.compile(
    r"\bthe (?:following|next|previous|same) (?:day|week|month|year|season|morning|evening|decade|century)\b"
    r"|\b(?:day|week|month|year|hour|decade)s? (?:later|earlier|beforehand)$|\bthe (?:day|year|week) before$"
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")
#: Which one, the article knows; a claim that stands alone has to say it.
_WHERE = frozenset(("country", "city"))
_PARTS = frozenset("third thirds quarter quarters half fifth fifths tenth tenths most".split())
_SHARES = frozenset("percentage proportion share figure number total amount rate average".split())
_BARE = re.compile(r"D[JX]{0,2}N")
_OF_BARE = re.compile(r"(?:D[JN]{0,2})?NIDN")
_INDEFINITE = re.compile(r"D[JN]{0,3}N")
_OBJECT_BARE = re.compile(r"(D|U)[JN]{0,1}N$")
_SHORT_OBJECT = 5
# "The Midlands city", "the veteran striker": another way to call who or what an earlier sentence names.
_STANDS_FOR = HUMAN | word_set(
    """
    goalkeeper keeper midfielder striker defender forward winger captain skipper batsman bowler boss veteran star
    politician lawmaker worker singer rapper comedian presenter billionaire millionaire entrepreneur teenager
    youngster pensioner duo trio pair couple brothers sisters twins man woman men women city town village club side
    team block building facility giant retailer airline device
    """
)
# Like what? An earlier sentence says it.
_COMPARED = frozenset("similar equivalent corresponding respective aforementioned latter".split())
_INDEFINITES = frozenset(("a", "an", "another", "one"))
# "this year" is as good as a date beside the article's own.
_SPANS = frozenset("year month week summer winter spring autumn season morning evening afternoon".split())
_DEFINITES = frozenset(("the", "this", "that", "these", "those", "such"))


def points_back(words: Words, end: int, main: int) -> bool:
    """Whether subject or object is "the ..." of an earlier sentence: "the list included ...", "... left the town".

    ``end`` is the place of the finite verb, ``main`` that of the verb that carries the meaning. Linear.
    """
    if _AFTERWARDS.search(" ".join(w.low for w in words)) and not any(_YEAR.fullmatch(w.text) for w in words):
        return True
    if any(points(words, i) or _of_a_company(words, i) for i in range(1, len(words))):
        return True
    tags = tags_of(words)
    start = tags[:end].rfind(",") + 1
    subject = words[start:end]
    while subject and subject[-1].tag == "X":
        subject = subject[:-1]
    while subject and subject[0].tag == "X" and len(subject) > 2 and subject[1].tag == "D":
        subject = subject[1:]
    if not subject:
        return False
    letters = tags_of(subject)
    if any(_compares(words, i) for i in range(len(words))):
        return True
    if "S" in letters:
        return True  # misread: "the company points out that thousands die"
    first = subject[0].low
    if first in _DEFINITES and _BARE.fullmatch(letters) and (not is_known(subject) or subject[-1].low in _WHERE):
        return True
    counted = re.match("DJ?0(?:J?N)?$|DJ?0IN", letters) and not any(_YEAR.fullmatch(w.text) for w in subject)
    if first == "other" or (first == "the" and (counted or subject[1].low == "other")):
        return True  # "the 60% went to Oslo", "the 12 ships left", "the other 20% of cash"
    if subject[-1].low in _PARTS and all(w.low != "of" for w in subject):
        return True  # "two thirds admit it"
    share = first == "the" and re.match("D[JN]?N(?:$|I)", letters) and _SHARES.intersection(w.low for w in subject[:3])
    if share and all(w.low != "of" for w in subject):
        return True  # "the percentage in Oslo": of what?
    if _OF_BARE.fullmatch(letters) and (first in _DEFINITES or letters[0] == "N"):
        inner = subject[letters.index("I") + 1 :]
        return inner[0].low in _DEFINITES and not is_known(inner)
    counted = re.match("0I", letters) and subject[1].low not in ("of", "per")  # "27 off the last three overs"
    if not re.search("[NP0RK]", letters) or first == "next" or counted:
        return True
    if first == "the" and letters[-1] == "N" and subject[-1].low in _STANDS_FOR and "I" not in letters:
        return True  # "the Welsh goalkeeper was dropped"
    if (
        "C" in letters
        and is_plural(subject)
        and subject[-1].low.endswith("s")
        and words[end].low in ("is", "was", "has")
    ):
        return True  # misread: several, and a verb for one
    named = re.search("[PK]", tags)
    if re.fullmatch("0ID[JN]{0,2}N", letters):
        return True  # "seven of the attacks were fatal"
    if first in _INDEFINITES and _INDEFINITE.fullmatch(letters) and not named:
        return True  # "a top salary can be up to $90"
    if not named and letters == "N" and not is_plural(subject):
        return True  # "consumption has halved"
    if not named and re.fullmatch("D?0N", letters) and len(subject[-2].text) < 3 + subject[-2].text.isalpha() * 9:
        return True  # "two seasons have been broadcast"
    rest = words[main + 1 :]
    if len(rest) > _SHORT_OBJECT or re.search("[PK0]", tags[main + 1 :]):
        return False
    bare = _OBJECT_BARE.search(tags_of(rest))
    return bare is not None and rest[bare.start()].low in _DEFINITES and not is_known(rest)


def _compares(words: Words, at: int) -> bool:
    following = words[at + 1].low if at + 1 < len(words) else "to"
    before = words[at - 1].low if at else ""
    return words[at].low in _COMPARED and following != "to" and before not in ("any", "no")


def _of_a_company(words: Words, at: int) -> bool:
    """Whether "his company's board", "the company's founder" stands there: of which company, is said elsewhere."""
    following = words[at + 1].low.removesuffix("'s") if at + 1 < len(words) else ""
    if following not in _COMPANIES:
        return False
    return words[at].tag == "U" or (words[at].low == "the" and words[at + 1].tag == "K")


_COMPANIES = frozenset("company firm group business organisation organization employer startup start-up".split())


def points(words: Words, at: int) -> bool:
    """Whether the word there points at something said before: "these rules", "such firms"."""
    following = words[at + 1 : at + 2]
    pointing = words[at].low in ("this", "these", "those", "such") and words[at].tag == "D"
    return (
        pointing
        and bool(following)
        and following[0].tag in "JNEKP"
        and following[0].low.removesuffix("'s") not in _SPANS
    )


def is_known(phrase: Words) -> bool:
    """Whether a phrase ends in a noun of which a story has one."""
    if not phrase:
        return False
    return phrase[-1].low in KNOWN or phrase[-1].low.removesuffix("s") in KNOWN


def is_plural(words: Words) -> bool:
    """Whether a phrase names several: a plural noun, or things joined by "and"."""
    return any(w.tag == "C" and w.low == "and" for w in words) or any(
        w.tag == "N" and ((w.low.endswith("s") and not w.low.endswith("ss")) or w.low in PLURALS) for w in words
    )
