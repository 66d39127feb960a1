"""Colours. A colour says who; ink says what. These are the real ones, for either mode and for what leaves the app."""

from __future__ import annotations

from dataclasses import dataclass

N_SOURCE_COLOURS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one medium. ``sources``: twelve, by the number a source was given when it was added."""

    sources: tuple[str, ...]
    ink: str
    muted: str
    hair: str
    bands: tuple[str, str, str, str]
    conflict: str
    negative: str
    positive: str
    paper: str

    def source(self, number: int) -> str:
        """Colour of the source with that number, from 1; muted ink beyond the twelve."""
        return self.sources[number - 1] if 1 <= number <= len(self.sources) else self.muted


LIGHT = Palette(
    sources=(
        "#456799", "#B17F21", "#772700", "#3799A2", "#452F8F", "#AA374F",
        "#C95368", "#5F315C", "#9D5E01", "#8F74DA", "#3980A4", "#5C4AAC",
    ),
    ink="#1B1A17",
    muted="#5F5A50",
    hair="#CFC8BA",
    bands=("#F8F5EF", "#F4F0E7", "#EFE9DD", "#E8E0D0"),
    conflict="#B3261E",
    negative="#8C510A",
    positive="#01665E",
    paper="#FBF9F5",
)  # fmt: skip

DARK = Palette(
    sources=(
        "#84A9F7", "#A28218", "#F6B890", "#88E0F7", "#7A78DD", "#ED7593",
        "#CC5A82", "#CC85C5", "#EEA230", "#9478B1", "#87C6F2", "#8B8AF1",
    ),
    ink="#ECE9E2",
    muted="#AFA99C",
    hair="#57534A",
    bands=("#1F1F1C", "#2B2A26", "#37352F", "#403D36"),
    conflict="#FF8A7A",
    negative="#C98F3D",
    positive="#5BC0B0",
    paper="#161614",
)  # fmt: skip


VERDICT_GLYPH = {"stated": "●", "partly": "◐", "conflicts": "≠", "not found": "·"}
