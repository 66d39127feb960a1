"""What stands before a clause: whether it stays with it, says nothing, or limits it so that it cannot be left out."""

from __future__ import annotations

import re

from components.analysis.claims.grammar import Words, render, tags_of
from components.analysis.claims.segments import role_of
from components.analysis.claims.verbs import verb_forms
from components.analysis.claims.wording import CONNECTIVES, WEAK_OPENERS

CONTRASTS = ("while", "whereas", "although", "though")
#: Openers that say of whom alone a clause holds.
_ADJUSTING = frozenset("adjusted adjusting excluding assuming ignoring".split())
_SCOPE = frozenset(("among", "within"))
#: So many words an opener that stays has at most; more when it tells when.
_SHORT, _DATED = 7, 10


def is_finite(segment: Words) -> bool:
    """Whether a participle is the subject of its own verb: "Testing the water would cost"."""
    return segment[0].tag == "G" and bool(re.match("[^WSTC]*?[AM]", tags_of(segment)))


def narrows(opener: Words, following: Words) -> bool:
    """Whether what follows holds only as far as the opener says: "Where I worked, ...", "When it rains, ..."."""
    if any(w.low in _ADJUSTING for w in opener):
        return True  # "With figures adjusted for inflation, ..."
    if opener[0].tag != "S":
        limits = opener[0].low in _SCOPE or (opener[0].low == "for" and tags_of(opener)[1:2] != "U")
        return limits and not keeps(opener)
    own = any(w.low in ("i", "we", "you", "my", "our", "your") for w in opener)
    general = opener[0].low in ("when", "once", "whenever", "until") and _in_present(following)
    return general or own or opener[0].low == "where"


def _in_present(clause: Words) -> bool:
    """Whether a clause tells what is so in general rather than what was or will be."""
    verb = next((w for w in clause if w.tag in "VAM"), None)
    if verb is None or verb.tag == "M":
        return verb is not None and verb.low in ("can", "may", "might")
    general = verb.low in ("is", "are", "has", "have", "does", "do")
    return general or (verb.tag == "V" and "D" not in verb_forms(verb.low))


def is_filler(segment: Words) -> bool:
    """Whether a stretch can go: an adverb, "in fact", "although ..."; "even in rich countries" cannot."""
    return role_of(segment) == "adverb" or render(segment).lower() in CONNECTIVES or segment[0].low in CONTRASTS


def keeps(opener: Words) -> bool:
    """Whether an opener stays: a short phrase of time or place."""
    if (
        render(opener).lower() in CONNECTIVES
        or opener[0].low in WEAK_OPENERS
        or role_of(opener) != "phrase"
        or (opener[0].tag == "X" and opener[0].low not in ("even", "only", "especially"))
    ):
        return False
    longest = _DATED if opener[0].low in ("from", "in", "between", "during") and "0" in tags_of(opener) else _SHORT
    return len(opener) <= longest and not re.search("[ROUVAM]", tags_of(opener))
