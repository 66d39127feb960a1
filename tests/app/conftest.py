"""The app in a test of its own: no browser, a fresh workspace, empty caches."""

import sys
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests" / "ingest")]  # helpers and makers of files, by name
SECONDS = 90


@pytest.fixture(autouse=True)
def fresh_caches():
    """Caches outlive a test, its workspace does not."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(autouse=True)
def left_legacy_pages(monkeypatch):
    """Each run of an AppTest sets Streamlit back to its old reading of ``pages/``, which the app leaves at once."""
    start = PagesManager.__init__

    def started(self, *args, **kwargs):
        start(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", started)


@pytest.fixture
def app():
    """The app on the default story, on its first page."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)


@pytest.fixture
def open_at(app):
    """open_at(page, articles=…) -> the app on that page, on a story of these articles (the default story if None).

    On the first page the figures behind the strip are unfolded, unless it is to be as it comes (``folded``).
    """

    def open_page(page="compare", articles=None, *, folded=False):
        if not folded:
            app.session_state["behind_strip"] = True
        if articles is not None:
            from components.ui import cache

            opened = cache.workspace()
            info = opened.create_story("Ferry timetable")
            if articles:
                opened.add_articles(info.id, articles)
            app.query_params["story"] = [info.title]
        app.run()
        if page != "compare":
            app.switch_page(f"pages/{page}.py").run()
        assert not app.exception, [e.message for e in app.exception]
        return app

    return open_page
