"""What Parallax leaves undone in a very large story, so that it stays a matter of minutes; each limit is said.

The sentences stand on Compare and on Methods, in methods.md, settings.json and the report of every bundle, and in what
commands print.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.analysis.model import Article, Claim, Story
from components.analysis.validation.reading import evenly

#: A proposed list holds so many claims at most: what a person can read through.
LIST_LIMIT = 40
#: Claims are proposed from so many articles at most, evenly spaced through the story.
MOST_READ = 2_000
#: So many cells of claim and article are judged at most for a proposed list, which is cut to fit.
MOST_CELLS = 400_000
#: Sources are held against each other pair by pair up to so many of them.
MOST_ORDERED = 100
#: The report lists single articles, and the words behind hype and tone, of a story with so many articles at most.
MOST_TOLD = 1_000


def articles_read(articles: Sequence[Article]) -> Sequence[Article]:
    """The articles that claims are proposed from: all of them, or MOST_READ, evenly spaced from the first on."""
    return evenly(articles, MOST_READ)


def n_proposed(n_articles: int) -> int:
    """How many claims are proposed at most for so many articles."""
    return max(1, min(LIST_LIMIT, MOST_CELLS // max(1, n_articles)))


def proposal_limits(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[str, ...]:
    """What limits a proposed list, a sentence each; none for a list that is nobody's proposal."""
    n, most = len(articles), n_proposed(len(articles))
    if not any(claim.origin == "proposed" for claim in claims):
        return ()
    found = []
    if n > MOST_READ:
        found.append(f"Claims are proposed from {MOST_READ:,} of the {n:,} articles, evenly spaced through the story.")
    if most < LIST_LIMIT:
        found.append(
            f"A list proposed for {n:,} articles stops at {most} claim{'s' * (most != 1)}, not at {LIST_LIMIT}: "
            "give a list of your own for more."
        )
    return tuple(found)


def limits_of(story: Story) -> tuple[str, ...]:
    """Everything that is limited in this story, a sentence each; empty for a story of ordinary size."""
    found = list(proposal_limits(story.claims, story.articles))
    if len(story.sources) > MOST_ORDERED:
        found.append(
            f"No order of two sources is tested: there are {len(story.sources):,} sources, and pairs are tested up to "
            f"{MOST_ORDERED}. Take sources together in groups to have these compared."
        )
    if len(story.articles) > MOST_TOLD:
        found.append(
            f"The report lists neither the {len(story.articles):,} articles nor the words behind hype and tone: both "
            "are in articles.csv and hype_hits.csv."
        )
    return tuple(found)
