"""What a report is drawn from: the frames the screen draws from, so that both show the same numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.analysis.certainty import orders, places
from components.analysis.comparison import by_source
from components.analysis.findings import Finding, what_stands_out
from components.analysis.groups import in_groups
from components.analysis.measured import Measured
from components.analysis.model import Story
from components.analysis.phrasing import short_names


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A measured story. ``long``: every measurement; ``sources``: a row a source; ``places``: what each may hold.

    ``groups``: the same with the sources taken together by their groups, where the analyst made any.
    """

    story: Story
    long: pd.DataFrame | Measured
    sources: pd.DataFrame
    places: pd.DataFrame
    findings: tuple[Finding, ...]
    groups: Figures | None = None

    @property
    def short_of(self) -> dict[str, str]:
        """Source -> what it is called where room is short."""
        return short_names(self.story)

    @property
    def colour_of(self) -> dict[str, int]:
        """Source -> its number in the palette: as stored, else in the order of the story."""
        return {source: n for n, source in enumerate(self.story.sources, 1)} | dict(self.story.colours)


def figures_of(
    story: Story, long: pd.DataFrame | Measured, tables: Mapping[str, pd.DataFrame] | None = None
) -> Figures:
    """The figures of a story that was measured outside the app. ``tables``: its bundle's, where they were made."""
    ordered = orders(story, long) if tables is None else tables["orders"]
    sources = by_source(story, long) if tables is None else tables["sources"]
    return Figures(
        story=story,
        long=long,
        sources=sources,
        places=places(story, long, ordered),
        findings=what_stands_out(story, long, ordered),
        groups=figures_of(in_groups(story), long) if story.groups else None,
    )
