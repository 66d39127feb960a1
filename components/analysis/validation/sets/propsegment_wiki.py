"""Propositions of one encyclopedia article held against another on the same topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from components.analysis.model import Verdict
from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import Pair, judge
from components.analysis.validation.reading import evenly, read_json_lines, refusing

QUICK_CLUSTERS = 4

OVERLAP = "share of the proposition's words in the text, weighed by rarity"


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    documents = {
        (row["cluster"], row["doc"]): row["sentences"]
        for row in read_json_lines(folder / "docs.jsonl", ("cluster", "doc", "sentences"))
    }
    path = folder / "pairs_dev.jsonl"
    needed = ("cluster", "premise_doc", "proposition", "label", "support_sentences")
    rows = [row for row in read_json_lines(path, needed) if row["label"] != "tie"]
    if quick:
        kept = set(evenly(list(dict.fromkeys(row["cluster"] for row in rows)), QUICK_CLUSTERS))
        rows = [row for row in rows if row["cluster"] in kept]
    with refusing(path):
        premises = [documents[row["cluster"], row["premise_doc"]] for row in rows]
    verdicts = judge(
        [
            Pair(row["cluster"], row["proposition"], " ".join(premise))
            for row, premise in zip(rows, premises, strict=True)
        ]
    )
    labels = np.array([row["label"] == "entails" for row in rows])
    scores = np.array([verdict.score for verdict in verdicts])
    yield Figure(
        key="balanced_accuracy", what="proposition entailed", statistic="balanced accuracy", n=len(rows), units="pairs",
        value=f.balanced_accuracy(labels, scores >= 0.5), floor=Reference(value=0.82, source=OVERLAP),
        published=Reference(value=0.90, source="T5-Large, other split: Chen et al. 2023"),
        human=Reference(value=0.88, source="Chen et al. 2023"),
    )  # fmt: skip
    yield Figure(
        key="auc", what="proposition entailed", statistic="AUC", n=len(rows), units="pairs",
        value=f.area_under_curve(labels, scores), floor=Reference(value=0.894, source=OVERLAP),
    )  # fmt: skip
    yield Figure(
        key="ece", what="score as a probability", statistic="ECE", n=len(rows), units="pairs",
        value=f.calibration_error(labels, scores), better="lower",
    )  # fmt: skip
    hits = [
        _evidence_hit(verdict, premise, row)
        for verdict, premise, row in zip(verdicts, premises, rows, strict=True)
        if row["label"] == "entails" and row["support_sentences"]
    ]
    yield Figure(
        key="evidence", what="evidence is a sentence people named", statistic="share", n=len(hits), units="pairs",
        value=f.share(hits), floor=Reference(value=0.91, source="the sentence that holds most of the claim's words"),
    )  # fmt: skip


def _evidence_hit(verdict: Verdict, sentences: Sequence[str], row: dict[str, Any]) -> bool:
    """Whether the evidence begins in one of the sentences (of the set's own splitting) that support the proposition."""
    if verdict.start is None:
        return False
    ends = np.cumsum([len(sentence) + 1 for sentence in sentences])
    return int(np.searchsorted(ends, verdict.start, side="right")) in row["support_sentences"]


SET = LabelledSet(
    name="propsegment_wiki",
    label="Does another source on the same topic state a proposition?",
    files=("docs.jsonl", "pairs_dev.jsonl"),
    evaluate=_evaluate,
    source="Chen et al. 2023 (Findings of ACL), PropSegmEnt, Wikipedia half, three raters",
    licence="CC BY-SA 3.0 (texts)",
    remark="Features of the claim engine were compared on these pairs; no weight was fitted on them.",
    order=20,
)
