"""News stories that teachers wrote at three levels, for the formulas to put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import measure_texts
from components.analysis.validation.reading import evenly, read_json_lines

QUICK_STORIES = 30

LEVELS = ("ele", "int", "adv")
# column -> (label, sign of difficulty, share of textstat by itself)
FORMULAS = {
    "grade_median": ("School grade (median)", 1, None),
    "gunning_fog": ("Gunning fog", 1, 0.979),
    "flesch_kincaid_grade": ("Flesch-Kincaid grade", 1, 0.974),
    "automated_readability_index": ("ARI", 1, 0.963),
    "smog_index": ("SMOG", 1, 0.952),
    "flesch_reading_ease": ("Flesch reading ease", -1, 0.947),
    "dale_chall_readability_score": ("Dale-Chall", 1, 0.931),
    "coleman_liau_index": ("Coleman-Liau", 1, 0.899),
}


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    versions: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in read_json_lines(folder / "texts.jsonl", ("article", "level", "text")):
        versions[row["article"]][row["level"]] = row["text"]
    stories = [texts for texts in versions.values() if all(level in texts for level in LEVELS)]
    if quick:
        stories = evenly(stories, QUICK_STORIES)
    texts = [story[level] for story in stories for level in LEVELS]
    measured = measure_texts("readability", texts, tuple(FORMULAS))
    for column, (label, sign, floor) in FORMULAS.items():
        easy, middle, hard = (sign * measured[column].reshape(-1, len(LEVELS))).T
        yield Figure(
            key=f"order_{column}", what=f"three levels in order by {label}", statistic="share", n=len(stories),
            units="stories", value=f.share((easy < middle) & (middle < hard)),
            floor=None if floor is None else Reference(value=floor, source="textstat by itself"),
        )  # fmt: skip


SET = LabelledSet(
    name="onestopenglish",
    label="Are three versions of a story put in order?",
    files=("texts.jsonl",),
    evaluate=_evaluate,
    source="Vajjala & Lucic 2018 (BEA), stories rewritten by teachers; chance .17",
    licence="CC BY-SA 4.0",
    remark="",
    order=100,
)
