"""The app in a process of its own, and when a page of it has come to rest."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import TimeoutError as NotInTime
from timing import QUIET

ROOT = Path(__file__).parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
START_SECONDS = 120


class Server:
    """The app, or another one, in a process of its own, on a workspace of its own."""

    def __init__(self, folder: Path, app: Path = ROOT / "app.py") -> None:
        self.folder, self.log, self.app = folder, folder / "server.log", app
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def start(self) -> "Server":
        command = [sys.executable, "-m", "streamlit", "run", str(self.app), f"--server.port={self.port}",
                   "--server.headless=true", "--server.fileWatcherType=none"]  # fmt: skip
        environment = os.environ | {"PARALLAX_DATABASE": str(self.folder / "workspace.sqlite")}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=self.app.parent if self.app.name == "app.py" else ROOT,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
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


def settle(page, seconds: float = 180) -> None:
    """Wait until nothing moves any more; fail on an exception.

    The server has answered what it was last asked and its script has ended, nothing on the page has changed for a
    while, and no part of it is still to be fetched. A page that is not watched (see timing.py) is only known to have
    ended its script.
    """
    at_rest = '[data-testid="stApp"][data-test-script-state="notRunning"]'
    page.wait_for_selector(at_rest, timeout=seconds * 1000)
    if page.evaluate("'still' in window"):
        page.wait_for_function("quiet => window.still(quiet)", arg=QUIET, polling=50, timeout=seconds * 1000)
    else:
        page.wait_for_timeout(QUIET)
        page.wait_for_selector(at_rest, timeout=seconds * 1000)
    failed = page.get_by_test_id("stException")
    assert failed.count() == 0, failed.first.inner_text()


def choose(page, picker, option, times: int = 6) -> None:
    """Choose from a list, opened anew where it closed: Streamlit closes a list when the page behind it moves."""
    picker.scroll_into_view_if_needed()
    for left in reversed(range(times)):
        settle(page)
        if not option.is_visible():
            picker.click()
        try:
            option.click(timeout=5_000)
            return
        except NotInTime:
            if not left:
                raise
