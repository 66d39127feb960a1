"""Make data/quantiles.csv: the quantiles behind the 95% intervals of an article. Run by hand when the solver changes.

    python -m components.analysis.build_quantiles

t with 1 to 400 degrees of freedom (sentences less one), and Gamma of shape k + 1/2 for 0 to 200 hits, of which the
stance adverbs among charged words count half. Each number is written so that reading it gives it back to the last bit.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from components.analysis.quantiles import TABLE, solve_gamma, solve_t

DEGREES = range(1, 401)
HALF_HITS = range(401)
LOW, HIGH = 0.025, 0.975


def rows() -> Iterator[tuple[str, float, float, float]]:
    """Distribution, p, its parameter, quantile."""
    for df in DEGREES:
        yield "t", HIGH, df, solve_t(HIGH, df)
    for half in HALF_HITS:
        shape = half / 2 + 0.5
        for p in (LOW, HIGH):
            yield "gamma", p, shape, solve_gamma(p, shape)


def write_table(target: Path) -> None:
    """Write every row to ``target``."""
    with target.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("distribution", "p", "parameter", "quantile"))
        out.writerows(rows())


if __name__ == "__main__":
    write_table(TABLE)
