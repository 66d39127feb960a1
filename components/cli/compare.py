"""``compare PATH... --out DIR``: the whole bundle for the articles in PATH."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from components.cli._refused import Refusals
from components.cli._story import ClaimFile, Columns, Paths, read_story


def command(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="Folder to write the bundle to.")],
    claims: ClaimFile = None,
    column: Columns = None,
) -> None:
    """Measure the articles of one story and write the comparison bundle."""
    from components.analysis import bundle
    from components.analysis.claims.extract import proposal_note
    from components.analysis.comparison import measure_story
    from components.export.report.document import report_html
    from components.export.report.figures import figures_of

    with Refusals() as refusals:
        story = read_story(paths, claims, column or (), refusals)
        if story is None:
            return
        long = measure_story(story)
        contents = bundle.files(story, bundle.frames(story, long))
        contents[bundle.REPORT_FILE] = report_html(figures_of(story, long), datetime.date.today().isoformat())
        out.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            (out / name).write_bytes(data)
        typer.echo(
            f"{len(story.articles)} articles, {len(story.sources)} sources, {len(story.claims)} claims: "
            f"{len(list(out.iterdir()))} files in {out}"
        )
        note = "" if claims else proposal_note(story.claims, story.articles)
        if note:
            typer.echo(note)
