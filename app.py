"""The frame: page settings, navigation, the story picker, then the page.

Streamlit reads this file twice: once as a module, for the app it serves and what that does as it starts, and at every
run as the script of a page.
"""

from pathlib import Path

import streamlit as st

from components.ui.starting import starting

if __name__ != "__main__":
    app = st.App(__file__, lifespan=starting)
else:
    from components.ui import cache, markup, widgets

    ASSETS = Path(__file__).parent / "components" / "ui" / "assets"
    PAGES = ("compare", "claims", "tone", "hype", "readability", "reader", "articles", "downloads", "methods")

    st.set_page_config(page_icon=str(ASSETS / "icon.png"), layout="wide")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    markup.show_style()
    page = st.navigation(
        [st.Page(f"pages/{name}.py", title=name.capitalize(), default=name == PAGES[0]) for name in PAGES],
        position="top",
    )
    widgets.pick_story(cache.workspace())
    widgets.show_notice()
    page.run()
