"""The strip for paper: every source a row, every measure a panel on its own scale, a dot with its interval in each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd

from components.analysis.measure import Measure
from components.export.palette import Palette
from components.export.scales import Panel, panels, tick_text
from components.export.svg import Drawing
from components.export.text import clip

WIDTH = 760
NAMES = 160  # the longest name in bold, also in Arial, and a gap
ROW, HEAD, FOOT = 26, 42, 20
GAP = 8
VALUE = 50  # what a panel keeps free at its right for the number
PANELS_A_DRAWING = 4
ROWS_A_DRAWING = 24
LONGEST_NAME = 18


def strips(
    sources: pd.DataFrame,
    measures: Sequence[Measure],
    colour_of: Mapping[str, int],
    short_of: Mapping[str, str],
    palette: Palette,
) -> tuple[str, ...]:
    """The drawings, as SVG: at most four panels and 24 sources in one, so that each fits a page.

    ``sources``: one row a source, in the order to show.
    """
    made = panels(measures, sources)
    # runs of nearly equal length, so that none is left over with a row or two
    rows = math.ceil(len(sources) / max(1, math.ceil(len(sources) / ROWS_A_DRAWING))) or 1
    return tuple(
        _strip(sources.iloc[top : top + rows], made[left : left + PANELS_A_DRAWING], colour_of, short_of, palette)
        for top in range(0, len(sources), rows)
        for left in range(0, len(made), PANELS_A_DRAWING)
    )


def in_words(rows: pd.DataFrame, made: Sequence[Panel], short_of: Mapping[str, str]) -> str:
    """The drawing in words: per source its value in each measure, with its interval."""
    lines = []
    for _, row in rows.iterrows():
        source = str(row["source"])
        values = ", ".join(f"{p.measure.label.lower()} {_with_interval(p, row)}" for p in made)
        lines.append(f"{short_of.get(source, source)}: {values}")
    return ". ".join(lines) + "."


def _strip(
    rows: pd.DataFrame,
    made: Sequence[Panel],
    colour_of: Mapping[str, int],
    short_of: Mapping[str, str],
    palette: Palette,
) -> str:
    height = HEAD + ROW * len(rows) + FOOT
    drawing = Drawing(WIDTH, height, "The sources side by side", in_words(rows, made, short_of))
    bottom = HEAD + ROW * len(rows)
    width = (WIDTH - NAMES) / max(len(made), 1)
    for number, panel in enumerate(made):
        _ground(drawing, panel, NAMES + number * width, width, bottom, palette)
    for edge in range(len(rows) + 1):
        drawing.line(0, HEAD + edge * ROW, WIDTH, HEAD + edge * ROW, palette.hair, 0.7)
    for at, (_, row) in enumerate(rows.iterrows()):
        source = str(row["source"])
        number = colour_of.get(source, 99)
        y = HEAD + (at + 0.5) * ROW
        drawing.dot(6, y, 10, palette.source(number), diamond=number > 6)
        drawing.text(18, y + 4.5, clip(short_of.get(source, source), LONGEST_NAME), palette.ink, bold=True)
        for place, panel in enumerate(made):
            _cell(drawing, panel, row, NAMES + place * width, width, y, number, palette)
    return drawing.markup()


def _x(panel: Panel, left: float, width: float, value: float) -> float:
    return left + GAP + (width - VALUE - 2.25 * GAP) * (value - panel.low) / (panel.high - panel.low)


def _ground(drawing: Drawing, panel: Panel, left: float, width: float, bottom: float, palette: Palette) -> None:
    if panel.level is not None:
        for i, (a, b) in enumerate(pairwise([*panel.ticks, panel.high])):
            x1, x2 = _x(panel, left, width, a), _x(panel, left, width, b)
            drawing.rect(x1, HEAD, x2 - x1, bottom - HEAD, palette.bands[min(i, 3)])
    for tick in panel.ticks:
        x = _x(panel, left, width, tick)
        drawing.line(x, HEAD, x, bottom, palette.hair, 0.7)
    for tick in panel.labelled:
        x = _x(panel, left, width, tick)
        drawing.text(x, bottom + 14, tick_text(panel.column, tick), palette.muted, size=11, anchor="middle")
    drawing.text(left + GAP, 16, panel.measure.label, palette.ink, size=14, bold=True)
    drawing.text(left + GAP, 33, panel.column.unit.replace("-1 ", "−1 "), palette.muted, size=11.5)


def _cell(
    drawing: Drawing, panel: Panel, row: pd.Series, left: float, width: float, y: float, number: int, palette: Palette
) -> None:
    column, value = panel.column, float(row[panel.column.name])
    shown = palette.ink if math.isfinite(value) else palette.muted
    drawing.text(left + width - 6, y + 4.5, column.show(value), shown, bold=math.isfinite(value), anchor="end")
    if not math.isfinite(value):
        return
    colour = palette.source(number)
    low, high = (float(row.get(f"{column.name}_{end}", math.nan)) for end in ("low", "high"))
    is_share = column.interval == "none" and (column.low, column.high) == (0, 1)
    if is_share:  # a bar from nothing, broad and pale, so that nobody takes it for an interval
        low, high = 0.0, value
    if math.isfinite(low) and math.isfinite(high):
        ends = [_x(panel, left, width, panel.within(end)) for end in (low, high)]
        drawing.line(ends[0], y, ends[1], y, colour, 11 if is_share else 3, opacity=0.28 if is_share else 0.55)
        for end in (low, high):
            if panel.beyond(end) and not panel.beyond(value):
                drawing.dot(_x(panel, left, width, panel.within(end)), y, 8, colour, pointing=panel.beyond(end))
    at, past = _x(panel, left, width, panel.within(value)), panel.beyond(value)
    drawing.dot(at, y, 11, colour, diamond=number > 6, ring="#FFFFFF", pointing=past)


def _with_interval(panel: Panel, row: pd.Series) -> str:
    column = panel.column
    low, high = (float(row.get(f"{column.name}_{end}", math.nan)) for end in ("low", "high"))
    interval = f" ({column.show(low)} to {column.show(high)})" if math.isfinite(low) and math.isfinite(high) else ""
    return column.show(float(row[column.name])) + interval
