"""The landing page: the sources side by side, what stands out, and how sure that is."""

import streamlit as st

from components.analysis.measure import all_measures
from components.ui import cache, claims_changed, evidence, markup, state, widgets
from components.ui.adding import show_first
from components.ui.charts.compared import compare_chart, narrow_rows, show_too_short
from components.ui.comparing import (
    facts_line,
    order_options,
    ordered_sources,
    page_of,
    show_findings,
    show_how_to_read,
    show_limits,
)
from components.ui.first_look import show_first_look
from components.ui.grouping import pick_rows, show_grouping
from components.ui.review import show_review

story = widgets.current()
if not story.story.articles:
    desk = cache.desk(story.story.id)
    if desk.is_empty():
        show_first(story)
    else:
        show_review(story, desk)
    st.stop()

markup.show(markup.title(story.story.title, facts_line(story)))
claims_changed.show(story)
show_first_look()
findings = st.container()
with st.container(horizontal=True, vertical_alignment="bottom", key="cmp_head"):
    heading = st.container(gap=None)
    show_how_to_read(story)
    show_grouping(story)
    loaded = pick_rows(story)
    several = len(loaded.story.sources) > 1
    order = "Added"
    if several:
        order = str(
            st.segmented_control(
                "Order by",
                order_options(),
                key=state.COMPARE_ORDER,
                default=order,
                required=True,
                bind="query-params",
                wrap=True,
            )
        )
with findings:
    show_findings(loaded)
with heading:
    what = "The groups" if loaded.grouped else "The sources"
    markup.show(markup.section(f"{what} side by side" if several else "The figures of the one source"))
    with st.container(key="wide_lede"):
        markup.show(markup.facts("The value and its 95% interval. Select a dot or a value to read its sentences."))
    with st.container(key="narrow_lede"):
        how = "The value over its 95% interval and its place. Its sentences: open the figures below and select one."
        markup.show(markup.facts(how))

rows = ordered_sources(loaded, order)
strip = st.container()
shown = page_of(rows, state.COMPARE_PAGE)
measures = {m.key: m for m in all_measures()}
with strip, st.container(key="wide_strip"):
    picked = compare_chart(loaded, shown)
with strip, st.container(key="narrow_strip"):
    head, body = narrow_rows(loaded, shown)
    markup.show(markup.table(head, body, "The sources side by side"))
show_too_short(loaded, shown)
show_limits(loaded)
picked = picked or evidence.pick_from_table(loaded, rows)
if picked:
    evidence.open_drawer(loaded, measures[picked[1]], picked[0])
