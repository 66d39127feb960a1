"""``validate --gold DIR``: how far the measures agree with human labels, a few lines a labelled set."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from components.cli._refused import Refusals, progress

if TYPE_CHECKING:
    from components.analysis.validation.labelled_set import LabelledSet
    from components.analysis.validation.run import SetResult

HEAD = ("set", "what", "statistic", "n", "Parallax", "floor", "published", "human", "note")
#: Columns set to the right: the count and the figures.
RIGHT = frozenset(("n", "Parallax", "floor", "published", "human"))


def command(
    gold: Annotated[Path, typer.Option(exists=True, file_okay=False, help="Folder with a folder per labelled set.")],
    sets: Annotated[list[str] | None, typer.Option("--set", help="Only this set; may be given again.")] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", dir_okay=False, help="Write the figures to this file too, as JSON.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="A fixed, evenly spaced part of each large set.")] = False,
) -> None:
    """Measure agreement with human labels, beside the floor, the best published figure and what people reach."""
    from components.analysis.validation.labelled_set import SetError
    from components.analysis.validation.run import result_of, run_of, to_json

    results: list[SetResult] = []
    with Refusals() as refusals:
        for chosen in progress(_chosen(sets), "Validating"):
            try:
                results.append(result_of(chosen, chosen.figures(gold, quick)))
            except SetError as error:
                refusals.name(chosen.name, str(error))
        if results:
            typer.echo("\n".join(_lines(results)))
        if json_file is not None and results:
            run = run_of(results, datetime.date.today().isoformat(), quick)
            json_file.write_text(to_json(run), encoding="utf-8")


def _chosen(names: Sequence[str] | None) -> Sequence[LabelledSet]:
    from components.analysis.validation.labelled_set import all_sets
    from components.cli._extraction_set import SET

    known = {found.name: found for found in (*all_sets(), SET)}
    for name in names or ():
        if name not in known:
            raise typer.BadParameter(f"{name} is none of {', '.join(known)}", param_hint="--set")
    return [found for name, found in known.items() if not names or name in names]


def _lines(results: Sequence[SetResult]) -> list[str]:
    """The figures as one table with aligned columns, then where each set comes from and what was chosen on it."""
    rows = [
        (
            result.name,
            figure.what,
            figure.statistic,
            str(figure.n),
            figure.show(),
            *("-" if r is None else r.show() for r in (figure.floor, figure.published, figure.human)),
            figure.note,
        )
        for result in results
        for figure in result.figures
    ]
    widths = [max(len(row[at]) for row in (HEAD, *rows)) for at in range(len(HEAD))]
    table = [
        "  ".join(
            cell.rjust(width) if name in RIGHT else cell.ljust(width)
            for name, cell, width in zip(HEAD, row, widths, strict=True)
        ).rstrip()
        for row in (HEAD, *rows)
    ]
    notes = []
    for result in results:
        notes += ["", f"{result.name}: {result.label} {result.source}. Licence: {result.licence}."]
        if result.remark:
            notes.append(f"  {result.remark}")
    return [*table, *notes]
