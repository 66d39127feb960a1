"""The claims of a report: the matrix, possible conflicts, what each source leaves out, and the evidence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.claims.conflicts import ConflictGroup, conflict_groups
from components.analysis.claims.omissions import omissions_of_sources
from components.analysis.claims.overview import ClaimRow
from components.analysis.claims.voices import StatedAlone
from components.analysis.comparison import source_articles
from components.analysis.model import Conflict, Story, Verdict
from components.analysis.phrasing import short_names
from components.export.about import counted
from components.export.palette import VERDICT_GLYPH
from components.export.text import clip

MOST_DRIFT = 12
MOST_EVIDENCE = 8
MOST_LISTED = 15
LONGEST_QUOTE = 600
KINDS = {
    "number": "possible conflict in a number",
    "date": "possible conflict in a date",
    "name": "possible conflict in a name",
    "negation": "possible conflict, yes or no",
    "judged": "possible conflict, found by a person",
    "certainty": "unequal certainty",
}


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a conflict: who says what, in which sentence; ``short`` names them where room is short."""

    sources: str
    short: str
    value: str
    before: str
    marked: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Clash:
    """Two sentences that cannot both hold, or one claim told with unequal certainty."""

    claim: str
    kind: str
    sides: tuple[Side, Side]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The sentence a verdict rests on, or the nearest miss."""

    source: str
    number: int
    verdict: str
    glyph: str
    quote: str
    facts: str


@dataclass(frozen=True, kw_only=True)
class Supported:
    """A claim with its evidence. ``absent``: the sources where it is not found; ``more``: those with no room here."""

    number: int
    claim: str
    note: str
    evidence: tuple[Evidence, ...]
    absent: tuple[str, ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one source leaves out though two or more independent others state it, and what it alone states.

    ``expected``: how many a text of its length leaves out at the others' rate; ``later``: how many the others told only
    after it had appeared. ``alone``: (number, claim, where a part of it is stated too).
    """

    source: str
    number: int
    left_out: tuple[tuple[int, str, str], ...]
    alone: tuple[tuple[int, str, str], ...]
    expected: str
    later: str
    n_left_out: int
    n_alone: int

    @property
    def more_left_out(self) -> int:
        """How many of those left out have no room here."""
        return self.n_left_out - len(self.left_out)

    @property
    def more_alone(self) -> int:
        """How many of those it alone states have no room here."""
        return self.n_alone - len(self.alone)


def clashes(story: Story) -> tuple[tuple[Clash, ...], tuple[Clash, ...], int]:
    """Possible conflicts in values; claims told with unequal certainty, the first few; how many more of these."""
    groups = conflict_groups(story)
    values = tuple(_clash(story, g) for g in groups if g.first.kind != "certainty")
    drift = [g for g in groups if g.first.kind == "certainty"]
    return values, tuple(_clash(story, g) for g in drift[:MOST_DRIFT]), max(0, len(drift) - MOST_DRIFT)


def _clash(story: Story, group: ConflictGroup) -> Clash:
    c = group.first
    claim = next(claim.text for claim in story.claims if claim.id == c.claim_id)
    return Clash(
        claim=claim,
        kind=KINDS[c.kind],
        sides=(
            _side(story, group.sources_a, c.value_a, c.evidence_a, c),
            _side(story, group.sources_b, c.value_b, c.evidence_b, c),
        ),
    )


def _side(story: Story, sources: Sequence[str], value: str, sentence: str, conflict: Conflict) -> Side:
    """A side with the value marked where it stands in its sentence; the words of certainty stand nowhere in it."""
    at = sentence.find(value) if value and conflict.kind != "certainty" else -1
    marked = value if at >= 0 else ""
    after = sentence[at + len(value) :] if at >= 0 else sentence
    before = sentence[:at] if at >= 0 else ""
    short = ", ".join(short_names(story)[s] for s in sources)
    return Side(sources=", ".join(sources), short=short, value=value, before=before, marked=marked, after=after)


def shares(story: Story, colour_of: dict[str, int], rows: Sequence[ClaimRow]) -> tuple[Share, ...]:
    """What each source leaves out and what it alone states, in the story's order."""
    made = []
    omissions, short_of = omissions_of_sources(story), short_names(story)
    for source, articles in source_articles(story).items():
        found, words = omissions[source], sum(article.size.n_words for article in articles)
        expected = "" if math.isnan(found.expected) else f"{found.expected:.1f} to expect at {counted(words, 'word')}"
        later = (
            f"{len(found.published_earlier):,} told by others only later: no omission"
            if found.published_earlier
            else ""
        )
        left_out = [(row.number, row.claim.text, "") for row in rows if source in row.left_out_by]
        alone = [
            (row.number, row.claim.text, _elsewhere(row.alone, short_of))
            for row in rows
            if row.alone and row.cells[source].verdict == "stated"
        ]
        made.append(
            Share(
                source=source,
                number=colour_of[source],
                left_out=tuple(left_out[:MOST_LISTED]),
                expected=expected,
                later=later,
                alone=tuple(alone[:MOST_LISTED]),
                n_left_out=len(left_out),
                n_alone=len(alone),
            )
        )
    return tuple(made)


def _elsewhere(alone: StatedAlone, short_of: dict[str, str]) -> str:
    """Who else tells a part of a claim that one source alone states as worded, or gives another value."""
    told = (("partly in", alone.partly), ("with another value in", alone.otherwise))
    return "; ".join(f"{how} {', '.join(short_of[s] for s in sources)}" for how, sources in told if sources)


def supported(story: Story, colour_of: dict[str, int], rows: Sequence[ClaimRow]) -> tuple[Supported, ...]:
    """Every claim with the sentences its verdicts rest on: stated, conflicts, partly; then who does not have it."""
    rank = {"stated": 0, "conflicts": 1, "partly": 2}
    made = []
    for row in rows:
        said = sorted((s for s in row.cells if row.cells[s].verdict in rank), key=lambda s: rank[row.cells[s].verdict])
        evidence = tuple(_evidence(story, s, row.cells[s], colour_of[s]) for s in said[:MOST_EVIDENCE])
        made.append(
            Supported(
                number=row.number,
                claim=row.claim.text,
                note=row.claim.note,
                evidence=evidence,
                absent=tuple(s for s in row.cells if row.cells[s].verdict == "not found"),
                more=max(0, len(said) - MOST_EVIDENCE),
            )
        )
    return tuple(made)


def _evidence(story: Story, source: str, v: Verdict, number: int) -> Evidence:
    facts = [f"probability stated {v.score:.2f}"]
    if v.voice == "quoted":
        facts.append(f"quoting {v.speaker}" if v.speaker else "quoted")
    if v.certainty in ("hedged", "attributed"):
        facts.append(v.certainty)
    if v.article_id in story.copies:
        facts.append(f"near-duplicate of {story.article_by_id[story.copies[v.article_id]].source}: counted once")
    if v.coder:
        what = "confirmed" if v.verdict == v.machine_verdict else f"overruled (Parallax: {v.machine_verdict})"
        facts.append(f"{what} by {v.coder}" + (f": {v.note}" if v.note else ""))
    return Evidence(
        source=source,
        number=number,
        verdict=v.verdict,
        glyph=VERDICT_GLYPH[v.verdict],
        quote=clip(v.evidence, LONGEST_QUOTE),
        facts=" · ".join(facts),
    )
