"""Proposing claims while a person waits: in steps that can be shown and stopped, at most once for the same articles."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeVar

from components.analysis.claims.again import Again, again_in_steps
from components.analysis.claims.extract import propose_in_steps
from components.analysis.model import Article, Claim, Story
from components.analysis.remembered import recall_proposal, remember_proposal
from components.analysis.stepwise import told
from components.ui import cache

T = TypeVar("T")
Steps = Generator[tuple[str, float], None, T]


def with_more(story: Story, fresh: Sequence[Article]) -> Steps[tuple[Claim, ...] | None]:
    """The list to propose from the story's articles and ``fresh``; None where the list there is stays.

    It stays where nothing is added, where none was proposed yet, and where a person changed or decided something.
    """
    if not (fresh and cache.workspace().claims_proposed(story.id)):
        return None
    if not (yield from _is_parallaxs(story)):
        return None
    articles = (*story.articles, *fresh)
    return (yield from _proposed(articles, f"Reading claims out of {len(articles):,} articles"))


def again(story: Story) -> Steps[Again]:
    """What is proposed anew from the story's articles for a list that a person may have worked on."""
    n = len(story.articles)
    found = yield from told(f"Reading claims out of {n:,} article{'s' * (n != 1)}", again_in_steps(story))
    if not found.n_settled:
        remember_proposal(story.articles, found.claims, cache.workspace())
    return found


def _is_parallaxs(story: Story) -> Steps[bool]:
    """Whether the claim list is as Parallax proposed it, with nothing decided or changed by a person."""
    if not story.articles:
        return not story.decisions
    if story.decisions or any(c.origin != "proposed" or c.note for c in story.claims):
        return False
    proposed = recall_proposal(story.articles, cache.workspace())
    if proposed is None:  # as when an article was corrected or removed since, or the story came in a bundle
        claims = yield from _proposed(story.articles, "Looking whether anybody changed the list of claims")
        proposed = tuple(c.text for c in claims)
    return tuple(c.text for c in story.claims) == proposed


def _proposed(articles: Sequence[Article], what: str) -> Steps[tuple[Claim, ...]]:
    proposed = yield from told(what, propose_in_steps(articles))
    remember_proposal(articles, proposed, cache.workspace())
    return proposed
