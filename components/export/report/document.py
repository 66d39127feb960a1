"""The report itself: a template filled with what the sections give; every text is escaped as it goes in.

A first page in short (findings, figures, conflicts, what follows), then the details, each part under its letter.

One HTML file with its styles and drawings inside: no script, no link out, nothing to fetch. Its own security policy
forbids all of these as well, so that nothing an article holds can run or call home.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import ascii_uppercase

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from components.analysis.claims.overview import also_told, claim_rows, overview
from components.analysis.limits import MOST_TOLD, limits_of
from components.analysis.measure import all_measures
from components.analysis.methods import HOW_SURE, settings_dict
from components.analysis.phrasing import number_word
from components.export.about import about
from components.export.palette import LIGHT, VERDICT_GLYPH
from components.export.report import claims, comparison, sources
from components.export.report.figures import Figures
from components.export.scales import off_scale, panels
from components.export.strip import strips
from components.export.text import printable

HERE = Path(__file__).parent
MOST_COLUMNS = 12
MOST_IN_SHORT = 8
"""Sources that the first page has room to name each; of more it names the highest and the lowest."""
MOST_WITH_INTERVALS = 5
MOST_CLASHES = 3
SHORT_NOTE, SHORT_NOTE_LINES = 280, 3
"""Characters and lines of an analyst's note that the first printed page has room for; a longer one has its own page."""
PARTS = {
    "compared": "The sources side by side",
    "claims": "Claims by source",
    "conflicts": "Possible conflicts",
    "omitted": "Left out, and stated alone",
    "wording": "The words behind hype and tone",
    "articles": "The articles, and what was cut away",
    "evidence": "Evidence, claim by claim",
    "methods": "Methods and limits",
    "versions": "Versions and settings",
}
"""Anchor -> what the part is called where the first page lists what follows; lettered in this order."""


def report_html(figures: Figures, made: str) -> bytes:
    """The report on a measured story as one HTML file. ``made``: the ISO day on which it is written."""
    story, short_of, groups = figures.story, figures.short_of, figures.groups
    told = len(story.articles) <= MOST_TOLD
    rows = claim_rows(story) if story.sources else ()
    values, drift, more_drift = claims.clashes(story)
    evidence, words, articles = (
        claims.supported(story, figures.colour_of, rows),
        sources.wordings(figures) if told else (),
        sources.listed(figures) if told else (),
    )  # fmt: skip
    compared, paragraphs = comparison.rows(figures), _paragraphs(story.note)
    there = {
        "compared": compared, "claims": rows, "conflicts": rows, "omitted": rows and len(story.sources) > 1,
        "wording": words, "articles": articles, "evidence": evidence, "methods": True, "versions": True,
    }  # fmt: skip
    named = [(anchor, name) for anchor, name in PARTS.items() if there[anchor]]
    page = (
        _environment()
        .get_template("report.html")
        .render(
            title=story.title,
            css=Markup((HERE / "report.css").read_text("utf-8")),  # ours
            about=about(story, made),
            note=paragraphs,
            note_by=story.note_by,
            long_note=len(story.note) > SHORT_NOTE or sum(map(len, paragraphs)) > SHORT_NOTE_LINES,
            how_many=number_word(len(story.sources)),
            parts=tuple((letter, anchor, name) for letter, (anchor, name) in zip(ascii_uppercase, named, strict=False)),
            extremes=comparison.extremes(figures) if len(story.sources) > MOST_IN_SHORT else (),
            few=len(story.sources) <= MOST_WITH_INTERVALS,
            most_clashes=MOST_CLASHES,
            n_sources=len(story.sources),
            findings=figures.findings,
            drawings=_drawings(figures),
            off_scale=off_scale(figures.sources, panels(all_measures(), figures.sources), short_of),
            headlines=comparison.headlines(),
            unit=comparison.unit,
            rows=compared,
            groups=groups,
            group_members=comparison.members(story),
            group_rows=comparison.rows(groups) if groups else (),
            group_drawings=_drawings(groups) if groups else (),
            compared_keys={measure.key for measure, _ in comparison.headlines()},
            withheld=comparison.withheld(figures) if told else (),
            limits=limits_of(story),
            overview=overview(rows, story.sources) if rows else "",
            also_told=also_told(rows),
            claim_rows=rows,
            column_groups=comparison.split(story.sources, MOST_COLUMNS),
            glyphs=VERDICT_GLYPH,
            values=values,
            drift=drift,
            more_drift=more_drift,
            shares=claims.shares(story, figures.colour_of, rows),
            supported=evidence,
            wordings=words,
            articles=articles,
            measures=all_measures(),
            how_sure=HOW_SURE.partition("\n\n")[2],
            settings=settings_dict(story),
            short_of=short_of,
            colour=LIGHT.source,
        )
    )
    return page.encode("utf-8")


def _drawings(figures: Figures) -> tuple[Markup, ...]:
    made = strips(figures.sources, all_measures(), figures.colour_of, figures.short_of, LIGHT)
    return tuple(Markup(svg) for svg in made)  # escaped by the writer of the tree


def _paragraphs(note: str) -> list[list[str]]:
    """The lines of each paragraph: an empty line parts two."""
    return [part.strip("\n").split("\n") for part in re.split(r"\n{2,}", note)] if note else []


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalised,
    )
    environment.filters["prose"] = _prose
    return environment


def _finalised(value: object) -> object:
    """Texts without invisible controls; what is markup already, and numbers, as they are."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _prose(markdown: str) -> Markup:
    """The measures' own Markdown as HTML; tags in it are shown, not read."""
    return Markup(MarkdownIt("commonmark", {"html": False}).render(markdown.strip()))
