"""What was done, in words and versions: generated from the measures themselves."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from components import __version__
from components.analysis.limits import limits_of
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.model import Story
from components.analysis.ordinary_news import ordinary_news, told
from components.analysis.word_lists import changes, digest

LEXICONS = Path(__file__).parents[2] / "data" / "lexicons"
PACKAGES = ("pandas", "numpy", "textstat", "vaderSentiment", "nltk", "pyphen", "mpmath")


@cache
def lexicon_hashes() -> dict[str, str]:
    """File name -> SHA-256 of every file under data/lexicons."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(LEXICONS.iterdir())
        if path.is_file()
    }


@cache
def package_versions() -> dict[str, str]:
    """Installed version of each library that a number depends on."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def settings_dict(story: Story) -> dict[str, Any]:
    """All that another person needs to get the same numbers: versions, lexicon hashes, the story's settings.

    ``seed`` is None because nothing in Parallax is drawn at random.
    """
    return {
        "parallax": __version__,
        "python": platform.python_version(),
        "packages": package_versions(),
        "measures": {m.key: m.version for m in all_measures()},
        "lexicons": lexicon_hashes(),
        "story": {
            "id": story.id,
            "title": story.title,
            "settings": asdict(story.settings),
            "settings_sha256": digest(story.settings),
            "limits": limits_of(story),
        },
        "seed": None,
    }


def column_line(column: Column) -> str:
    """One line on a column: name, label, unit, direction, meaning."""
    return (
        f"- `{column.name}` ({column.label}, {column.unit}): {column.meaning} Higher means {column.higher_means}."
        if column.higher_means
        else f"- `{column.name}` ({column.label}, {column.unit}): {column.meaning}"
    )


def measure_markdown(measure: Measure) -> str:
    """The methods section of one measure, as Markdown."""
    lines = [f"## {measure.label}", "", measure.method.strip(), "", "### Columns", ""]
    lines += [column_line(c) for c in measure.columns]
    lines += ["", "### Limits", "", measure.limits.strip(), "", "### Sources", "", measure.reference.strip(), ""]
    return "\n".join(lines)


def measures_table() -> str:
    """The headline number of every measure as a Markdown table: what it is, its unit, what higher means."""
    rows = [
        f"| **{measure.label}** | {column.meaning} | {column.unit} | {column.higher_means} |"
        for measure in all_measures()
        for column in measure.columns
        if column.headline
    ]
    return "\n".join(["| measure | what the number is | unit | higher means |", "|---|---|---|---|", *rows])


HOW_SURE = """## How sure

Every interval is a 95% interval. Tone: Student's t over the sentence scores. Rates: Gamma (hits + 1/2) over
words. Readability: delete-one-sentence jackknife. Claim coverage is a share of a list and has none.

An order of two sources is stated only where a test of their difference says so: Welch's test for tone, the exact
conditional binomial test for rates, the jackknife of the difference for readability, the exact sign test over
the claims on which the two differ for coverage. Holm's adjustment is made over all pairs within a column. Under
8 sentences nothing is ordered, and an order in tone or hype must also survive leaving out any one word type. The
places a source may hold follow from these orders: first is 1 plus the sources established above it, last is the
number of sources less those established below it.
"""


def methods_markdown(story: Story) -> str:
    """The methods of a story's figures, with the versions they were made with, as Markdown."""
    settings = settings_dict(story)
    parts = ["# Methods", "", f"Parallax {settings['parallax']}, Python {settings['python']}.", ""]
    parts += [measure_markdown(m) for m in all_measures()]
    parts += [HOW_SURE, "## Ordinary news", "", told(ordinary_news()), "", "## Settings of this story", ""]
    parts += [f"- {line}" for line in changes(story.settings) or ("Nothing was changed.",)]
    parts += [f"- {line}" for line in limits_of(story)]
    parts += [f"- SHA-256 of the settings: {settings['story']['settings_sha256']}", "", "## Versions", ""]
    parts += [f"- {name} {number}" for name, number in settings["packages"].items()]
    parts += ["", "Lexicons (first 12 digits of SHA-256):", ""]
    parts += [f"- {name}: {digest[:12]}" for name, digest in settings["lexicons"].items()]
    return "\n".join(parts) + "\n"
