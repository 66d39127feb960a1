"""Reported speech: whether a candidate stands in words that are somebody else's, though no marks quote them.

"The chair said the plan was brilliant", "Members heard that ...", "..., Ms Ito said.", "seen by investors as a
visionary". Not reported: what the author says in the first person, a text's own announcement ("X today announced a
revolutionary engine"), and a report that nobody makes ("widely hailed as"): there the author stands behind the word.
"""

from __future__ import annotations

import re

from components.analysis.hype import words as w
from components.analysis.hype.tokens import Tokens, is_joined_gap

SUBJECT_REACH = 4
THAT_REACH = 6
AS_REACH = 8
LONGEST_TAIL = 10
# In words: a report further away is not read as one, which keeps a text without full stops linear.
LONGEST_REPORT = 60

_STOP = re.compile(r"[.;!?\"“”—–…]|\s-\s")
_REPORTING = w.SAYS | w.SAYS_THAT | w.CALLS | w.SEES_AS | {"according", "tribute", "found"}


def attributed(tokens: Tokens, first: int) -> str:
    """The verb by which the word at ``first`` is somebody else's ("said", "according to"); "" where it is the author's.

    Looks back for a verb of saying, thinking or naming that somebody else is the subject of and that nothing parts
    from the word (a stop, quotation marks, or a comma with a comment after it); then at the end of the sentence for
    "..., X said". At most 60 words either way.
    """
    if _REPORTING.isdisjoint(tokens.words[max(0, first - LONGEST_REPORT) : first + LONGEST_REPORT + 1]):
        return ""
    commented = False  # what somebody is seen as may go on so ("..., a visionary"), what is said may not
    for i in range(first - 1, max(-1, first - 1 - LONGEST_REPORT), -1):
        gap, word = tokens.gap(i), tokens.words[i]
        if _STOP.search(gap):
            break
        commented = commented or ("," in gap and tokens.words[i + 1] in w.COMMENT_OPENERS)
        if word in _REPORTING and not (commented and word not in w.SEES_AS) and _reports(tokens, i, first):
            return _shown(tokens, i)
    last = _said_after(tokens, first)
    return "" if last is None else _shown(tokens, last)


def _shown(tokens: Tokens, verb: int) -> str:
    word = tokens.words[verb]
    return {"according": "according to", "tribute": "tribute to"}.get(word, word)


def _reports(tokens: Tokens, verb: int, first: int) -> bool:
    """Whether the verb has somebody else for its subject, and what it says takes in the word at ``first``."""
    words, word = tokens.words, tokens.words[verb]
    following = words[verb + 1] if verb + 1 < len(words) else ""
    if word == "according":
        leads = any("," in tokens.gap(i) for i in range(verb, first))
        return following == "to" and leads and _names_someone(tokens, verb + 2)
    if word == "tribute":
        return following == "to" and words[max(0, verb - 1)] in ("paid", "pays", "paying")
    if not _has_subject(tokens, verb) or _is_aside(tokens, verb, first):
        return False
    if word in w.SAYS_THAT and _says_that(tokens, verb, first):
        return True
    if word in ("felt", "thought") and words[verb + 1 : verb + 3] == ["to", "be"]:
        return True
    if word == "found":
        return words[verb - 1] in w.JUDGES
    if following in w.NO_VERB_BEFORE:
        return False
    by_someone = _is_active(tokens, verb) or _has_agent(tokens, verb)
    if word in w.SAYS:
        return _is_active(tokens, verb) and (is_joined_gap(tokens.gap(verb)) or ":" in tokens.gap(verb))
    if word in w.SEES_AS:
        return by_someone and "as" in words[verb + 1 : min(verb + 1 + AS_REACH, first)]
    return word in w.CALLS and by_someone


def _is_aside(tokens: Tokens, verb: int, first: int) -> bool:
    """Whether the verb stands in an aside that is over ("who praised the staff, ...") or belongs to a quotation."""
    before = tokens.gap(verb - 1)
    over = tokens.words[verb - 1] in ("who", "which") and any("," in tokens.gap(i) for i in range(verb, first))
    return over or any(mark in before for mark in '"“”')


def _says_that(tokens: Tokens, verb: int, first: int) -> bool:
    """Whether "that" opens what is said; in "announced a phone that ..." it does not."""
    words = tokens.words
    between = words[verb + 1 : min(verb + 1 + THAT_REACH, first)]
    if "that" not in between:
        return False
    between = between[: between.index("that")]
    return not between or between[0] in w.WHEN_OR_WHERE or words[verb] in w.TELLS


def _has_subject(tokens: Tokens, verb: int) -> bool:
    """Whether somebody else may be the subject: not the author, the reader, an infinitive or an imperative."""
    before = range(verb - 1, max(-1, verb - 1 - SUBJECT_REACH), -1)
    clause: list[str] = []
    for i in before:
        if tokens.parts(i):
            break
        clause.append(tokens.words[i])
    if not clause or clause[0] in w.NO_SUBJECT or tokens.gap(verb - 1) in ("-", "‑"):
        return bool(not clause and verb and tokens.is_capitalised(verb - 1))
    return w.AUTHOR_OR_READER.isdisjoint(clause) and w.MUSTS.isdisjoint(clause)


def _is_active(tokens: Tokens, verb: int) -> bool:
    for i in range(verb - 1, max(-1, verb - 4), -1):
        if tokens.parts(i):
            return True
        if tokens.words[i] in w.PASSIVE:
            return False
    return True


def _has_agent(tokens: Tokens, verb: int) -> bool:
    """Whether "by somebody" follows in the same clause; "by far" and "by 2030" are nobody."""
    words = tokens.words
    for i in range(verb + 1, min(len(words) - 1, verb + 1 + AS_REACH)):
        if tokens.parts(i - 1):
            return False
        if words[i] == "by":
            return not words[i + 1][0].isdigit() and words[i + 1] not in w.NO_AGENT
    return False


def _said_after(tokens: Tokens, first: int) -> int | None:
    """The verb of "..., the company said on Monday." at the end of the sentence, if what precedes is reported."""
    words = tokens.words
    if len(words) - first > LONGEST_REPORT:
        return None
    for comma in range(len(words) - 2, first - 1, -1):
        if _STOP.search(tokens.gap(comma)):
            return None
        if "," in tokens.gap(comma):
            tail = range(comma + 1, len(words))
            if len(tail) > LONGEST_TAIL:
                return None
            verb = next((i for i in tail if words[i] in w.SAYS or words[i] == "according"), None)
            if verb is not None:
                return verb if _closes(tokens, comma, verb) and not _is_parted(tokens, first, comma) else None
    return None


def _is_parted(tokens: Tokens, first: int, last: int) -> bool:
    return any(_STOP.search(tokens.gap(i)) for i in range(first, last))


def _closes(tokens: Tokens, comma: int, verb: int) -> bool:
    words = tokens.words
    if words[verb] == "according":
        return words[verb + 1 : verb + 2] == ["to"] and _names_someone(tokens, verb + 2)
    clause = words[comma + 1 : verb + 4]
    if ":" in tokens.gap(verb) or not _is_active(tokens, verb):
        return False
    return len(words) > comma + 2 and w.AUTHOR_OR_READER.isdisjoint(clause) and w.MUSTS.isdisjoint(clause)


def _names_someone(tokens: Tokens, at: int) -> bool:
    """Whether a name or a definite role stands within four words; "sources" and "reports" name nobody."""
    for i in range(at, min(len(tokens), at + 4)):
        word = tokens.words[i]
        if word in w.UNNAMED:
            return False
        if word in w.NAMED_ROLES or (tokens.is_capitalised(i) and word not in w.FUNCTION_WORDS):
            return True
    return False
