"""Figures take the colours of the mode in the browser, by a style sheet that knows how Plotly writes a colour."""

import re

import pytest

from components.ui.palette import DARK, LIGHT


def fills(page) -> set[str]:
    """The colours of every dot on the page, as #RRGGBB."""
    styles = page.locator(".scatterlayer .points path").evaluate_all("all => all.map(e => getComputedStyle(e).fill)")
    found = set()
    for style in styles:
        red, green, blue = (int(float(n)) for n in re.findall(r"[\d.]+", style)[:3])
        found.add(f"#{red:02X}{green:02X}{blue:02X}")
    return found


MODES = [("light", LIGHT), ("dark", DARK)]


def colour(locator) -> str:
    """The colour of an element's text, as #RRGGBB."""
    red, green, blue = re.findall(r"\d+", locator.evaluate("e => getComputedStyle(e).color"))[:3]
    return f"#{int(red):02X}{int(green):02X}{int(blue):02X}"


@pytest.mark.parametrize(("scheme", "palette"), MODES)
def test_drawers_and_popovers_are_written_in_the_ink_of_their_mode(open_page, settled, scheme, palette):
    """They stand outside the app's own frame, whose mode they do not inherit."""
    page = open_page("/", color_scheme=scheme)
    page.get_by_role("button", name="How to read this").click()
    body = page.get_by_test_id("stPopoverBody")
    body.wait_for()
    assert colour(body.locator("dt").first) == palette.ink
    assert colour(body.locator("dd").first) == palette.muted
    page.keyboard.press("Escape")
    page.locator(".js-plotly-plot .points path").nth(10).click(force=True)
    quote = page.get_by_role("dialog").locator("blockquote", has_text=re.compile(r"\w")).first
    quote.wait_for()
    settled(page)
    assert colour(quote) == palette.ink


@pytest.mark.parametrize(("scheme", "palette"), MODES)
def test_a_source_has_its_colour_in_both_modes(open_page, scheme, palette):
    page = open_page("/", color_scheme=scheme)
    page.wait_for_selector(".scatterlayer .points path", timeout=20_000)
    page.wait_for_timeout(1_000)
    assert fills(page) == set(palette.sources[:4])
    other, changed = next((name, p) for name, p in MODES if name != scheme)
    page.emulate_media(color_scheme=other)  # nothing is asked of the server
    page.wait_for_timeout(1_000)
    assert fills(page) == set(changed.sources[:4])
