"""``compare PATH... --out DIR``: the whole bundle for the articles in PATH."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from components.cli._refused import Refusals
from components.cli._story import ClaimFile, Columns, Jobs, Paths, read_story


def command(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="Folder to write the bundle to.")],
    claims: ClaimFile = None,
    column: Columns = None,
    jobs: Jobs = None,
) -> None:
    """Measure the articles of one story and write the comparison bundle."""
    from components.analysis.bundle import REPORT_FILE
    from components.analysis.bundle_folder import write_bundle
    from components.analysis.claims.extract import proposal_note
    from components.analysis.workers import n_processors
    from components.export.report.document import report_html
    from components.export.report.figures import figures_of

    with Refusals() as refusals:
        story = read_story(paths, claims, column or (), refusals)
        if story is None:
            return
        measured, tables = write_bundle(story, out, jobs=jobs or n_processors())
        figures = figures_of(story, measured, tables)
        (out / REPORT_FILE).write_bytes(report_html(figures, datetime.date.today().isoformat()))
        typer.echo(
            f"{len(story.articles)} articles, {len(story.sources)} sources, {len(story.claims)} claims: "
            f"{len(list(out.iterdir()))} files in {out}"
        )
        note = "" if claims else proposal_note(story.claims, story.articles)
        if note:
            typer.echo(note)
