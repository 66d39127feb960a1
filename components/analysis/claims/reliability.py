"""How far Parallax and the people who judged cells agree."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.analysis.model import Verdict

ENOUGH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two codings of the same ``n`` cells, over the four verdicts, none nearer to another than the rest (nominal).

    ``n_same``: cells with one verdict. ``kappa``: Cohen's, (po - pe) / (1 - pe) with pe from each side's own
    frequencies. ``alpha``: Krippendorff's, 1 - Do / De with De from the pooled frequencies without replacement.
    Both are 1 for full agreement and 0 for what chance gives; NaN where every cell has one and the same verdict.
    Sources: Cohen 1960, A coefficient of agreement for nominal scales; Krippendorff 2011, Computing alpha-reliability.
    """

    n: int
    n_same: int
    kappa: float
    alpha: float


def agreement(verdicts: Iterable[Verdict]) -> Agreement:
    """Parallax's own verdicts beside those in force, over the cells that a person confirmed or overruled."""
    judged = [v for v in verdicts if v.coder]
    return nominal_agreement([v.machine_verdict for v in judged], [v.verdict for v in judged])


def nominal_agreement(one: Sequence[str], other: Sequence[str]) -> Agreement:
    """Agreement of two codings given in the same order. ValueError if they differ in length."""
    n = len(one)
    n_same = sum(a == b for a, b in zip(one, other, strict=True))
    left, right = Counter(one), Counter(other)
    pooled = left + right
    by_chance = sum(left[word] * right[word] for word in pooled) / n**2 if n else math.nan
    kappa = math.nan if not n or by_chance >= 1 else (n_same / n - by_chance) / (1 - by_chance)
    pairs = 2 * n * (2 * n - 1)
    unlike = 1 - sum(k * (k - 1) for k in pooled.values()) / pairs if n else 0.0
    alpha = 1 - (1 - n_same / n) / unlike if unlike > 0 else math.nan
    return Agreement(n=n, n_same=n_same, kappa=kappa, alpha=alpha)
