"""How far Parallax and the people who judged cells agree."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from components.analysis.claims.deciding import Cell
from components.analysis.model import PARALLAX, Story

ENOUGH = 20
"""Cells that both must have judged before kappa and alpha are shown: with fewer they swing by tenths."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two coders and how far they agree on the cells that both judged; ``one`` is "Parallax" or a person."""

    one: str
    other: str
    agreement: Agreement


def pairings(story: Story) -> tuple[Pairing, ...]:
    """Parallax with each person, then each person with each other, over the cells that both of them judged.

    A person's own verdicts are compared, in force or not; people in the order of their names. Two people who judged
    no cell in common are left out.
    """
    machine = {(v.claim_id, v.article_id): str(v.machine_verdict) for v in story.verdicts}
    codings: dict[str, dict[Cell, str]] = {}
    for decision in sorted(story.decisions, key=lambda d: d.coder):
        codings.setdefault(decision.coder, {})[decision.claim_id, decision.article_id] = decision.verdict
    pairs = [(PARALLAX, machine, name, coding) for name, coding in codings.items()]
    pairs += [(a, codings[a], b, codings[b]) for a, b in combinations(codings, 2)]
    found = []
    for one, first, other, second in pairs:
        both = [cell for cell in second if cell in first]
        if both:
            compared = nominal_agreement([first[cell] for cell in both], [second[cell] for cell in both])
            found.append(Pairing(one=one, other=other, agreement=compared))
    return tuple(found)


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
