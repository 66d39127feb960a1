"""Articles without labels: does a hype figure depend on how long an article is?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet
from components.analysis.validation.measuring import measure_texts
from components.analysis.validation.reading import evenly, read_json_lines

QUICK_ARTICLES = 120
SHORTEST = 150

COLUMNS = (
    "hype_per_1000_words",
    "hyperbolic_per_1000_words",
    "alarm_per_1000_words",
    "charged_per_1000_words",
    "boosters_per_1000_words",
    "hedges_per_1000_words",
    "substance_per_1000_words",
)


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    texts = [row["text"] for row in read_json_lines(folder / "docs.jsonl", ("text",))]
    if quick:
        texts = evenly(texts, QUICK_ARTICLES)
    words = measure_texts("readability", texts, ("n_words",))["n_words"]
    long_enough = [text for text, n in zip(texts, words, strict=True) if n >= SHORTEST]
    rates = measure_texts("hype", long_enough, COLUMNS)
    for column in COLUMNS:
        yield Figure(
            key=f"length_{column}", what=f"{column} with article length", statistic="rho", n=len(long_enough),
            units="articles", value=f.spearman(rates[column], words[words >= SHORTEST]), better="nearer 0",
        )  # fmt: skip


SET = LabelledSet(
    name="multisource_stories",
    label="Does hype depend on length?",
    files=("docs.jsonl",),
    evaluate=_evaluate,
    source=f"articles of {SHORTEST} words or more on shared stories, gathered from OneStopEnglish and PropSegmEnt",
    licence="CC BY-SA",
    tuned="",
    order=80,
)
