"""The strip chart of the compare page and its narrow twin, drawn from the same rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.analysis.measure import Measure, all_measures
from components.export.scales import off_scale, panels
from components.ui import markup, standing, state
from components.ui.cache import Loaded
from components.ui.charts.drawing import selected, show_chart
from components.ui.charts.strip import strip_figure
from components.ui.evidence import STRIP
from components.ui.palette import SCREEN


def compare_chart(loaded: Loaded, rows: pd.DataFrame) -> tuple[str, str] | None:
    """Draw the strip; what a person selected in it, as (source, measure key)."""

    def draw() -> go.Figure:
        made, ranks = panels(all_measures(), rows), len(loaded.story.sources) > 1
        return strip_figure(
            rows, made, loaded.colour_of, loaded.place_range, SCREEN,
            ranks=ranks, short_of=loaded.short_of, n_claims=len(loaded.story.claims), selectable=True,
        )  # fmt: skip

    figure = loaded.once(("strip", *map(str, rows["source"])), draw)
    event = show_chart(
        figure,
        f"{STRIP}{state.version(STRIP)}",
        story=loaded.story,
        alt=strip_text(rows, loaded.short_of),
        selectable=True,
    )
    return selected(event)


def show_too_short(loaded: Loaded, rows: pd.DataFrame) -> None:
    """Below the strip: which sources are too short for a level or to set a scale, where there are any."""
    beyond = off_scale(rows, panels(all_measures(), rows), loaded.short_of)
    told = [line for line in (standing.no_level_line(loaded), beyond) if line]
    if told:
        markup.show(markup.facts(" ".join(told)))


def strip_text(rows: pd.DataFrame, short_of: Mapping[str, str]) -> str:
    """The chart in words: per source its value in each measure."""
    columns = [(m, c) for m in all_measures() for c in m.columns if c.headline]
    lines = [
        f"{short_of[str(row['source'])]}: " + ", ".join(f"{m.label.lower()} {c.show(row[c.name])}" for m, c in columns)
        for _, row in rows.iterrows()
    ]
    return "The sources side by side. " + "; ".join(lines) + "."


def narrow_rows(
    loaded: Loaded, rows: pd.DataFrame, measures: Sequence[Measure] | None = None
) -> tuple[list[str], list[tuple[int, str, Sequence[tuple[str, str]]]]]:
    """Heads and rows of the table that stands for the chart on a narrow screen: value over interval and place."""
    columns = [(m, c) for m in measures or all_measures() for c in m.columns if c.headline]
    body: list[tuple[int, str, Sequence[tuple[str, str]]]] = []
    ranks = len(loaded.story.sources) > 1
    for _, row in rows.iterrows():
        source, cells = str(row["source"]), []
        for _, column in columns:
            low, high = row.get(f"{column.name}_low", math.nan), row.get(f"{column.name}_high", math.nan)
            below = [f"{column.show(low)} to {column.show(high)}"] if math.isfinite(low) else []
            if ranks:
                place = loaded.place_range(column.name, source)
                below += [f"{place} place" if place == "any" else f"place {place}"] if place != "–" else []
            cells.append((column.show(row[column.name]), "\n".join(below)))
        body.append((loaded.colour_of.get(source, 99), loaded.short_of[source], cells))
    short = {"claim_coverage": "Claims", "readability": "Grade"}
    return ["Source", *(short.get(m.key, m.label) for m, _ in columns)], body
