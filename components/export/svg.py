"""Drawings as SVG, put together as a tree: every text and attribute is escaped by the writer of the tree itself."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from typing import Literal

from components.export.text import printable

FONT = "Source Sans 3, Source Sans Pro, Helvetica Neue, Helvetica, Arial, sans-serif"
Anchor = Literal["start", "middle", "end"]
_KAPPA = 1.25  # a diamond is drawn a little larger than a circle of the same size: the same weight to the eye


class Drawing:
    """A drawing of ``width`` by ``height`` units, in order from back to front.

    ``title`` names it and ``words`` say what it shows, for those who do not see it.
    """

    def __init__(self, width: float, height: float, title: str, words: str) -> None:
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {_n(width)} {_n(height)}",
                "width": _n(width),
                "height": _n(height),
                "role": "img",
                "font-family": FONT,
                "font-size": "13",
            },
        )
        ET.SubElement(self.root, "title").text = printable(title)
        ET.SubElement(self.root, "desc").text = printable(words)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: str,
        width: float,
        *,
        opacity: float = 1,
        dashed: bool = False,
    ) -> None:
        """Draw a straight line."""
        look = {"stroke": colour, "stroke-width": _n(width)} | ({"stroke-dasharray": "6 4"} if dashed else {})
        self._add("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2}, look, opacity)

    def rect(self, x: float, y: float, width: float, height: float, colour: str, *, opacity: float = 1) -> None:
        """Draw a filled rectangle."""
        self._add("rect", {"x": x, "y": y, "width": width, "height": height}, {"fill": colour}, opacity)

    def dot(
        self,
        x: float,
        y: float,
        size: float,
        colour: str,
        *,
        diamond: bool = False,
        ring: str = "",
        open_: bool = False,
        pointing: int = 0,
    ) -> None:
        """Draw a mark ``size`` wide: a circle or a diamond, with a ring of another colour, or open in its own.

        ``pointing``: 1 or -1 for a triangle that points to the right or to the left.
        """
        look = {"fill": "none" if open_ else colour}
        if open_ or ring:
            look |= {"stroke": colour if open_ else ring, "stroke-width": "1.5"}
        r = size / 2 * _KAPPA
        points: tuple[tuple[float, float], ...] = ()
        if pointing:
            points = ((x - pointing * r / 2, y - r), (x + pointing * r, y), (x - pointing * r / 2, y + r))
        elif diamond:
            points = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
        if points:
            ET.SubElement(self.root, "polygon", {"points": " ".join(f"{_n(a)},{_n(b)}" for a, b in points), **look})
        else:
            self._add("circle", {"cx": x, "cy": y, "r": size / 2}, look, 1)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        *,
        size: float = 13,
        bold: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Write one line; ``y`` is its base line."""
        look = {"fill": colour, "font-size": _n(size), "text-anchor": anchor}
        if bold:
            look["font-weight"] = "600"
        ET.SubElement(self.root, "text", {"x": _n(x), "y": _n(y), **look}).text = printable(text)

    def markup(self) -> str:
        """The drawing as SVG, fit to stand in a page or, in UTF-8, as a file of its own."""
        return ET.tostring(self.root, encoding="unicode")

    def _add(self, tag: str, numbers: dict[str, float], look: dict[str, str], opacity: float) -> None:
        faint = {"opacity": _n(opacity)} if opacity < 1 else {}
        ET.SubElement(self.root, tag, {**{k: _n(v) for k, v in numbers.items()}, **look, **faint})


def _n(value: float) -> str:
    """A number as SVG takes it; a value that is none is a mistake of ours and fails loudly."""
    if not math.isfinite(value):
        raise ValueError(f"a drawing has no place for {value}")
    return f"{value:.2f}".rstrip("0").rstrip(".")
