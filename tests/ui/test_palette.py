"""The palette of the code is that of the theme, and can be told apart from the page."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from components.ui.palette import DARK, LIGHT, SCREEN, VERDICT_FILL, VERDICT_GLYPH, figure_style

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())
MODES = {"light": LIGHT, "dark": DARK}
LEAST_CONTRAST = {"light": 3.2, "dark": 4.6}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_the_theme_has_the_palettes_ink_and_paper(mode):
    theme, palette = CONFIG["theme"][mode], MODES[mode]
    assert (theme["textColor"], theme["backgroundColor"]) == (palette.ink, palette.paper)


def test_every_colour_a_figure_is_drawn_in_has_one_of_its_own_in_dark_mode():
    drawn = [*SCREEN.sources, *SCREEN.bands, SCREEN.ink, SCREEN.muted, SCREEN.hair, SCREEN.paper, SCREEN.conflict,
             SCREEN.negative, SCREEN.positive]  # fmt: skip
    dark = [*DARK.sources, *DARK.bands, DARK.ink, DARK.muted, DARK.hair, DARK.paper, DARK.conflict,
            DARK.negative, DARK.positive]  # fmt: skip
    assert len(set(drawn)) == len(drawn), "a rule names the light colour: no two may share one"
    style = figure_style()
    for light, other in zip(drawn, dark, strict=True):
        red, green, blue = bytes.fromhex(light[1:])
        for kind in ("fill", "stroke"):
            assert f'"{kind}: rgb({red}, {green}, {blue})"]{{{kind}:light-dark({light},{other})!important}}' in style


@pytest.mark.parametrize("mode", MODES)
def test_every_source_stands_out_from_the_page(mode):
    palette = MODES[mode]
    assert min(contrast(colour, palette.paper) for colour in palette.sources) >= LEAST_CONTRAST[mode]
    assert len(set(palette.sources)) == 12


@pytest.mark.parametrize("mode", MODES)
def test_text_meets_the_contrast_of_small_print(mode):
    palette = MODES[mode]
    assert contrast(palette.ink, palette.paper) >= 7
    assert min(contrast(palette.muted, ground) for ground in (palette.paper, *palette.bands)) >= 4.5


@pytest.mark.parametrize(("mode", "least"), [("light", 1.02), ("dark", 1.13)])
def test_the_grounds_of_the_levels_are_told_from_each_other_and_from_the_page(mode, least):
    grounds = [MODES[mode].paper, *MODES[mode].bands]
    assert min(contrast(a, b) for a, b in pairwise(grounds[1:])) >= least
    assert len(set(grounds)) == 5


def test_sources_beyond_the_twelve_are_muted_ink():
    assert LIGHT.source(12) == LIGHT.sources[-1]
    assert LIGHT.source(13) == LIGHT.source(0) == LIGHT.muted


def test_verdicts_differ_by_glyph_and_by_fill():
    assert len(set(VERDICT_GLYPH.values())) == len(VERDICT_GLYPH) == 4
    assert set(VERDICT_FILL) == set(VERDICT_GLYPH)


def test_nothing_is_sent_shown_or_opened_to_others_by_default():
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] != "full"
    assert CONFIG["runner"]["magicEnabled"] is False
    assert "http" not in str(CONFIG["theme"])
