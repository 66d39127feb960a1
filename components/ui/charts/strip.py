"""The strip: every source a row, every measure a panel on its own scale, a dot with its interval in each."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.analysis.measure import Column
from components.export.levels import level_words, no_level
from components.export.scales import Panel, tick_text
from components.ui.charts.base import Sketch, blank, clip, fold, interval, label, plain, symbol, unit_of
from components.ui.palette import Palette

NAMES = 0.125
NAME_SIZE = 17
ROOMY = 6  # rows up to which there is room for a name on two lines
HEAD = 62
FOOT = 26
BESIDE = 20  # the axis of the written values is numbered so much higher than that of their panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The sources of a strip in the order to show, each with its colour and mark, and whether its dots are selected."""

    sources: pd.DataFrame
    colours: tuple[str, ...]
    symbols: tuple[str, ...]
    selectable: bool

    @property
    def y(self) -> list[int]:
        """Where the rows stand, from the top."""
        return list(range(len(self.sources)))


def strip_figure(
    sources: pd.DataFrame,
    made: Sequence[Panel],
    colour_of: Mapping[str, int],
    place_range: Callable[[str, str], str],
    palette: Palette,
    *,
    ranks: bool = True,
    short_of: Mapping[str, str] | None = None,
    n_claims: int = 0,
    selectable: bool = False,
) -> go.Figure:
    """The figure; ``sources``: one row a source, in the order to show. Dots carry (source, measure key).

    ``n_claims``: how many claims a share of claims is of, said in its head. ``selectable``: dots can be selected.
    """
    n = len(sources)
    row = 46 if n <= ROOMY else 31
    sketch = blank(HEAD + n * row + FOOT, palette)
    if selectable:  # as Streamlit would set it afterwards, for which all is drawn again
        sketch.layout.update(clickmode="event+select", dragmode="pan")
    sketch.layout.update(
        yaxis={
            "range": [n - 0.5, -0.5],
            "domain": [FOOT / (HEAD + n * row + FOOT), (n * row + FOOT) / (HEAD + n * row + FOOT)],
            "visible": False,
            "fixedrange": True,
        }
    )
    for edge in range(n + 1):
        sketch.rule((0, 1), edge - 0.5, palette.hair)
    numbers = [colour_of.get(str(s), 99) for s in sources["source"]]
    rows = Rows(
        sources=sources,
        colours=tuple(palette.source(number) for number in numbers),
        symbols=tuple(symbol(number) for number in numbers),
        selectable=selectable,
    )
    _names(sketch, rows, short_of or {}, palette)
    weights = [1.5 if panel.level else 1.0 for panel in made]
    unit = (1 - NAMES) / sum(weights)
    left = NAMES
    for number, (panel, weight) in enumerate(zip(made, weights, strict=True), 2):
        width = unit * weight
        _panel(sketch, panel, number, left, width, rows, place_range, palette, ranks, n_claims)
        left += width
    return sketch.figure()


def _names(sketch: Sketch, rows: Rows, short_of: Mapping[str, str], palette: Palette) -> None:
    sketch.layout.update(
        xaxis={"domain": [0, 0.012], "range": [0, 1], "visible": False, "fixedrange": True, "automargin": False}
    )
    sketch.scatter(
        x=[0.5] * len(rows.y),
        y=rows.y,
        mode="markers",
        marker={"size": 11, "color": list(rows.colours), "symbol": list(rows.symbols)},
        hoverinfo="skip",
    )
    for i, source in enumerate(rows.sources["source"]):
        name = short_of.get(str(source), str(source))
        shown = fold(name, NAME_SIZE) if len(rows.y) <= ROOMY else clip(name, NAME_SIZE)
        label(sketch, 0.019, i, shown, colour=palette.ink, bold=True, hover=str(source))


def _panel(
    sketch: Sketch,
    panel: Panel,
    number: int,
    left: float,
    width: float,
    rows: Rows,
    place_range: Callable[[str, str], str],
    palette: Palette,
    ranks: bool,
    n_claims: int,
) -> None:
    column = panel.column
    unit = f"share of {n_claims:,} claims" if n_claims > 1 and column.pool == "claims" else unit_of(column)
    start, end = left + 0.035 * width, left + (0.42 if panel.level else 0.54) * width
    value_x = left + (0.6 if panel.level else 0.76) * width
    level_x, rank_x = value_x + 0.02 * width, left + 0.965 * width
    axis = f"x{number}"
    sketch.layout.update(
        {
            f"xaxis{number}": {
                "domain": [start, end],
                "range": [panel.low, panel.high],
                "anchor": "y",
                "tickvals": list(panel.labelled),
                "ticktext": [tick_text(column, t) for t in panel.labelled],
                "tickfont": {"size": 12.5, "color": palette.muted},
                "gridcolor": palette.hair,
                "gridwidth": 0.7,
                "showgrid": panel.level is None,
                "zeroline": False,
                "fixedrange": True,
                "automargin": False,
                "side": "bottom",
            }
        }
    )
    if panel.level:
        _bands(sketch, panel, axis, palette, len(rows.y))
    top = -0.5
    label(sketch, start, top, panel.measure.label, colour=palette.ink, bold=True, size=15, yanchor="bottom", yshift=30)
    for x, text, anchor in [
        (start, unit, "left"),
        (value_x, "value", "right"),
        *([(level_x, "level", "left")] if panel.level else []),
        *([(rank_x, "place", "right")] if ranks else []),
    ]:
        label(sketch, x, top, text, colour=palette.muted, size=12.5, anchor=anchor, yanchor="bottom", yshift=8)
    _values(sketch, panel, axis, rows, palette)
    if rows.selectable:
        _targets(sketch, panel, number + BESIDE, (end + 0.005, value_x + 0.003), rows)
    hints = [""] * len(rows.y) if rows.selectable else ["\n".join(lines) for lines in _hints(panel, rows)]
    for i, (_, row) in enumerate(rows.sources.iterrows()):
        value = column.show(row[column.name])
        label(sketch, value_x, i, value, colour=palette.ink, bold=True, anchor="right", hover=hints[i])
        if panel.level:
            word = str(row[panel.level.name] or no_level(panel.level, row))
            label(sketch, level_x, i, word, colour=palette.muted, size=13 if row[panel.level.name] else 12)
        if ranks:
            place = place_range(column.name, str(row["source"]))
            label(sketch, rank_x, i, place, colour=palette.muted, size=13, anchor="right")


def _values(sketch: Sketch, panel: Panel, axis: str, rows: Rows, palette: Palette) -> None:
    column, sources = panel.column, rows.sources
    is_share = column.interval == "none" and (column.low, column.high) == (0, 1)
    for i, (_, row) in enumerate(sources.iterrows()):
        low, high = row.get(f"{column.name}_low", math.nan), row.get(f"{column.name}_high", math.nan)
        if is_share and math.isfinite(row[column.name]):
            # a bar from nothing: broad and pale, so that nobody takes it for an interval
            sketch.span((0.0, float(row[column.name])), i, rows.colours[i], xref=axis, width=13, opacity=0.4)
        elif math.isfinite(low) and math.isfinite(high):
            interval(sketch, panel, (low, high), row[column.name], i, rows.colours[i], axis)
    past = [panel.beyond(value) for value in sources[column.name]]
    sketch.scatter(
        x=sources[column.name].clip(panel.low, panel.high),
        y=rows.y,
        xaxis=axis,
        mode="markers",
        marker={
            "size": 13,
            "color": list(rows.colours),
            "symbol": [symbol(0, at) if at else own for own, at in zip(rows.symbols, past, strict=True)],
            "line": {"color": palette.paper, "width": 1.5},
        },
        cliponaxis=False,
        **_opens(panel, rows, opacity=1),
    )


def _targets(sketch: Sketch, panel: Panel, number: int, domain: tuple[float, float], rows: Rows) -> None:
    """Unseen marks at the written values, on an axis of their own: a number opens its sentences as its dot does."""
    sketch.layout[f"xaxis{number}"] = {
        "domain": list(domain),
        "range": [0, 1],
        "anchor": "y",
        "visible": False,
        "fixedrange": True,
        "automargin": False,
    }
    sketch.scatter(
        x=[0.6] * len(rows.y),
        y=rows.y,
        xaxis=f"x{number}",
        mode="markers",
        marker={"size": 30, "color": list(rows.colours), "opacity": 0},
        meta="value",
        **_opens(panel, rows, opacity=0),
    )


def _opens(panel: Panel, rows: Rows, *, opacity: float) -> dict[str, Any]:
    """What the marks of a panel say and carry; a selected one looks as it did."""
    return {
        "customdata": [[str(s), panel.measure.key] for s in rows.sources["source"]],
        "hovertext": ["<br>".join(map(plain, lines)) for lines in _hints(panel, rows)],
        "hoverinfo": "text",
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": opacity}},
    }


def _hints(panel: Panel, rows: Rows) -> list[list[str]]:
    """What each source's value says when it is pointed at, in lines."""
    column, sources = panel.column, rows.sources
    levels = level_words(panel.level, sources) if panel.level else {}
    found = []
    for _, row in sources.iterrows():
        source = str(row["source"])
        lines = [source, f"{panel.measure.label}: {column.show(row[column.name])}", _interval(column, row)]
        found.append([line for line in (*lines, levels.get(source, "")) if line])
    return found


def _bands(sketch: Sketch, panel: Panel, axis: str, palette: Palette, n: int) -> None:
    edges = [*panel.ticks, panel.high]
    for i, (a, b) in enumerate(pairwise(edges)):
        sketch.band((a, b), (-0.5, n - 0.5), palette.bands[min(i, 3)], xref=axis)


def _interval(column: Column, row: pd.Series) -> str:
    low, high = row.get(f"{column.name}_low", math.nan), row.get(f"{column.name}_high", math.nan)
    return f"95% interval {column.show(low)} to {column.show(high)}" if math.isfinite(low) else ""
