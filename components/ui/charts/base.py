"""What every figure shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.analysis.measure import Column
from components.export.scales import Panel
from components.export.text import clip as clip
from components.export.text import fold as fold
from components.ui.palette import Palette

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "displaylogo": False}
FONT = "Source Sans, Source Sans Pro, sans-serif"


def plain(text: str) -> str:
    """A text that Plotly must show as it is: its labels take a few HTML tags."""
    return escape(text, quote=False)


def unit_of(column: Column) -> str:
    """A column's unit with a true minus."""
    return column.unit.replace("-1 ", "−1 ")


class Finished(go.Figure):  # type: ignore[misc]
    """A figure that nobody changes any more: its plain form, which every drawing asks for, is made once."""

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain dicts, shared by all who ask: to be read only.

        Streamlit hands a figure to Plotly twice when it comes on the page. The second time nothing is drawn again
        where Plotly can see that all is as it was: by the revision of the data, and without a template, which it
        takes for a new one each time. Its texts are not in it: they stand in its place as HTML (see beside).
        """
        made: dict[str, Any] | None = self.__dict__.get("_made")
        if made is None:
            made = super().to_dict()
            made["layout"].pop("template", None)
            self.__dict__["_texts"] = made["layout"].pop("annotations", [])
            made["layout"]["datarevision"] = sha256(repr(made).encode()).hexdigest()[:16]
            self.__dict__["_made"] = made
        return made

    def whole(self) -> dict[str, Any]:
        """The figure as plain dicts with its texts as annotations: to be read only."""
        made = self.to_dict()
        return made | {"layout": made["layout"] | {"annotations": self.__dict__["_texts"]}}


@dataclass(slots=True)
class Sketch:
    """A figure in the making, as plain dicts: adding to a go.Figure checks all that is there already, every time."""

    layout: dict[str, Any]
    traces: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)

    def scatter(self, **trace: Any) -> None:  # noqa: ANN401 - Plotly's own vocabulary
        """Add marks or lines."""
        self._add({"type": "scatter", "showlegend": False, **trace})

    def bars(self, **trace: Any) -> None:  # noqa: ANN401
        """Add bars."""
        self._add({"type": "bar", **trace})

    def _add(self, trace: dict[str, Any]) -> None:
        # lists: Plotly takes numbers in a packed form for new ones whenever it sees them, and draws all again
        self.traces.append({name: list(v) if isinstance(v, pd.Series) else v for name, v in trace.items()})

    def rule(self, xs: tuple[float, float], y: float, colour: str, *, xref: str = "paper", width: float = 0.7) -> None:
        """Add a level line below everything."""
        shape = {"type": "line", "x0": xs[0], "x1": xs[1], "xref": xref, "y0": y, "y1": y, "yref": "y"}
        self.shapes.append(shape | {"line": {"color": colour, "width": width}, "layer": "below"})

    def span(self, xs: tuple[float, float], y: float, colour: str, *, xref: str, width: float, opacity: float) -> None:
        """Add a level line above the grid and below the marks: a trace of its own costs the browser much more."""
        shape = {"type": "line", "x0": xs[0], "x1": xs[1], "xref": xref, "y0": y, "y1": y, "yref": "y"}
        look = {"line": {"color": colour, "width": width}, "opacity": opacity, "layer": "between"}
        self.shapes.append(shape | look)

    def upright(self, x: float, ys: tuple[float, float], colour: str, *, xref: str) -> None:
        """Add a dashed line across the rows, below the marks."""
        shape = {"type": "line", "x0": x, "x1": x, "xref": xref, "y0": ys[0], "y1": ys[1], "yref": "y"}
        self.shapes.append(shape | {"line": {"color": colour, "width": 1.2, "dash": "dash"}, "layer": "below"})

    def band(self, xs: tuple[float, float], ys: tuple[float, float], colour: str, *, xref: str) -> None:
        """Add a ground below everything."""
        shape = {"type": "rect", "x0": xs[0], "x1": xs[1], "xref": xref, "y0": ys[0], "y1": ys[1], "yref": "y"}
        self.shapes.append(shape | {"fillcolor": colour, "line": {"width": 0}, "layer": "below"})

    def figure(self) -> Finished:
        """The figure, checked once."""
        layout = self.layout | {"annotations": self.annotations, "shapes": self.shapes}
        return Finished({"data": self.traces, "layout": layout})


def blank(height: int, palette: Palette) -> Sketch:
    """An empty figure in the house style: no zoom, no legend, no background of its own."""
    return Sketch(
        {
            "height": height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 8},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "font": {"family": FONT, "size": 14, "color": palette.ink},
            "hoverlabel": {
                "font": {"family": FONT, "size": 13, "color": palette.ink},
                "bgcolor": palette.paper,
                "bordercolor": palette.hair,
                "align": "left",
            },
        }
    )


def label(
    sketch: Sketch,
    x: float,
    y: float,
    text: str,
    *,
    colour: str,
    size: float = 14,
    bold: bool = False,
    anchor: str = "left",
    yref: str = "y",
    xref: str = "paper",
    yanchor: str = "middle",
    hover: str = "",
    yshift: float = 0,
    xshift: float = 0,
) -> None:
    """Set a text at a place of the figure; each of its lines is one there."""
    shown = "<br>".join(plain(line) for line in text.split("\n"))
    sketch.annotations.append(
        {
            "x": x,
            "y": y,
            "xref": xref,
            "yref": yref,
            "text": f"<b>{shown}</b>" if bold else shown,
            "showarrow": False,
            "xanchor": anchor,
            "yanchor": yanchor,
            "align": anchor,
            "hovertext": plain(hover) if hover else None,
            "font": {"size": size, "color": colour},
            "yshift": yshift,
            "xshift": xshift,
        }
    )


def symbol(number: int, beyond: int = 0) -> str:
    """The mark of a source: a circle for the first six colours, a diamond for the rest.

    ``beyond``: 1 or -1 where a value lies past the upper or lower end of its scale, and the mark points there.
    """
    if beyond:
        return "triangle-right" if beyond > 0 else "triangle-left"
    return "circle" if number <= 6 else "diamond"


def interval(
    sketch: Sketch, panel: Panel, ends: tuple[float, float], value: float, y: int, colour: str, axis: str
) -> None:
    """Draw an interval; where one end lies beyond the scale and the value does not, a small mark points to it."""
    low, high = map(panel.within, ends)
    sketch.span((low, high), y, colour, xref=axis, width=3, opacity=0.75)
    for end in ends:
        past = panel.beyond(end)
        if past and not panel.beyond(value):
            mark = {"size": 9, "color": colour, "symbol": symbol(0, past)}
            sketch.scatter(
                x=[panel.within(end)],
                y=[y],
                xaxis=axis,
                mode="markers",
                hoverinfo="skip",
                cliponaxis=False,
                marker=mark,
            )
