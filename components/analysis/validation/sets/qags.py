"""Sentences of generated summaries held against the news article they summarise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import Pair, judge
from components.analysis.validation.reading import evenly, read_csv, read_json_lines, read_numbers, refusing

QUICK_ARTICLES = 80

# part of the set -> (key, what it is, AUC of word overlap)
PARTS = {"cnndm": ("news", "news-like summaries", 0.72), "xsum": ("abstractive", "one-sentence abstracts", 0.64)}


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    articles = {
        (row["set"], str(row["doc"])): row["article"]
        for row in read_json_lines(folder / "articles.jsonl", ("set", "doc", "article"))
    }
    path = folder / "sentences.csv"
    rows = read_csv(path, ("set", "doc", "sentence", "label", "yes", "raters"))
    if quick:
        kept = set(evenly(list(articles), QUICK_ARTICLES))
        rows = [row for row in rows if (row["set"], row["doc"]) in kept]
    labels = np.array(read_numbers(path, rows, "label")) > 0
    with refusing(path):
        pairs = [Pair(f"{row['set']} {row['doc']}", row["sentence"], articles[row["set"], row["doc"]]) for row in rows]
    scores = np.array([verdict.score for verdict in judge(pairs)])
    for part, (key, what, floor) in PARTS.items():
        chosen = np.array([row["set"] == part for row in rows], bool)
        n = int(chosen.sum())
        yield Figure(
            key=f"auc_{key}", what=f"article supports a sentence, {what}", statistic="AUC", n=n, units="sentences",
            value=f.area_under_curve(labels[chosen], scores[chosen]),
            floor=Reference(value=floor, source="word overlap with a window of the article"),
            human=Reference(value=0.656, statistic="unanimous", source="share of sentences on which all three agree"),
        )  # fmt: skip
        yield Figure(
            key=f"ece_{key}", what=f"score as a probability, {what}", statistic="ECE", n=n, units="sentences",
            value=f.calibration_error(labels[chosen], scores[chosen]) if n else float("nan"), better="lower",
        )  # fmt: skip


SET = LabelledSet(
    name="qags",
    label="Does an article support a sentence?",
    files=("articles.jsonl", "sentences.csv"),
    evaluate=_evaluate,
    source="Wang, Cho & Lewis 2020 (ACL), three crowd workers a sentence",
    licence="none stated",
    remark=(
        "Features of the claim engine were compared on these sentences; no weight was fitted on them. News-like "
        "summaries copy the article nearly word for word, so the scores crowd near 1 and are no probabilities here."
    ),
    order=30,
)
