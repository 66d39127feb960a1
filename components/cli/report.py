"""``report PATH... --out FILE.html``: the comparison of the articles in PATH as one page to read, print or send."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from components.cli._refused import Refusals
from components.cli._story import ClaimFile, Columns, Jobs, Paths, read_story


def command(
    paths: Paths,
    out: Annotated[Path, typer.Option(dir_okay=False, help="HTML file to write; it holds all it needs.")],
    claims: ClaimFile = None,
    column: Columns = None,
    jobs: Jobs = None,
) -> None:
    """Compare the articles of one story and write the report: one HTML file that opens offline and prints to PDF."""
    from components.analysis.parts import measure_in_parts
    from components.analysis.workers import n_processors
    from components.export.report.document import report_html
    from components.export.report.figures import figures_of

    with Refusals() as refusals:
        story = read_story(paths, claims, column or (), refusals)
        if story is None:
            return
        measured = measure_in_parts(story, jobs=jobs or n_processors())
        page = report_html(figures_of(story, measured), datetime.date.today().isoformat())
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(page)
        typer.echo(f"{len(story.articles)} articles, {len(story.sources)} sources, {len(story.claims)} claims: {out}")
