"""``cover FILE.jsonl --out FILE.csv``: a row per pair of claim and text, with the verdict and its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from components.cli._jsonl import read_rows
from components.cli._refused import Refusals, progress

FIELDS = ("id", "verdict", "score", "evidence", "start", "end")


def command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="JSON lines: id, claim, text, story?")],
    out: Annotated[Path, typer.Option(help="CSV file to write.")],
) -> None:
    """Say of each pair whether the text states the claim. Claims of one story weigh their words together."""
    import pandas as pd

    from components.analysis.csv_export import csv_bytes

    with Refusals() as refusals:
        rows = list(read_rows(file, ("id", "claim", "text"), refusals))
        stories: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            story = row.get("story")
            stories.setdefault(f"story {story}" if isinstance(story, (str, int)) else f"row {place}", []).append(place)
        answers: dict[int, dict[str, Any]] = {}
        for places in progress(stories.values(), "Judging", len(stories)):
            answers |= _judge([rows[p] for p in places], places)
        frame = pd.DataFrame([answers[place] for place in range(len(rows))], columns=list(FIELDS))
        out.write_bytes(csv_bytes(frame.astype({"start": "Int64", "end": "Int64"}), bom=False))


def _judge(rows: list[dict[str, Any]], places: list[int]) -> dict[int, dict[str, Any]]:
    from components.analysis.claims.match import judge_pairs
    from components.analysis.model import Article

    weigh = list(dict.fromkeys(row["claim"] for row in rows))
    texts: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        texts.setdefault(row["text"], []).append(at)
    answers = {}
    for text, held in texts.items():
        article = Article(id="text", source="text", text=text)
        for at, v in zip(held, judge_pairs([rows[at]["claim"] for at in held], article, weigh=weigh), strict=True):
            answers[places[at]] = {
                "id": rows[at]["id"],
                "verdict": v.verdict,
                "score": v.score,
                "evidence": v.evidence,
                "start": v.start,
                "end": v.end,
            }
    return answers
