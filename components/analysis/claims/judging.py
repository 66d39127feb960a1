"""Which clauses are claims: named rules, in order. The first that fits says why a clause is none.

A claim is a checkable statement of fact. Forecasts, advice, praise and analysis are none, unless someone is named as saying them.
"""

from __future__ import annotations

import re

from components.analysis.claims.clauses import Clause
from components.analysis.claims.grammar import BE, Words, tags_of
from components.analysis.claims.verbs import base_of, verb_forms
from components.analysis.claims.wording import PUFF, SAYING

MIN_WORDS, MAX_WORDS = 4, 34

_BOILERPLATE = re.compile(
    r"\b(?:subscribe|newsletter|cookies?|all rights reserved|click here|read more|leave a (?:reply|comment)|email address|sign up|log in|copyright"
    r"|this (?:article|post|blog|story|page|website) (?:is|was|has|first|originally|unpacks|explains|explores)|photograph by|advertisement|required fields)\b",
    re.I,
)


def _set(*groups: str) -> frozenset[str]:
    return frozenset(" ".join(groups).split())


_VAGUE_SUBJECTS = _set(
    "this that these those there here what one some others many such anything everything something nothing who which another much more most few nobody",
    "everyone everybody someone anyone both neither all each half thing things reason reasons question answer problem result point way idea truth fact move",
)
_SPECULATIVE = _set("could might may should would must can cannot likely unlikely probably possibly perhaps potentially presumably seems seem seemed appears appear appeared hopefully")
_OPINION = _set(
    "best worst great greatest wonderful terrible brilliant amazing beautiful perfect perfectly important essential crucial key vital critical significant",
    "interesting surprising impressive standout synonymous magnet game-changer right wrong good bad better worse ideal huge powerful exciting clear obvious",
    "difficult easy hard possible impossible necessary remarkable strange sad happy lucky unfortunate promising urgent urgently seriously real true",
    "ambitious excellence brilliance unmatched critical fuel mindset visionary deeper different simply momentum gateway",
)
_SOFT_VERBS = _set(
    "signal mean matter reflect show depend align bring lend seem appear feel look remain deserve need help mark represent symbolize symbolise",
    "underscore highlight demonstrate illustrate prove shape redefine transform reshape drive fuel solidify strengthen establish spark boost enable supercharge",
    "emerge center centre excel shake hint intensify accelerate position dominate unlock define embody carry sit rival want like love enjoy",
    "think hope worry fear understand realise realize know imagine remember forget happen come go get let keep try become make give take see",
)
# Verbs of the present tense that state lasting facts; others in the present are mostly comment.
_LASTING = _set(
    "be have own employ live work play star run operate specialise specialize include contain consist cost hold produce sell make rely face teach study lead",
    "say tell report claim announce estimate plan belong serve earn pay charge offer provide receive show suffer die kill experience cover feature house host",
    "use eat speak attend represent control supply export import manufacture publish send spend weigh measure date lie border stand comprise depict portray",
    "tell describe narrate follow direct write chair manage head join leave remain want allow ban require support oppose deny refuse accuse seek aim grow fall rise stem",
    "take give hire invest buy acquire launch sue win lose found open close begin start end play appear believe predict warn argue find suggest confirm reveal",
)


def why_not(clause: Clause, text: str, *, attributed: bool = False) -> str:
    """The name of the rule that keeps a clause from being a claim, "" when it is one.

    ``text`` is its wording; ``attributed`` when a quotation's speaker or "according to" stands behind it.
    """
    words, tags = clause.words, tags_of(clause.words)
    lows = [w.low for w in words]
    attributed = attributed or bool(clause.source) or _says(words)
    if not MIN_WORDS <= len(words) <= MAX_WORDS:
        return "length"
    if _BOILERPLATE.search(text):
        return "boilerplate"
    if text.count('"') % 2 or "http" in text or "#" in text or "@" in text:
        return "debris"
    if tags[0] in "BGSWCTE" or lows[0] in _VAGUE_SUBJECTS or (lows[0] in ("the", "a", "an") and len(lows) > 1 and lows[1] in _VAGUE_SUBJECTS):
        return "vague subject"
    end = next((i for i, t in enumerate(tags) if t in "VAM"), 0)
    if not end:
        return "no finite verb"
    if lows[end - 1] in _VAGUE_SUBJECTS and end < 3:
        return "vague subject"
    if re.search(r"[VAMBT]$|[DUKI]$", tags) and lows[-1] not in ("up", "off", "out", "down", "in", "on", "over", "away", "back"):
        return "cut off"
    named = bool(re.search("[PK]", tags)) or bool(re.search("0", tags))
    if not named:
        return "no name or number"
    if not attributed:
        if any(low in _SPECULATIVE for low in lows) and not ("can" in lows and "0" in tags):
            return "speculation"
        if "if" in lows or "unless" in lows:
            return "condition"
        if any(low in _OPINION or low in PUFF for low in lows) and "0" not in tags[end:]:
            return "opinion"
        return _weak(words, tags, end)
    if not re.search("[PK0]", tags[end + 1 :]):
        return "nothing said"
    return ""


def _says(words: Words) -> bool:
    """Whether the clause reports someone's words: a verb of saying, and what is said."""
    end = next((i for i, w in enumerate(words) if w.tag in "VA"), 0)
    said = next((i for i in range(end, min(end + 3, len(words))) if words[i].low in SAYING), None)
    return said is not None and len(words) - said > 3 and any(w.tag in "VAM" for w in words[said + 1 :])


def _weak(words: Words, tags: str, end: int) -> str:
    """Whether the predicate states nothing that can be looked up."""
    verb = words[end]
    low = verb.low
    measured = "0" in tags
    if low in ("will",):
        return "" if re.search("[PK0]", tags[:end] + tags[end + 2 :]) and not re.search("X", tags[end + 1 : end + 2]) else "forecast"
    if verb.tag == "M":
        return "" if measured else "speculation"
    main = next((i for i in range(end + 1, min(end + 5, len(words))) if words[i].tag in "EGB"), end) if verb.tag == "A" else end
    base = base_of(words[main].low) if main != end else base_of(low)
    if main == end and low in BE:
        rest = tags[end + 1 :].lstrip("X")
        return "" if measured or re.match(r"[DUK]?[JENKP0]{0,6}[NP]", rest) or rest[:1] in ("I", "E") else "mere description"
    if measured:
        return ""
    if base in _SOFT_VERBS:
        return "soft verb"
    past = verb.tag == "V" and "D" in verb_forms(low) or low in ("was", "were", "had", "did", "has", "have")
    if past or (main != end and words[main].tag == "E"):
        return "" if re.search("[PKN]", tags[main + 1 :]) else "no object"
    return "" if base in _LASTING or low in ("has", "have") else "comment"
