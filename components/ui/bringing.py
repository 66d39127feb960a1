"""What Streamlit does not do by itself: a table scrolled to the cell that is open, the focus kept after a change."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from components.ui import state

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

SCRIPT = Path(__file__).parent / "assets" / "bring.js"


class Place(NamedTuple):
    """Where a cell stands in a table, in pixels: from the first row, and from the first column that scrolls.

    ``head``: height of the table's head; ``pinned``: width of the columns that do not scroll.
    """

    top: int
    height: int
    head: int
    left: int = 0
    width: int = 0
    pinned: int = 0


@functools.cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("parallax_bring", js=SCRIPT.read_text(encoding="utf-8"))


def bring(table: str, place: Place) -> None:
    """Scroll the table of that key to the place where it is out of view; give the focus where a change took it.

    Nothing in what reaches the browser comes from an article: a key, and numbers.
    """
    focus, stamp = state.focus()
    with st.container(key=f"bring_{table}"):
        _component()(data={"table": table, "focus": focus, "stamp": stamp, **place._asdict()}, key=f"bring_js_{table}")
