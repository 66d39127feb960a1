"""The texts of a figure as HTML in the figure's place: Plotly takes a millisecond and more to set one, and measures it.

The figure keeps them as annotations, of which its picture is drawn; what is sent to Plotly is the figure without.
"""

from __future__ import annotations

from html import unescape

from components.export.figure import share
from components.ui import markup
from components.ui.charts.base import Finished
from components.ui.markup import Set
from components.ui.palette import SCREEN


def texts_beside(figure: Finished) -> str:
    """The HTML of all texts of a figure, as high as the figure, each where Plotly would set it."""
    layout = figure.whole()["layout"]
    height = float(layout["height"])
    return markup.set_beside(
        height,
        [
            Set(
                lines=tuple(map(unescape, note["text"].removeprefix("<b>").removesuffix("</b>").split("<br>"))),
                across=share(layout, note["x"], note["xref"]),
                right=note["xshift"],
                down=height * (1 - share(layout, note["y"], note["yref"])) - note["yshift"],
                size=note["font"]["size"],
                muted={SCREEN.ink: False, SCREEN.muted: True}[note["font"]["color"]],
                bold=note["text"].startswith("<b>"),
                ends=note["xanchor"] == "right",
                above=note["yanchor"] == "bottom",
                hint=unescape(note.get("hovertext", "")),
            )
            for note in layout["annotations"]
        ],
    )
