"""The landing page: the sources side by side, what stands out, and how sure that is."""

import streamlit as st

from components.analysis.measure import all_measures
from components.ui import evidence, markup, state, widgets
from components.ui.adding import show_first
from components.ui.charts.compared import compare_chart, narrow_rows
from components.ui.comparing import FINDING_PAGES, facts_line, order_options, ordered_sources, page_of

loaded = widgets.current()
if not loaded.story.articles:
    show_first(loaded)
    st.stop()

markup.show(markup.title(loaded.story.title, facts_line(loaded)))

if len(loaded.story.sources) == 1:
    markup.show(
        markup.finding(
            "One source",
            "One source has nothing to be compared with yet.",
            " Its own figures are below; add a second report to see what differs.",
        )
    )
    st.page_link("pages/articles.py", label="Add articles", icon=":material/add:")
for number, found in enumerate(loaded.findings):
    with st.container(key=f"finding_{number}", horizontal=True, vertical_alignment="center", gap="small"):
        markup.show(markup.finding(found.kind, found.claim, found.rest))
        target = {state.CLAIM: found.claim_id} if found.claim_id else {}
        st.page_link(
            FINDING_PAGES.get(found.measure, "pages/compare.py"),
            label=f"{found.count:,} {found.unit}",
            icon=":material/arrow_forward:",
            width="content",
            query_params=target or None,
        )

with st.container(horizontal=True, vertical_alignment="bottom", key="cmp_head"):
    markup.show(
        markup.section(
            "The sources side by side" if len(loaded.story.sources) > 1 else "The figures of the one source",
            "Dot and line: the value and its 95% interval. Place: the places a source may hold, 1 being the highest "
            "value. Select a dot to read its sentences.",
        )
    )
    if len(loaded.story.sources) > 1:
        order = st.segmented_control(
            "Order by",
            order_options(),
            key=state.COMPARE_ORDER,
            default="Added",
            required=True,
            bind="query-params",
            wrap=True,
        )
    else:
        order = "Added"

rows = ordered_sources(loaded, str(order))
strip = st.container()
shown = page_of(rows, state.COMPARE_PAGE)
measures = {m.key: m for m in all_measures()}
with strip, st.container(key="wide_strip"):
    picked = compare_chart(loaded, shown)
with strip, st.container(key="narrow_strip"):
    head, body = narrow_rows(loaded, shown)
    markup.show(markup.table(head, body, "The sources side by side"))
picked = picked or evidence.pick_from_table(loaded, rows)
if picked:
    evidence.open_drawer(loaded, measures[picked[1]], picked[0])
