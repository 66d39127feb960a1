"""Who says what a clause tells: "X, the firm said" and "The firm said: X" are "the firm said that X"."""

from __future__ import annotations

import re

from components.analysis.claims.grammar import Word, Words, lower_start, tags_of
from components.analysis.claims.segments import mark_lists, segments_of, subject_end
from components.analysis.claims.wording import SAYING


def is_saying(segment: Words) -> bool:
    """Whether it is "the firm said" or "said Lee": a speaker and a verb of saying, nothing said."""
    if len(segment) > 12:
        return False
    tags = tags_of(segment)
    ends = segment[-1].low in SAYING and subject_end(segment) == len(segment) - 1
    inverted = segment[0].low in ("said", "says", "say", "added", "explained", "warned", "wrote")
    return ends or (inverted and bool(re.match("V(?:R|[DUKJNP])", tags)) and "S" not in tags)


def reported(said: Words, segment: Words) -> Words:
    """Turn "X, the firm said" into "the firm said that X"; empty when nothing full was said."""
    verb = segment[0] if segment[0].low in SAYING else segment[-1]
    speaker = segment[1:] if verb is segment[0] else segment[:-1]
    if not speaker or not subject_end(said):
        return []
    return [*speaker, verb._replace(gap=True), Word("that", "S"), lower_start(said[0]), *said[1:]]


_ANNOUNCING = SAYING | {"wrote", "writes"}


def speaker_of(segment: Words) -> Words:
    """Who speaks in "said Lee", "the firm said"."""
    return segment[1:] if segment[0].low in SAYING else segment[:-1]


def reported_head(said: Words, rest: Words) -> Words:
    """Of "the firm said that Lee sold it" what a further predicate ("and left in May") goes with: "the firm said that
    Lee"; empty where nothing is reported, or the speaker goes on ("and added that ...").
    """
    tags = tags_of(said)
    at = re.match("[^VAM]{1,40}VS", tags)
    if not at or said[at.end() - 2].low not in SAYING or any(w.low in SAYING for w in rest[:3]):
        return []
    end = subject_end(said[at.end() :])
    return said[: at.end() + end] if end else []


def announced(words: Words) -> tuple[Words, Words]:
    """(what is said, "the firm said that") of "The firm, a maker of scales, said: ..."; ([], []) for anything else.

    The speaker is empty where it is not plain who speaks.
    """
    at = next((i for i, w in enumerate(words) if w.text == ":"), 0)
    says = max((i for i in range(at) if words[i].low in _ANNOUNCING), default=0)
    if not says or at + 3 > len(words) or not re.fullmatch("(?:I[^VAMSWT]*)?", tags_of(words[says + 1 : at])):
        return [], []
    speaker = segments_of(mark_lists(words[:says]))[:1]
    named = [*speaker[0], words[says]._replace(tag="V")] if speaker else []
    if not named or subject_end(named) != len(named) - 1:
        return words[at + 1 :], []
    return words[at + 1 :], [*named[:-1], words[says]._replace(tag="V", gap=True), Word("that", "S")]
