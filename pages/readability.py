"""Readability in depth: the grades and their spread, what they rest on, the hardest sentences, difficult words."""

import streamlit as st

from components.ui import markup, measure_page, rows, state, widgets
from components.ui.tables import show_table

loaded = widgets.current()
widgets.need_articles(loaded)
measure = measure_page.measure_of("readability")

measure_page.show_title(
    loaded, measure, "The median of five school grade formulas, on our own sentences; higher is harder to read."
)
measure_page.show_strip(loaded, measure)

left, right = st.columns(2, gap="large")
with left:
    measure_page.show_parts(
        loaded,
        measure,
        [
            "flesch_kincaid_grade",
            "gunning_fog",
            "smog_index",
            "coleman_liau_index",
            "automated_readability_index",
            "linsear_write_formula",
        ],
        "The grades",
        "The formulas differ, so their median is compared, without Linsear Write: it reads only 100 words.",
    )
with right:
    measure_page.show_parts(
        loaded,
        measure,
        ["flesch_reading_ease", "dale_chall_readability_score", "words_per_sentence", "syllables_per_word",
         "reading_time_minutes"],
        "What they rest on",
        "Flesch's ease falls as texts get harder; Dale-Chall rises.",
    )  # fmt: skip

sources = widgets.pick_sources(loaded, state.READABILITY_SOURCE)
left, right = st.columns([2, 1], gap="large")
with left:
    markup.show(markup.section("The hardest sentences", "By their own Flesch-Kincaid grade, with why."))
    show_table(
        rows.hard_rows(loaded, sources),
        "hard_sentences",
        alt="The hardest sentences with why",
        height=480,
        order=["source", "sentence", "why", "words", "difficult", "grade", "place"],
        config={
            "source": st.column_config.TextColumn("Source", width=170),
            "sentence": st.column_config.TextColumn("Sentence", width="large"),
            "why": st.column_config.TextColumn("Why", width=210),
            "words": st.column_config.NumberColumn("Words", width=60),
            "difficult": st.column_config.TextColumn("Difficult words", width=180),
            "grade": st.column_config.NumberColumn("Grade", format="%.1f", width=66),
            "place": st.column_config.NumberColumn("At", format="%.0f%%", width=60),
        },
    )
with right:
    markup.show(markup.section("Difficult words", "Words of three syllables or more that are not on the easy list."))
    show_table(
        rows.difficult_words(loaded, sources),
        "difficult_words",
        alt="Difficult words by how often they stand",
        height=480,
        config={
            "source": st.column_config.TextColumn("Source", width=130),
            "word": st.column_config.TextColumn("Word", width=150),
            "times": st.column_config.NumberColumn("Times", width=66),
        },
    )
measure_page.show_columns(loaded, measure)
