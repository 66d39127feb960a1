"""Every table, the bundle of all of them, and what their columns mean."""

import streamlit as st

from components.ui import markup, widgets
from components.ui.getting_out import finding, show_bundle, show_dictionary, show_others, show_tables

loaded = widgets.current()
widgets.need_articles(loaded)
tables = loaded.tables()

with st.container(horizontal=True, vertical_alignment="bottom"):
    markup.show(
        markup.title(
            finding(loaded, tables),
            "The numbers on screen and in the files are the same. CSV opens in Excel as it is; the ZIP holds every "
            "file and brings the story back when it is loaded on Articles.",
        )
    )
    show_bundle(loaded)
markup.show(markup.section("Tables"))
show_tables(tables)
markup.show(markup.section("Beside the tables"))
show_others(loaded)
markup.show(markup.section("What is in each file", "Every column with its unit and meaning."))
show_dictionary(tables["data_dictionary"])
