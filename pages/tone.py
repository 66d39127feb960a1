"""Tone in depth: masked and raw, by voice, the course through the text, the words and sentences that drive it."""

import streamlit as st

from components.ui import markup, measure_page, rows, state, widgets
from components.ui.tables import show_table

loaded = widgets.current()
widgets.need_articles(loaded)
measure = measure_page.measure_of("tone")

measure_page.show_title(
    loaded,
    measure,
    "How positive or negative the wording is, −1 to 1, by sentence. Tone is wording, not stance toward a person.",
)
measure_page.show_strip(loaded, measure)

measure_page.show_parts(
    loaded,
    measure,
    ["tone", "tone_raw", "tone_headline", "tone_author", "tone_quoted"],
    "Tone and its parts",
    "As measured; VADER alone without mask or correction; the headline; the author's sentences; quoted speech.",
)
measure_page.show_parts(
    loaded,
    measure,
    ["proportion_negative", "proportion_neutral", "proportion_positive", "tone_charge"],
    "How the sentences divide",
    "Shares of sentences by VADER's own cut at ±0.05; charge is the share that is not neutral.",
)
sentences = rows.tone_sentences(loaded, loaded.story.sources)
course = sentences.assign(
    place=sentences["place"] / 100,
    value=sentences["score"],
    counted=True,
    hint=sentences["sentence"].str.slice(0, 160),
)
measure_page.show_course(
    loaded,
    measure,
    course[["source", "place", "value", "counted", "hint"]],
    "The course of tone",
    "A stroke a sentence, up for positive wording, down for negative.",
    signed=True,
)

sources = widgets.pick_sources(loaded, state.TONE_SOURCE)
left, right = st.columns([1, 2], gap="large")
with left:
    markup.show(markup.section("The words that drive it", "What each word adds to VADER's sums, over the whole text."))
    words = rows.tone_words(loaded, sources)
    show_table(
        words,
        "tone_words",
        alt="The words that drive each source's tone",
        height=480,
        config={
            "source": st.column_config.TextColumn("Source", width=170),
            "word": st.column_config.TextColumn("Word", width=110),
            "contribution": st.column_config.NumberColumn("Adds", format="%+.1f", width=66),
            "times": st.column_config.NumberColumn("Times", width=60),
            "masked": st.column_config.CheckboxColumn("Masked", width=70, help="A neutral term: not counted"),
        },
    )
with right:
    markup.show(markup.section("Every sentence", "Its score, the words behind it, and VADER alone."))
    show_table(
        sentences[sentences["source"].isin(sources)],
        "tone_sentences",
        alt="Every sentence with its tone",
        height=480,
        order=["source", "score", "sentence", "drivers", "place", "vader"],
        config={
            "source": st.column_config.TextColumn("Source", width=170),
            "score": st.column_config.NumberColumn("Tone", format="%+.2f", width=66),
            "sentence": st.column_config.TextColumn("Sentence", width="large"),
            "drivers": st.column_config.TextColumn("Words", width=200),
            "place": st.column_config.NumberColumn("At", format="%.0f%%", width=60),
            "vader": st.column_config.NumberColumn("VADER", format="%+.2f", width=70),
        },
    )
measure_page.show_columns(loaded, measure)
