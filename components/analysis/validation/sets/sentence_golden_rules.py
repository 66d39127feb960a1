"""Short texts with hard sentence boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from components.analysis.sentences import split_sentences
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference
from components.analysis.validation.reading import read_json_lines


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:  # noqa: ARG001 - small enough to be read whole
    rows = read_json_lines(folder / "golden_rules_en.jsonl", ("text", "sentences"))
    right = sum([s.text for s in split_sentences(row["text"])] == row["sentences"] for row in rows)
    yield Figure(
        key="right", what="texts split as the rule asks", statistic="right", n=len(rows), units="rules",
        value=float(right), floor=Reference(value=30, source="a regular expression"),
        published=Reference(value=47, source="pySBD: Sadvilkar & Neumann 2020"),
        note="in sample: these rules were in view when the splitter was written",
    )  # fmt: skip


SET = LabelledSet(
    name="sentence_golden_rules",
    label="Where does a sentence end?",
    files=("golden_rules_en.jsonl",),
    evaluate=_evaluate,
    source="The 48 English golden rules of Pragmatic Segmenter, as collected for pySBD",
    licence="MIT",
    remark="The splitter was written with the published rules in view.",
    order=110,
)
