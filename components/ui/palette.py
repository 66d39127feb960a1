"""Colours on screen: figures are drawn in the light palette, which a style sheet turns dark in dark mode."""

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
    "figure_style",
    "on_paper",
]


SCREEN = LIGHT


def _pairs() -> list[tuple[str, str]]:
    """Every colour of a figure on screen, with the one it has in dark mode."""
    names = ("ink", "muted", "hair", "conflict", "negative", "positive", "paper")
    one = [(getattr(LIGHT, name), getattr(DARK, name)) for name in names]
    many = zip((*LIGHT.sources, *LIGHT.bands), (*DARK.sources, *DARK.bands), strict=True)
    return [*one, *many]


@cache
def figure_style() -> str:
    """The style sheet that gives figures, drawn in the light palette, their colours in dark mode.

    The browser applies it at once when the mode changes; Plotly itself knows no colour that follows the mode.
    """
    rules = []
    for light, dark in _pairs():
        red, green, blue = (int(light[at : at + 2], 16) for at in (1, 3, 5))
        for kind in ("fill", "stroke"):
            of = f'.js-plotly-plot [style*="{kind}: rgb({red}, {green}, {blue})"]'
            rules.append(f"{of}{{{kind}:light-dark({light},{dark})!important}}")
    return "".join(rules)


def on_paper(colour: str) -> str:
    """What a colour of a figure is in a picture: the light palette's own, white for the page.

    KeyError for a colour that is not of the palette: a picture must not leave with one that nobody chose.
    """
    return {light: light for light, _ in _pairs()}[colour] if colour != SCREEN.paper else "#FFFFFF"


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
