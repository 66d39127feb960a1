"""Figures take the colours of the mode in the browser, by a style sheet that knows how Plotly writes a colour."""

import contextlib
import re

import pytest
from playwright.sync_api import TimeoutError as NotInTime
from playwright.sync_api import expect

from components.ui.palette import DARK, LIGHT

FILLS = """() => [...new Set([...document.querySelectorAll('.scatterlayer .points path')].map(
  dot => getComputedStyle(dot).fill))].sort()"""


def written(colour) -> str:
    """#RRGGBB as a browser writes it."""
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def dots_have(page, colours) -> None:
    """The dots on the page have, or soon have, these colours and no others."""
    wanted = sorted(map(written, colours))
    with contextlib.suppress(NotInTime):  # the comparison below says more
        page.wait_for_function(f"wanted => JSON.stringify(({FILLS})()) === JSON.stringify(wanted)", arg=wanted)
    assert page.evaluate(FILLS) == wanted


MODES = [("light", LIGHT), ("dark", DARK)]


def written_in(locator, colour) -> None:
    """The element's text has, or soon has, this colour."""
    expect(locator).to_have_css("color", written(colour))


@pytest.mark.parametrize(("scheme", "palette"), MODES)
def test_drawers_and_popovers_are_written_in_the_ink_of_their_mode(open_page, settled, scheme, palette):
    """They stand outside the app's own frame, whose mode they do not inherit."""
    page = open_page("/", color_scheme=scheme)
    page.get_by_role("button", name="How to read this").click()
    body = page.get_by_test_id("stPopoverBody")
    body.wait_for()
    written_in(body.locator("dt").first, palette.ink)
    written_in(body.locator("dd").first, palette.muted)
    page.keyboard.press("Escape")
    page.locator(".js-plotly-plot .points path").nth(10).click(force=True)
    quote = page.get_by_role("dialog").locator("blockquote", has_text=re.compile(r"\w")).first
    quote.wait_for()
    settled(page)
    written_in(quote, palette.ink)


@pytest.mark.parametrize(("scheme", "palette"), MODES)
def test_a_source_has_its_colour_in_both_modes(open_page, settled, scheme, palette):
    page = open_page("/", color_scheme=scheme)
    page.wait_for_selector(".scatterlayer .points path")
    settled(page)
    dots_have(page, palette.sources[:4])
    other, changed = next((name, p) for name, p in MODES if name != scheme)
    page.emulate_media(color_scheme=other)  # nothing is asked of the server
    dots_have(page, changed.sources[:4])
