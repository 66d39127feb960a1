"""The claim list at a glance: who states each claim, who leaves it out, and the finding that titles it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from components.analysis.claims.deciding import disputed_cells
from components.analysis.claims.omissions import omissions_of_sources
from components.analysis.claims.sources import source_verdicts
from components.analysis.claims.voices import StatedAlone, stated_alone, told_elsewhere
from components.analysis.model import Claim, Story, Verdict
from components.analysis.phrasing import number_word

VIEWS = ("All", "Conflicts", "In one source only", "Left out by a source")
PEOPLE_VIEWS = ("Judged by people", "People disagree")
Sort = Literal["As listed", "Most sources first", "Fewest sources first", "Conflicts first"]
SORTS: tuple[Sort, ...] = ("As listed", "Most sources first", "Fewest sources first", "Conflicts first")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim across the sources. ``number``: its place in the list, from 1; ``cells``: source -> its verdict.

    ``n_sources`` that state it. ``alone``: who states it, and who else tells a part of it, where one independent source
    alone does (near-copies are one source); None otherwise.
    ``left_out_by``: the sources where it is not found though two or more independent others state it;
    ``published_earlier``: those of them that had published before anybody stated it, which is no omission.
    ``in_conflict``: a cell of it is a possible conflict. ``disputed``: the sources whose cell two people judged
    differently. ``judged``: a person judged a cell of it.
    """

    number: int
    claim: Claim
    cells: Mapping[str, Verdict]
    n_sources: int
    alone: StatedAlone | None
    left_out_by: tuple[str, ...]
    published_earlier: tuple[str, ...]
    in_conflict: bool
    disputed: tuple[str, ...] = ()
    judged: bool = False

    @property
    def exclusive(self) -> bool:
        """One independent source states it, and no other does."""
        return self.alone is not None


def claim_rows(story: Story) -> tuple[ClaimRow, ...]:
    """A row per claim, in the list's order."""
    best, alone, omissions = source_verdicts(story), stated_alone(story), omissions_of_sources(story)
    left_out = {source: set(found.left_out) for source, found in omissions.items()}
    earlier = {source: set(found.published_earlier) for source, found in omissions.items()}
    disputed = set(disputed_cells(story))
    rows = []
    for number, claim in enumerate(story.claims, 1):
        cells = {source: best[claim.id, source] for source in story.sources}
        rows.append(
            ClaimRow(
                number=number,
                claim=claim,
                cells=cells,
                n_sources=sum(v.verdict == "stated" for v in cells.values()),
                alone=alone.get(claim.id),
                left_out_by=tuple(s for s in cells if claim.id in left_out[s]),
                published_earlier=tuple(s for s in cells if claim.id in earlier[s]),
                in_conflict=any(v.verdict == "conflicts" for v in cells.values()),
                disputed=tuple(s for s, v in cells.items() if (v.claim_id, v.article_id) in disputed),
                judged=any(v.coder for v in cells.values()),
            )
        )
    return tuple(rows)


def in_view(rows: Sequence[ClaimRow], view: str, find: str = "") -> list[ClaimRow]:
    """The rows of a view (see :func:`views`) whose claim, or note, holds every word of ``find``.

    An unknown view is all of them.
    """
    words = find.casefold().split()
    within = _tests(rows).get(view, lambda _: True)
    return [
        row for row in rows if within(row) and all(w in f"{row.claim.text} {row.claim.note}".casefold() for w in words)
    ]


def views(rows: Sequence[ClaimRow]) -> dict[str, int]:
    """The views that are offered, and how many claims each holds.

    Those of all sources always; those of what one source states alone or leaves out, and of what people judged or
    disagree on, where they hold a claim.
    """
    counted = {view: sum(map(within, rows)) for view, within in _tests(rows).items()}
    return {view: n for view, n in counted.items() if n or view in VIEWS}


def only_in(source: str) -> str:
    """The view of the claims that this source states alone."""
    return f"Only in {source}"


def left_out_by(source: str) -> str:
    """The view of the claims that are not found in this source though two or more independent others state them."""
    return f"Left out by {source}"


def _tests(rows: Sequence[ClaimRow]) -> dict[str, Callable[[ClaimRow], bool]]:
    """View -> whether a row belongs to it."""
    everyone, conflicts, one_only, left_out = VIEWS
    judged, disagree = PEOPLE_VIEWS
    tests: dict[str, Callable[[ClaimRow], bool]] = {
        everyone: lambda _: True,
        conflicts: lambda row: row.in_conflict,
        one_only: lambda row: row.exclusive,
        left_out: lambda row: bool(row.left_out_by),
        judged: lambda row: row.judged,
        disagree: lambda row: bool(row.disputed),
    }
    for source in rows[0].cells if rows else ():
        tests.setdefault(only_in(source), partial(_is_only_in, source))
        tests.setdefault(left_out_by(source), partial(_is_left_out_by, source))
    return tests


def _is_only_in(source: str, row: ClaimRow) -> bool:
    return row.alone is not None and row.alone.by == source


def _is_left_out_by(source: str, row: ClaimRow) -> bool:
    return source in row.left_out_by


def in_order(rows: Sequence[ClaimRow], sort: str) -> list[ClaimRow]:
    """The rows by agreement (sources that state the claim), by exclusivity, or by conflict; ties as listed.

    By exclusivity, claims that no source states come last; by conflict, those with most cells in conflict first.
    """
    keys: dict[str, Callable[[ClaimRow], tuple[int, ...]]] = {
        "Most sources first": lambda row: (-row.n_sources,),
        "Fewest sources first": lambda row: (not row.n_sources, row.n_sources),
        "Conflicts first": lambda row: (-sum(v.verdict == "conflicts" for v in row.cells.values()),),
    }
    return sorted(rows, key=keys[sort]) if sort in keys else list(rows)


def first_worth_reading(rows: Sequence[ClaimRow]) -> ClaimRow | None:
    """The first row with a possible conflict, else the first row; None without rows."""
    return next((row for row in rows if row.in_conflict), rows[0] if rows else None)


def first_source(row: ClaimRow) -> str:
    """The source to open a claim at: the first in conflict, else the first that states it, else the first."""
    for verdict in ("conflicts", "stated"):
        for source, cell in row.cells.items():
            if cell.verdict == verdict:
                return source
    return next(iter(row.cells))


def overview(rows: Sequence[ClaimRow], sources: Sequence[str]) -> str:
    """The finding in one line: how many claims are everywhere, how many in one source alone, how many in conflict."""
    n, n_sources = len(rows), len(sources)
    if n_sources == 1:
        return f"{sources[0]} states {sum(r.n_sources for r in rows):,} of {n:,} {_claims(n)}"
    everywhere = sum(row.n_sources == n_sources for row in rows)
    alone = [row.alone for row in rows if row.alone]
    conflicts = sum(row.in_conflict for row in rows)
    where = "both sources" if n_sources == 2 else f"all {number_word(n_sources)} sources"
    first = (
        f"{number_word(everywhere).capitalize()} of {n:,} {_claims(n)} {'is' if everywhere == 1 else 'are'} in {where}"
    )
    if everywhere == n > 1:
        first = f"All {n:,} claims are in {where}"
    if not everywhere:
        first = f"No claim of {n:,} is in {where}"
    if alone:
        return f"{first}; {number_word(len(alone))} {'is' if len(alone) == 1 else 'are'} stated by one source only"
    if conflicts:
        return f"{first}; {number_word(conflicts)} {'holds a' if conflicts == 1 else 'hold'} possible conflict" + (
            "s" if conflicts > 1 else ""
        )
    return first


def also_told(rows: Sequence[ClaimRow]) -> str:
    """What others say of the claims that one source alone states, as a sentence; "" where they say nothing of them."""
    told = told_elsewhere(row.alone for row in rows if row.alone)
    return f"{told[0].upper()}{told[1:]}." if told else ""


def _claims(n: int) -> str:
    return "claim" if n == 1 else "claims"
