"""The contract of a labelled set: what a file in ``sets/`` must offer to be validated against.

A *labelled set* is a folder of texts that people judged, a *figure* one number of agreement with them. Beside
each figure stand the floor (what a plain method reaches), the best published figure and what people reach.
"""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


class SetError(Exception):
    """A labelled set cannot be read; the message says which file and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A figure that somebody else reaches. ``statistic`` where it is another than that of the figure it stands by."""

    value: float
    source: str
    statistic: str = ""

    def show(self) -> str:
        """The value with two or three decimals (a count with none), after its statistic where that differs."""
        shown = f"{self.value:.0f}" if self.value > 1 else f"{self.value:.3f}".removesuffix("0")
        return f"{self.statistic} {shown}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of agreement. ``key`` names it within its set, for programs; ``what`` and ``statistic`` for people.

    ``n``: how many ``units`` it rests on. ``value`` NaN: not defined on what was read. ``better``: which direction
    is agreement. ``note``: what a reader must know to quote it, above all what was
    fitted or chosen on the same texts.
    """

    key: str
    what: str
    statistic: str
    n: int
    units: str
    value: float
    better: Literal["higher", "lower", "nearer 0"] = "higher"
    floor: Reference | None = None
    published: Reference | None = None
    human: Reference | None = None
    note: str = ""

    def show(self) -> str:
        """The value as printed: a count as it is, anything else with three decimals, a dash where undefined."""
        if math.isnan(self.value):
            return "–"
        return f"{self.value:.0f}" if self.statistic == "right" else f"{self.value:.3f}"


Evaluate = Callable[[Path, bool], Iterable[Figure]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """A labelled set. ``name`` is its folder's name, ``files`` what must be in it.

    ``evaluate(folder, quick)`` gives the figures; ``quick`` takes a fixed, evenly spaced part of the set.
    ``remark``: what of Parallax was fitted, chosen or pruned on this set, and what else its figures must be read
    with. ``source``: who labelled it; ``licence``: under what terms it is published.
    """

    name: str
    label: str
    files: tuple[str, ...]
    evaluate: Evaluate
    source: str
    licence: str
    remark: str
    order: int

    def figures(self, gold: Path, quick: bool = False) -> tuple[Figure, ...]:
        """Every figure of this set, read from its folder in ``gold``. SetError if it is not there or unreadable."""
        folder = gold / self.name
        if not folder.is_dir():
            raise SetError("no such folder")
        missing = [name for name in self.files if not (folder / name).is_file()]
        if missing:
            raise SetError(f"lacks {', '.join(missing)}")
        return tuple(self.evaluate(folder, quick))


def all_sets() -> tuple[LabelledSet, ...]:
    """Every ``SET`` in the modules of ``sets/``, by ``order``; a module without one is an error at once."""
    package = importlib.import_module("components.analysis.validation.sets")
    found: list[LabelledSet] = [
        importlib.import_module(f"{package.__name__}.{module.name}").SET
        for module in pkgutil.iter_modules(package.__path__)
        if not module.name.startswith("_")
    ]
    return tuple(sorted(found, key=lambda s: (s.order, s.name)))
