"""Photographs every page in every state, light, dark and on a phone, from a server and a workspace of its own.

    python tests/browser/screenshots.py [FOLDER] [--states first fifty] [--pages compare hype] [--modes light phone]

FOLDER is ``screenshots`` unless given. Prints a line a picture with what a person would want to know: whether the page
scrolls sideways, how tall it is, and any request that left this machine. Ends with 1 if there was one, or an error.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script: the package stands two folders up

from playwright.sync_api import sync_playwright
from serving import FLAGS, ROOT, Server, settle
from states import PAGES, STATES, address, enter, fill

from components.storage.workspace import Workspace

MODES = {
    "light": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
}
PAINT_MS = 1_500
TALLEST = 6_000
PAGE_HEIGHT = "document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0"
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


def photograph(browser, server, folder: Path, states, pages, modes) -> int:
    """Take the pictures; the number of things that are wrong."""
    wrong = 0
    for mode in modes:
        context = browser.new_context(base_url=server.url, **MODES[mode])
        tab = context.new_page()
        seen: list[str] = []
        tab.on("pageerror", lambda error, seen=seen: seen.append(str(error)))
        tab.on("request", lambda r, seen=seen: None if _is_ours(r.url, server.url) else seen.append(r.url))
        for state, name in [(s, n) for s in states for n in STATES[s] if n in pages]:
            seen.clear()
            tab.set_viewport_size(MODES[mode]["viewport"])
            tab.goto(address(name, state))
            settle(tab)
            enter(tab, state)
            settle(tab)
            tab.wait_for_timeout(PAINT_MS)
            stem = name if state == "first" else f"{state}-{name}"
            tab.screenshot(path=folder / f"{stem}-{mode}.png")
            height = min(int(tab.evaluate(PAGE_HEIGHT)), TALLEST)
            tab.set_viewport_size(MODES[mode]["viewport"] | {"height": max(height, 400)})
            tab.wait_for_timeout(PAINT_MS)
            tab.screenshot(path=folder / f"{stem}-{mode}-whole.png")
            sideways = bool(tab.evaluate(TOO_WIDE))
            wrong += len(seen) + sideways
            print(f"{stem:22} {mode:6} {height:5} px", "scrolls sideways" if sideways else "", *seen, flush=True)
        context.close()
    return wrong


def _is_ours(url: str, own: str) -> bool:
    return url.startswith((own, own.replace("http", "ws", 1), "data:", "blob:"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--states", nargs="+", choices=tuple(STATES), default=tuple(STATES))
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=PAGES)
    parser.add_argument("--modes", nargs="+", choices=tuple(MODES), default=tuple(MODES))
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    executable = os.environ.get("CHROMIUM") or next((path for path in found if path), None)
    with tempfile.TemporaryDirectory() as workspace, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        filled = Workspace(str(Path(workspace) / "workspace.sqlite"))
        fill(filled)
        filled.close()
        server = Server(Path(workspace)).start()
        try:
            wrong = photograph(browser, server, chosen.folder, chosen.states, chosen.pages, chosen.modes)
        finally:
            server.stop()
            browser.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
