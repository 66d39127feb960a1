"""The frame: page settings, navigation, the story picker, then the page."""

from pathlib import Path

import streamlit as st

from components.ui import cache, markup, widgets

ASSETS = Path(__file__).parent / "components" / "ui" / "assets"

st.set_page_config(page_icon=str(ASSETS / "icon.png"), layout="wide")
st.logo(str(ASSETS / "logo.svg"), size="large")
markup.show_style()

PAGES = ("compare", "claims", "tone", "hype", "readability", "reader", "articles", "downloads", "methods")

page = st.navigation(
    [st.Page(f"pages/{name}.py", title=name.capitalize(), default=name == PAGES[0]) for name in PAGES],
    position="top",
)
widgets.pick_story(cache.workspace())
widgets.show_notice()
page.run()
