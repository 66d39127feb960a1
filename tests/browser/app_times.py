"""How long Parallax takes in a real browser, as ratios to an empty Streamlit app on the same machine in the same run.

    python tests/browser/app_times.py [--rounds 3] [--articles 1000] [--memory]

Prints lines "name ratio (target)". Cold: a new server process, an empty browser cache, the default story already in the
workspace; warm: another visit to the same server. Both apps take turns, and the medians over the rounds are compared,
so that a busy machine slows both. A rerun, a page switch and a filter are timed from the key or click until the script
has ended; ``--articles`` does so in a story of that many, too. ``--memory`` reruns the page 200 times and prints the
server's resident megabytes after 20, 100 and 200.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script: the package stands two folders up

from playwright.sync_api import Browser, Page, sync_playwright
from serving import FLAGS, Server, settle
from states import report

from components.storage.workspace import Workspace

EMPTY = Path(__file__).with_name("empty_app.py")
LARGE = "A story of many reports"
TARGETS = {"numbers": 1.5, "chart": 2.2, "rerun": 2.5, "large": 3.5}
#: Whether the first numbers can be read: those of the empty app's table, or a tone.
NUMBERS = "() => /0\\.\\d\\d/.test(document.querySelector('[data-testid=stMain]')?.innerText ?? '')"
CHART = "() => document.querySelector('.js-plotly-plot .main-svg') !== null"
#: Resolves with the milliseconds until the script that is about to run has ended.
ENDED = """() => { window.ended = new Promise(done => {
  const app = document.querySelector('[data-testid=stApp]'), from = performance.now();
  let ran = false;
  const look = () => {
    const state = app.getAttribute('data-test-script-state');
    if (state !== 'notRunning') ran = true;
    else if (ran) { watcher.disconnect(); done(performance.now() - from); }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(app, {attributes: true});
}); }"""
RERUNS = 5
MEMORY_AT = (20, 100, 200)


class Times(dict[str, list[float]]):
    """Seconds by name, one a round."""

    def add(self, name: str, seconds: float) -> None:
        self.setdefault(name, []).append(seconds)


def visit(browser: Browser, server: Server, times: Times, name: str, chart: bool) -> None:
    """Open the app with an empty browser cache and time until its numbers, and its chart, are there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(server.url)
    page.wait_for_function(NUMBERS, timeout=180_000, polling="raf")
    times.add(f"{name} numbers", time.perf_counter() - start)
    if chart:
        page.wait_for_function(CHART, timeout=180_000, polling="raf")
        times.add(f"{name} chart", time.perf_counter() - start)
    settle(page)
    context.close()


def act(page: Page, times: Times, name: str, action) -> None:
    """Time from an action until the script it causes has ended."""
    page.evaluate(ENDED)
    action()
    times.add(name, page.evaluate("() => window.ended") / 1000)
    settle(page)


def order_by(page: Page, option: str):
    return lambda: page.get_by_role("radio", name=option, exact=True).click()


def go_to(page: Page, title: str):
    return lambda: page.get_by_role("link", name=title, exact=True).first.click()


def reruns(pages: dict[str, Page], times: Times, rounds: int) -> None:
    """Reruns of every app in turn; page switches and filters of all but the empty one."""
    for number in range(rounds * RERUNS):
        for name, page in pages.items():
            page.locator("body").press("r")  # Streamlit's own key: once unmeasured, so that caches are warm
            settle(page)
            act(page, times, f"{name} rerun", lambda page=page: page.locator("body").press("r"))
            if name != "empty":
                act(page, times, f"{name} filter", order_by(page, ("Tone", "Hype")[number % 2]))
                act(page, times, f"{name} switch", go_to(page, "Tone"))
                act(page, times, f"{name} switch", go_to(page, "Compare"))


def resident_mb(server: Server) -> float:
    """The resident memory of a server."""
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(server.process.pid)], capture_output=True, check=True)
    return int(shown.stdout) / 1024


def watch_memory(page: Page, server: Server) -> None:
    """Rerun the page and print the server's memory on the way."""
    for number in range(1, max(MEMORY_AT) + 1):
        page.evaluate(ENDED)
        page.locator("body").press("r")
        page.evaluate("() => window.ended")
        if number in MEMORY_AT:
            print(f"resident megabytes after {number} reruns: {resident_mb(server):.0f}", flush=True)


def filled(folder: Path, n_articles: int) -> Path:
    """A workspace with the default story, and one of ``n_articles`` reports if any."""
    from components.ingest.intake import take_paths
    from components.ui.cache import STORIES

    workspace = Workspace(str(folder / "workspace.sqlite"))
    intake = take_paths([next(p for p in sorted(STORIES.iterdir()) if p.is_dir())])
    workspace.seed_story(intake.title, intake.articles, intake.short_names)
    if n_articles:
        story_id = workspace.create_story(LARGE).id
        workspace.add_articles(story_id, [report(number) for number in range(n_articles)])
    workspace.close()
    return folder


def shown(name: str, over: list[float], under: list[float], target: float) -> str:
    return f"{name} {median(over) / median(under):.2f} ({target})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--memory", action="store_true")
    chosen = parser.parse_args()
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    executable = os.environ.get("CHROMIUM") or next((path for path in found if path), None)
    times = Times()
    with (
        tempfile.TemporaryDirectory() as ours,
        tempfile.TemporaryDirectory() as theirs,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        filled(Path(ours), chosen.articles)
        for number in range(chosen.rounds):
            empty, app = Server(Path(theirs), EMPTY), Server(Path(ours))
            for name, server in (("empty", empty), ("app", app))[:: 1 if number % 2 else -1]:
                server.start()
                visit(browser, server, times, f"{name} cold", chart=name == "app")
                visit(browser, server, times, f"{name} warm", chart=name == "app")
            if number < chosen.rounds - 1:
                empty.stop()
                app.stop()
        pages = {}
        for name, server, address in (
            ("empty", empty, "/"),
            ("app", app, "/"),
            *((("large", app, f"/?story={LARGE}"),) if chosen.articles else ()),
        ):
            pages[name] = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            pages[name].goto(server.url + address)
            pages[name].wait_for_function(NUMBERS, timeout=900_000)
            settle(pages[name])
        reruns(pages, times, chosen.rounds)
        for state in ("cold", "warm"):
            base = times[f"empty {state} numbers"]
            print(shown(f"first_numbers_{state}", times[f"app {state} numbers"], base, TARGETS["numbers"]))
            print(shown(f"first_chart_{state}", times[f"app {state} chart"], base, TARGETS["chart"]))
        for name in [name for name in pages if name != "empty"]:
            target = TARGETS["large" if name == "large" else "rerun"]
            for what in ("rerun", "filter", "switch"):
                label = f"{what}_with_{chosen.articles}_articles" if name == "large" else what
                print(shown(label, times[f"{name} {what}"], times["empty rerun"], target), flush=True)
        if chosen.memory:
            watch_memory(pages["app"], app)
        browser.close()
        empty.stop()
        app.stop()


if __name__ == "__main__":
    main()
