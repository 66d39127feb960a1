"""A level in words, with what its interval says it could also be."""

from __future__ import annotations

import pandas as pd

from components.analysis.measure import Column


def level_words(column: Column, sources: pd.DataFrame) -> dict[str, str]:
    """Source -> its level, with the levels its interval reaches: "low", "high, could be moderate or very high"."""
    words = [word for _, word in column.levels]
    found = {}
    for _, row in sources.iterrows():
        own = str(row[column.name] or "")
        if not own:
            found[str(row["source"])] = no_level(column, row)
            continue
        low, high = str(row[f"{column.name}_low"] or own), str(row[f"{column.name}_high"] or own)
        reach = [w for w in words[words.index(low) : words.index(high) + 1] if w != own]
        found[str(row["source"])] = own + (f", could be {reach_words(reach)}" if reach else "")
    return found


def no_level(column: Column, row: pd.Series) -> str:
    """What stands where a level has no word: the words it wants, or a dash where there is no value at all."""
    value = row.get(column.derived_from)
    return "–" if value is None or pd.isna(value) else f"under {column.min_denominator:.0f} words"


def reach_words(words: list[str]) -> str:
    """Join as "moderate", "moderate or high", "low to very high" for more."""
    if len(words) > 2:
        return f"{words[0]} to {words[-1]}"
    return " or ".join(words)
