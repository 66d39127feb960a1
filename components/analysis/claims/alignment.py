"""Paragraphs of two articles beside each other, by the claims whose evidence they hold."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, zip_longest

from components.analysis.model import Article, Story

_TELLING = ("stated", "partly", "conflicts")


def align_blocks(story: Story, left: Article, right: Article) -> list[tuple[int | None, int | None]]:
    """Rows of block numbers, each article's in its own order, None where one has nothing left to set there.

    Fixed are the pairs of blocks that hold the evidence for the same claims: of all chains of pairs in which both
    articles go forward, the one with most claims (of equal ones the earliest). What lies between two fixed pairs is
    set beside each other in order. O(k²) in the number of pairs that share a claim.
    """
    shared = {pair: len(claims) for pair, claims in shared_claims(story, left, right).items()}
    pairs = sorted(shared)
    best: list[tuple[int, int]] = []  # claims of the best chain that ends here, the pair before in it
    for at, (i, j) in enumerate(pairs):
        before = [(best[k][0], -k) for k, (other_i, other_j) in enumerate(pairs[:at]) if other_i < i and other_j < j]
        most, previous = max(before, default=(0, 1))
        best.append((most + shared[i, j], -previous))
    chain: list[tuple[int, int]] = []
    at = max(range(len(pairs)), key=lambda k: (best[k][0], -k), default=-1)
    while at >= 0:
        chain.append(pairs[at])
        at = best[at][1]
    fixed = [(-1, -1), *reversed(chain), (_last(left) + 1, _last(right) + 1)]
    rows: list[tuple[int | None, int | None]] = []
    for (i, j), (next_i, next_j) in pairwise(fixed):
        rows += [pair for pair in ((i, j),) if i >= 0]
        rows += zip_longest(range(i + 1, next_i), range(j + 1, next_j))
    return rows


def _last(article: Article) -> int:
    return max((s.block for s in article.sentences), default=-1)


def shared_claims(story: Story, left: Article, right: Article) -> dict[tuple[int, int], list[str]]:
    """(block of the left, block of the right) -> the ids of the claims that both hold the evidence for, as listed."""
    held: dict[str, dict[str, int]] = {left.id: {}, right.id: {}}
    for v in story.verdicts:
        if v.article_id in held and v.verdict in _TELLING and v.sentence_index is not None and v.start is not None:
            article = left if v.article_id == left.id else right
            held[v.article_id][v.claim_id] = article.sentences[v.sentence_index].block
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for claim in story.claims:
        if claim.id in held[left.id] and claim.id in held[right.id]:
            found[held[left.id][claim.id], held[right.id][claim.id]].append(claim.id)
    return dict(found)
