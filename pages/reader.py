"""The reader: one article or two side by side, marked up with what was measured."""

import streamlit as st

from components.ui import markup, reading, state, widgets
from components.ui.reading_layers import CLAIMS, layers
from components.ui.reading_marks import MARKINGS, NONE

loaded = widgets.current()
widgets.need_articles(loaded)
story = loaded.story

head = st.container()
with st.container(horizontal=True, vertical_alignment="center", key="rd_tools"):
    kinds = reading.pick_layers()
    tools = st.container(horizontal=True, vertical_alignment="center", width="content")
    st.space("stretch")
    markup.show(markup.legend([item for kind in kinds for item in MARKINGS[kind].legend]), width="content")

if len(story.articles) == 1:
    columns = list(st.columns([3, 2], gap="large"))
    picked = [story.articles[0], None]
else:
    columns = list(st.columns(2, gap="large"))
    sides = ((state.READER_LEFT, story.articles[0].id), (state.READER_RIGHT, reading.default_right(loaded)))
    picked = []
    for column, (side, default) in zip(columns, sides, strict=True):
        with column:
            picked.append(reading.pick_article(loaded, side, default))
articles = [article for article in picked if article is not None]
with tools:
    aligned = reading.pick_aligned(kinds, len(articles))
made = layers(loaded, articles, kinds)
shown = [column for column, article in zip(columns, picked, strict=True) if article is not None]
for column, layer, side in zip(shown, made, ("left", "right"), strict=False):
    with column:
        reading.show_head(loaded, layer, kinds)
        if not aligned:
            reading.show_article(layer, side)
if aligned:
    reading.show_aligned(loaded, made)
alone = columns[picked.index(None)] if None in picked else st.container()
with head:
    markup.show(
        markup.title(
            reading.title(loaded, articles, kinds[0] if kinds else NONE),
            "Marks show what was counted and what was looked at and left out. A mark leads to its reason"
            + (", a claim's number to its evidence in the other article." if len(articles) > 1 else "."),
        )
    )
with alone:
    reading.show_notes(loaded, made)
    if CLAIMS in kinds:
        reading.show_claims(loaded, made)
st.page_link("pages/articles.py", label="What was cut from the texts, and why", icon=":material/content_cut:")
