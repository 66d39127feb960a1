"""A real server and a real Chromium. Skips without a browser unless REQUIRE_BROWSER is set."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
START_SECONDS = 120


@pytest.fixture(autouse=True)
def own_workspace():
    """Browser tests share their server's workspace, which is a folder of its own already."""


@pytest.fixture(autouse=True)
def no_network():
    """The browser's own requests are watched instead (see ``page``)."""


class Server:
    """The app in a process of its own, on a workspace of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "server.log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> "Server":
        command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={self.port}",
                   "--server.headless=true", "--server.fileWatcherType=none"]  # fmt: skip
        environment = os.environ | {"PARALLAX_DATABASE": str(self.folder / "workspace.sqlite")}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended at once:\n{self.log.read_text()}")
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:
                    if answer.read() == b"ok":
                        return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"the server did not answer in {START_SECONDS} s:\n{self.log.read_text()}")

    def stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        for kind in (signal.SIGTERM, signal.SIGKILL):
            os.killpg(self.process.pid, kind)
            try:
                self.process.wait(10)
                return
            except subprocess.TimeoutExpired:
                continue


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


@pytest.fixture
def open_page(browser, server):
    """open_page(path, **context options) -> a page; afterwards no page erred and nothing left this machine."""
    contexts, errors, foreign = [], [], []

    def request_seen(request):
        if not request.url.startswith((server.url, server.url.replace("http", "ws"), "data:", "blob:")):
            foreign.append(request.url)

    def open_at(path="/", **options):
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
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


def settle(page, seconds: float = 180) -> None:
    """Wait until the script has run and nothing on the page says it is still at work; fail on an exception."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=seconds * 1000)
    page.wait_for_timeout(300)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=seconds * 1000)
    assert page.locator('[data-testid="stException"]').count() == 0, page.locator(
        '[data-testid="stException"]'
    ).first.inner_text()


@pytest.fixture
def settled():
    """The function that waits for a page to come to rest (see ``settle``)."""
    return settle
