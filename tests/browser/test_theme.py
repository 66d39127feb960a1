"""Figures take the theme's colours in the browser: how, Streamlit does not document, so it is held here."""

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


@pytest.mark.parametrize(("scheme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_a_source_has_its_colour_in_both_modes(open_page, scheme, palette):
    page = open_page("/", color_scheme=scheme)
    page.wait_for_selector(".scatterlayer .points path", timeout=20_000)
    page.wait_for_timeout(1_000)
    assert fills(page) == set(palette.sources[:4])
