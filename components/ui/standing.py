"""What a level rests on, in a line: ordinary news to read a rate against, and why a source has no level."""

from __future__ import annotations

import pandas as pd

from components.analysis.measure import Column, Measure, all_measures
from components.analysis.ordinary_news import ordinary_news, standing
from components.ui.cache import Loaded

MIDDLE, END = 50, 95
MOST_TOLD = 12


def level_of(measure: Measure) -> Column | None:
    """The column that puts a measure's headline figure into words."""
    return next((c for c in measure.columns if c.levels), None)


def marks(column: Column, low: float) -> tuple[tuple[float, str], ...]:
    """The median and the 95th percentile of ordinary news, each with its words, where they lie above ``low``.

    A median at the end of the scale would be a line on its edge: it is told in words. Nothing for a column without a
    reference.
    """
    news = ordinary_news()
    if column.name not in news.percentiles:
        return ()
    ends = (news.at(column.name, MIDDLE), "half of ordinary news"), (news.at(column.name, END), "95% of ordinary news")
    return tuple((value, f"{words} is below") for value, words in ends if value > low)


def share_of(measure: Measure, row: pd.Series) -> str:
    """Where a source stands in ordinary news: "higher than 97% of ordinary news"; "" where it has no level."""
    level = level_of(measure)
    if level is None or not row[level.name]:
        return ""
    return standing(ordinary_news().share_below(level.derived_from, float(row[level.derived_from])))


def standing_line(loaded: Loaded, measure: Measure, *, dashed: bool) -> str:
    """Ordinary news in words, and how much of it each source is above; ``dashed``: it stands below a chart of it."""
    level = level_of(measure)
    if level is None:
        return ""
    column, news = measure.column(level.derived_from), ordinary_news()
    rows = loaded.sources.sort_values(column.name, ascending=False, na_position="last", kind="stable")
    rows = rows[rows[level.name] != ""]
    shares = [news.share_below(column.name, float(value)) for value in rows[column.name]]
    told = [f"{loaded.short_of[str(s)]} {_share(share)}" for s, share in zip(rows["source"], shares, strict=True)]
    middle, end = (column.show(news.at(column.name, percentile)) for percentile in (MIDDLE, END))
    line = f"Of {news.texts} ordinary news articles, half lie below {middle} and 95% below {end}"
    if news.at(column.name, MIDDLE) == 0:
        line = f"Of {news.texts} ordinary news articles, at least half show none ({middle}) and 95% lie below {end}"
    line += " (dashed)." if dashed else "."
    more = f"; {len(told) - MOST_TOLD} more in the table" if len(told) > MOST_TOLD else ""
    return f"{line} Share of them that is lower: {', '.join(told[:MOST_TOLD])}{more}." if told else line


def _share(share: float) -> str:
    return "all" if share >= 1 else f"{share:.0%}" if share > 0 else "none"


def no_level_line(loaded: Loaded) -> str:
    """Which sources are too short for a level, and how short they are; "" where none is."""
    parts = []
    for measure in all_measures():
        level = level_of(measure)
        if level is None:
            continue
        rows = loaded.sources
        short = rows[(rows[level.name] == "") & rows[level.derived_from].notna()]
        named = [f"{loaded.short_of[str(r['source'])]} has {int(r['n_words'])}" for _, r in short.iterrows()]
        if named:
            more = f" and {len(named) - MOST_TOLD} more" if len(named) > MOST_TOLD else ""
            why = f"No {level.label.lower()} under {level.min_denominator:.0f} words"
            parts.append(f"{why}: {', '.join(named[:MOST_TOLD])}{more}.")
    return " ".join(parts)
