"""What every figure shares."""

from __future__ import annotations

from html import escape
from typing import Any

import plotly.graph_objects as go

from components.analysis.measure import Column
from components.ui.palette import Palette

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "displaylogo": False}
FONT = "Source Sans, Source Sans Pro, sans-serif"
NAME_LENGTH = 24


def plain(text: str) -> str:
    """A text that Plotly must show as it is: its labels take a few HTML tags."""
    return escape(text, quote=False)


def clip(name: str, length: int = NAME_LENGTH) -> str:
    """A name cut to fit, with an ellipsis."""
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"


def unit_of(column: Column) -> str:
    """A column's unit with a true minus."""
    return column.unit.replace("-1 ", "−1 ")


def blank(height: int, palette: Palette, **layout: Any) -> go.Figure:  # noqa: ANN401 - Plotly's own vocabulary
    """An empty figure in the house style: no zoom, no legend, no background of its own."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        font={"family": FONT, "size": 14, "color": palette.ink},
        hoverlabel={"font": {"family": FONT, "size": 13}, "align": "left"},
        **layout,
    )
    return figure


def label(
    figure: go.Figure,
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
) -> None:
    """Set a text at a place of the figure."""
    figure.add_annotation(
        x=x,
        y=y,
        xref=xref,
        yref=yref,
        text=f"<b>{plain(text)}</b>" if bold else plain(text),
        showarrow=False,
        xanchor=anchor,
        yanchor=yanchor,
        align=anchor,
        hovertext=plain(hover) if hover else None,
        font={"size": size, "color": colour},
    )


def symbol(number: int) -> str:
    """The mark of a source: a circle for the first six colours, a diamond for the rest."""
    return "circle" if number <= 6 else "diamond"
