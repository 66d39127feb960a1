"""Generated summaries with errors that experts marked, held against whole news articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from components.analysis.model import Verdict
from components.analysis.sentences import split_sentences
from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import Pair, judge
from components.analysis.validation.reading import evenly, read_json_lines

QUICK_PAIRS = 120

LABELS = ("supported", "contradicted", "unsupported")
ORIGINS = {"cnndm": "summaries of several sentences", "xsum": "one-sentence abstracts"}


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    rows = read_json_lines(folder / "pairs.jsonl", ("origin", "doc", "claim", "label"))
    rows = [row for row in rows if row["label"] in LABELS]
    if quick:
        rows = evenly(rows, QUICK_PAIRS)
    verdicts = _judge_sentences(rows)
    labels = np.array([row["label"] == "supported" for row in rows])
    scores = np.array([np.mean([verdict.score for verdict in judged]) for judged in verdicts])
    flags = np.array([any(verdict.verdict == "conflicts" for verdict in judged) for judged in verdicts])
    yield Figure(
        key="auc", what="summary supported", statistic="AUC", n=len(rows), units="summaries",
        value=f.area_under_curve(labels, scores), floor=Reference(value=0.737, source="word overlap"),
        published=Reference(value=0.70, statistic="balanced accuracy", source="Tang et al. 2023, recent systems"),
        note="mean score of the summary's sentences",
    )  # fmt: skip
    for origin, what in ORIGINS.items():
        chosen = np.array([row["origin"] == origin for row in rows], bool)
        yield Figure(
            key=f"auc_{origin}", what=f"summary supported, {what}", statistic="AUC", n=int(chosen.sum()),
            units="summaries", value=f.area_under_curve(labels[chosen], scores[chosen]),
        )  # fmt: skip
    for label in LABELS:
        chosen = np.array([row["label"] == label for row in rows], bool)
        yield Figure(
            key=f"flagged_{label}", what=f"possible conflict flagged, {label}", statistic="share", n=int(chosen.sum()),
            units="summaries", value=f.share(flags[chosen]), better="higher" if label == "contradicted" else "lower",
        )  # fmt: skip


def _judge_sentences(rows: Sequence[dict[str, Any]]) -> list[list[Verdict]]:
    """The verdicts of each summary's sentences: a claim is one statement, a summary here is up to four."""
    places, pairs = [], []
    for place, row in enumerate(rows):
        sentences = [sentence.text for sentence in split_sentences(row["claim"])] or [row["claim"]]
        pairs += [Pair(str(place), sentence, row["doc"]) for sentence in sentences]
        places += [place] * len(sentences)
    found: list[list[Verdict]] = [[] for _ in rows]
    for place, verdict in zip(places, judge(pairs), strict=True):
        found[place].append(verdict)
    return found


SET = LabelledSet(
    name="news_factual_errors",
    label="Is a summary supported by the whole article?",
    files=("pairs.jsonl",),
    evaluate=_evaluate,
    source="Cao & Wang 2021 (CLIFF) and Goyal & Durrett 2021, as mapped by Tang et al. 2023 (ACL)",
    licence="none stated",
    remark=(
        "A claim is one statement, so a summary is judged sentence by sentence: the mean score, and a flag if any "
        "sentence is flagged. Most contradictions here are wrong roles and blended facts, which rules for numbers, "
        "dates, names and negation cannot see; the conflict rules were tried on these pairs."
    ),
    order=40,
)
