"""Newspaper editorials whose every sentence twenty people rated from -4 to +4."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import measure_texts
from components.analysis.validation.reading import evenly, read_csv, read_numbers

QUICK_SENTENCES, QUICK_ARTICLES = 600, 80

COLUMNS = {"tone": "tone", "tone_raw": "plain VADER"}


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    yield from _correlation(
        folder / "nytEditorialSnippets.csv", "sentence", QUICK_SENTENCES if quick else None,
        floor=Reference(value=0.509, source="VADER's compound as it is"),
        published=Reference(value=0.492, source="VADER: Hutto & Gilbert 2014"),
        human=Reference(value=0.745, source="one rater against the mean of twenty: Hutto & Gilbert 2014"),
    )  # fmt: skip
    yield from _correlation(
        folder / "nyt_articles.csv", "article", QUICK_ARTICLES if quick else None,
        floor=Reference(value=0.640, source="mean of VADER's compound over sentences"),
    )  # fmt: skip


def _correlation(
    path: Path,
    unit: str,
    at_most: int | None,
    floor: Reference,
    published: Reference | None = None,
    human: Reference | None = None,
) -> Iterator[Figure]:
    rows = read_csv(path, ("mean", "text"))
    if at_most is not None:
        rows = evenly(rows, at_most)
    means = read_numbers(path, rows, "mean")
    measured = measure_texts("tone", (row["text"] for row in rows), tuple(COLUMNS))
    for column, label in COLUMNS.items():
        yield Figure(
            key=f"r_{unit}_{column}", what=f"{label} of a{'n' if unit == 'article' else ''} {unit}", statistic="r",
            n=len(rows), units=f"{unit}s", value=f.pearson(means, measured[column]),
            floor=floor, published=published, human=human,
            note="in sample: mask and constants chosen here" if column == "tone" else "",
        )  # fmt: skip


SET = LabelledSet(
    name="vader_gold",
    label="How positive or negative is the wording?",
    files=("nytEditorialSnippets.csv", "nyt_articles.csv"),
    evaluate=_evaluate,
    source="Hutto & Gilbert 2014 (ICWSM), twenty raters a sentence",
    licence="MIT",
    remark=(
        "The neutral terms and the constants of the correction were chosen on 249 of the 498 editorials. With words "
        "and constants chosen on other articles than those scored (nested cross-validation) the same form of "
        "correction reached r .52 to .53 for a sentence and .68 for an article."
    ),
    order=50,
)
