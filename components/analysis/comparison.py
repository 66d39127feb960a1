"""From a story to frames: measured once, long; then wide by article and by source.

Tables, charts and CSV files are all drawn from these same frames. NaN means undefined, never 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from components.analysis.measure import NAN, Column, Measure, Measurement, all_measures
from components.analysis.model import Article, Story
from components.analysis.pooling import Cell, pool, rows_by_source

LONG_TYPES: Mapping[str, str] = {
    "measure": "str",
    "article_id": "str",
    "column": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "numerator": "float64",
    "denominator": "float64",
    "sentence_index": "Int64",
    "reason": "str",
}


def to_long(measure: str, measurements: Iterable[Measurement]) -> pd.DataFrame:
    """Measurements of one measure as rows of the long frame (columns and dtypes of LONG_TYPES)."""
    article_ids, columns, *numbers, places, reasons = list(zip(*measurements, strict=True)) or [()] * 9
    index = np.array([-1 if place is None else place for place in places], np.int64)
    found = {
        "measure": pd.array([measure] * len(columns), dtype="str"),
        "article_id": pd.array(list(article_ids), dtype="str"),
        "column": pd.array(list(columns), dtype="str"),
        **{name: np.array(values, np.float64) for name, values in zip(_NUMBERS, numbers, strict=True)},
        "sentence_index": pd.arrays.IntegerArray(index, index < 0),
        "reason": pd.array(list(reasons), dtype="str"),
    }
    return pd.DataFrame(found, copy=False)


_NUMBERS = ("value", "low", "high", "numerator", "denominator")


def measure_story(story: Story, measures: Sequence[Measure] | None = None) -> pd.DataFrame:
    """Every measurement of a story: one row per article, column and (where it has them) sentence.

    Columns: measure, article_id, column, value, low, high, numerator, denominator, sentence_index (missing
    for the article's own value), reason (why a value is undefined).
    """
    chosen = all_measures() if measures is None else measures
    parts = [to_long(m.key, m.compute(story)) for m in chosen]
    if not parts:
        return to_long("", ())
    return pd.concat(parts, ignore_index=True)


def by_article(
    story: Story, long: pd.DataFrame, measures: Sequence[Measure] | None = None, *, with_copies: bool = True
) -> pd.DataFrame:
    """One row an article, in the story's order.

    Metadata (article_id, source, title, date, author, url, language, group), sizes (n_articles, n_words, n_sentences),
    then every column in registry order; a column with an interval has NAME_low and NAME_high beside it.
    Without ``with_copies`` the articles are no story and are not held against each other.
    """
    chosen = all_measures() if measures is None else measures
    group_of = dict(story.groups)
    cells: dict[str, dict[str, Cell]] = {}
    for r in long[long["sentence_index"].isna()].itertuples():
        cells.setdefault(r.article_id, {})[r.column] = Cell(
            r.value, r.low, r.high, r.numerator, r.denominator, r.reason
        )
    rows = []
    for article in story.articles:
        row: dict[str, object] = {
            "article_id": article.id,
            "source": article.source,
            "title": article.title,
            "date": article.date,
            "author": article.author,
            "url": article.url,
            "language": article.language,
            "group": group_of.get(article.source, ""),
            "copy_of": story.copies.get(article.id, "") if with_copies else "",
            **_sizes([article]),
        }
        row |= _wide(chosen, cells.get(article.id, {}))
        rows.append(row)
    return pd.DataFrame(rows, columns=_headings(chosen, ARTICLE_FIELDS))


def by_source(story: Story, long: pd.DataFrame, measures: Sequence[Measure] | None = None) -> pd.DataFrame:
    """One row a source, in the order of ``story.sources``, its articles pooled as each Column says.

    source, n_articles, n_words, n_sentences, group, then every column as in :func:`by_article`.
    """
    chosen = all_measures() if measures is None else measures
    groups, group_of = source_articles(story), dict(story.groups)
    from_claims = {
        (m.article_id, m.column): m for measure in chosen if measure.source_values for m in measure.source_values(story)
    }
    measured = rows_by_source(long, {article.id: article.source for article in story.articles})
    rows = []
    for source in story.sources:
        row: dict[str, object] = {"source": source, **_sizes(groups[source]), "group": group_of.get(source, "")}
        found: dict[str, Cell] = {}
        for measure in chosen:
            for column in measure.columns:
                if column.pool == "claims":
                    m = from_claims.get((source, column.name))
                    if m is not None:
                        found[column.name] = Cell(m.value, m.low, m.high, m.numerator, m.denominator, m.reason)
                elif (column.name, source) in measured:
                    found[column.name] = pool(column, measured[column.name, source])
        row |= _wide(chosen, found)
        rows.append(row)
    return pd.DataFrame(rows, columns=_headings(chosen, SOURCE_FIELDS))


SOURCE_FIELDS = ("source", "n_articles", "n_words", "n_sentences", "group")
ARTICLE_FIELDS = (
    "article_id",
    "source",
    "title",
    "date",
    "author",
    "url",
    "language",
    "group",
    "copy_of",
    "n_articles",
    "n_words",
    "n_sentences",
)


def source_articles(story: Story) -> dict[str, list[Article]]:
    """Source -> its articles, both in the story's order."""
    groups: dict[str, list[Article]] = {source: [] for source in story.sources}
    for article in story.articles:
        groups[article.source].append(article)
    return groups


def level(column: Column, value: float) -> str:
    """The word of a derived column for a value; "" where the value is undefined."""
    if math.isnan(value):
        return ""
    for upper, word in column.levels:
        if value < upper:
            return word
    return column.levels[-1][1] if column.levels else ""


def _wide(measures: Sequence[Measure], found: Mapping[str, Cell]) -> dict[str, object]:
    row: dict[str, object] = {}
    for column in _columns(measures):
        if column.pool == "derived":
            base = found.get(column.derived_from)
            enough = base is not None and base.denominator >= column.min_denominator
            ends = (base.value, base.low, base.high) if base is not None and enough else (NAN, NAN, NAN)
            row[column.name], row[f"{column.name}_low"], row[f"{column.name}_high"] = (level(column, e) for e in ends)
            continue
        cell = found.get(column.name)
        row[column.name] = cell.value if cell else NAN
        if column.interval != "none":
            row[f"{column.name}_low"] = cell.low if cell else NAN
            row[f"{column.name}_high"] = cell.high if cell else NAN
    return row


def _columns(measures: Sequence[Measure]) -> list[Column]:
    return [column for measure in measures for column in measure.columns]


def _headings(measures: Sequence[Measure], fields: Sequence[str]) -> list[str]:
    names = list(fields)
    for column in _columns(measures):
        names.append(column.name)
        if column.interval != "none" or column.pool == "derived":
            names += [f"{column.name}_low", f"{column.name}_high"]
    return list(dict.fromkeys(names))


def _sizes(articles: Sequence[Article]) -> dict[str, object]:
    return {
        "n_articles": len(articles),
        "n_words": sum(s.n_words for a in articles for s in a.body),
        "n_sentences": sum(len(a.body) for a in articles),
    }
