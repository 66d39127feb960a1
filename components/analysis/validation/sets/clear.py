"""Excerpts of books and articles that teachers compared for ease of reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import measure_texts
from components.analysis.validation.reading import evenly, read_csv, read_numbers

QUICK_EXCERPTS = 400

# column -> (label, sign of agreement, |r| of textstat by itself)
FORMULAS = {
    "flesch_reading_ease": ("Flesch reading ease", 1, 0.532),
    "smog_index": ("SMOG", -1, 0.549),
    "grade_median": ("School grade (median)", -1, None),
    "flesch_kincaid_grade": ("Flesch-Kincaid grade", -1, 0.501),
    "gunning_fog": ("Gunning fog", -1, 0.518),
    "automated_readability_index": ("ARI", -1, 0.469),
    "coleman_liau_index": ("Coleman-Liau", -1, 0.477),
    "dale_chall_readability_score": ("Dale-Chall", -1, 0.526),
}


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    path = folder / "clear.csv"
    rows = read_csv(path, ("excerpt", "bt_easiness"))
    if quick:
        rows = evenly(rows, QUICK_EXCERPTS)
    ease = np.array(read_numbers(path, rows, "bt_easiness"))
    measured = measure_texts("readability", (row["excerpt"] for row in rows), tuple(FORMULAS))
    for column, (label, sign, floor) in FORMULAS.items():
        n = int((~np.isnan(measured[column])).sum())
        yield Figure(
            key=f"r_{column}", what=f"{label} with {'ease' if sign > 0 else 'difficulty'}", statistic="r",
            n=n, units="excerpts", value=f.pearson(sign * ease, measured[column]),
            floor=None if floor is None else Reference(value=floor, source="textstat by itself"),
            published=Reference(value=0.58, source="CAREC_M: Crossley et al. 2022"),
            human=Reference(value=0.77, statistic="reliability", source="of the teachers' scale itself"),
        )  # fmt: skip


SET = LabelledSet(
    name="clear",
    label="How easy is a text to read?",
    files=("clear.csv",),
    evaluate=_evaluate,
    source="Crossley et al. 2022 (Behavior Research Methods), CLEAR, teachers' pairwise judgements",
    licence="CC BY-NC-SA 4.0",
    remark="",
    order=90,
)
