"""Short claims held against summaries of news stories, each stated there or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from components.analysis.claims import fit
from components.analysis.claims.scoring import load_scorer
from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import Pair, judge
from components.analysis.validation.reading import evenly, read_csv, read_json_lines, refusing

QUICK_STORIES = 10

OVERLAP = "share of the claim's words in the text, weighed by rarity"
NLI = "Lite2Pyramid, an NLI model of 355 M parameters: Zhang & Bansal 2021"


class Scores(NamedTuple):
    """Each cell's score from the shipped weights, and from weights that never saw its story."""

    shipped: f.Array
    unseen: f.Array


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    cells, votes = _read(folder)
    if quick:
        kept = set(evenly(list(dict.fromkeys(cell.story for cell in cells)), QUICK_STORIES))
        chosen = [n for n, cell in enumerate(cells) if cell.story in kept]
        cells, votes = [cells[n] for n in chosen], votes[chosen]
    sound = fit.reliable_systems(cells)
    is_sound = np.array([cell.system in sound for cell in cells])
    scores = _score(cells, is_sound)
    everything = np.ones(len(cells), bool)
    n_systems = len({cell.system for cell in cells})
    yield from _agreement("sound", f"{len(sound)} sound systems", cells, scores, votes, is_sound, (0.61, 0.87, 0.61))
    yield from _agreement("all", f"all {n_systems} systems", cells, scores, votes, everything, (0.51, 0.80, 0.44))


def _read(folder: Path) -> tuple[list[fit.Cell], npt.NDArray[np.int64]]:
    path = folder / "presence.csv"
    rows = read_csv(path, ("doc", "system", "claim_text", "label", "votes_present", "votes_absent"))
    read_json_lines(folder / "summaries.jsonl", ("doc", "system", "summary"))
    with refusing(path):
        votes = np.array([(int(row["votes_present"]), int(row["votes_absent"])) for row in rows])
        return fit.read_cells(folder.parent), votes


def _score(cells: Sequence[fit.Cell], learnt: npt.NDArray[Any]) -> Scores:
    """Judge every cell; then again as if its story had not been fitted on.

    The ceilings that the engine sets on a score (a name or number that is nowhere, a clash, no near line) do not
    depend on the weights: where one held the score down it holds down the cross-validated probability too.
    """
    shipped = np.array([v.score for v in judge([Pair(cell.story, cell.claim, cell.text) for cell in cells])])
    features, alignment = fit.read_cover(cells)
    held_down = shipped < load_scorer().probability(features, alignment) - 1e-6
    unseen = fit.cross_validate(cells, features, alignment, learnt)
    return Scores(shipped, np.where(held_down, np.minimum(shipped, unseen), unseen))


def _agreement(
    key: str,
    label: str,
    cells: Sequence[fit.Cell],
    scores: Scores,
    votes: npt.NDArray[np.int64],
    chosen: npt.NDArray[Any],
    floors: tuple[float, float, float],
) -> Iterator[Figure]:
    labels = np.array([cell.stated for cell in cells])[chosen]
    groups = [(cell.story, cell.system) for cell, kept in zip(cells, chosen, strict=True) if kept]
    unseen, shipped = scores.unseen[chosen], scores.shipped[chosen]
    n = int(chosen.sum())
    human = f.human_kappa(*votes[chosen].T)
    kappa, area, r = (Reference(value=value, source=OVERLAP) for value in floors)
    yield Figure(
        key=f"kappa_{key}", what=f"claim stated, {label}", statistic="kappa", n=n, units="pairs",
        value=f.cohen_kappa(labels, unseen >= 0.5), floor=kappa,
        human=Reference(value=round(human, 2), source="one rater against the majority of the others, from the votes"),
        note=_note(f.cohen_kappa(labels, shipped >= 0.5)),
    )  # fmt: skip
    yield Figure(
        key=f"auc_{key}", what=f"claim stated, {label}", statistic="AUC", n=n, units="pairs",
        value=f.area_under_curve(labels, unseen), floor=area, note=_note(f.area_under_curve(labels, shipped)),
    )  # fmt: skip
    yield Figure(
        key=f"r_{key}", what=f"coverage within a story, {label}", statistic="r", n=len(Counter(groups)), units="texts",
        value=f.mean_correlation(groups, labels, unseen), floor=r,
        published=Reference(value=0.64, source=NLI) if key == "all" else None,
        note=_note(f.mean_correlation(groups, labels, shipped)),
    )  # fmt: skip
    yield Figure(
        key=f"ece_{key}", what=f"score as a probability, {label}", statistic="ECE", n=n, units="pairs",
        value=f.calibration_error(labels, unseen), better="lower", note=_note(f.calibration_error(labels, shipped)),
    )  # fmt: skip


def _note(shipped: float) -> str:
    return f"held out by story; in sample {shipped:.3f}"


SET = LabelledSet(
    name="realsumm_scu",
    label="Does a text state a claim?",
    files=("presence.csv", "summaries.jsonl"),
    evaluate=_evaluate,
    source="Bhandari et al. 2020 (EMNLP), claims of 100 news stories judged in 25 systems' summaries",
    licence="CC BY 4.0 (annotations)",
    remark=(
        "The weights of the claim engine are fitted on the sound systems of 48 of the 100 stories, so the figure shown "
        f"comes from {fit.FOLDS} folds by story, each judged with weights fitted on the others; the choice of features "
        "saw all 48. Sound systems: at least 75 % of the cells unanimous; for the others labels and texts do not fit "
        "together."
    ),
    order=10,
)
