"""Claims by sources: who states what, the sentence behind every verdict, conflicts and omissions."""

import streamlit as st

from components.analysis.claims.overview import (
    SORTS,
    VIEWS,
    also_told,
    claim_rows,
    first_worth_reading,
    in_order,
    in_view,
    overview,
)
from components.ui import (
    claims_changed,
    claims_coders,
    claims_editing,
    claims_evidence,
    claims_matrix,
    claims_sections,
    markup,
    state,
    widgets,
)

loaded = widgets.current()
widgets.need_articles(loaded)
claims_editing.propose_if_wanted(loaded)
claims_changed.show(loaded)
rows = claim_rows(loaded.story)
sources = loaded.story.sources

if not rows:
    markup.show(
        markup.title(
            "No claims yet", "Add a statement of checkable fact, or let Parallax propose a list from the texts."
        )
    )
    with st.container(horizontal=True, key="clm_tools"):
        claims_editing.show_list_tools(loaded)
    st.stop()

if state.judging_blind():
    claims_coders.show_blind(loaded)
    st.stop()

lede = "What this report states. Select a claim to read its sentence."
if len(sources) > 1:
    lede = "Each row is one checkable statement, each column a source. Select a cell to read the sentence behind it."
    lede = f"{also_told(rows)} {lede}".lstrip()
markup.show(markup.title(overview(rows, [loaded.short_of[s] for s in sources]), lede))
with st.container(horizontal=True, vertical_alignment="center", key="clm_tools"):
    show = claims_matrix.pick_view(loaded, rows) if len(sources) > 1 else VIEWS[0]
    find = st.text_input(
        "Find a claim", key=state.CLAIMS_SEARCH, type="search", placeholder="Find a claim", bind="query-params",
        label_visibility="collapsed", width=150,
    )  # fmt: skip
    sort = SORTS[0]
    if len(sources) > 1:
        sort = st.selectbox(
            "Sort", SORTS, key=state.CLAIMS_SORT, bind="query-params", label_visibility="collapsed", width=165
        )
    st.space("stretch")
    claims_coders.show_who(loaded)
    claims_editing.show_list_tools(loaded)

claims_matrix.say_unknown(rows)
shown = in_order(in_view(rows, show, str(find or "")), str(sort))
fallback = first_worth_reading(shown)
if fallback is None:
    markup.show(markup.facts(f"None of the {len(rows):,} claims is in this view."))
else:
    current, source = claims_matrix.current_cell(shown, fallback)
    left, right = st.columns(claims_matrix.split(len(sources)), gap="medium")
    with left, st.container(key="wide_matrix"):
        claims_matrix.show_matrix(loaded, shown, current, source)
    with right, st.container(key="clm_evidence"):
        claims_matrix.pick_claim(shown, current, len(rows))
        if len(sources) > 1:
            with st.container(key="narrow_jump"):
                markup.show(markup.jump(f"All {len(shown):,} claims by sources", claims_matrix.NARROW))
        claims_evidence.show_claim(loaded, current)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="clm_cell"):
            claims_evidence.link_to_reader(loaded, current, source)
            claims_editing.show_decision(loaded, current, source)
            claims_editing.show_claim_tools(loaded, current)
        claims_evidence.show_sources(loaded, current, source)
    with st.container(key="narrow_matrix"):
        claims_matrix.show_narrow(loaded, shown)

if len(sources) > 1:
    claims_sections.show_conflicts(loaded)
    claims_sections.show_omissions(loaded, rows)
claims_coders.show_agreement(loaded)
