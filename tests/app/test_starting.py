"""The server gets the first story ready as it starts; a page that comes in between waits, doing nothing twice."""

from threading import Event, Thread

import pytest
import streamlit as st
from conftest import ROOT
from streamlit.web.server.app_discovery import discover_asgi_app

from components.analysis.model import Article
from components.ui import cache, starting, waiting

LINE = "The harbour board said on Tuesday that ferry {n} carries {n} hundred passengers across the bay. "


def test_streamlit_finds_the_app_that_begins_its_work_at_the_start():
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"


def test_after_the_start_the_first_page_computes_nothing(app, monkeypatch):
    starting.get_first_ready()
    (story,) = cache.workspace().stories()
    assert cache.is_ready(story.id)
    monkeypatch.setattr(cache, "measure_remembered", None)
    monkeypatch.setattr(cache, "propose_claims", None)
    app.run()
    assert not app.exception
    assert any("coverage" in table.value for table in app.dataframe)


def test_a_story_that_takes_long_is_left_to_its_page(monkeypatch):
    monkeypatch.setattr(waiting, "AT_ONCE", 1)
    starting.get_first_ready()
    (story,) = cache.workspace().stories()
    assert not cache.is_ready(story.id)


def test_a_page_waits_while_the_start_is_at_work_and_can_be_stopped_meanwhile():
    opened = cache.workspace()
    story_id = opened.create_story("Ferry").id
    text = "".join(LINE.format(n=n) for n in range(1, 20))
    opened.add_articles(story_id, [Article(id="a", source="Herald", text=text, original=text)])
    begun, over = Event(), Event()

    def work():
        with cache.at_work():
            begun.set()
            over.wait(60)

    thread = Thread(target=work)
    thread.start()
    begun.wait(60)
    steps = cache.get_ready(story_id)
    assert next(steps)[0] == "Getting ready"
    assert next(steps)[0] == "Getting ready"
    assert not cache.is_ready(story_id)
    over.set()
    thread.join(60)
    told = [what for what, _ in steps]
    assert told[-1] == "Comparing the sources"
    assert cache.is_ready(story_id)


@pytest.mark.parametrize(("headless", "opened"), [(False, ["http://127.0.0.1:8599"]), (True, [])])
def test_the_browser_opens_as_without_a_start(monkeypatch, headless, opened):
    import asyncio

    found, done = [], Event()
    chosen = {"server.headless": headless, "server.address": "127.0.0.1"}
    monkeypatch.setattr(starting.config, "get_option", chosen.__getitem__)
    monkeypatch.setattr(starting.server_util, "get_url", lambda address: f"http://{address}:8599")
    monkeypatch.setattr(starting.cli_util, "open_browser", lambda url: (found.append(url), done.set()))
    monkeypatch.setattr(starting, "get_first_ready", lambda: None)

    async def serve():
        async with starting.starting(st.App(ROOT / "app.py")):
            if opened:
                await asyncio.to_thread(done.wait, 60)

    asyncio.run(serve())
    assert found == opened
