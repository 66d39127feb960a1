"""One measure, every source: a wide strip with its level bands, intervals, values and places."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from components.analysis.measure import Column
from components.export.scales import Panel, tick_text
from components.ui.charts.base import Sketch, blank, clip, fold, interval, label, plain, symbol, unit_of
from components.ui.palette import Palette

LEFT, PLACE = 0.175, 0.995
HEAD_ROOM = 0.09  # a band narrower than this share of the axis has no room for its word
HEAD, FOOT = 34, 28
MARKED = 22  # more head for the words of dashed lines
NAME_SIZE = 26


def single_figure(
    sources: pd.DataFrame,
    panel: Panel,
    colour_of: Mapping[str, int],
    place_range: Callable[[str, str], str],
    palette: Palette,
    *,
    second: Column | None = None,
    doubt: Mapping[str, str] | None = None,
    ranks: bool = True,
    short_of: Mapping[str, str] | None = None,
    marks: Sequence[tuple[float, str]] = (),
) -> go.Figure:
    """The figure; ``sources``: one row a source in the order to show. ``marks``: values to draw a dashed line at,
    each with its words.

    ``second``: a column on the same scale, drawn as an open ring beside the dot. ``doubt``: source -> its level in
    words, with what it could also be. Dots carry the source and the measure's key.
    """
    n = len(sources)
    row = 44 if n <= 6 else 31
    head = HEAD + (MARKED if marks else 0)
    height = head + n * row + FOOT
    sketch = blank(height, palette)
    names = [str(s) for s in sources["source"]]
    fit = fold if n <= 6 else clip
    numbers = [colour_of.get(s, 99) for s in names]
    sketch.layout.update(
        yaxis={
            "range": [n - 0.5, -0.5],
            "domain": [FOOT / height, (n * row + FOOT) / height],
            "visible": False,
            "fixedrange": True,
        },
        xaxis={"domain": [0, 0.012], "range": [0, 1], "visible": False, "fixedrange": True, "automargin": False},
        xaxis2={
            "domain": [LEFT, _right(panel)],
            "range": [panel.low, panel.high],
            "anchor": "y",
            "tickvals": list(panel.labelled),
            "ticktext": [tick_text(panel.column, t) for t in panel.labelled],
            "tickfont": {"size": 12.5, "color": palette.muted},
            "gridcolor": palette.hair,
            "gridwidth": 0.7,
            "showgrid": panel.level is None,
            "zeroline": False,
            "fixedrange": True,
            "automargin": False,
        },
    )
    if panel.level is not None:
        _bands(sketch, panel, palette, n)
    for value, words in marks:
        up = -0.5 - MARKED / row  # as far as its words, above those of the levels
        sketch.upright(value, (up, n - 0.5), palette.ink, xref="x2")
        label(
            sketch, value, -0.5, words, colour=palette.ink, size=12.5, xref="x2", yanchor="bottom", yshift=25, xshift=5
        )
    _heads(sketch, panel, palette, second, ranks)
    sketch.scatter(
        x=[0.5] * n,
        y=list(range(n)),
        mode="markers",
        marker={"size": 11, "color": [palette.source(k) for k in numbers], "symbol": [symbol(k) for k in numbers]},
        hoverinfo="skip",
    )
    levels = [(doubt or {}).get(source, "") for source in names]
    for i, (_, row_) in enumerate(sources.iterrows()):
        name = fit((short_of or {}).get(names[i], names[i]), NAME_SIZE)
        _row(sketch, i, row_, panel, numbers[i], palette, levels[i], name)
        if ranks:
            label(
                sketch,
                PLACE,
                i,
                place_range(panel.column.name, names[i]),
                colour=palette.muted,
                size=13,
                anchor="right",
            )
    if second is not None:
        _rings(sketch, sources, panel, numbers, palette, second)
    _dots(sketch, sources, panel, numbers, palette, levels)
    return sketch.figure()


def _right(panel: Panel) -> float:
    """Where the axis ends: levels with their doubts need room beside it."""
    return 0.84 if panel.level is None else 0.685


def _value(panel: Panel) -> float:
    return _right(panel) + 0.055


def _level(panel: Panel) -> float:
    return _value(panel) + 0.015


def _heads(sketch: Sketch, panel: Panel, palette: Palette, second: Column | None, ranks: bool) -> None:
    marks = f", ring: {second.label}" if second is not None else ""
    heads = [(_value(panel), "value", "right")]
    if panel.level is None:
        heads.append((LEFT, f"{unit_of(panel.column)}{marks}", "left"))
    else:
        heads.append((_level(panel), "level", "left"))
    if ranks:
        heads.append((PLACE, "place", "right"))
    for x, text, anchor in heads:
        label(sketch, x, -0.5, text, colour=palette.muted, size=12.5, anchor=anchor, yanchor="bottom", yshift=6)


def _row(
    sketch: Sketch,
    i: int,
    row: pd.Series,
    panel: Panel,
    number: int,
    palette: Palette,
    level: str,
    name: str,
) -> None:
    column, colour, source = panel.column, palette.source(number), str(row["source"])
    label(sketch, 0.019, i, name, colour=palette.ink, bold=True, hover=source)
    value = float(row[column.name])
    low, high = row.get(f"{column.name}_low", math.nan), row.get(f"{column.name}_high", math.nan)
    label(sketch, _value(panel), i, column.show(value), colour=palette.ink, bold=True, anchor="right")
    if level:
        label(sketch, _level(panel), i, level, colour=palette.muted, size=13)
    if math.isfinite(value) and math.isfinite(low) and math.isfinite(high):
        interval(sketch, panel, (low, high), value, i, colour, "x2")


def _rings(
    sketch: Sketch, sources: pd.DataFrame, panel: Panel, numbers: Sequence[int], palette: Palette, second: Column
) -> None:
    """An open ring a source at its value in another column, where it has one and one in the column itself."""
    at = [i for i in range(len(sources)) if sources[[panel.column.name, second.name]].iloc[i].notna().all()]
    values = [float(sources[second.name].iloc[i]) for i in at]
    sketch.scatter(
        x=[panel.within(value) for value in values],
        y=at,
        xaxis="x2",
        mode="markers",
        hoverinfo="text",
        marker={
            "size": 11,
            "symbol": [f"{symbol(0, panel.beyond(value))}-open" for value in values],
            "color": [palette.source(numbers[i]) for i in at],
            "line": {"width": 1.6},
        },
        hovertext=[
            f"{plain(str(sources['source'].iloc[i]))}<br>{plain(second.label)}: {second.show(value)}"
            for i, value in zip(at, values, strict=True)
        ],
    )


def _dots(
    sketch: Sketch,
    sources: pd.DataFrame,
    panel: Panel,
    numbers: Sequence[int],
    palette: Palette,
    levels: Sequence[str],
) -> None:
    """A dot a source that has a value; hovering tells the value, its interval and its level."""
    column = panel.column
    at = [i for i in range(len(sources)) if not math.isnan(float(sources[column.name].iloc[i]))]
    hints = []
    for i in at:
        row = sources.iloc[i]
        hint = f"{plain(str(row['source']))}<br>{plain(panel.measure.label)}: {column.show(float(row[column.name]))}"
        low, high = row.get(f"{column.name}_low", math.nan), row.get(f"{column.name}_high", math.nan)
        if math.isfinite(low) and math.isfinite(high):
            hint += f"<br>95% interval {column.show(low)} to {column.show(high)}"
        hints.append(hint + (f"<br>{plain(levels[i])}" if levels[i] else ""))
    values = [float(sources[column.name].iloc[i]) for i in at]
    sketch.scatter(
        x=[panel.within(value) for value in values],
        y=at,
        xaxis="x2",
        mode="markers",
        hovertext=hints,
        hoverinfo="text",
        cliponaxis=False,
        customdata=[[str(sources["source"].iloc[i]), panel.measure.key] for i in at],
        marker={
            "size": 13,
            "color": [palette.source(numbers[i]) for i in at],
            "symbol": [symbol(numbers[i], panel.beyond(value)) for i, value in zip(at, values, strict=True)],
            "line": {"color": palette.paper, "width": 1.5},
        },
    )


def _bands(sketch: Sketch, panel: Panel, palette: Palette, n: int) -> None:
    words = [word for _, word in panel.level.levels] if panel.level else []
    edges = [*panel.ticks, panel.high]
    for i, ((a, b), word) in enumerate(zip(pairwise(edges), words, strict=False)):
        sketch.band((a, b), (-0.5, n - 0.5), palette.bands[min(i, 3)], xref="x2")
        if (b - a) / (panel.high - panel.low) < HEAD_ROOM:
            continue
        label(sketch, a, -0.5, word, colour=palette.muted, size=12.5, xref="x2", yanchor="bottom", yshift=6, xshift=3)
