"""The articles of one story from files and folders, for every command that compares them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from components.cli._refused import Refusals

if TYPE_CHECKING:
    from components.analysis.model import Story
    from components.ingest.reader import Unmapped

Paths = Annotated[list[Path], typer.Argument(exists=True, help="Files or folders with the articles of one story.")]
ClaimFile = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="CSV with claim_id, claim, note.")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=NAME",
        help="Which column of a table holds text, source, title, date, author, url or language.",
    ),
]

Jobs = Annotated[
    int | None,
    typer.Option(min=1, envvar="PARALLAX_JOBS", help="Processes for many texts; by default one for each processor."),
]


def read_story(paths: Sequence[Path], claims: Path | None, column: Iterable[str], refusals: Refusals) -> Story | None:
    """The story of the articles in ``paths`` with its claims: those of the file, else those Parallax proposes.

    ``column``: options FIELD=NAME. What cannot be read is named; None where nothing can.
    """
    from components.analysis.claims.claim_list import read_claims
    from components.analysis.claims.extract import propose_claims
    from components.analysis.model import Story
    from components.ingest.intake import take_paths
    from components.ingest.reader import Unmapped

    intake = take_paths(paths, _columns(column))
    for problem in intake.problems:
        where = problem.file if problem.row is None else f"{problem.file} row {problem.row}"
        if isinstance(problem, Unmapped):
            problem = replace(problem, reason=f"{problem.reason} Or say which it is: --column {_wanted(problem)}=NAME")
        if problem.refused:
            refusals.name(where, problem.reason)
        else:
            typer.echo(f"{where}: {problem.reason}", err=True)
    if not intake.articles:
        refusals.name("compare", "no article could be read, so nothing was written")
        return None
    if claims is None:
        claim_list = propose_claims(intake.articles)
    else:
        claim_list, refused = read_claims(claims.read_bytes())
        for line, reason in refused:
            refusals.name(f"{claims.name} row {line}", reason)
    # each source keeps its colour in the report, in groups and when the bundle is loaded
    sources = dict.fromkeys(article.source for article in intake.articles)
    colours = tuple((source, number) for number, source in enumerate(sources, 1))
    return Story(
        id="story",
        title=intake.title,
        articles=intake.articles,
        claims=claim_list,
        short_names=intake.short_names,
        colours=colours,
        groups=intake.groups,
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
