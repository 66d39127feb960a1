"""Long work before a page can be drawn: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

import time

import streamlit as st

from components.ui import cache, markup, state

AT_ONCE = 60_000
"""Characters of a story from which on the work is announced before it begins."""
UNNOTICED = 0.5
"""Seconds that smaller work may take before anything is said."""


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
    begun = time.monotonic()
    large = cache.n_characters(story_id) >= AT_ONCE
    bar = None
    for what, share in cache.get_ready(story_id):
        if bar is None and (large or time.monotonic() - begun > UNNOTICED):
            with place.container(key="waiting"):
                bar = st.progress(share, what)
                st.button("Stop", icon=":material/stop:", key="app_stop", on_click=state.stop, args=(story_id,))
                markup.show(markup.facts("What is done is kept: going on later starts from there."))
        elif bar is not None:
            bar.progress(share, what)  # a stop takes effect here
    place.empty()


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
