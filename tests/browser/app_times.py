"""How long Parallax takes in a real browser, as ratios to an empty Streamlit app on the same machine in the same run.

    python tests/browser/app_times.py [--rounds 5] [--articles 1000] [--memory] [--app FOLDER]

Prints lines "name ratio (target) ours / empty, in milliseconds". Both apps take turns, each round in the other order,
and the medians over the rounds are compared, so that a busy machine slows both.

Cold: a new server process whose workspace does not exist yet, so that the default story is taken in and measured, and
an empty browser cache; the clock starts when the server answers. Started: the same from the start of the server's
process on. Restarted: a new process on a workspace where the story was measured. Warm: another visit to the running
server. In all of them nothing is in the browser's cache. Python's modules of both apps are compiled before, as pip does
for Streamlit's and ``make install`` for ours.

A rerun, a filter and a page switch are timed from the key or click until the last change on the page (see timing.py);
``--articles`` does so in a story of that many, too. ``--memory`` reruns the page 200 times and prints the server's
resident megabytes on the way. ``--app`` measures the app in another folder, as of another commit.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from compileall import compile_dir
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script: the package stands two folders up

from playwright.sync_api import Browser, Page, sync_playwright
from serving import FLAGS, ROOT, Server, settle
from states import report
from timing import timed, watch

from components.storage.workspace import Workspace

EMPTY = Path(__file__).with_name("empty_app.py")
LARGE = "A story of many reports"
TARGETS = {"numbers": 1.5, "chart": 2.2, "small": 2.5, "large": 3.5}
#: Whether the first numbers can be read: those of the empty app's table, or a tone.
NUMBERS = "() => /0\\.\\d\\d/.test(document.querySelector('[data-testid=stMain]')?.innerText ?? '')"
#: Whether the first chart has its dots.
CHART = "() => document.querySelector('.js-plotly-plot .main-svg .point') !== null"
PAGES = ("Tone", "Hype", "Readability", "Claims", "Reader", "Articles", "Downloads", "Methods", "Compare")
MEMORY_AT = (1, 50, 100, 150, 200)
WINDOW = {"width": 1440, "height": 900}


class Times(dict[str, list[float]]):
    """Seconds by name, one a round."""

    def add(self, name: str, seconds: float) -> None:
        self.setdefault(name, []).append(seconds)


def visit(browser: Browser, server: Server, times: Times, state: str, name: str, begun: float | None = None) -> None:
    """Open the app with an empty browser cache and time until its numbers, and its chart, are there."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(server.url)
    page.wait_for_function(NUMBERS, timeout=180_000, polling="raf")
    now = time.perf_counter()
    times.add(f"{name} numbers_{state}", now - start)
    if begun is not None:
        times.add(f"{name} numbers_started", now - begun)
    if name != "empty":
        page.wait_for_function(CHART, timeout=180_000, polling="raf")
        now = time.perf_counter()
        times.add(f"{name} chart_{state}", now - start)
        if begun is not None:
            times.add(f"{name} chart_started", now - begun)
    settle(page)
    context.close()


def first_visits(browser: Browser, app: Path, number: int, times: Times) -> None:
    """One round of visits to new servers: without a workspace, again, and after a restart."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        for name, folder, script in (("empty", theirs, EMPTY), ("app", ours, app))[:: -1 if number % 2 else 1]:
            server = Server(Path(folder), script)
            for state in ("cold", "restarted"):
                begun = time.perf_counter()
                server.start()
                visit(browser, server, times, state, name, begun if state == "cold" else None)
                if state == "cold":
                    visit(browser, server, times, "warm", name)
                server.stop()


def press_r(page: Page) -> Callable[[], None]:
    """Streamlit's own key for running a page again."""
    return lambda: page.locator("body").press("r")


def choose(page: Page, option: str) -> Callable[[], None]:
    return lambda: page.get_by_role("radio", name=option).first.click()


def go_to(page: Page, title: str) -> Callable[[], None]:
    return lambda: page.get_by_role("link", name=title, exact=True).first.click()


def act(page: Page, times: Times, name: str, action: Callable[[], None]) -> None:
    """Time what an action takes, once the page stands still."""
    seconds, messages, size = timed(page, action)
    times.add(name, seconds)
    times.add(f"{name} messages", messages)
    times.add(f"{name} bytes", size)
    settle(page)


def one_round(pages: dict[str, Page], times: Times, number: int) -> None:
    """The empty app's rerun, then everything a person does in every other; called again with the next number."""
    for name, page in pages.items():
        for _ in range(4):
            act(page, times, f"{name} rerun", press_r(page))
        if name == "empty":
            continue
        # what is chosen outlives a page switch: every round chooses something else
        act(page, times, f"{name} filter_compare", choose(page, ("Tone", "Hype")[number % 2]))
        for title in PAGES:
            act(page, times, f"{name} switch_{title.lower()}", go_to(page, title))
            if title == "Hype":
                act(page, times, f"{name} filter_hype", choose(page, ("Not counted", "All")[number % 2]))


def open_pages(browser: Browser, servers: list[tuple[str, Server, str]]) -> dict[str, Page]:
    """A page of every app, at rest."""
    pages = {}
    for name, server, address in servers:
        page = pages[name] = browser.new_context(viewport=WINDOW).new_page()
        watch(page)
        page.goto(server.url + address)
        page.wait_for_function(NUMBERS, timeout=900_000)
        settle(page)
    return pages


def resident_mb(server: Server) -> float:
    """The resident memory of a server."""
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(server.process.pid)], capture_output=True, check=True)
    return int(shown.stdout) / 1024


def watch_memory(page: Page, server: Server) -> None:
    """Rerun the page and print the server's memory on the way."""
    for number in range(1, max(MEMORY_AT) + 1):
        timed(page, press_r(page))
        if number in MEMORY_AT:
            print(f"resident megabytes after {number} reruns: {resident_mb(server):.0f}", flush=True)


def fill_large(folder: Path, n_articles: int) -> None:
    """Put a story of ``n_articles`` reports into a workspace."""
    workspace = Workspace(str(folder / "workspace.sqlite"))
    story_id = workspace.create_story(LARGE).id
    workspace.add_articles(story_id, [report(number) for number in range(n_articles)])
    workspace.close()


def say(label: str, ours: list[float], theirs: list[float], target: float, more: str = "") -> None:
    over, under = median(ours), median(theirs)
    print(f"{label} {over / under:.2f} ({target}) {1000 * over:.0f} / {1000 * under:.0f} ms{more}", flush=True)


def say_visits(times: Times) -> None:
    for state in ("cold", "started", "restarted", "warm"):
        for what in ("numbers", "chart"):
            ours, theirs = times[f"app {what}_{state}"], times[f"empty numbers_{state}"]
            say(f"first_{what}_{state}", ours, theirs, TARGETS[what])


def say_actions(times: Times, name: str, suffix: str, target: float) -> None:
    base, kinds = times["empty rerun"], ("rerun", "filter", "switch")
    for key in [k for k in times if k.startswith(f"{name} ") and not k.endswith(("messages", "bytes"))]:
        if key.split()[1].partition("_")[0] in kinds:
            sent = f", {median(times[f'{key} messages']):.0f} messages, {median(times[f'{key} bytes']) / 1000:.0f} kB"
            say(key.split()[1] + suffix, times[key], base, target, sent)
    for kind in kinds[1:]:
        keys = [k for k in times if k.startswith(f"{name} {kind}_") and not k.endswith(("messages", "bytes"))]
        every = [seconds for key in keys for seconds in times[key]]
        say(f"{kind}{suffix}", every, base, target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--app", type=Path, default=ROOT)
    chosen = parser.parse_args()
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    executable = os.environ.get("CHROMIUM") or next((path for path in found if path), None)
    times, script = Times(), chosen.app.resolve() / "app.py"
    for folder in ("components", "pages"):
        compile_dir(script.with_name(folder), quiet=1)
    with (
        tempfile.TemporaryDirectory() as ours,
        tempfile.TemporaryDirectory() as theirs,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for number in range(chosen.rounds):
            first_visits(browser, script, number, times)
        if chosen.rounds:
            say_visits(times)
        empty, app = Server(Path(theirs), EMPTY).start(), Server(Path(ours), script).start()
        places = [("empty", empty, "/"), ("app", app, "/")]
        try:
            open_pages(browser, places)["app"].context.close()  # the workspace is made, with the default story first
            if chosen.articles:
                fill_large(Path(ours), chosen.articles)
                places.append(("large", app, f"/?story={LARGE}"))
            pages, actions = open_pages(browser, places), Times()
            one_round(pages, Times(), 0)  # unmeasured, so that every page was drawn once
            for number in range(1, max(chosen.rounds, 1) + 1):
                one_round(pages, actions, number)
            say_actions(actions, "app", "", TARGETS["small"])
            if chosen.articles:
                say_actions(actions, "large", f"_with_{chosen.articles}_articles", TARGETS["large"])
            if chosen.memory:
                watch_memory(pages["app"], app)
        finally:
            browser.close()
            empty.stop()
            app.stop()


if __name__ == "__main__":
    main()
