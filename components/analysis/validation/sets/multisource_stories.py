"""Articles without labels, to see whether a hype figure depends on how long an article is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet
from components.analysis.validation.measuring import measure_texts, rate_columns
from components.analysis.validation.reading import evenly, read_json_lines

QUICK_ARTICLES = 120
SHORTEST = 150
#: News stories as their authors left them. Left out: the same rewritten for learners, plainer *and* shorter by
#: intention, and encyclopedia articles, another register and shorter: both would pass for an effect of length.
NEWS, AS_WRITTEN = "onestopenglish", "-adv"


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    rows = read_json_lines(folder / "docs.jsonl", ("set", "doc", "text"))
    texts = [row["text"] for row in rows if row["set"] == NEWS and str(row["doc"]).endswith(AS_WRITTEN)]
    if quick:
        texts = evenly(texts, QUICK_ARTICLES)
    words = measure_texts("readability", texts, ("n_words",))["n_words"]
    long_enough = [text for text, n in zip(texts, words, strict=True) if n >= SHORTEST]
    columns = rate_columns("hype")
    rates = measure_texts("hype", long_enough, columns)
    for column in columns:
        yield Figure(
            key=f"length_{column}", what=f"{column} with article length", statistic="rho", n=len(long_enough),
            units="articles", value=f.spearman(rates[column], words[words >= SHORTEST]), better="nearer 0",
        )  # fmt: skip


SET = LabelledSet(
    name="multisource_stories",
    label="Does hype depend on length?",
    files=("docs.jsonl",),
    evaluate=_evaluate,
    source=f"News stories of {SHORTEST} words or more as first written (OneStopEnglish, advanced level)",
    licence="CC BY-SA",
    remark="",
    order=80,
)
