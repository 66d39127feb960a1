"""Which clauses are claims: named rules, in order. The first that fits says why a clause is none.

A claim is a checkable statement of fact. Forecasts, advice, praise and analysis are none, unless someone is named
as saying them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from components.analysis.claims.closed_classes import BE
from components.analysis.claims.grammar import Words, tags_of
from components.analysis.claims.segments import Clause
from components.analysis.claims.verbs import base_of, verb_forms
from components.analysis.claims.wording import PUFF, SAYING

MIN_WORDS, MAX_WORDS = 4, 34

_BOILERPLATE = re.compile(
    r"\b(?:subscribe|newsletter|cookies?|all rights reserved|click here|read more|leave a (?:reply|comment)"
    r"|email address|sign up|log in|copyright|photograph by|advertisement|required fields"
    r"|this (?:article|post|blog|story|page|website) (?:is|was|has|first|originally|unpacks|explains|explores))\b",
    re.I,
)


def _set(*groups: str) -> frozenset[str]:
    return frozenset(" ".join(groups).split())


_VAGUE_SUBJECTS = _set(
    "this that these those there here what one some others many such anything everything something nothing who",
    "which another much more most few nobody",
    "why how because whether",
    "everyone everybody someone anyone both neither all each half thing things reason reasons question answer",
    "problem result point way signal lesson takeaway idea truth fact move",
)
_SPECULATIVE = _set(
    "could might may should would must can cannot likely unlikely probably possibly perhaps potentially",
    "presumably seems seem seemed appears appear appeared hopefully",
)
_OPINION = _set(
    "best worst great greatest wonderful terrible brilliant amazing beautiful perfect perfectly important",
    "essential crucial key vital critical significant",
    "interesting surprising impressive standout synonymous magnet game-changer right wrong good bad better",
    "worse ideal huge powerful exciting clear obvious",
    "difficult easy hard possible impossible necessary remarkable strange sad happy lucky unfortunate promising",
    "urgent urgently seriously real true",
    "ambitious excellence brilliance unmatched critical fuel mindset visionary deeper different simply momentum",
    "gateway success signal strong failure winner loser",
)
# Praise and blame that a figure beside it does not turn into fact.
_PRAISE = _set("best worst greatest finest worth more-than game-changer brilliant amazing evident visionary synonymous")
_SOFT_VERBS = _set(
    "signal mean matter reflect show depend align bring lend seem appear feel look deserve need help mark",
    "represent symbolize symbolise",
    "underscore highlight demonstrate illustrate prove shape redefine transform reshape drive fuel solidify",
    "strengthen establish spark boost enable supercharge",
    "emerge center centre excel shake hint intensify accelerate position dominate unlock define embody carry",
    "sit rival want like love enjoy",
    "think hope worry fear understand realise realize know imagine remember forget happen let keep try struggle double",
)
# Verbs that say little by themselves: their object must name someone or something.
_LIGHT = _set("come go get become make give take see force bring put turn")
# Verbs of the present tense that state lasting facts; others in the present are mostly comment.
_LASTING = _set(
    "be have own employ live work play star run operate specialise specialize include contain consist cost hold",
    "produce sell make rely face teach study lead",
    "say tell report claim announce estimate plan belong serve earn pay charge offer provide receive show",
    "suffer die kill experience cover feature house host",
    "use eat speak attend represent control supply export import manufacture publish send spend weigh measure",
    "date lie border stand comprise depict portray",
    "tell describe narrate follow direct write chair manage head join leave remain want allow ban require",
    "support oppose deny refuse accuse seek aim grow fall rise stem",
    "take give hire invest buy acquire launch sue win lose found open close begin start end play appear believe",
    "predict warn argue find suggest confirm reveal",
)


_PARTICLES = _set("up off out down in on over away back")
_STUDIES = _set(
    "report study survey research data figures statistics poll findings analysis review census investigation",
    "experts researchers scientists",
)
_SHOWING = _set(
    "suggest suggests suggested show shows reveal reveals revealed find finds found estimate estimates",
    "estimated predict predicts indicate indicates",
)


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
        telling = low in SAYING or (low in _SHOWING and bool(_STUDIES.intersection(view.lows[: view.end])))
        if telling and len(view.words) - i > 3 and any(t in "VAM" for t in view.tags[i + 1 :]):
            return True
    return False


def _is_debris(view: _View) -> bool:
    return (
        bool(_BOILERPLATE.search(view.text) or re.search(r"https?:|[#@|{}<>]", view.text))
        or view.text.count('"') % 2 == 1
        or "." in view.tags
    )


def _has_vague_subject(view: _View) -> bool:
    start = view.tags[: view.end].rfind(",") + 1
    lows, tags, end = view.lows[start:], view.tags[start:], view.end - start
    head = [low for low, tag in zip(lows[:4], tags[:4], strict=False) if tag not in "DJX"]
    return (
        tags[0] in "BGSWCTE"
        or lows[0] in _VAGUE_SUBJECTS
        or head[:1] == []
        or head[0] in _VAGUE_SUBJECTS
        or lows[1] == "like"
        or tags[:end] == "0"
        or (end < 4 and lows[end - 1] in _VAGUE_SUBJECTS)
    )


def _is_cut_off(view: _View) -> bool:
    if re.search(r"C[,L]|[UK]0$|[AM]X?[,L]|CW[^VAM]*$|I[DX]?J$|^D[MA]|SX?[VAM]|S[DI]M|C[IX]+$", view.tags):
        return True
    if re.search(r"\bthat (?:what|how|why|when)\b", view.text):
        return True
    for i, word in enumerate(view.words):
        opens = (word.tag in "SW" and word.low in ("that", "who", "which")) or (word.low == "but" and i > view.end)
        if opens and not re.search("[VAM]", view.tags[i:]) and "not" not in view.lows[:i]:
            return True
    if re.search(r"[VAMBTSWC]$|[DUKI]$|[DUK]X$|^[^VAM]*[VAM]S[IX]*$", view.tags) and view.lows[-1] not in _PARTICLES:
        return True
    return bool(re.search(r"(?:(?:^|[^VAM])V|A)[,C]$", view.tags)) or view.lows[-1] in (
        "both",
        "either",
        "such",
        "only",
        "first",
        "other",
    )


def _runs_on(view: _View) -> bool:
    """Two sentences without a mark between them: "in London they met"."""
    there = re.search(r"\w there (?:is|are|was|were) ", view.text) and " that there " not in view.text
    return not _says(view) and bool(there or re.search("PR[VAM]", view.tags))


def _tells_without_saying(view: _View) -> bool:
    """Find "Lee said funding for refuges": a verb of saying, and no clause or infinitive that says something."""
    low = view.lows[view.end]
    if low not in ("said", "says", "say", "told", "tells", "added", "insisted", "explained", "argued", "warned"):
        return False
    return not re.search("[VAM]|TB", view.tags[view.end + 1 :]) and low not in ("added", "warned")


def _has_no_anchor(view: _View) -> bool:
    return not re.search("[PK0]", view.tags)


def _speculates(view: _View) -> bool:
    return bool(_SPECULATIVE.intersection(view.lows)) and not ("can" in view.lows and "0" in view.tags)


def _sets_condition(view: _View) -> bool:
    return "if" in view.lows or "unless" in view.lows


def _has_opinion(view: _View) -> bool:
    if re.search(r"\b(?:more than just|not just|not only|all about|is (?:also )?about)\b", view.text):
        return True
    if (_PRAISE | PUFF).intersection(view.lows):
        return True
    return "0" not in view.tags[view.end :] and bool(_OPINION.intersection(view.lows))


def _is_forecast(view: _View) -> bool:
    if view.tags[view.end] != "M":
        return False
    if view.lows[view.end] == "will":
        plain = view.tags[view.end + 1 : view.end + 2] != "X" and re.search(
            "[PK0]", view.tags[: view.end] + view.object
        )
        return not plain or view.base in _SOFT_VERBS
    return "0" not in view.tags


def _is_mere_description(view: _View) -> bool:
    if view.main != view.end or view.lows[view.end] not in BE:
        return False
    rest = view.object.lstrip("X")
    if "0" in view.tags or re.match(r"[DUKIE]|[JNX]{0,4}P|[JN]{1,5}I", rest):
        return False
    return not (rest.endswith("N") and view.lows[-1].endswith("s"))


def _has_soft_verb(view: _View) -> bool:
    if "0" in view.tags or (view.main == view.end and view.lows[view.end] in BE):
        return False
    return view.base in _SOFT_VERBS or (view.base in _LIGHT and not re.search("[PK]", view.object))


def _comments_on_the_present(view: _View) -> bool:
    """Present tense without a figure: "is redefining the field", "knows how to build"; lasting facts apart."""
    low, tag = view.lows[view.end], view.tags[view.end]
    if "0" in view.tags or view.kind == "mined":
        return False
    if low in ("is", "are") and view.tags[view.main] == "G":
        return not re.search("[PK]", view.object) or "X" in view.tags[view.end : view.main]
    return tag == "V" and "D" not in verb_forms(low) and view.base not in _LASTING


def _says_nothing(view: _View) -> bool:
    if view.main == len(view.tags) - 1:
        return view.tags[view.main] == "G"
    return not re.search("[PKN0JE]", view.object)


def _quotes_nothing(view: _View) -> bool:
    return not re.search("[PK0]", view.tags[view.end + 1 :])


_Rule = tuple[str, Callable[[_View], bool]]
_FORM: tuple[_Rule, ...] = (
    ("debris", _is_debris),
    ("no finite verb", lambda view: view.end == 0),
    ("vague subject", _has_vague_subject),
    ("cut off", _is_cut_off),
    ("runs on", _runs_on),
    ("nothing said", _tells_without_saying),
    ("no name or number", _has_no_anchor),
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
