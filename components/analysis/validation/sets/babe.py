"""News sentences that experts judged as biased by word choice or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from components.analysis.validation import figures as f
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.measuring import measure_texts
from components.analysis.validation.reading import evenly, read_csv
from components.analysis.words import count_words

QUICK_SENTENCES = 500
#: Sentences that an outlet's share on a topic must rest on.
SMALLEST_CELL = 8
#: Sentences of one article (by its address) that its rates must rest on, and the more demanding cut beside it.
SMALLEST_ARTICLES = (2, 3)

BIASED = {"Biased": True, "Non-biased": False}
COLUMNS = (
    "charged_per_1000_words",
    "substance_per_1000_words",
    "hype_per_1000_words",
    "alarm_per_1000_words",
    "hyperbolic_per_1000_words",
    "boosters_per_1000_words",
    "hedges_per_1000_words",
)
LEXICON = Reference(value=0.60, source="hits of a word list of loaded terms")
TUNED = "in sample: the parts of charged chosen here"


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    rows = read_csv(folder / "sg1.csv", ("text", "outlet", "topic", "label_bias", "biased_words", "url"))
    rows = [row for row in rows if row["label_bias"] in BIASED]
    if quick:
        rows = evenly(rows, QUICK_SENTENCES)
    texts = [row["text"] for row in rows]
    labels = np.array([BIASED[row["label_bias"]] for row in rows], bool)
    rates = measure_texts("hype", texts, COLUMNS)
    words = measure_texts("readability", texts, ("n_words",))["n_words"]
    net = rates["charged_per_1000_words"] - rates["substance_per_1000_words"] / 2
    published = Reference(value=0.80, statistic="F1", source="fine-tuned RoBERTa: Spinde et al. 2021")
    human = Reference(value=0.51, statistic="kappa", source="one expert against the majority of the others")
    for key, what, scores, note in (
        ("charged", "charged rate", rates["charged_per_1000_words"], TUNED),
        ("charged_less_substance", "charged rate less half of substance", net, TUNED),
        ("promotion", "promotion (hype) rate", rates["hype_per_1000_words"], "loaded is not promotional"),
        ("alarm", "alarm rate", rates["alarm_per_1000_words"], ""),
    ):
        yield Figure(
            key=f"auc_{key}", what=f"loaded wording by {what}", statistic="AUC", n=len(rows), units="sentences",
            value=_area(labels, scores), floor=LEXICON, published=published, human=human, note=note,
        )  # fmt: skip
    cells = [(row["outlet"], row["topic"]) for row in rows]
    for key, what, scores in (
        ("charged", "charged rate", rates["charged_per_1000_words"]),
        ("charged_less_substance", "charged rate less half of substance", net),
    ):
        means, shares = _by_cell(cells, scores, labels)
        yield Figure(
            key=f"rho_{key}", what=f"{what}, an outlet on a topic", statistic="rho", n=len(means),
            units="outlets on topics", value=f.spearman(means, shares), note=TUNED,
        )  # fmt: skip
    for least in SMALLEST_ARTICLES:
        charged, marked = _by_article(rows, least)
        what = f"charged rate with words experts marked, articles of {least} sentences or more"
        yield Figure(
            key=f"rho_article_{least}", what=what, statistic="rho",
            n=len(marked), units="articles", value=f.spearman(charged, marked), note=TUNED,
        )  # fmt: skip
    for column in COLUMNS:
        yield Figure(
            key=f"length_{column}", what=f"{column} with sentence length", statistic="rho", n=len(rows),
            units="sentences", value=f.spearman(rates[column], words), better="nearer 0",
        )  # fmt: skip


def _area(labels: np.ndarray, scores: f.Array) -> float:
    kept = ~np.isnan(scores)
    return f.area_under_curve(labels[kept], scores[kept])


def _by_cell(cells: Sequence[tuple[str, str]], scores: f.Array, labels: np.ndarray) -> tuple[list[float], list[float]]:
    """Mean rate and share of biased sentences of each outlet on each topic, where enough sentences are defined."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, cell in enumerate(cells):
        if not np.isnan(scores[place]):
            places[cell].append(place)
    kept = [found for found in places.values() if len(found) >= SMALLEST_CELL]
    return [float(scores[found].mean()) for found in kept], [float(labels[found].mean()) for found in kept]


def _by_article(rows: Sequence[dict[str, str]], least: int) -> tuple[f.Array, list[float]]:
    """Charged rate of each article's sentences read as one text, and the words per word that experts marked in them."""
    articles: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        articles[row["url"].strip()].append(row)
    kept = [found for url, found in articles.items() if url and len(found) >= least]
    texts = ["\n\n".join(row["text"] for row in found) for found in kept]
    charged = measure_texts("hype", texts, ("charged_per_1000_words",))["charged_per_1000_words"]
    marked = [sum(count_words(row["biased_words"].replace("|", " ")) for row in found) for found in kept]
    return charged, [n / max(1, count_words(text)) for n, text in zip(marked, texts, strict=True)]


SET = LabelledSet(
    name="babe",
    label="Is a sentence loaded by its choice of words?",
    files=("sg1.csv",),
    evaluate=_evaluate,
    source="Spinde et al. 2021 (Findings of EMNLP), BABE, eight experts",
    licence="AGPL-3.0 (labels)",
    remark=(
        "That stance adverbs, absolutes and substance enter the charged figure was decided on these sentences. The set "
        "validates charged wording, not promotion."
    ),
    order=60,
)
