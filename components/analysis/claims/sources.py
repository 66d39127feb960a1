"""From article cells to source cells: a source states a claim if any of its articles does."""

from __future__ import annotations

from components.analysis.model import Story, Verdict

_BEST_FIRST = {"stated": 0, "conflicts": 1, "partly": 2, "not found": 3}


def source_verdicts(story: Story) -> dict[tuple[str, str], Verdict]:
    """(claim id, source) -> the cell of the article that does most with the claim.

    Order: stated, conflicts, partly, not found; within one verdict the higher score, then the earlier article.
    A statement outranks a conflict: the source has said it, and the conflict stays in the list of conflicts.
    """
    best: dict[tuple[str, str], Verdict] = {}
    for verdict in story.verdicts:
        key = (verdict.claim_id, story.article_by_id[verdict.article_id].source)
        held = best.get(key)
        if held is None or _rank(verdict) < _rank(held):
            best[key] = verdict
    return best


def _rank(verdict: Verdict) -> tuple[int, float]:
    return _BEST_FIRST[verdict.verdict], -verdict.score
