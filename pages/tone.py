"""Tone in depth: beside plain VADER, by voice, the course through the text, the words and sentences that drive it."""

import streamlit as st

from components.ui import evidence, headlines, markup, measure_page, speaking, state, widgets, word_lists
from components.ui.tables import show_table

loaded = widgets.current()
widgets.need_articles(loaded)
measure = measure_page.measure_of("tone")
tone = measure_page.headline(measure)
comparable = measure_page.comparable(loaded.sources, measure)
sentences, words = loaded.passages("tone_sentences"), loaded.passages("tone_words")

tallest = f"{sentences['score'].abs().max():.2f}"

measure_page.show_title(
    loaded,
    measure,
    "How positive or negative the wording is, −1 to 1, as the mean of its sentences. Tone is wording, not stance "
    "toward a person.",
)
word_lists.show_changes(loaded)
measure_page.show_strip(loaded, measure, second="tone_raw")

left, right = st.columns(2, gap="large")
with left:
    measure_page.show_course(
        loaded,
        measure,
        sentences.assign(value=sentences["score"], counted=True, hint=sentences["sentence"].str.slice(0, 110)),
        headlines.low_point(sentences, loaded.short_of, tone),
        f"A stroke a sentence, up where its wording is positive, down where negative; the tallest is {tallest}.",
        signed=True,
    )
with right:
    positive = measure.column("proportion_positive")
    shares = ("proportion_negative", "proportion_neutral", "proportion_positive", "tone_charge")
    measure_page.show_parts(
        loaded,
        measure,
        {c.label.removesuffix(" sentences"): c for c in (measure.column(name) for name in shares)},
        headlines.highest(comparable, positive, loaded.short_of, "has the largest share of positive sentences"),
        "Shares of sentences by plain VADER's own cut at ±0.05; charge is the share that is not neutral.",
        half=True,
    )

measure_page.show_columns(
    loaded,
    measure,
    ["tone_author", "tone_quoted", "tone_headline", "tone_raw"],
    "By voice, in the headline, and as VADER alone reads it",
    "The author's own sentences and quoted speech apart; plain VADER has no mask for neutral terms and no correction.",
)

markup.show(markup.section(headlines.strongest_word(words, loaded.short_of), "What each word adds to VADER's sums."))


def show_words_and_sentences() -> None:
    """The words and the sentences of the chosen source."""
    sources = widgets.pick_sources(loaded, state.TONE_SOURCE)
    left, right = st.columns([4, 7], gap="medium")
    with left:
        shown = words[words["source"].isin(sources)]
        show_table(
            shown.assign(counts=shown["masked"].map({True: "masked", False: "counted"})),
            "tone_words",
            alt="The words that drive each source's tone",
            of=loaded,
            height=440,
            order=["source", "word", "contribution", "n", "counts"],
            formats={"contribution": "+.1f"},
            config={
                "source": st.column_config.TextColumn("Source", width=100),
                "word": st.column_config.TextColumn("Word", width=100),
                "contribution": st.column_config.NumberColumn("Adds", width=56),
                "n": st.column_config.NumberColumn("Times", width=54),
                "counts": st.column_config.TextColumn(
                    "Counts", width=80, help="Masked: a neutral term, looked at and left out"
                ),
            },
        )
    with right:
        measure_page.show_rows(
            loaded,
            sentences[sentences["source"].isin(sources)],
            "tone_sentences",
            evidence.tone_row,
            "Tone",
            alt="Every sentence with its tone and the words behind it",
            height=440,
            order=["source", "score", "sentence", "drivers", "raw", "place"],
            formats={"score": "+.2f", "raw": "+.2f", "place": ".0%"},
            config={
                "source": st.column_config.TextColumn("Source", width=100),
                "score": st.column_config.NumberColumn("Tone", width=60),
                "sentence": st.column_config.TextColumn("Sentence", width=260),
                "drivers": st.column_config.TextColumn("Words", width=130),
                "raw": st.column_config.NumberColumn("VADER", width=60, help="VADER's own compound, nothing masked"),
                "place": st.column_config.NumberColumn("At", width=52, help="Where in the text, 0% being its start"),
            },
        )


widgets.answer_alone(loaded, "ton_part", show_words_and_sentences)
speaking.show_speakers(loaded, "tone_speakers")
word_lists.show_mask(loaded)
measure_page.show_numbers(loaded, measure)
