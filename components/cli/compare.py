"""``compare PATH... --out DIR``: the whole bundle for the articles in PATH."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from components.cli._refused import Refusals

if TYPE_CHECKING:
    from components.ingest.reader import Unmapped


def command(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Files or folders with the articles of one story.")],
    out: Annotated[Path, typer.Option(help="Folder to write the bundle to.")],
    claims: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="CSV with claim_id, claim, note.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME",
            help="Which column of a table holds text, source, title, date, author, url or language.",
        ),
    ] = None,
) -> None:
    """Measure the articles of one story and write the comparison bundle."""
    from components.analysis import bundle
    from components.analysis.claims.claim_list import read_claims
    from components.analysis.claims.extract import propose_claims
    from components.analysis.comparison import measure_story
    from components.analysis.model import Story
    from components.ingest.intake import take_paths
    from components.ingest.reader import Unmapped

    columns = _columns(column or ())
    with Refusals() as refusals:
        intake = take_paths(paths, columns)
        for problem in intake.problems:
            where = problem.file if problem.row is None else f"{problem.file} row {problem.row}"
            if isinstance(problem, Unmapped):
                problem = replace(
                    problem, reason=f"{problem.reason} Or say which it is: --column {_wanted(problem)}=NAME"
                )
            if problem.refused:
                refusals.name(where, problem.reason)
            else:
                typer.echo(f"{where}: {problem.reason}", err=True)
        if not intake.articles:
            refusals.name("compare", "no article could be read, so nothing was written")
            return
        if claims is None:
            claim_list = propose_claims(intake.articles)
        else:
            claim_list, refused = read_claims(claims.read_bytes())
            for line, reason in refused:
                refusals.name(f"{claims.name} row {line}", reason)
        story = Story(
            id="story", title=intake.title, articles=intake.articles, claims=claim_list, short_names=intake.short_names
        )
        out.mkdir(parents=True, exist_ok=True)
        for name, data in bundle.files(story, measure_story(story)).items():
            (out / name).write_bytes(data)
        typer.echo(
            f"{len(story.articles)} articles, {len(story.sources)} sources, {len(story.claims)} claims: "
            f"{len(list(out.iterdir()))} files in {out}"
        )


def _wanted(question: Unmapped) -> str:
    return "text" if question.refused else "source"


def _columns(given: Iterable[str]) -> dict[str, str]:
    """Field -> column name, of options FIELD=NAME."""
    from components.ingest.columns import SYNONYMS

    chosen = {}
    for option in given:
        field, sign, name = option.partition("=")
        if field.strip() not in SYNONYMS or not sign or not name.strip():
            raise typer.BadParameter(
                f"{option} is not FIELD=NAME with a field of {', '.join(SYNONYMS)}", param_hint="--column"
            )
        chosen[field.strip()] = " ".join(name.split())
    return chosen
