"""A first look for newcomers: four steps on one line, closed for good with one click."""

from __future__ import annotations

import streamlit as st

from components.ui import cache, markup

NAME = "first look"
STEPS = (
    ("Read what stands out", "A sentence a measure, with its figures and how sure they are."),
    ("Open a number", "Select a dot or a value: the sentences behind it come up."),
    ("See who says what", "Claims: what each source states, leaves out or says otherwise."),
    ("Compare your own", "Articles: drop in files or paste a text. Nothing leaves this machine."),
)


def show_first_look() -> None:
    """The steps, until they are closed once; then never again in this workspace."""
    if cache.workspace().closed_for_good(NAME):
        return
    with st.container(key="first_look", horizontal=True, vertical_alignment="center", gap="small"):
        markup.show(markup.steps(STEPS))
        st.button(
            "Close",
            icon=":material/close:",
            type="tertiary",
            key="cmp_close_first_look",
            help="It does not come back.",
            on_click=cache.workspace().close_for_good,
            args=(NAME,),
        )
