"""Ordinary news to read a figure against: percentiles of each hype rate and of tone over a few hundred news articles.

Only the percentiles are kept (``data/reference/ordinary_news.json``), with the recipe that made them; made anew by
``python -m components.analysis.validation.ordinary_news --gold DIR``.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PERCENTILES = Path(__file__).parents[2] / "data" / "reference" / "ordinary_news.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinaryNews:
    """``percentiles``: column -> its values at the percentiles 0 to 100, ascending, shape (101,).

    ``recipe`` says how they were made, ``texts`` from how many articles, ``sets`` from which sets of texts (name,
    articles, licence), ``measures`` with which versions of the measures.
    """

    recipe: str
    texts: int
    sets: tuple[tuple[str, int, str], ...]
    measures: dict[str, int]
    percentiles: dict[str, tuple[float, ...]]

    def at(self, column: str, percentile: int) -> float:
        """The value at a percentile; NaN for a column without a reference."""
        values = self.percentiles.get(column)
        return values[percentile] if values else math.nan

    def share_below(self, column: str, value: float) -> float:
        """How much of ordinary news is lower, 0 to 1 in hundredths; NaN for an undefined value or other column.

        The largest percentile whose value is lower: a value that many articles share is not higher than they are.
        """
        values = self.percentiles.get(column)
        if values is None or math.isnan(value):
            return math.nan
        return max(0, bisect_left(values, value) - 1) / 100


@cache
def ordinary_news(path: Path = PERCENTILES) -> OrdinaryNews:
    """The reference this version came with."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return OrdinaryNews(
        recipe=found["recipe"],
        texts=found["texts"],
        sets=tuple((name, n, licence) for name, n, licence in found["sets"]),
        measures=found["measures"],
        percentiles={column: tuple(values) for column, values in found["percentiles"].items()},
    )


def standing(share: float) -> str:
    """A share of ordinary news in words: "higher than 97% of ordinary news"."""
    if share >= 1:
        return "higher than all of ordinary news"
    return f"higher than {share:.0%} of ordinary news" if share > 0 else "no higher than any of ordinary news"


def told(news: OrdinaryNews) -> str:
    """The reference in words: what it is made of, its middle and its end."""
    made = ", ".join(f"{name} ({n}, {licence})" for name, n, licence in news.sets)
    hype = "hype_per_1000_words"
    return (
        f"{news.recipe} {news.texts} articles: {made}. Hype per 1,000 words: median {news.at(hype, 50):.1f}, 95th "
        f"percentile {news.at(hype, 95):.1f}, highest {news.at(hype, 100):.1f}. Only percentiles are kept."
    )
