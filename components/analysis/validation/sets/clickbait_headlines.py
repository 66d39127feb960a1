"""Headlines of clickbait sites and of news sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import measure_titles
from components.analysis.validation.reading import evenly, read_csv, read_numbers
from components.analysis.words import count_words

QUICK_HEADLINES = 4000

TUNED = "in sample: cues pruned here"


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    path = folder / "headlines.csv"
    rows = read_csv(path, ("headline", "clickbait"))
    if quick:
        rows = evenly(rows, QUICK_HEADLINES)
    labels = np.array(read_numbers(path, rows, "clickbait")) > 0
    titles = [row["headline"] for row in rows]
    cues = np.nan_to_num(measure_titles("hype", titles, ("headline_cues",))["headline_cues"])
    words = [count_words(title) for title in titles]
    length = Reference(value=0.66, source="length alone")
    yield Figure(
        key="auc", what="clickbait by headline cues", statistic="AUC", n=len(rows), units="headlines",
        value=f.area_under_curve(labels, cues), floor=length, note=TUNED,
    )  # fmt: skip
    yield Figure(
        key="accuracy", what="clickbait is one cue or more", statistic="accuracy", n=len(rows), units="headlines",
        value=f.accuracy(labels, cues >= 1),
        published=Reference(value=0.93, source="SVM with capitals and style: Chakraborty et al. 2016"), note=TUNED,
    )  # fmt: skip
    yield Figure(
        key="auc_equal_length", what="the same among headlines of equal length", statistic="AUC", n=len(rows),
        units="headlines", value=_within(words, labels, cues), floor=Reference(value=0.5, source="chance"), note=TUNED,
    )  # fmt: skip
    yield Figure(
        key="length_headline_cues", what="headline_cues with headline length", statistic="rho", n=len(rows),
        units="headlines", value=f.spearman(cues, words), better="nearer 0",
        note="clickbait headlines are longer: see the AUC at equal length",
    )  # fmt: skip


def _within(groups: Sequence[int], labels: np.ndarray, scores: f.Array) -> float:
    """The AUC within each group, weighted by its pairs of a positive and a negative; NaN without any such pair."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        places[group].append(place)
    won = total = 0.0
    for found in places.values():
        positive = int(labels[found].sum())
        pairs = positive * (len(found) - positive)
        if pairs:
            won += pairs * f.area_under_curve(labels[found], scores[found])
            total += pairs
    return won / total if total else float("nan")


SET = LabelledSet(
    name="clickbait_headlines",
    label="Is a headline clickbait?",
    files=("headlines.csv",),
    evaluate=_evaluate,
    source="Chakraborty et al. 2016 (ASONAM); the label is the publisher's kind, not a judgement of each headline",
    licence="MIT",
    remark=(
        "The eleven cues were pruned on half of these headlines; with weights fitted on other folds they reached AUC "
        ".916. Capitals are not used: they mark the publisher."
    ),
    order=70,
)
