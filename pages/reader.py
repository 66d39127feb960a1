"""The reader: one article or two side by side, marked up with what was measured."""

import streamlit as st

from components.ui import markup, reading, state, widgets
from components.ui.reading_marks import MARKINGS

loaded = widgets.current()
widgets.need_articles(loaded)
story = loaded.story

head = st.container()
with st.container(horizontal=True, vertical_alignment="center", key="rd_tools"):
    kind = str(
        st.segmented_control(
            "Marks", list(MARKINGS), key=state.READER_MARKS, default="Hype", required=True, bind="query-params",
            label_visibility="collapsed", wrap=True,
        )
    )  # fmt: skip
    st.space("stretch")
    markup.show(markup.legend(MARKINGS[kind].legend), width="content")

if len(story.articles) == 1:
    article = reading.pick_article(loaded, state.READER_LEFT, story.articles[0].id) or story.articles[0]
    articles = [article]
    reading.show_article(loaded, article, kind, "left")
else:
    articles = []
    sides = ((state.READER_LEFT, story.articles[0].id), (state.READER_RIGHT, reading.default_right(loaded)))
    for column, (side, default) in zip(st.columns(2, gap="large"), sides, strict=True):
        with column:
            picked = reading.pick_article(loaded, side, default)
            if picked is not None:
                articles.append(picked)
                reading.show_article(loaded, picked, kind, side)
with head:
    markup.show(
        markup.title(
            reading.title(loaded, articles, kind),
            "Marks show what was counted, where it stands, and what was looked at and left out. "
            "Hold the pointer over a mark for the reason.",
        )
    )
if kind == "Claims":
    reading.show_numbers(loaded)
st.page_link("pages/articles.py", label="What was cut from the texts, and why", icon=":material/content_cut:")
