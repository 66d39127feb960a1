"""A real server and a real Chromium. Skips without a browser unless REQUIRE_BROWSER is set."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one are imported by name

from serving import FLAGS, Server, settle
from states import fill
from timing import watch

from components.storage.workspace import Workspace


def pytest_collection_modifyitems(items):
    """A test here that failed is run once more, and said to be: a busy machine can stall a browser anywhere."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def own_workspace():
    """Browser tests share their server's workspace, which is a folder of its own already."""


@pytest.fixture(autouse=True)
def no_network():
    """The browser's own requests are watched instead (see ``page``)."""


@pytest.fixture(scope="session")
def browser():
    """Chromium: the one on this machine, or Playwright's own."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    executable = os.environ.get("CHROMIUM") or next((path for path in found if path), None)
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        except Error as error:
            if os.environ.get("REQUIRE_BROWSER"):
                raise
            pytest.skip(f"no browser: {error}")
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A fresh server on an empty workspace, for one module."""
    running = Server(tmp_path_factory.mktemp("workspace")).start()
    yield running
    running.stop()
    assert "Traceback" not in running.log.read_text(), running.log.read_text()


@pytest.fixture(scope="session")
def states_server(tmp_path_factory):
    """One server for every module that visits the states of ``states.py``: a story each, in one workspace."""
    yield from _states(tmp_path_factory.mktemp("states"))


@pytest.fixture
def untouched_server(tmp_path):
    """The same states on a server of its own, where nothing was measured yet."""
    yield from _states(tmp_path)


def _states(folder):
    workspace = Workspace(str(folder / "workspace.sqlite"))
    fill(workspace)
    workspace.close()
    running = Server(folder).start()
    yield running
    running.stop()
    assert "Traceback" not in running.log.read_text(), running.log.read_text()


@pytest.fixture
def open_page(browser, server):
    """open_page(path, **context options) -> a page; afterwards no page erred and nothing left this machine."""
    contexts, errors, foreign = [], [], []

    def told(message):
        # on a deep link Streamlit asks below the page's own path for its server before it asks at the root
        if message.type == "error" and "/_stcore/" not in message.location["url"]:
            errors.append(f"console: {message.text}")

    def request_seen(request):
        if not request.url.startswith((server.url, server.url.replace("http", "ws"), "data:", "blob:")):
            foreign.append(request.url)

    def open_at(path="/", **options):
        context = browser.new_context(
            **({"viewport": {"width": 1440, "height": 900}, "base_url": server.url} | options)
        )
        context.set_default_timeout(60_000)
        watch(context)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", told)
        page.on("dialog", lambda dialog: (errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", request_seen)
        page.goto(server.url + path)
        settle(page)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert not errors
    assert not foreign


@pytest.fixture
def settled():
    """The function that waits for a page to come to rest (see ``settle``)."""
    return settle
