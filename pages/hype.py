"""Hype in depth: the rate on its levels, by category, where in the text, every passage with its reason."""

import streamlit as st

from components.ui import markup, measure_page, rows, state, widgets
from components.ui.tables import show_table

loaded = widgets.current()
widgets.need_articles(loaded)
measure = measure_page.measure_of("hype")

measure_page.show_title(
    loaded,
    measure,
    "Promotional, hyperbolic wording per 1,000 words, after context rules. Hype is not tone: an alarming text can be "
    "hyped, a cheerful one need not be.",
)
measure_page.show_strip(
    loaded,
    measure,
    "Low under 5, moderate under 10, high under 20, very high from 20 on; under 150 words no level.",
)

left, right = st.columns([3, 2], gap="large")
with left:
    categories = [c.name for c in measure.columns if c.name.startswith("hype_") and c.name.endswith("_per_1000_words")]
    categories = [c for c in categories if c not in ("hype_per_1000_words", "hype_quoted_per_1000_words")]
    measure_page.show_parts(
        loaded, measure, categories, "What kind of hype", "Counted passages per 1,000 words, by category."
    )
passages = rows.passages(loaded, loaded.story.sources)
with right:
    decided = passages[passages["kind"].isin(["promotion", "alarm"])]
    course = decided.assign(place=decided["place"] / 100, value=1.0, hint=decided["words"] + " · " + decided["why"])
    measure_page.show_course(
        loaded,
        measure,
        course[["source", "place", "value", "counted", "hint"]],
        "Where in the text",
        "A stroke a passage; faint ones were looked at and not counted.",
        signed=False,
    )

measure_page.show_parts(
    loaded,
    measure,
    [
        "alarm_per_1000_words",
        "charged_per_1000_words",
        "boosters_per_1000_words",
        "hedges_per_1000_words",
        "hype_quoted_per_1000_words",
        "substance_per_1000_words",
    ],
    "Beside hype",
    "Alarm, charged wording, boosters, hedges, what quoted speakers say, and the substance a claim can rest on.",
)

markup.show(markup.section("Every passage, counted or not", "The words, their sentence and the reason."))
with st.container(horizontal=True, vertical_alignment="center"):
    show = st.segmented_control(
        "Show", ["All", "Counted", "Not counted"], key=state.HYPE_SHOW, default="All", required=True,
        bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    kinds = st.selectbox(
        "Kinds", list(rows.KINDS), key=state.HYPE_KINDS, bind="query-params", label_visibility="collapsed"
    )
    sources = widgets.pick_sources(loaded, state.HYPE_SOURCE)
chosen = passages[passages["source"].isin(sources) & passages["kind"].isin(rows.KINDS[kinds])]
if show != "All":
    chosen = chosen[chosen["counted"] == (show == "Counted")]
show_table(
    chosen,
    "hype_passages",
    alt="Every passage with its category, sentence and reason",
    order=["source", "words", "kind", "category", "sentence", "counted", "why", "place"],
    config={
        "source": st.column_config.TextColumn("Source", width=170),
        "words": st.column_config.TextColumn("Words", width=140),
        "kind": st.column_config.TextColumn("Kind", width=90),
        "category": st.column_config.TextColumn("Category", width=110),
        "sentence": st.column_config.TextColumn("In its sentence", width="large"),
        "counted": st.column_config.CheckboxColumn("Counted", width=80),
        "why": st.column_config.TextColumn("Why", width=240),
        "place": st.column_config.NumberColumn("At", format="%.0f%%", width=60),
    },
)
measure_page.show_columns(loaded, measure)
