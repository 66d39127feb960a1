"""Long work: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from components.ui import cache, markup, state

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

AT_ONCE = 60_000
"""Characters of a story from which on the work is announced before it begins."""
UNNOTICED = 0.5
"""Seconds that smaller work may take before anything is said."""
SELDOM = 0.1
"""Seconds between two movements of the bar: each is sent to the browser."""

T = TypeVar("T")


def prepare(story_id: str) -> None:
    """Have everything computed that pages draw from, with progress; where it was stopped, say so and end the page."""
    # there whether it is needed or not: a place that is gone on the next run moves all that follows, and Streamlit
    # would build the tables of the page anew, scrolled to their top
    place = st.empty()
    if cache.is_ready(story_id):
        return
    if state.stopped() == story_id:
        _show_stopped(story_id)
        st.stop()
    carry_out(
        cache.get_ready(story_id),
        place,
        "app_stop",
        state.stop,
        (story_id,),
        "What is done is kept: going on later starts from there.",
        at_once=cache.n_characters(story_id) >= AT_ONCE,
    )


def carry_out(
    steps: Generator[tuple[str, float], None, T],
    place: DeltaGenerator,
    key: str,
    on_stop: Callable[..., None],
    args: tuple[Any, ...],
    stopping: str,
    *,
    at_once: bool = False,
) -> T:
    """Do work in steps of (what is done next, share that is done) and give what it comes to.

    Work that takes longer than is unnoticed, or all of it with ``at_once``, has a bar in ``place``, a button under
    ``key`` that calls ``on_stop(*args)`` and ends it, and the sentence ``stopping``, which says what a stop leaves.
    """
    begun = moved = time.monotonic()
    bar, said = None, ""
    while True:
        try:
            what, share = next(steps)
        except StopIteration as done:
            place.empty()
            result: T = done.value
            return result
        now = time.monotonic()
        if bar is None and (at_once or now - begun > UNNOTICED):
            with place.container(key="waiting"):
                bar = st.progress(share, what)
                st.button("Stop", icon=":material/stop:", key=key, on_click=on_stop, args=args)
                markup.show(markup.facts(stopping))
        elif bar is not None and (what != said or now - moved > SELDOM):
            bar.progress(share, what)  # a stop takes effect here
            moved = now
        said = what


def _show_stopped(story_id: str) -> None:
    from components.ui.article_detail import show_undo  # it draws on what this module prepares

    done, n = cache.n_measured(story_id)
    markup.show(
        markup.title(
            "Stopped before the figures were ready",
            f"{done:,} of {n:,} article{'s' * (n != 1)} are measured and kept; the comparison wants all of them.",
        )
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Go on", type="primary", key="app_go_on", on_click=state.stop, args=("",))
        show_undo(story_id)
