"""``measure FILE.jsonl --out FILE.csv``: a row per text, every article column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Any

import typer

from components.cli._jsonl import read_rows
from components.cli._refused import Refusals, progress
from components.cli._story import Jobs

BATCH = 200


def command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="JSON lines: id, text, title?, source?")],
    out: Annotated[Path, typer.Option(help="CSV file to write.")],
    jobs: Jobs = None,
) -> None:
    """Measure each text on its own: tone, hype and readability, a row a text."""
    from components.analysis.csv_export import csv_heading
    from components.analysis.workers import in_order, n_processors

    with Refusals() as refusals, out.open("wb") as target:
        target.write(csv_heading(_measured([]), bom=False))
        batches = _batches(progress(read_rows(file, ("id", "text"), refusals), "Measuring"), BATCH)
        first = next(batches, [])
        # a batch or less takes no longer than starting processes
        many = (jobs or n_processors()) if len(first) == BATCH else 1
        target.writelines(in_order(_table, chain([first], batches), many))


def _table(rows: list[dict[str, Any]]) -> bytes:
    """The rows of the table for some texts, as CSV."""
    from components.analysis.csv_export import csv_rows

    return csv_rows(_measured(rows), bom=False)


def _measured(rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - a frame; pandas loads with the analysis
    from components.analysis.comparison import by_article, measure_story
    from components.analysis.measure import all_measures
    from components.analysis.model import Article, Story

    own = [m for m in all_measures() if m.per_article]
    articles = tuple(
        Article(
            id=str(n), source=_text(row.get("source")) or row["id"], title=_text(row.get("title")), text=row["text"]
        )
        for n, row in enumerate(rows)
    )
    story = Story(id="measure", title="", articles=articles)
    frame = by_article(story, measure_story(story, own), own, with_copies=False)
    frame.insert(0, "id", [row["id"] for row in rows])
    return frame.drop(columns=["article_id", "date", "author", "url", "language", "copy_of", "n_articles"])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _batches(rows: Iterable[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch
