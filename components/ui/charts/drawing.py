"""Drawing a figure: its text alternative, its data and its picture one click away."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.model import Story
from components.ui import markup
from components.ui.cache import Loaded
from components.ui.charts.base import CONFIG, Finished
from components.ui.charts.beside import texts_beside
from components.ui.palette import on_paper
from components.ui.tables import behind_chart, download_button

PICTURE_WIDTH = 1240


def show_chart(
    figure: Finished,
    key: str,
    *,
    story: Story,
    alt: str,
    data: pd.DataFrame | None = None,
    name: str = "",
    of: Loaded | None = None,
    note: str = "",
    selectable: bool = False,
    scrolls: bool = False,
) -> Any:  # noqa: ANN401 - the selection event
    """Draw the figure on a ``story``; ``alt`` says in words what it shows; ``data`` is what it was drawn from, ``of``
    the loaded story that the sources in it belong to.

    ``note``: a line right below the figure, on what it draws. ``scrolls``: on a narrow screen the figure keeps a
    readable width and is scrolled sideways.
    """
    options: dict[str, Any] = {"on_select": "rerun", "selection_mode": "points"} if selectable else {}
    with ExitStack() as around:
        if scrolls:
            around.enter_context(st.container(key=f"scroll_{key}"))
            markup.show(markup.sideways_hint())
        around.enter_context(st.container(key=f"figure_{key}"))
        markup.show(texts_beside(figure))
        event = st.plotly_chart(figure, width="stretch", theme=None, key=key, config=CONFIG, alt=alt, **options)
    with st.container(horizontal=True, horizontal_alignment="right", key=f"below_{key}" if note else None):
        if note:
            markup.show(markup.facts(note))
        download_button(
            "Picture (SVG)", picture(figure, alt, story), f"{key}.svg", "image/svg+xml", key=f"picture_{key}"
        )
    if data is not None:
        behind_chart(data, name, alt=f"Figures behind the chart: {alt}", of=of)
    return event


def picture(figure: Finished, alt: str, story: Story) -> Callable[[], bytes]:
    """What draws the figure as an SVG in the colours of paper, titled by the first sentence of its alternative.

    Its small print names the story, the day it is made and the version.
    """

    def draw() -> bytes:
        from components.export.about import small_print
        from components.export.figure import figure_svg

        title, _, _ = alt.partition(". ")
        foot = small_print(story, date.today().isoformat())
        return figure_svg(figure.whole(), PICTURE_WIDTH, title, alt, foot, on_paper).encode("utf-8")

    return draw


def selected(event: Any) -> tuple[str, str] | None:  # noqa: ANN401 - the selection event
    """The (source, measure key) that a selected dot carries."""
    points = event.selection.points if event is not None and hasattr(event, "selection") else []
    for point in points:
        data = point.get("customdata")
        if data is not None and len(data) == 2:
            return str(data[0]), str(data[1])
    return None
