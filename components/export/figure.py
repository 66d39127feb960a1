"""A chart of the screen as an SVG picture, without a browser: the marks, lines, bars and texts our figures are made of.

It reads Plotly's own description of a figure, the part of it that the app draws with; anything else is an error, so
that a picture never leaves out in silence what the screen shows.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from itertools import pairwise
from typing import Any

import numpy as np

from components.export.svg import Anchor, Drawing
from components.export.text import clip

ANCHORS: Mapping[str, Anchor] = {"left": "start", "center": "middle", "right": "end"}
MARGIN = 20  # round the picture, so that it can be set anywhere
TITLE = 34
TOP = MARGIN + TITLE
FOOT = 26
SMALL = 11.5
LINE = 1.3
BELOW_AXIS = 16
POINTING = {f"triangle-{way}{look}": to for way, to in (("right", 1), ("left", -1)) for look in ("", "-open")}
KNOWN_MARKS = ("circle", "diamond", "circle-open", *POINTING)
Colour = Callable[[str], str]


def figure_svg(
    figure: Mapping[str, Any], width: float, title: str, words: str, foot: str, colour: Colour, paper: str = "#FFFFFF"
) -> str:
    """The figure ``width`` units wide below its title. ``colour``: what a colour of the figure is outside the app.

    ``words`` describe it to those who do not see it; ``foot`` says in small print where it comes from.

    ValueError for a kind of trace, mark or shape that no figure of the app has.
    """
    return _Picture(figure, width, title, words, foot, colour, paper).drawn()


def share(layout: Mapping[str, Any], value: float, ref: str) -> float:
    """Where a value of the axis ``ref`` ("x", "x2", "y") lies: a share of the figure from its left, or from its foot.

    On "paper" a value is that share itself.
    """
    if ref == "paper":
        return float(value)
    axis = layout[f"{ref[0]}axis{ref[1:]}"]
    (start, end), (low, high) = axis.get("domain", (0, 1)), axis["range"]
    return float(start + (end - start) * (value - low) / (high - low))


class _Picture:
    """The picture in the making: where the figure's coordinates lie in it."""

    def __init__(
        self, figure: Mapping[str, Any], width: float, title: str, words: str, foot: str, colour: Colour, paper: str
    ) -> None:
        self.figure, self.layout = figure, figure["layout"]
        self.width, self.height = width - 2 * MARGIN, float(self.layout["height"])
        self.colour, self.paper, self.title, self.foot = colour, paper, title, foot
        self.whole = self.height + 2 * MARGIN + TITLE + FOOT
        self.drawing = Drawing(width, self.whole, title, words)

    def drawn(self) -> str:
        self.drawing.rect(0, 0, self.width + 2 * MARGIN, self.whole, self.paper)
        ink = self.colour(self.layout["font"]["color"])
        self.drawing.text(MARGIN, MARGIN + 14, clip(self.title, round(self.width / 9)), ink, size=17, bold=True)
        shapes = self.layout.get("shapes", ())
        for shape in shapes:
            if shape["layer"] == "below":
                self._shape(shape)
        for name in self.layout:
            if name.startswith("xaxis"):
                self._axis(name)
        for shape in shapes:
            if shape["layer"] == "between":
                self._shape(shape)
        for trace in self.figure["data"]:
            self._trace(trace)
        for note in self.layout.get("annotations", ()):
            self._note(note)
        self.drawing.text(MARGIN, self.whole - MARGIN, clip(self.foot, round(self.width / 6)), ink, size=SMALL)
        return self.drawing.markup()

    def x(self, value: float, ref: str) -> float:
        """Where a value of an axis, or a share of the whole width ("paper"), lies from the left."""
        return MARGIN + self.width * share(self.layout, value, ref)

    def y(self, value: float, ref: str) -> float:
        """The same from the top."""
        return TOP + self.height * (1 - share(self.layout, value, ref))

    def _shape(self, shape: Mapping[str, Any]) -> None:
        x0, x1 = (self.x(shape[k], shape["xref"]) for k in ("x0", "x1"))
        y0, y1 = (self.y(shape[k], shape["yref"]) for k in ("y0", "y1"))
        if shape["type"] == "line":
            line = shape["line"]
            self.drawing.line(
                x0, y0, x1, y1, self.colour(line["color"]), line["width"],
                dashed=line.get("dash", "solid") != "solid", opacity=shape.get("opacity", 1),
            )  # fmt: skip
        elif shape["type"] == "rect":
            left, top = min(x0, x1), min(y0, y1)
            self.drawing.rect(left, top, abs(x1 - x0), abs(y1 - y0), self.colour(shape["fillcolor"]))
        else:
            raise ValueError(f"a picture knows no shape {shape['type']!r}")

    def _axis(self, name: str) -> None:
        """The numbers below an axis, and its grid where it has one."""
        axis = self.layout[name]
        if not axis.get("visible", True):
            return
        ref = f"x{name.removeprefix('xaxis')}"
        bottom, top = self._ends()
        font = axis["tickfont"]
        for value, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
            x = self.x(value, ref)
            if axis.get("showgrid", True):
                self.drawing.line(x, top, x, bottom, self.colour(axis["gridcolor"]), axis.get("gridwidth", 1))
            look = self.colour(font["color"])
            self.drawing.text(x, bottom + BELOW_AXIS, _plain(text), look, size=font["size"], anchor="middle")

    def _ends(self) -> tuple[float, float]:
        start, end = self.layout["yaxis"].get("domain", (0, 1))
        return TOP + self.height * (1 - start), TOP + self.height * (1 - end)

    def _trace(self, trace: Mapping[str, Any]) -> None:
        if trace["type"] == "bar":
            self._bars(trace)
            return
        if trace["type"] != "scatter" or set(trace["mode"].split("+")) - {"lines", "markers"}:
            raise ValueError(f"a picture knows no trace {trace['type']!r} of mode {trace.get('mode')!r}")
        points = list(self._points(trace))
        if "lines" in trace["mode"]:
            self._lines(trace, points)
        if "markers" in trace["mode"]:
            self._marks(trace, points)

    def _points(self, trace: Mapping[str, Any]) -> Iterable[tuple[float, float] | None]:
        """Where each point lies; None for one that has no value."""
        for x, y in zip(_list(trace["x"]), _list(trace["y"]), strict=True):
            known = x is not None and y is not None and math.isfinite(x) and math.isfinite(y)
            yield (self.x(x, trace.get("xaxis", "x")), self.y(y, trace.get("yaxis", "y"))) if known else None

    def _lines(self, trace: Mapping[str, Any], points: Sequence[tuple[float, float] | None]) -> None:
        line, opacity = trace["line"], trace.get("opacity", 1)
        for a, b in pairwise(points):
            if a is not None and b is not None:
                self.drawing.line(*a, *b, self.colour(line["color"]), line["width"], opacity=opacity)

    def _marks(self, trace: Mapping[str, Any], points: Sequence[tuple[float, float] | None]) -> None:
        marker = trace["marker"]
        if marker.get("opacity", 1) == 0:
            return  # unseen: there to be pointed at
        ring = marker.get("line", {}).get("color")
        for i, at in enumerate(points):
            kind = str(_each(marker.get("symbol", "circle"), i))
            if kind not in KNOWN_MARKS:
                raise ValueError(f"a picture knows no mark {kind!r}")
            if at is not None:
                self.drawing.dot(
                    *at,
                    float(_each(marker["size"], i)),
                    self.colour(_each(marker["color"], i)),
                    diamond=kind == "diamond",
                    open_=kind.endswith("-open"),
                    pointing=POINTING.get(kind, 0),
                    ring=self.colour(ring) if ring else "",
                )

    def _bars(self, trace: Mapping[str, Any]) -> None:
        """Bars that lie, each from its base."""
        ref, thick = trace.get("xaxis", "x"), trace["width"]
        for i, (x, y, base) in enumerate(zip(*(_list(trace[k]) for k in ("x", "y", "base")), strict=True)):
            start, end = sorted((self.x(base, ref), self.x(base + x, ref)))
            top, bottom = sorted((self.y(y - thick / 2, "y"), self.y(y + thick / 2, "y")))
            self.drawing.rect(start, top, end - start, bottom - top, self.colour(_each(trace["marker"]["color"], i)))

    def _note(self, note: Mapping[str, Any]) -> None:
        """A text at a place of the figure; Plotly's shifts are to the right and up."""
        size = float(note["font"]["size"])
        base = {"top": 0.8, "middle": 0.35, "bottom": -0.25}[note.get("yanchor", "middle")]
        lines = note["text"].removeprefix("<b>").removesuffix("</b>").split("<br>")
        above = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[note.get("yanchor", "middle")] * (len(lines) - 1)
        for at, line in enumerate(lines):
            self.drawing.text(
                self.x(note["x"], note["xref"]) + note.get("xshift", 0),
                self.y(note["y"], note["yref"]) - note.get("yshift", 0) + (base + LINE * (at - above)) * size,
                unescape(line),
                self.colour(note["font"]["color"]),
                size=size,
                bold=note["text"].startswith("<b>"),
                anchor=ANCHORS[note["xanchor"]],
            )


def _list(values: Any) -> list[Any]:  # noqa: ANN401 - as Plotly describes them: a sequence, or numbers packed as text
    if isinstance(values, Mapping):
        packed = base64.b64decode(values["bdata"])
        return list(np.frombuffer(packed, dtype=np.dtype(values["dtype"])).tolist())
    return list(values)


def _each(value: Any, i: int) -> Any:  # noqa: ANN401 - one for all marks, or one for each
    return value if isinstance(value, (str, int, float)) else _list(value)[i]


def _plain(text: str) -> str:
    """A label's own words: Plotly's are escaped and may be bold."""
    return unescape(text.removeprefix("<b>").removesuffix("</b>"))
