"""Colours on screen: Plotly figures carry Streamlit's placeholder colours, which the browser swaps for those of the
theme in force (light or dark). A figure that leaves the app gets the real ones.
"""

from __future__ import annotations

from functools import cache

from components.export.palette import DARK, LIGHT, N_SOURCE_COLOURS, VERDICT_GLYPH, Palette

__all__ = [
    "DARK",
    "LIGHT",
    "N_SOURCE_COLOURS",
    "SCREEN",
    "VERDICT_FILL",
    "VERDICT_GLYPH",
    "Palette",
    "css_colour",
    "on_paper",
]


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


@cache
def _real() -> dict[str, str]:
    """Placeholder -> the colour it stands for in light mode."""
    names = ("ink", "muted", "hair", "conflict", "negative", "positive")
    one = {getattr(SCREEN, name): getattr(LIGHT, name) for name in names}
    many = zip((*SCREEN.sources, *SCREEN.bands), (*LIGHT.sources, *LIGHT.bands), strict=True)
    return one | dict(many) | {SCREEN.paper: "#FFFFFF"}


def on_paper(colour: str) -> str:
    """What a placeholder is where no browser swaps it: the light palette's colour, white for the page.

    KeyError for a colour that is none of the placeholders: a picture must not leave with one that nobody chose.
    """
    return _real()[colour]


def css_colour(number: int) -> str:
    """A source's colour as CSS that follows the theme."""
    return f"light-dark({LIGHT.source(number)}, {DARK.source(number)})"


# How a verdict fills its cell: ink density that works on both themes, red kept for conflicts
VERDICT_FILL = {
    "stated": "rgba(125,118,100,.34)",
    "partly": "rgba(125,118,100,.15)",
    "conflicts": "rgba(206,58,46,.28)",
    "not found": "transparent",
}
