"""Hype in depth: the rate on its levels, by category, where in the text, every passage with its reason."""

import streamlit as st

from components.ui import evidence, headlines, markup, measure_page, speaking, state, widgets, word_lists
from components.ui.passages import HYPE_KINDS
from components.ui.substance_table import show_substance

loaded = widgets.current()
widgets.need_articles(loaded)
measure = measure_page.measure_of("hype")
rate = measure_page.headline(measure)
comparable = measure_page.comparable(loaded.sources, measure)
passages = loaded.passages("hype_passages")
promoting = passages[passages["kind"] == "promotion"]

measure_page.show_title(
    loaded,
    measure,
    "Promotional, hyperbolic wording per 1,000 words, after context rules. Hype is not tone: an alarming text can be "
    "hyped, a cheerful one need not be.",
)
word_lists.show_changes(loaded)
# a finding leads to the passages it counts: they come first then, the rest of the page follows
first = st.container() if widgets.address(state.HYPE_FIRST) == "passages" else None
measure_page.show_strip(loaded, measure)

left, right = st.columns([3, 2], gap="large")
with left:
    categories = {c.label.removeprefix("Hype, ").capitalize(): c for c in measure.columns if "Hype, " in c.label}
    measure_page.show_parts(
        loaded,
        measure,
        categories,
        headlines.largest_part(comparable, categories, rate, loaded.short_of),
        "Counted passages per 1,000 words, by category.",
    )
with right:
    measure_page.show_course(
        loaded,
        measure,
        promoting.assign(value=1.0, hint=promoting["words"] + " · " + promoting["reason"]),
        headlines.halves(promoting[promoting["counted"]]["place"], "counted passages"),
        "A stroke a passage of hype (alarm apart), at its place in the text; faint ones were not counted.",
        signed=False,
    )

hedges = measure.column("hedges_per_1000_words")
beside = ("alarm", "charged", "boosters", "hedges", "hype_quoted", "substance")
measure_page.show_parts(
    loaded,
    measure,
    {c.label: c for c in (measure.column(f"{name}_per_1000_words") for name in beside)},
    headlines.highest(comparable, hedges, loaded.short_of, "hedges most"),
    "Beside hype, per 1,000 words: alarm, charged wording, boosters, hedges, hype of others (quoted or reported), and "
    "substance "
    "(figures, named sources, quotations).",
)


def show_passages() -> None:
    """The filters and what passes them."""
    with st.container(horizontal=True, vertical_alignment="center", key="hyp_filters"):
        show = st.segmented_control(
            "Show", ["All", "Counted", "Not counted"], key=state.HYPE_SHOW, default="All", required=True,
            bind="query-params", label_visibility="collapsed",
        )  # fmt: skip
        kinds = st.selectbox(
            "Kinds",
            list(HYPE_KINDS),
            key=state.HYPE_KINDS,
            bind="query-params",
            label_visibility="collapsed",
            width=240,
        )
        sources = widgets.pick_sources(loaded, state.HYPE_SOURCE)
    chosen = passages[passages["source"].isin(sources) & passages["kind"].isin(HYPE_KINDS[kinds])]
    if show != "All":
        chosen = chosen[chosen["counted"] == (show == "Counted")]
    measure_page.show_rows(
        loaded,
        chosen.assign(counts=chosen["counted"].map({True: "counted", False: "not counted"})),
        "hype_passages",
        evidence.hype_row,
        "Hype",
        beside=word_lists.show_muting,
        alt="Every passage with its category, sentence and reason",
        order=["source", "words", "kind", "category", "sentence", "counts", "reason", "place"],
        formats={"place": ".0%"},
        config={
            "source": st.column_config.TextColumn("Source", width=130),
            "words": st.column_config.TextColumn("Words", width=140),
            "kind": st.column_config.TextColumn("Kind", width=90),
            "category": st.column_config.TextColumn("Category", width=100),
            "sentence": st.column_config.TextColumn("In its sentence", width=310),
            "counts": st.column_config.TextColumn("Counted", width=100),
            "reason": st.column_config.TextColumn("Why", width=150),
            "place": st.column_config.NumberColumn("At", width=56, help="Where in the text, 0% being its start"),
        },
    )
    show_substance(loaded, sources)


with first or st.container():
    markup.show(markup.section("Every passage, counted or not", "Select a row to read its sentence."))
    widgets.answer_alone(loaded, "hyp_part", show_passages)
speaking.show_speakers(loaded, "hype_speakers")
word_lists.show_entries(loaded, passages)
measure_page.show_numbers(loaded, measure)
