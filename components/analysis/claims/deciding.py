"""What people decided about cells, and which decision is in force."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace

from components.analysis.model import Decision, Story, Verdict

Cell = tuple[str, str]
"""(claim id, article id)"""


def decisions_by_cell(story: Story) -> dict[Cell, tuple[Decision, ...]]:
    """What people decided on each cell, the one made last standing last."""
    found: defaultdict[Cell, list[Decision]] = defaultdict(list)
    for decision in story.decisions:
        found[decision.claim_id, decision.article_id].append(decision)
    return {cell: tuple(made) for cell, made in found.items()}


def decisions_in_force(story: Story) -> dict[Cell, Decision]:
    """The decision that counts on each judged cell: the one made last, whoever made it.

    So a second coder who disagrees changes the matrix, and whoever settles the disagreement does it by deciding
    again. What the others decided is kept, for agreement and for the downloads.
    """
    return {cell: made[-1] for cell, made in decisions_by_cell(story).items()}


def with_decision(verdict: Verdict, decision: Decision | None) -> Verdict:
    """The cell with a person's verdict in force; ``machine_verdict`` and ``score`` stay Parallax's own.

    A conflict that Parallax did not find is of the kind "judged"; a cell that a person says is none has no kind.
    """
    if decision is None:
        return verdict
    in_conflict = decision.verdict == "conflicts"
    return replace(
        verdict,
        verdict=decision.verdict,
        decided_by=decision.coder,
        coder=decision.coder,
        note=decision.note,
        conflict_kind=(verdict.conflict_kind or "judged") if in_conflict else None,
        conflict_value=verdict.conflict_value if in_conflict else "",
    )


def disputed_cells(story: Story) -> tuple[Cell, ...]:
    """The cells on which two people decided differently, in the order of the story's decisions."""
    return tuple(cell for cell, made in decisions_by_cell(story).items() if len({d.verdict for d in made}) > 1)


def cells_to_judge(story: Story, coder: str) -> tuple[Cell, ...]:
    """The cells that the person has not judged: first those that another judged, so that the two can be compared.

    Within each part the order is arbitrary but always the same: what is judged first is a sample of all cells, not
    a choice of those that look wrong.
    """
    made = decisions_by_cell(story)
    mine = {cell for cell, decisions in made.items() if any(d.coder == coder for d in decisions)}
    cells = [(claim.id, article.id) for claim in story.claims for article in story.articles]
    return tuple(sorted((c for c in cells if c not in mine), key=lambda c: (c not in made, _shuffled(c))))


def _shuffled(cell: Cell) -> bytes:
    return hashlib.sha256("\0".join(cell).encode("utf-8", "surrogatepass")).digest()
