"""Colours on screen: Plotly figures carry Streamlit's placeholder colours, which the browser swaps for those of the
theme in force (light or dark). A figure that leaves the app gets the real ones.
"""

from __future__ import annotations

from components.export.palette import DARK, LIGHT, N_SOURCE_COLOURS, VERDICT_GLYPH, Palette

__all__ = ["DARK", "LIGHT", "N_SOURCE_COLOURS", "SCREEN", "VERDICT_FILL", "VERDICT_GLYPH", "Palette", "css_colour"]


def _placeholder(number: int) -> str:
    return f"#{number:06d}"


SCREEN = Palette(
    sources=tuple(_placeholder(n) for n in range(1, 13)),
    ink=_placeholder(13),
    muted=_placeholder(14),
    hair=_placeholder(15),
    bands=(_placeholder(16), _placeholder(17), _placeholder(18), _placeholder(19)),
    conflict=_placeholder(20),
    negative=_placeholder(22),
    positive=_placeholder(29),
    paper=_placeholder(38),
)


def css_colour(number: int) -> str:
    """A source's colour as CSS that follows the theme."""
    return f"light-dark({LIGHT.source(number)}, {DARK.source(number)})"


# How a verdict fills its cell: ink density that works on both themes, red kept for conflicts
VERDICT_FILL = {
    "stated": "rgba(125,118,100,.26)",
    "partly": "rgba(125,118,100,.10)",
    "conflicts": "rgba(206,58,46,.28)",
    "not found": "transparent",
}
