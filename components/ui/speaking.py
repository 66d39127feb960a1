"""Who is quoted in each source, with the tone and the hype of their words."""

from __future__ import annotations

import streamlit as st

from components.analysis.speakers import UNNAMED
from components.ui import markup
from components.ui.cache import Loaded
from components.ui.tables import show_table


def show_speakers(loaded: Loaded, name: str) -> None:
    """A table of speakers; a line in its place where nobody is quoted. ``name``: of the table and its CSV."""
    frame = loaded.passages("speakers")
    named = frame[frame["speaker"] != UNNAMED]
    if frame.empty:
        lede = "Three words or more in quotation marks are speech."
        markup.show(markup.section("Nobody is quoted at any length", lede))
        return
    n = named["speaker"].nunique()
    are = "speaker is" if n == 1 else "speakers are"
    title = f"{n} named {are} quoted" if n else "No quoted speaker is named"
    lede = "Quoted speech by speaker, where the text names one. Tone is the mean of the quotations, hype their hits."
    markup.show(markup.section(title, lede))
    show_table(
        frame,
        name,
        alt="Quoted speakers with the tone and the hype of their words",
        of=loaded,
        order=["source", "speaker", "quotes", "n_words", "tone", "n_hype"],
        formats={"tone": "+.2f"},
        config={
            "source": st.column_config.TextColumn("Source", width=150),
            "speaker": st.column_config.TextColumn("Speaker", width=220),
            "quotes": st.column_config.NumberColumn("Quotations", width=90),
            "n_words": st.column_config.NumberColumn("Words", width=80),
            "tone": st.column_config.NumberColumn("Tone", width=80),
            "n_hype": st.column_config.NumberColumn("Hype hits", width=90),
        },
    )
