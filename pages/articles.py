"""The articles of the story: what is measured, what was cut away and why; adding, correcting, removing; the stories."""

import streamlit as st

from components.ui import cache, markup, widgets
from components.ui.adding import show_addresses, show_first, show_paste, show_summary, show_uploader
from components.ui.article_detail import (
    show_correction,
    show_cut,
    show_original,
    show_remove,
    show_table_of_all,
    show_undo,
)
from components.ui.article_list import article_rows, finding, pick_article
from components.ui.review import show_review
from components.ui.stories import show_stories

loaded = widgets.current()
desk = cache.desk(loaded.story.id)
if not desk.is_empty():
    show_review(loaded, desk)
elif not loaded.story.articles:
    show_first(loaded)
    show_undo(loaded.story.id)
else:
    rows = article_rows(loaded)
    markup.show(
        markup.title(
            finding(loaded, rows),
            "What surrounded each article on its page was cut away and is kept. Select an article to see it, to put a "
            "block back, or to correct source, headline or date; the figures follow.",
        )
    )
    show_summary(loaded.story.id)
    table, add = st.columns([3, 1], gap="medium")
    with add:
        show_uploader(loaded, "Add articles")
        show_paste(loaded)
        show_addresses(loaded)
    with table:
        article, note = pick_article(loaded, rows)
        with st.container(horizontal=True, vertical_alignment="center"):
            show_remove(loaded, article)
            show_undo(loaded.story.id)
    show_table_of_all(loaded)
    show_cut(loaded, article, note)
    show_original(article)
    show_correction(loaded, article)
show_stories(loaded)
