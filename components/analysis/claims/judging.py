"""Which clauses are claims: named rules, in order. The first that fits says why a clause is none.

A claim is a checkable statement of fact. Forecasts, advice, praise and analysis are none, unless someone is named
as saying them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from components.analysis.claims.closed_classes import BE, DO, NUMBER_WORDS, PLAIN_NOUNS
from components.analysis.claims.grammar import Words, tags_of
from components.analysis.claims.judged_words import (
    BOILERPLATE,
    LASTING,
    LIGHT,
    OPINION,
    PARTICLES,
    PRAISE,
    SHOWING,
    SOFT_VERBS,
    SPECULATIVE,
    STUDIES,
    TOLD_COUNT,
    TRANSITIVE,
    VAGUE_SUBJECTS,
)
from components.analysis.claims.segments import Clause
from components.analysis.claims.standing import points_back
from components.analysis.claims.verbs import base_of, verb_forms
from components.analysis.claims.wording import PUFF, SAYING

MIN_WORDS, MAX_WORDS = 4, 34


class _View(NamedTuple):
    """A clause as the rules look at it: ``end`` is the place of its first finite verb, ``main`` of the verb that
    carries the meaning.
    """

    words: Words
    tags: str
    lows: list[str]
    text: str
    kind: str
    end: int
    main: int

    @property
    def base(self) -> str:
        return base_of(self.lows[self.main])

    @property
    def object(self) -> str:
        """The letters behind the main verb."""
        return self.tags[self.main + 1 :]


def why_not(clause: Clause, text: str) -> str:
    """The name of the first rule that keeps a clause from being a claim, "" when it is one. ``text`` is its wording."""
    words = [w._replace(tag="N") if w.low == "one" and w.tag == "0" else w for w in clause.words]
    tags = tags_of(words)
    if not MIN_WORDS <= len(words) <= MAX_WORDS:
        return "length"
    end = next((i for i, t in enumerate(tags) if t in "VAM"), 0)
    main = end
    if tags[end] in "AM":
        main = next((i for i in range(end + 1, min(end + 5, len(tags))) if tags[i] in "EGB"), end)
        if main < len(tags) - 1 and words[main].low in ("been", "be", "being") and tags[main + 1] in "EG":
            main += 1
    view = _View(words, tags, [w.low for w in words], text, clause.kind, end, main)
    attributed = bool(clause.source) or _says(view)
    rules = _FORM + (_SAID if attributed else _OWN)
    return next((name for name, fits in rules if fits(view)), "")


def _says(view: _View) -> bool:
    """Whether the clause reports someone's words: a verb of saying, and what is said."""
    for i in range(view.end, min(view.end + 3, len(view.words))):
        low = view.lows[i]
        telling = low in SAYING or (low in SHOWING and bool(STUDIES.intersection(view.lows[: view.end])))
        if telling and len(view.words) - i > 3 and any(t in "VAM" for t in view.tags[i + 1 :]):
            return True
    return False


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ASKING = frozenset("know decide ask see tell show say determine explain be have".split())
_STARTS = ("Not", "It", "He", "She", "They", "This", "There", "When", "But", "However", "We")


def _is_debris(view: _View) -> bool:
    starts_anew = any(
        before.tag in "NP0"
        and not after.text[0].isupper()
        and (w.text in _STARTS or (w.text in ("The", "A", "An") and before.text.islower()))
        for before, w, after in zip(view.words, view.words[1:], view.words[2:], strict=False)
    )
    return starts_anew or (
        bool(BOILERPLATE.search(view.text) or re.search(r"https?:|[#@|{}<>]", view.text))
        or view.text.count('"') % 2 == 1
        or "." in view.tags
    )


def _has_vague_subject(view: _View) -> bool:
    start = view.tags[: view.end].rfind(",") + 1
    lows, tags, end = view.lows[start:], view.tags[start:], view.end - start
    head = [low for low, tag in zip(lows[:4], tags[:4], strict=False) if tag not in "DJX"]
    return (
        tags[0] in "BGSWCTE"
        or lows[0] in VAGUE_SUBJECTS
        or head[:1] == []
        or head[0] in VAGUE_SUBJECTS
        or lows[1] == "like"
        or tags[:end].lstrip("X") == "0"
        or (end < 4 and lows[end - 1] in VAGUE_SUBJECTS)
    )


def _is_cut_off(view: _View) -> bool:
    if re.search(r"C[,L]|[DU][,L]|[UK]0$|[AM]X?[,L]|CW[^VAM]*$|I[DX]?J$|^D[MA]|SX?[VAM]|S[DI]M|C[IX]+$", view.tags):
        return True
    if re.search(
        r"\bthat (?:what|how|why|when|that)\b|\b(?:of|between|among) them\b|\bhave both\b|\bthe same thing\b"
        r"|\b(?:commonly|also|formerly|officially|locally) (?:called|named)\b"
        r"|\b(?:has|have|had) [\d,.]+(?: (?:million|billion|thousand))?\.$"
        r"|\b(?:here|before then|since then|that same|this (?:is|was)|(?:do|does|did|done|doing) (?:this|that|so))\b"
        r"|\bboth [a-z]{2,20}\.$|(?<!one )\banother [a-z]{2,20}\b|\bthe (?:problem|issue|situation)\b(?! of| with)"
        r"|\bthe (?:first|second|third|last|next),|\bso (?:is|are|was|were)\b"
        r"|\b(?:is|are|was|were|been) (?:\w+ ){0,2}(?:described|called|considered|regarded|defined)\.$"
        r"|\b(?:just|almost|nearly|twice|equally|not) as [a-z]+\.$|\bone of \d+\.$|\bthat if [^,]{1,300}$",
        view.text,
    ):
        return True
    if view.lows[-1] in NUMBER_WORDS and re.search("[VEBD]X?(?:0C)?0$", view.tags):
        return True  # "have discovered four": of what?
    if view.main == len(view.words) - 1 and view.lows[view.main] in SAYING:
        return True
    if re.search(r"AX?DN$", view.tags) and view.lows[-2] in ("a", "an"):
        last = view.lows[-1]  # "is a universal", "is a high-level": the noun is gone
        if "-" in last or (last.endswith(("ive", "ous", "ful", "sal", "ical")) and last not in PLAIN_NOUNS):
            return True
    if any(w.low in DO and after.tag in "EV" for w, after in pairwise(view.words)):
        return True  # misread: "the tests the firm did involved 180 people"
    if _is_one_phrase(view) or re.search(r"DX?[JG]{1,3}$|K[JX0]$", view.tags):
        return True
    if view.lows[view.end + 1 : view.end + 2] in (["who"], ["which"]) and view.base not in _ASKING:
        return True  # misread: "a cook who moved to Oslo"
    if re.search("VI?$", view.tags) and base_of(view.lows[view.tags.rindex("V")]) in TRANSITIVE:
        return True  # "the firm that owns it brought in"
    for i, word in enumerate(view.words):
        opens = (word.tag in "SW" and word.low in ("that", "who", "which")) or (word.low == "but" and i > view.end)
        if opens and not re.search("[VAM]", view.tags[i:]) and "not" not in view.lows[:i]:
            return True
    if re.search(r"[VAMBTSWC]$|[DUKI]$|[DUK]X$|^[^VAM]*[VAM]S[IX]*$", view.tags) and view.lows[-1] not in PARTICLES:
        return True
    return bool(re.search(r"(?:(?:^|[^VAM])V|A)[,C]$", view.tags)) or view.lows[-1] in (
        "both",
        "either",
        "such",
        "only",
        *_ORDINALS,
        "other",
        "just",
        "even",
        "almost",
        "nearly",
        "about",
        "none",
        "what",
        "which",
        "who",
        "this",
        "these",
    )


def _is_one_phrase(view: _View) -> bool:
    """A subject with its relative clause and nothing said of it: "the minister who freed him and shared the prize"."""
    if "W" not in view.tags[max(0, view.end - 2) : view.end]:
        return False
    later = [i for i in range(view.end + 1, len(view.tags)) if view.tags[i] in "VAM"]
    return all("C" in view.tags[max(0, i - 2) : i] or view.tags[i - 1] == "A" for i in later)


def _runs_on(view: _View) -> bool:
    """Two sentences without a mark between them: "in London they met"; a speaker behind what is said."""
    there = re.search(r"\w there (?:is|are|was|were) ", view.text) and " that there " not in view.text
    if re.search(r"\w (?:says|explains|adds)(?: [A-Z][\w'-]{0,40}){1,4}\.$", view.text):
        return True
    return not _says(view) and bool(there or re.search("[PNJ]R[VAM]", view.tags[view.end :]))


def _lacks_its_object(view: _View) -> bool:
    """A verb that needs an object and has none: a participle read as finite ("studies published in May"), or one whose
    object stood in another sentence ("she stopped in 2012").
    """
    perfect = view.lows[view.end] in ("has", "have", "had") and view.tags[view.main] == "E"
    if not (perfect or (view.main == view.end and view.tags[view.end] == "V")) or view.base not in TRANSITIVE:
        return False
    alone = not view.object or view.object[0] in "I.,L" or set(view.object) <= {"J"}
    return alone and not {"up", "out", "off", "over", "away", "for", "on", "against"}.intersection(
        view.lows[view.end + 1 : view.end + 2]
    )


def _tells_without_saying(view: _View) -> bool:
    """Find "Lee said funding for refuges": a verb of saying, and no clause or infinitive that says something."""
    low = view.lows[view.end]
    if low not in (
        "said",
        "says",
        "say",
        "told",
        "tells",
        "added",
        "insisted",
        "explained",
        "argued",
        "warned",
        "claims",
        "claimed",
        "believe",
        "believes",
        "believed",
    ):
        return False
    said = view.tags[view.end + 1 :]
    if re.match("X?D[JN]{0,3}NT", said):
        return True  # "says only the need to save them"
    figure = low in ("said", "says") and said[:1] != "I" and "0" in said  # "says homes change hands at $25m"
    return not (figure or re.search("[VAM]|TB", said)) and low not in ("added", "warned")


def _has_no_anchor(view: _View) -> bool:
    return not re.search("[PK0]", view.tags)


def _speculates(view: _View) -> bool:
    measured = "can" in view.lows and "0" in view.tags and view.base not in ("benefit", "help", "try")
    return bool(SPECULATIVE.intersection(view.lows)) and not measured


def _sets_condition(view: _View) -> bool:
    return "if" in view.lows or "unless" in view.lows


def _has_opinion(view: _View) -> bool:
    if re.search(
        r"\b(?:than ever|more than just|not just|not only|all about|is (?:also )?about|such an?|no longer just)\b",
        view.text,
    ):
        return True
    own = {w.low for w in view.words if w.tag not in "PK0"}  # "Best Picture" is a name
    own -= {"worth"} if re.search(r"\bworth (?:\w+ ){0,3}[$£€¥\d]", view.text) else set()
    described = {w.low for w in view.words if w.tag in "JNX"}  # "is calculated" is none
    if own & PRAISE or described & PUFF:
        return True
    return "0" not in view.tags[view.end :] and bool(own & OPINION)


def _is_forecast(view: _View) -> bool:
    if view.tags[view.end] != "M":
        return False
    if view.lows[view.end] == "will":
        plain = view.tags[view.end + 1 : view.end + 2] != "X" and re.search(
            "[PK0]", view.tags[: view.end] + view.object
        )
        return not plain or view.base in SOFT_VERBS
    return "0" not in view.tags


def _is_mere_description(view: _View) -> bool:
    if view.main != view.end or view.lows[view.end] not in BE:
        return False
    rest = view.object.lstrip("X")
    if "0" in view.tags or re.match(r"[DUKIE]|[JNX]{0,4}P|[JN]{1,5}I", rest):
        return False
    return not (rest.endswith("N") and view.lows[-1].endswith("s"))


_YEAR = re.compile(r"(?:1\d|20)\d\d$")


def _has_soft_verb(view: _View) -> bool:
    start = view.tags[: view.end].rfind(",") + 1  # "In 2005, ..." dates what is said, "the 2005 album" dates nothing
    figures = any(
        t == "0" and not (start <= i < view.end and (_YEAR.match(view.lows[i]) or view.lows[start] == "the"))
        for i, t in enumerate(view.tags)
    )
    if figures or (view.main == view.end and view.lows[view.end] in BE):
        return False
    return view.base in SOFT_VERBS or (view.base in LIGHT and not re.search("[PK]", view.object))


def _comments_on_the_present(view: _View) -> bool:
    """Present tense without a figure: "is redefining the field", "knows how to build"; lasting facts apart."""
    low, tag = view.lows[view.end], view.tags[view.end]
    if "0" in view.tags or view.kind == "mined":
        return False
    if low in ("is", "are", "was", "were") and view.tags[view.main] == "G":
        return not re.search("[PK]", view.object) or "X" in view.tags[view.end : view.main]
    return tag == "V" and "D" not in verb_forms(low) and view.base not in LASTING


def _says_nothing(view: _View) -> bool:
    if view.main == len(view.tags) - 1:
        return view.tags[view.main] == "G" or not re.search("[PK]", view.tags)
    return not re.search("[PKN0JE]", view.object) or view.lows[view.main + 1] in ("something", "anything", "things")


def _quotes_nothing(view: _View) -> bool:
    if re.search(r"\bthe same(?: thing)?(?= in |\.|$)", view.text):
        return True
    return not re.search("[PK0]", view.tags[view.end + 1 :])


_Rule = tuple[str, Callable[[_View], bool]]
_FORM: tuple[_Rule, ...] = (
    ("debris", _is_debris),
    ("no finite verb", lambda view: view.end == 0),
    ("vague subject", _has_vague_subject),
    ("cut off", _is_cut_off),
    ("runs on", _runs_on),
    ("no object", _lacks_its_object),
    ("nothing said", _tells_without_saying),
    ("no name or number", _has_no_anchor),
    ("points back", lambda view: points_back(view.words, view.end, view.main) or bool(TOLD_COUNT.search(view.text))),
)
_SAID: tuple[_Rule, ...] = (("nothing said", _quotes_nothing),)
_OWN: tuple[_Rule, ...] = (
    ("speculation", _speculates),
    ("condition", _sets_condition),
    ("opinion", _has_opinion),
    ("forecast", _is_forecast),
    ("mere description", _is_mere_description),
    ("soft verb", _has_soft_verb),
    ("comment", _comments_on_the_present),
    ("nothing said", _says_nothing),
)
