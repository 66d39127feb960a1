"""``bench``: how fast the engine is, as ratios to the plain libraries and growth exponents, measured in one run."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer


def command(
    gold: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Folder that holds multisource_stories: real articles."),
    ] = None,
    large: Annotated[bool, typer.Option("--large", help="Grow stories to 10,240 articles, not 320: hours.")] = False,
) -> None:
    """Print lines of a name and a ratio: how many times as fast as the plain libraries (more is faster), and the
    exponents with which time grows with the number of articles (1 is linear). No absolute times.
    """
    from components.analysis.benchmarks.growth import growth
    from components.analysis.benchmarks.ratios import ROUND, ratios
    from components.analysis.benchmarks.texts import generated_texts, recombined_texts
    from components.analysis.validation.reading import evenly, read_json_lines

    real: list[str] = []
    if gold is not None:
        rows = read_json_lines(gold / "multisource_stories" / "docs.jsonl", ("text",))
        real = [row["text"] for row in rows if len(row["text"]) >= SHORTEST]

    def story_of(n: int, seed: int) -> list[str]:
        return list(recombined_texts(real, n, seed) if real else generated_texts(n, seed))

    texts = evenly(real, ROUNDS * ROUND) if real else story_of(ROUNDS * ROUND, seed=1)
    for ratio in chain(ratios(texts), growth(story_of, large)):
        typer.echo(str(ratio))


SHORTEST = 1500
ROUNDS = 8
