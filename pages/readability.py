"""Readability in depth: the grades, what they rest on, the length of sentences, the hardest sentences and words."""

import streamlit as st

from components.ui import evidence, headlines, markup, measure_page, state, widgets
from components.ui.tables import show_table

GRADES = ("flesch_kincaid_grade", "gunning_fog", "smog_index", "coleman_liau_index", "automated_readability_index")
NAME_HELP = (
    "A word that always has a capital, also within a sentence, is probably a name. The formulas count it all the same."
)

loaded = widgets.current()
widgets.need_articles(loaded)
measure = measure_page.measure_of("readability")
lengths, hard = loaded.passages("measured_sentences"), loaded.passages("hard_sentences")

measure_page.show_title(
    loaded,
    measure,
    "The year of schooling a reader needs: the median of five formulas, each on the same sentences. Higher is harder.",
)
measure_page.show_strip(loaded, measure)

left, right = st.columns(2, gap="large")
with left:
    spread = (measure.column("grade_spread_low"), measure.column("grade_spread_high"))
    measure_page.show_parts(
        loaded,
        measure,
        {c.label: c for c in (measure.column(name) for name in GRADES)},
        headlines.formulas_apart(loaded.sources, *spread, loaded.short_of),
        "School grades; compare sources by one and the same formula.",
        half=True,
    )
    markup.show(
        markup.facts(headlines.beside_newspapers(loaded.sources, [measure.column(n) for n in headlines.FRONT_PAGES]))
    )
with right:
    measure_page.show_course(
        loaded,
        measure,
        lengths.assign(
            value=lengths["n_words"].astype(float),
            counted=True,
            hint=lengths["n_words"].astype(str) + " words: " + lengths["sentence"].str.slice(0, 90),
        ),
        headlines.longest_sentence(lengths, loaded.short_of),
        "A stroke a sentence, as high as it has words; several articles of one source lie over each other.",
        signed=False,
    )

measure_page.show_columns(
    loaded,
    measure,
    ["words_per_sentence", "syllables_per_word", "flesch_reading_ease", "dale_chall_readability_score"],
    "What the grades rest on, and two formulas that are no grades",
    "Flesch's ease falls as a text gets harder; Dale-Chall rises, and counts words that are on no list of easy ones.",
)

markup.show(
    markup.section("The sentences that raise the grade most", "Without them the source's grade would fall furthest.")
)


def show_hardest() -> None:
    """The hardest sentences and words of the chosen source."""
    sources = widgets.pick_sources(loaded, state.READABILITY_SOURCE)
    ungraded = measure_page.withheld(loaded, next(c for c in measure.columns if c.headline))
    for source in (s for s in sources if s in ungraded):
        markup.show(markup.facts(f"{loaded.short_of[source]} has no grade: {ungraded[source]}."))
    left, right = st.columns([5, 3], gap="medium")
    with left:
        measure_page.show_rows(
            loaded,
            hard[hard["source"].isin(set(sources) - set(ungraded))],
            "hard_sentences",
            evidence.hard_row,
            "Hard sentences",
            alt="The hardest sentences with what makes them hard",
            height=440,
            order=["source", "sentence", "why", "grade", "leverage", "place"],
            formats={"grade": ".1f", "leverage": "+.2f", "place": ".0%"},
            config={
                "source": st.column_config.TextColumn("Source", width=100),
                "sentence": st.column_config.TextColumn("Sentence", width=300),
                "why": st.column_config.TextColumn("Why", width=150),
                "grade": st.column_config.NumberColumn("Grade", width=60, help="The sentence's Flesch-Kincaid grade"),
                "leverage": st.column_config.NumberColumn(
                    "Adds", width=60, help="By how much the article's Flesch-Kincaid grade falls without it"
                ),
                "place": st.column_config.NumberColumn("At", width=52, help="Where in the text, 0% being its start"),
            },
        )
    with right:
        words = loaded.passages("difficult_words")
        kind = words["is_name"].map({True: "probably a name", False: "word"})
        show_table(
            words[words["source"].isin(sources)].assign(kind=kind),
            "difficult_words",
            alt="Difficult words by how often they stand",
            of=loaded,
            height=440,
            order=["source", "word", "n", "kind"],
            config={
                "source": st.column_config.TextColumn("Source", width=100),
                "word": st.column_config.TextColumn(
                    "Difficult word",
                    width=116,
                    help="Two syllables or more and not on the list of easy words; names too",
                ),
                "n": st.column_config.NumberColumn("Times", width=54),
                "kind": st.column_config.TextColumn("Counted as", width=110, help=NAME_HELP),
            },
        )


widgets.answer_alone(loaded, "rdb_part", show_hardest)
measure_page.show_numbers(loaded, measure)
