"""One run over the labelled sets: its figures with the date, the versions and the word lists they were made with."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from components import __version__
from components.analysis.measure import all_measures
from components.analysis.methods import lexicon_hashes, package_versions
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference

LAST_RUN = Path(__file__).parents[3] / "data" / "validation.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResult:
    """The figures of one labelled set, with what a reader must know of it."""

    name: str
    label: str
    source: str
    licence: str
    remark: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """``date`` is ISO 8601. ``quick``: a fixed part of each set only. ``lexicons``: file name -> SHA-256."""

    date: str
    quick: bool
    parallax: str
    packages: dict[str, str]
    measures: dict[str, int]
    lexicons: dict[str, str]
    sets: tuple[SetResult, ...]

    def changed_since(self) -> tuple[str, ...]:
        """What the figures rest on that is no longer as it was: measures and word lists, by name."""
        measures = {m.key: m.version for m in all_measures()}
        was = {**self.measures, **self.lexicons}
        now = {**measures, **lexicon_hashes()}
        return tuple(sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name)))


def result_of(labelled: LabelledSet, figures: Sequence[Figure]) -> SetResult:
    """The figures of a set beside its description."""
    return SetResult(
        name=labelled.name,
        label=labelled.label,
        source=labelled.source,
        licence=labelled.licence,
        remark=labelled.remark,
        figures=tuple(figures),
    )


def run_of(results: Sequence[SetResult], date: str, quick: bool) -> Run:
    """A run of this version of Parallax."""
    return Run(
        date=date,
        quick=quick,
        parallax=__version__,
        packages=package_versions(),
        measures={m.key: m.version for m in all_measures()},
        lexicons=lexicon_hashes(),
        sets=tuple(results),
    )


def to_json(run: Run) -> str:
    """The run as JSON, unrounded; an undefined figure is null. Holds no text of any set."""
    return json.dumps(_without_nan(asdict(run)), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def from_json(text: str) -> Run:
    """Read back what :func:`to_json` wrote; KeyError, TypeError or ValueError on anything else."""
    stored = json.loads(text)
    sets = tuple(
        SetResult(**{**found, "figures": tuple(map(_figure, found["figures"]))}) for found in stored.pop("sets")
    )
    return Run(**stored, sets=sets)


def last_run(path: Path = LAST_RUN) -> Run | None:
    """The run that this version came with; None where there is none."""
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else None


def _figure(stored: dict[str, Any]) -> Figure:
    references = {name: stored[name] and Reference(**stored[name]) for name in ("floor", "published", "human")}
    value = math.nan if stored["value"] is None else stored["value"]
    return Figure(**{**stored, **references, "value": value})


def _without_nan(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_nan(inner) for inner in value]
    return None if isinstance(value, float) and math.isnan(value) else value
