"""Possible conflicts between the articles of a story, and certainty drift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from components.analysis.claims.clashes import find_conflict
from components.analysis.claims.index import index_article, parse_claim
from components.analysis.model import Conflict, ConflictKind, Story, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictGroup:
    """The conflicts of one claim that set the same two values against each other.

    ``first``: one of them, to be read; the sources on either side, each once.
    """

    first: Conflict
    sources_a: tuple[str, ...]
    sources_b: tuple[str, ...]


def story_conflicts(story: Story) -> tuple[Conflict, ...]:
    """The story's possible conflicts, claim by claim: every article in conflict beside the best one that states it.

    A conflict needs two articles: one with the verdict "conflicts" in force and one that states the claim, of another
    source where there is one. So a person's verdict takes a conflict out or puts one in, of kind "judged" where
    Parallax saw none; against such a verdict a partly stated claim is enough, where no article states it all. Two
    claims that set the same two sentences against each other give one conflict; each judged one stands for itself.
    Where a claim is stated flatly in one source and hedged in another, one row of kind "certainty" says so (values
    "flat" and "hedged"). Spans are those of the evidence sentences; a headline's is 0, 0, for it is no part of the
    text.
    """
    by_claim: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in story.verdicts:
        by_claim[verdict.claim_id].append(verdict)
    found: dict[object, Conflict] = {}
    for claim in story.claims:
        cells = by_claim[claim.id]
        stating = [v for v in cells if v.verdict == "stated" and v.evidence]
        surest = _Surest(story, stating)
        half = _Surest(story, [v for v in cells if v.verdict == "partly" and v.evidence])
        for cell in cells:
            if cell.verdict != "conflicts" or cell.conflict_kind is None:
                continue
            other = surest.beside(cell)
            if other is None and cell.coder:
                other = half.beside(cell)
            if other is None:
                continue
            judged = cell.conflict_kind == "judged"
            value = "" if judged else _claim_value(story, claim.text, cell)
            conflict = _pair(cell.conflict_kind, other, value, cell, cell.conflict_value)
            sides = frozenset(((other.article_id, other.start), (cell.article_id, cell.start)))
            found.setdefault((conflict.kind, sides, claim.id if judged else ""), conflict)
        drift = _drift(story, stating)
        if drift is not None:
            found[claim.id] = drift
    return tuple(found.values())


def conflict_groups(story: Story) -> tuple[ConflictGroup, ...]:
    """The story's conflicts grouped: clashes of values in the list's order, then unequal certainty.

    Every screen counts these: the groups that are not of kind "certainty" are the story's possible conflicts.
    """
    groups: dict[tuple[str, str, str, str], list[Conflict]] = {}
    for conflict in sorted(story.conflicts, key=lambda c: c.kind == "certainty"):
        groups.setdefault((conflict.claim_id, conflict.kind, conflict.value_a, conflict.value_b), []).append(conflict)
    source = {article.id: article.source for article in story.articles}
    return tuple(
        ConflictGroup(
            first=members[0],
            sources_a=tuple(dict.fromkeys(source[c.article_a] for c in members)),
            sources_b=tuple(dict.fromkeys(source[c.article_b] for c in members)),
        )
        for members in groups.values()
    )


def conflicts_alone(story: Story) -> tuple[Verdict, ...]:
    """The cells in conflict that :func:`story_conflicts` has no second sentence for: no other article states the claim.

    A cell whose two sentences are listed under another claim is not alone.
    """
    listed = {(c.article_a, c.start_a) for c in story.conflicts} | {(c.article_b, c.start_b) for c in story.conflicts}
    return tuple(v for v in story.verdicts if v.verdict == "conflicts" and (v.article_id, v.start or 0) not in listed)


class _Surest:
    """The cells of highest score, so that a partner is found without a look at every cell; among equals the earlier."""

    def __init__(self, story: Story, cells: Sequence[Verdict]) -> None:
        self._source = {article_id: article.source for article_id, article in story.article_by_id.items()}
        ranked = sorted(cells, key=lambda v: -v.score)
        self._alike = ranked[:2]
        others = (v for v in ranked if self._source[v.article_id] != self._source[ranked[0].article_id])
        self._unlike = ranked[:1] + list(islice(others, 1))

    def beside(self, cell: Verdict) -> Verdict | None:
        """The surest of another article than the cell's, of another source where there is one."""
        own = self._source[cell.article_id]
        for v in self._unlike:
            if self._source[v.article_id] != own:
                return v
        return next((v for v in self._alike if v.article_id != cell.article_id), None)


def _claim_value(story: Story, text: str, cell: Verdict) -> str:
    """The claim's own value in a conflict, found again in the sentence that contradicts it."""
    index = index_article(story.article_by_id[cell.article_id])
    for line in index.lines:
        if (line.sentence.index if line.sentence else None) == cell.sentence_index:
            clash = find_conflict(parse_claim(text), line, index)
            return clash.claim_value if clash else ""
    return ""


def _drift(story: Story, stating: Sequence[Verdict]) -> Conflict | None:
    """The surest flat statement beside the surest hedged one, if they come from two sources."""
    ranked = sorted(stating, key=lambda v: -v.score)
    hedged = _Surest(story, [v for v in ranked if v.certainty == "hedged"])
    for flat in ranked:
        other = hedged.beside(flat) if flat.certainty == "flat" else None
        if other and story.article_by_id[other.article_id].source != story.article_by_id[flat.article_id].source:
            return _pair("certainty", flat, "flat", other, "hedged")
    return None


def _pair(kind: ConflictKind, one: Verdict, one_value: str, other: Verdict, other_value: str) -> Conflict:
    return Conflict(
        claim_id=one.claim_id,
        kind=kind,
        article_a=one.article_id,
        value_a=one_value,
        evidence_a=one.evidence,
        start_a=one.start or 0,
        end_a=one.end or 0,
        article_b=other.article_id,
        value_b=other_value,
        evidence_b=other.evidence,
        start_b=other.start or 0,
        end_b=other.end or 0,
    )
