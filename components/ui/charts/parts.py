"""Small figures of one measure: parts by source, where in the text, the course through it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.ui.charts.base import blank, clip, fold, label, plain, symbol
from components.ui.palette import Palette

MAX_SHOWN = 6
COURSE_NAMES = 0.24
SECOND_LINE = 18
LONGEST_BAR = 1.15
"""How long the bar of a source that is too short can get, beside the longest of the others."""


def parts_figure(
    parts: pd.DataFrame,
    sources: Sequence[str],
    colour_of: Mapping[str, int],
    palette: Palette,
    show: Callable[[float], str],
    *,
    names: float = 0.2,
    short_of: Mapping[str, str] | None = None,
    too_short: Collection[str] = (),
) -> go.Figure:
    """Bars from zero: a row a part, a column a source, the number at each bar.

    ``too_short``: sources that do not set the scale; a bar of theirs that goes past it ends there, with an arrow.

    ``parts``: index the parts' names, one column a source, values of 0 and more. ``names``: the share of the width
    that the parts' names get.
    """
    n, k = len(parts), len(sources)
    gap = (1 - names) / max(k, 1)
    room = round((78 if names > 0.2 else 95) * gap)
    heads = {source: fold((short_of or {}).get(source, source), room) for source in sources}
    height = 34 + SECOND_LINE * any("\n" in head for head in heads.values()) + 27 * n
    sketch = blank(height, palette)
    long = [source for source in sources if source not in too_short]
    most = max(float(parts[long].max().max()), 1e-9) if n and long else 1.0
    for row, part in enumerate(parts.index):
        label(sketch, 0, row, clip(str(part), 22), colour=palette.ink, size=13.5, hover=str(part))
        sketch.rule((0, 1), row + 0.5, palette.hair)
    sketch.layout.update(
        yaxis={
            "range": [n - 0.5, -0.5],
            "domain": [0, 27 * n / height],
            "visible": False,
            "fixedrange": True,
        }
    )
    step = most * 1.75 / 0.94  # how much of the one axis each source has, in units of its bars
    sketch.layout["xaxis"] = {
        "domain": [names, 1],
        "range": [0, step * max(k, 1)],
        "visible": False,
        "fixedrange": True,
        "automargin": False,
    }
    cut = most * LONGEST_BAR
    lengths = parts[list(sources)].astype(float).fillna(0.0).clip(upper=cut)
    for i, source in enumerate(sources):
        start = names + i * gap
        for row, (length, value) in enumerate(zip(lengths[source], parts[source], strict=True)):
            shown = f"→ {show(value)}" if value > cut else show(value)
            label(sketch, i * step + length, row, shown, colour=palette.ink, size=12.5, xref="x", xshift=2)
        label(
            sketch,
            start,
            -0.5,
            heads[source],
            colour=palette.ink,
            bold=True,
            size=13.5,
            yanchor="bottom",
            hover=source,
            yshift=8,
        )
    sketch.bars(
        x=[length for source in sources for length in lengths[source]],
        y=list(range(n)) * k,
        base=[i * step for i in range(k) for _ in range(n)],
        orientation="h",
        marker={
            "color": [palette.source(colour_of.get(source, 99)) for source in sources for _ in range(n)],
            "line": {"width": 0},
        },
        width=0.55,
        hovertext=[f"{plain(s)}<br>{plain(str(p))}: {show(v)}" for s in sources for p, v in parts[s].items()],
        hoverinfo="text",
    )
    return sketch.figure()


def course_figure(
    rows: pd.DataFrame,
    sources: Sequence[str],
    colour_of: Mapping[str, int],
    palette: Palette,
    *,
    signed: bool,
    short_of: Mapping[str, str] | None = None,
) -> go.Figure:
    """A row a source from the start of its text to the end; a stroke a sentence or passage.

    ``rows``: source, place (0..1), value, hint, counted. A stroke is as high as its value is of the largest one, above
    the row's line or, where ``signed``, below it; faint where not counted.
    """
    n, row = len(sources), 64
    most = max(float(rows["value"].abs().max()), 1e-9) if len(rows) else 1.0
    reach = 0.45 if signed else 0.6
    sketch = blank(n * row + 28, palette)
    sketch.layout.update(
        xaxis={
            "range": [-0.01, 1.07],
            "domain": [COURSE_NAMES, 1],
            "tickvals": [0, 0.5, 1],
            "ticktext": ["start", "middle", "end"],
            "tickfont": {"size": 12.5, "color": palette.muted},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "automargin": False,
        },
        yaxis={
            "range": [n - 0.45, -0.55],
            "domain": [28 / (n * row + 28), 1],
            "visible": False,
            "fixedrange": True,
        },
    )
    for i, source in enumerate(sources):
        colour = palette.source(colour_of.get(source, 99))
        own = rows[rows["source"] == source]
        base = i if signed else i + 0.3
        sketch.rule((0, 1), base, palette.hair, xref="x", width=1)
        name = fold((short_of or {}).get(source, source), 15)
        label(sketch, 0.0, i, name, colour=palette.ink, size=13.5, hover=source)
        for counted in (False, True):
            chosen = own[own["counted"] == counted]
            if chosen.empty:
                continue  # a trace of nothing costs the browser as much as another
            tops = [base - reach * float(v) / most for v in chosen["value"]]
            hints = [plain(h) for h in chosen["hint"]]
            strokes = {
                "x": [x for place in chosen["place"] for x in (place, place, None)],
                "y": [y for top in tops for y in (base, top, None)],
                "mode": "lines",
                "line": {"color": colour if counted else palette.hair, "width": 2.2},
            }
            if not signed:  # without dots the strokes themselves are pointed at
                sketch.scatter(**strokes, hovertext=[h for hint in hints for h in (hint, hint, None)], hoverinfo="text")
                continue
            sketch.scatter(**strokes, hoverinfo="skip")
            sketch.scatter(
                x=chosen["place"],
                y=tops,
                mode="markers",
                marker={"size": 6, "color": colour, "symbol": symbol(colour_of.get(source, 99))},
                hovertext=hints,
                hoverinfo="text",
            )
    return sketch.figure()
