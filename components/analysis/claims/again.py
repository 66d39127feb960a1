"""Proposing claims for a list that a person has worked on: what was settled there does not come back."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import NamedTuple

from components.analysis.claims.extract import propose_in_steps
from components.analysis.claims.match import judge_pairs
from components.analysis.claims.settling import HALF, TOGETHER
from components.analysis.model import Article, Claim, Story
from components.analysis.stepwise import finish


class Again(NamedTuple):
    """A fresh proposal without what a person settled, and how many claims were left out for it."""

    claims: tuple[Claim, ...]
    n_settled: int


def propose_again(story: Story) -> Again:
    """What Parallax proposes from the story's articles, less what the list or its history already covers.

    A wording that stands in the list stays in the proposal. Any other is left out when it says the same as a claim of
    the analyst's own or as one that Parallax proposed and a person reworded, merged, split or removed
    (``story.settled``): the same words, or each states the other. With an empty list all is proposed: who emptied it
    starts anew.
    """
    return finish(again_in_steps(story))


def again_in_steps(story: Story) -> Generator[float, None, Again]:
    """Come to what :func:`propose_again` gives, piece by piece; after each the share that is done, 0 to 1."""
    proposed = yield from propose_in_steps(story.articles)
    if not story.claims:
        return Again(proposed, 0)
    listed = {c.text for c in story.claims}
    known = [*story.settled, *(c.text for c in story.claims if c.origin == "analyst")]
    texts = [c.text for c in proposed if c.text not in listed]
    settled = set(texts) & set(known)
    weighed = [*texts, *known]
    for wording in dict.fromkeys(known):
        settled |= _covered([text for text in texts if text not in settled], wording, weighed)
        yield 1.0
    kept = tuple(c for c in proposed if c.text not in settled)
    return Again(kept, len(proposed) - len(kept))


def _covered(texts: Sequence[str], wording: str, story: Sequence[str]) -> set[str]:
    """Those of ``texts`` that say the same as ``wording``."""
    found = set()
    for text, there in zip(texts, _scores(texts, wording, story), strict=True):
        back = _scores([wording], text, story)[0] if there >= HALF else 0.0
        if back >= HALF and there + back >= TOGETHER:
            found.add(text)
    return found


def _scores(claims: Sequence[str], text: str, story: Sequence[str]) -> list[float]:
    return [v.score for v in judge_pairs(claims, Article(id="", source="", text=text), weigh=story)]
