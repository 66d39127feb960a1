"""Fit the weights of the claim engine: ``python -m components.analysis.claims.fit --gold DIR [--out FILE]``.

DIR holds ``realsumm_scu`` (presence labels of 1,056 claims in 25 systems' summaries of 100 news stories, CC BY 4.0).
Only systems on which at least three quarters of the cells are unanimous are learnt from: elsewhere labels and texts
do not fit together. Prints cross-validated agreement (folds by story) and writes the weights as JSON. Deterministic:
rows in file order, no random numbers.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from components.analysis.claims.agreement import area_under_curve, calibration_error, cohen_kappa, mean_correlation
from components.analysis.claims.align import Alignment, stack
from components.analysis.claims.features import FEATURES, cover
from components.analysis.claims.fit_aligner import Labelled, fit_aligner, take
from components.analysis.claims.index import ClaimList, Floats, index_article
from components.analysis.claims.logistic import Array, fit_logistic
from components.analysis.claims.scoring import WEIGHTS, Scorer, whole
from components.analysis.model import Article

FOLDS = 8
UNANIMOUS = 0.75


class Cell(NamedTuple):
    """One labelled (claim, text) pair."""

    story: str
    system: str
    claim: str
    text: str
    stated: int
    unanimous: bool


def read_cells(gold: Path) -> list[Cell]:
    """The labelled pairs of ``realsumm_scu`` in file order."""
    folder = gold / "realsumm_scu"
    with (folder / "summaries.jsonl").open(encoding="utf-8") as lines:
        texts = {(str(row["doc"]), row["system"]): row["summary"] for row in map(json.loads, lines)}
    with (folder / "presence.csv").open(encoding="utf-8", newline="") as rows:
        return [
            Cell(
                row["doc"],
                row["system"],
                row["claim_text"],
                texts[row["doc"], row["system"]],
                int(row["label"]),
                "0" in (row["votes_present"], row["votes_absent"]),
            )
            for row in csv.DictReader(rows)
        ]


def reliable_systems(cells: Sequence[Cell]) -> frozenset[str]:
    """Systems whose cells were judged unanimously in at least three quarters of the cases."""
    votes: defaultdict[str, list[bool]] = defaultdict(list)
    for cell in cells:
        votes[cell.system].append(cell.unanimous)
    return frozenset(system for system, unanimous in votes.items() if np.mean(unanimous) >= UNANIMOUS)


def read_cover(cells: Sequence[Cell]) -> tuple[Floats, Alignment]:
    """Features and alignment of every cell, in order; the claims of a story weigh their words together."""
    claims: defaultdict[str, dict[str, int]] = defaultdict(dict)
    texts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        claims[cell.story].setdefault(cell.claim, len(claims[cell.story]))
        texts[cell.story, cell.text].append(number)
    lists = {story: ClaimList(list(places)) for story, places in claims.items()}
    features = np.zeros((len(cells), len(FEATURES)), np.float32)
    aligned: dict[int, Alignment] = {}
    for (story, text), numbers in texts.items():
        covered = cover(lists[story], index_article(Article(id="", source="", text=text)))
        similarity, traits, _ = covered.alignment
        for number in numbers:
            place = claims[story][cells[number].claim]
            words = lists[story].words_of(place)
            features[number] = covered.features[place]
            aligned[number] = Alignment(similarity[words], traits[words], np.zeros(1, np.int64))
    return features, stack([aligned[number] for number in range(len(cells))])


def fit_scorer(features: Floats, alignment: Alignment, labels: Sequence[int] | Floats) -> Scorer:
    """Both models fitted on the same claims; ``labels`` 0 or 1. Deterministic."""
    said = np.asarray(labels, np.float64)
    aligner = fit_aligner(Labelled(alignment, whole(features), said.astype(np.float32)))
    return Scorer(fit_logistic(FEATURES, features.astype(np.float64), said), aligner)


def cross_validate(cells: Sequence[Cell], features: Floats, alignment: Alignment, learnt: Array) -> Array:
    """Each cell's probability from weights fitted on the ``learnt`` cells of other stories."""
    stories = sorted({cell.story for cell in cells}, key=int)
    fold = np.array([stories.index(cell.story) % FOLDS for cell in cells])
    labels = np.array([cell.stated for cell in cells], float)
    scores = np.zeros(len(cells))
    for number in range(FOLDS):
        train, test = learnt & (fold != number), fold == number
        fitted = fit_scorer(features[train], take(alignment, train), labels[train])
        scores[test] = fitted.probability(features[test], take(alignment, test))
    return scores


def describe(cells: Sequence[Cell], scores: Array) -> dict[str, float]:
    """Agreement of scores with labels: AUC, kappa at .5, r of mean score and share stated within a story, ECE."""
    labels = np.array([cell.stated for cell in cells])
    return {
        "pairs": len(cells),
        "auc": round(area_under_curve(labels, scores), 4),
        "kappa": round(cohen_kappa(labels, scores >= 0.5), 3),
        "r_within_story": round(
            mean_correlation([(cell.story, cell.system) for cell in cells], labels, scores),
            3,
        ),
        "calibration_error": round(calibration_error(labels, scores), 3),
    }


def write_weights(path: Path, fitted: Scorer, report: dict[str, dict[str, float]]) -> None:
    """Write the weights with where they come from."""
    stored = {
        "what": "probability that a text states a claim: logistic regression on features, and a token aligner",
        "set": "realsumm_scu, systems with at least 75 % unanimous cells (Bhandari et al. 2020, EMNLP; CC BY 4.0)",
        "recipe": "python -m components.analysis.claims.fit --gold DIR",
        "date": datetime.date.today().isoformat(),
        "cross_validated": report,
        "intercept": round(fitted.logistic.intercept, 6),
        "weights": {
            name: round(float(weight), 6)
            for name, weight in zip(fitted.logistic.features, fitted.logistic.weights, strict=True)
        },
        "aligner": fitted.aligner.to_json(),
    }
    lines = json.dumps(stored, indent=2)
    rows = re.sub(r"\[[^\[\]]*\]", lambda row: " ".join(row.group().split()), lines)  # a list of numbers on one line
    path.write_text(rows + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m components.analysis.claims.fit", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder that holds realsumm_scu")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where to write the weights")
    options = parser.parse_args(arguments)
    cells = read_cells(options.gold)
    reliable = reliable_systems(cells)
    learnt = np.array([cell.system in reliable for cell in cells])
    features, alignment = read_cover(cells)
    scores = cross_validate(cells, features, alignment, learnt)
    kept = [cell for cell in cells if cell.system in reliable]
    report = {"reliable systems": describe(kept, scores[learnt]), "all systems": describe(cells, scores)}
    for name, figures in report.items():
        sys.stdout.write(f"{name}: {figures}\n")
    labels = np.array([cell.stated for cell in cells], float)
    fitted = fit_scorer(features[learnt], take(alignment, learnt), labels[learnt])
    write_weights(options.out, fitted, report)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
