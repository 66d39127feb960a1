"""The scale each measure is drawn on, on screen and on paper alike."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.analysis.certainty import too_short
from components.analysis.measure import Column, Measure
from components.analysis.phrasing import and_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One measure of the strip: its headline column, the word column that belongs to it, and its scale.

    ``ticks``: where a line or the edge of a band stands; ``labelled`` those of them that bear a number.
    """

    measure: Measure
    column: Column
    level: Column | None
    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def labelled(self) -> tuple[float, ...]:
        """The ticks with room for a number, the last first; round numbers where the scale goes on far past it."""
        room, last = TICK_ROOM * (self.high - self.low), self.ticks[-1]
        kept = [last]
        for tick in reversed(self.ticks[:-1]):
            if kept[-1] - tick >= room:
                kept.append(tick)
        if self.ticks[0] not in kept:
            kept[-1] = self.ticks[0]
        if self.level is not None and self.high > 2 * last:
            step = next(s for s in (10, 20, 50, 100, 200, 500, 1000) if (self.high - last) / s <= 3)
            first = math.ceil((last + room) / step)
            kept = [*(step * n for n in range(math.floor(self.high / step), first - 1, -1)), *kept]
        return tuple(float(tick) for tick in reversed(kept))

    def within(self, value: float) -> float:
        """Where a value is drawn: in its place, or at the end of the scale that it lies beyond."""
        return min(max(value, self.low), self.high)

    def beyond(self, value: float) -> int:
        """1 for a value past the upper end of the scale, -1 for one past the lower end, else 0."""
        return int(value > self.high) - int(value < self.low)


TICK_ROOM = 0.12
"""The share of a scale that a number below it needs."""


def panels(measures: Sequence[Measure], sources: pd.DataFrame) -> tuple[Panel, ...]:
    """A panel for each measure that has a headline column, scaled to these sources, those apart that are too short.

    The figure of a few words is large and far from sure: it would press all others together.
    """
    made = []
    for measure in measures:
        for column in measure.columns:
            if column.headline:
                level = next((c for c in measure.columns if c.derived_from == column.name), None)
                low, high, ticks = scale(column, level, sources[~too_short(sources, level)])
                made.append(Panel(measure=measure, column=column, level=level, low=low, high=high, ticks=ticks))
    return tuple(made)


def scale(column: Column, level: Column | None, sources: pd.DataFrame) -> tuple[float, float, tuple[float, ...]]:
    """The ends and ticks of a panel: a share is 0 to 1, a signed scale is symmetric, a rate starts at 0."""
    names = [n for n in (column.name, f"{column.name}_low", f"{column.name}_high") if n in sources]
    values = [v for v in sources[names].to_numpy(dtype=float).ravel() if math.isfinite(v)]
    least, most = (min(values), max(values)) if values else (0.0, 1.0)
    if column.low == 0 and column.high == 1:
        return 0.0, 1.0, (0.0, 0.5, 1.0)
    if column.low is not None and column.low < 0:
        reach = max(0.3, math.ceil(10 * max(abs(least), abs(most))) / 10)
        return -reach * 1.1, reach * 1.1, (-reach, 0.0, reach)
    if level is not None:
        edges = [0.0, *(upper for upper, _ in level.levels if math.isfinite(upper))]
        return 0.0, max(most * 1.05, edges[-1] * 1.3), tuple(edges)
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000, 10**9) if (most - least) / s <= 4)
    first, last = math.floor(least / step) * step, math.ceil(most / step) * step
    first = max(first, 0) if least >= 0 else first
    if last <= first:
        last = first + step
    ticks = [first + i * step for i in range(int((last - first) / step) + 1)]
    return first - step * 0.2, last + step * 0.2, tuple(float(t) for t in (ticks if len(ticks) < 4 else ticks[::2]))


MOST_NAMED = 12


def off_scale(sources: pd.DataFrame, made: Sequence[Panel], short_of: Mapping[str, str]) -> str:
    """Which sources do not fit the scales, being too short to set them, in a sentence; "" where all fit."""
    named: dict[str, str] = {}
    for panel in made:
        ends = [n for n in (f"{panel.column.name}{end}" for end in ("", "_low", "_high")) if n in sources]
        past = [any(panel.beyond(value) for value in values) for values in sources[ends].to_numpy(dtype=float)]
        for _, row in sources[past].iterrows():
            source = str(row["source"])
            named[source] = f"{short_of.get(source, source)} ({int(row['n_words']):,} words)"
    if not named:
        return ""
    more = [f"{len(named) - MOST_NAMED:,} more"] if len(named) > MOST_NAMED else []
    who = and_list([*list(named.values())[:MOST_NAMED], *more])
    are = "is" if len(named) == 1 else "are"
    return f"{who} {are} too short to set a scale: an arrow at its end points to what lies beyond."


def tick_text(column: Column, value: float) -> str:
    """A scale's number: whole percents for shares, a sign where the scale has two sides."""
    if column.low == 0 and column.high == 1:
        return f"{value:.0%}"
    return f"{value:g}".replace("-", "−") if value <= 0 or column.low != -1 else f"+{value:g}"
