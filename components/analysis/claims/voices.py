"""Who states a claim independently, and who alone: near-copies of one text are one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from components.analysis.model import Story
from components.analysis.phrasing import number_word


def voice_of_articles(story: Story) -> dict[str, str]:
    """Article id -> the source its text comes from: its own, or, for a near-copy, the source of the first original."""
    voices: dict[str, str] = {}
    for article in story.articles:
        at, seen = article.id, {article.id}
        while story.copies.get(at, at) not in seen:
            at = story.copies[at]
            seen.add(at)
        voices[article.id] = story.article_by_id[at].source
    return voices


def stating_voices(story: Story) -> dict[str, set[str]]:
    """Claim id -> the independent sources that state it, verdicts in force."""
    return _voices_with(story, "stated")


def partly_voices(story: Story) -> dict[str, set[str]]:
    """Claim id -> the independent sources that state a part of it, verdicts in force."""
    return _voices_with(story, "partly")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedAlone:
    """A claim that one independent source states as worded: ``by`` whom.

    ``partly``: the other independent sources that state a part of it; ``otherwise``: those that give another value.
    """

    by: str
    partly: tuple[str, ...]
    otherwise: tuple[str, ...]


def stated_alone(story: Story) -> dict[str, StatedAlone]:
    """Claim id -> who alone states it, for every claim that one independent source states and no other does."""
    stating, partly, otherwise = stating_voices(story), partly_voices(story), _voices_with(story, "conflicts")
    found = {}
    for claim in story.claims:
        voices = stating.get(claim.id, set())
        if len(voices) == 1:
            some, other = (told.get(claim.id, set()) - voices for told in (partly, otherwise))
            found[claim.id] = StatedAlone(
                by=next(iter(voices)),
                partly=tuple(s for s in story.sources if s in some),
                otherwise=tuple(s for s in story.sources if s in other),
            )
    return found


def told_elsewhere(alone: Iterable[StatedAlone], row: str = "source") -> str:
    """What others say of the claims that one source states, "" where they say nothing of them.

    "of the 24, another source states two in part and one with another value". ``row``: what the rows compared are
    called, "source" or "group".
    """
    alone = tuple(alone)
    partly = sum(bool(found.partly) for found in alone)
    otherwise = sum(bool(found.otherwise and not found.partly) for found in alone)
    if alone and len(alone) in (partly, otherwise):
        how = "in part" if partly else "with another value"
        return f"another {row} states {'it' if len(alone) == 1 else 'each'} {how}"
    parts = [f"{number_word(n)} {how}" for n, how in ((partly, "in part"), (otherwise, "with another value")) if n]
    return f"of the {number_word(len(alone))}, another {row} states {' and '.join(parts)}" if parts else ""


def _voices_with(story: Story, *verdicts: str) -> dict[str, set[str]]:
    voices = voice_of_articles(story)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for verdict in story.verdicts:
        if verdict.verdict in verdicts:
            found[verdict.claim_id].add(voices[verdict.article_id])
    return found
