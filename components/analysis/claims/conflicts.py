"""Possible conflicts between the articles of a story, and certainty drift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from components.analysis.claims.clashes import find_conflict
from components.analysis.claims.common_ground import Clash
from components.analysis.claims.index import index_article, parse_claim
from components.analysis.model import Conflict, ConflictKind, Story, Verdict

#: With more pairs on a claim nobody reads them all, and in a large story listing them would cost more than judging.
MOST_PAIRS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictGroup:
    """The conflicts of one claim that set the same two values against each other.

    ``first``: one of them, to be read; the sources on either side, each once.
    """

    first: Conflict
    sources_a: tuple[str, ...]
    sources_b: tuple[str, ...]


def story_conflicts(story: Story) -> tuple[Conflict, ...]:
    """The story's possible conflicts, claim by claim: every article in conflict beside each source that states it.

    A conflict needs two articles: one with the verdict "conflicts" in force and one that states the claim, the surest
    one of each other source, or one of the same source where no other states it. So a person's verdict takes a
    conflict out or puts one in, of kind "judged" where Parallax saw none; against such a verdict a partly stated claim
    is enough, where no article states it all. Two articles of different sources that are both in conflict with the
    claim make a pair of their own where their values contradict each other too (see :func:`_rivals`). A claim with
    more than ``MOST_PAIRS`` pairs lists each article in conflict beside the surest that states it, and no other pair.
    Two claims that set the same values of the same two sentences against each other give one conflict; each judged one
    stands for itself.
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
        against = [v for v in cells if v.verdict == "conflicts" and v.conflict_kind is not None]
        own = {v.article_id: _claim_value(story, claim.text, v) for v in against if v.conflict_kind != "judged"}
        every = len(against) * (surest.n_sources + len(against)) <= MOST_PAIRS
        for cell in against:
            partners = surest.all_beside(cell) if every else [surest.beside(cell)]
            if not any(partners) and cell.coder:
                partners = [half.beside(cell)]
            value, kind = own.get(cell.article_id, ""), cell.conflict_kind or "judged"
            for other in filter(None, partners):
                conflict = _pair(kind, other, value, cell, cell.conflict_value)
                found.setdefault(_sides(conflict), conflict)
        for one, other in _rivals(story, claim.text, against, own) if every else ():
            conflict = _pair(one.conflict_kind or "judged", one, one.conflict_value, other, other.conflict_value)
            found.setdefault(_sides(conflict), conflict)
        drift = _drift(story, stating)
        if drift is not None:
            found[claim.id] = drift
    return tuple(found.values())


def _sides(c: Conflict) -> object:
    """What two claims about one clash have in common."""
    a, b = (c.article_a, c.start_a, c.evidence_a, c.value_a), (c.article_b, c.start_b, c.evidence_b, c.value_b)
    return c.kind, frozenset((a, b)), c.claim_id if c.kind == "judged" else ""


def conflict_groups(story: Story) -> tuple[ConflictGroup, ...]:
    """The story's conflicts grouped: clashes of values, then unequal certainty; of each those of most sources first.

    Among groups of as many sources the list's order stands.
    Every screen counts these: the groups that are not of kind "certainty" are the story's possible conflicts.
    """
    groups: dict[tuple[str, str, str, str], list[Conflict]] = {}
    for conflict in sorted(story.conflicts, key=lambda c: c.kind == "certainty"):
        groups.setdefault((conflict.claim_id, conflict.kind, conflict.value_a, conflict.value_b), []).append(conflict)
    source = {article.id: article.source for article in story.articles}
    found = [
        ConflictGroup(
            first=members[0],
            sources_a=tuple(dict.fromkeys(source[c.article_a] for c in members)),
            sources_b=tuple(dict.fromkeys(source[c.article_b] for c in members)),
        )
        for members in groups.values()
    ]
    return tuple(sorted(found, key=lambda g: (g.first.kind == "certainty", -len({*g.sources_a, *g.sources_b}))))


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
        self._of: dict[str, Verdict] = {}
        for v in ranked:
            self._of.setdefault(self._source[v.article_id], v)
        self.n_sources = len(self._of)

    def beside(self, cell: Verdict) -> Verdict | None:
        """The surest of another article than the cell's, of another source where there is one."""
        own = self._source[cell.article_id]
        for v in self._unlike:
            if self._source[v.article_id] != own:
                return v
        return next((v for v in self._alike if v.article_id != cell.article_id), None)

    def all_beside(self, cell: Verdict) -> list[Verdict]:
        """The surest of each other source than the cell's, surest first; without any, the surest of its own source."""
        own = self._source[cell.article_id]
        others = [v for source, v in self._of.items() if source != own]
        same = None if others else self.beside(cell)
        return others or ([same] if same else [])


def _rivals(
    story: Story, text: str, against: Sequence[Verdict], own: Mapping[str, str]
) -> Iterator[tuple[Verdict, Verdict]]:
    """Pairs of articles in conflict with a claim, of different sources, that contradict each other too.

    Each must clash with the claim as the other would have it: with the other's number, date or name in place of the
    claim's. Of two values the one met first stands first, so that the pairs of the same two can be grouped.
    """
    cells = [v for v in against if v.conflict_kind in ("number", "date", "name") and own.get(v.article_id)]
    met = list(dict.fromkeys(v.conflict_value for v in cells))
    clashing: dict[tuple[str, str], bool] = {}

    def clashes(one: Verdict, other: Verdict) -> bool:
        key = (one.conflict_value, other.article_id)
        if key not in clashing:
            worded = text.replace(own[one.article_id], one.conflict_value, 1)
            clash = _clash(story, worded, other)
            clashing[key] = clash is not None and (clash.kind, clash.text_value) == (
                other.conflict_kind,
                other.conflict_value,
            )
        return clashing[key]

    for one in cells:
        for other in cells:
            if (
                met.index(one.conflict_value) < met.index(other.conflict_value)
                and own[one.article_id] == own[other.article_id]
                and story.article_by_id[one.article_id].source != story.article_by_id[other.article_id].source
                and clashes(one, other)
                and clashes(other, one)
            ):
                yield one, other


def _claim_value(story: Story, text: str, cell: Verdict) -> str:
    """The claim's own value in a conflict, found again in the sentence that contradicts it."""
    clash = _clash(story, text, cell)
    return clash.claim_value if clash else ""


def _clash(story: Story, text: str, cell: Verdict) -> Clash | None:
    """Where a claim of this wording and the evidence of a cell cannot both be right."""
    index = index_article(story.article_by_id[cell.article_id])
    for line in index.lines:
        if (line.sentence.index if line.sentence else None) == cell.sentence_index:
            return find_conflict(parse_claim(text), line, index)
    return None


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
