"""What the server does as it starts, while the browser still loads its page: it gets the first story ready.

Nothing is kept from it but what the first page would compute itself; a page that comes earlier waits for the rest.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st
from streamlit import cli_util, config
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server import server_util

NAME = "first story"
"""The thread that works as the server starts: it belongs to no page, which Streamlit need not warn of."""
FIRST_PAGE = ("widgets", "grouping", "review", "adding", "first_look", "comparing", "evidence", "charts.compared")


@asynccontextmanager
async def starting(_app: st.App) -> AsyncIterator[None]:
    """Begin the work when the server starts, and open the browser as Streamlit does for an app without such a start."""
    logging.getLogger(get_script_run_ctx.__module__).addFilter(lambda said: said.threadName != NAME)
    Thread(target=get_first_ready, name=NAME, daemon=True).start()
    if not config.get_option("server.headless"):
        address = server_util.get_display_address(config.get_option("server.address") or "localhost")
        Thread(target=cli_util.open_browser, args=(server_util.get_url(address),), daemon=True).start()
    yield


def get_first_ready() -> None:
    """Load what the first page draws with and compute what it draws from.

    A story so large that a page announces the work is left to the page, where it can be stopped.
    """
    from components.ui import cache, waiting

    with cache.at_work():
        stories = cache.workspace().stories()
        if stories and cache.n_characters(stories[0].id) < waiting.AT_ONCE:
            for _ in cache.get_ready(stories[0].id):
                pass
    for name in FIRST_PAGE:
        importlib.import_module(f"components.ui.{name}")
