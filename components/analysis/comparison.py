"""From a story to frames: measured once, long; then wide by article and by source.

Tables, charts and CSV files are all drawn from these same frames. NaN means undefined, never 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.analysis.measure import NAN, Column, Measure, Measurement, all_measures
from components.analysis.measured import NUMBERS, Measured, measured
from components.analysis.model import Article, Story
from components.analysis.pooling import pool, rows_by_source

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
        **{name: np.array(values, np.float64) for name, values in zip(NUMBERS, numbers, strict=True)},
        "sentence_index": pd.arrays.IntegerArray(index, index < 0),
        "reason": pd.array(list(reasons), dtype="str"),
    }
    return pd.DataFrame(found, copy=False)


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
    story: Story, long: pd.DataFrame | Measured, measures: Sequence[Measure] | None = None, *, with_copies: bool = True
) -> pd.DataFrame:
    """One row an article, in the story's order.

    Metadata (article_id, source, title, date, author, url, language, group), sizes (n_articles, n_words, n_sentences),
    then every column in registry order; a column with an interval has NAME_low and NAME_high beside it.
    Without ``with_copies`` the articles are no story and are not held against each other.
    """
    chosen = all_measures() if measures is None else measures
    group_of, copies = dict(story.groups), story.copies if with_copies else {}
    articles, columns = story.articles, measured(long, [a.id for a in story.articles]).columns
    table: dict[str, object] = {
        "article_id": [a.id for a in articles],
        "source": [a.source for a in articles],
        "title": [a.title for a in articles],
        "date": [a.date for a in articles],
        "author": [a.author for a in articles],
        "url": [a.url for a in articles],
        "language": [a.language for a in articles],
        "group": [group_of.get(a.source, "") for a in articles],
        "copy_of": [copies.get(a.id, "") for a in articles],
        **_sizes([[a] for a in articles]),
    }
    numbers = {}
    for column in _columns(chosen):
        rows = columns.get(column.name)
        found = np.full((len(articles), len(NUMBERS)), NAN)
        if rows is not None:
            found[rows.owner] = rows.numbers
        numbers[column.name] = found
    return _wide(table | {name: [] for name in _headings(chosen, ARTICLE_FIELDS) if name not in table}, chosen, numbers)


def by_source(story: Story, long: pd.DataFrame | Measured, measures: Sequence[Measure] | None = None) -> pd.DataFrame:
    """One row a source, in the order of ``story.sources``, its articles pooled as each Column says.

    source, n_articles, n_words, n_sentences, group, then every column as in :func:`by_article`.
    """
    chosen = all_measures() if measures is None else measures
    groups, group_of = source_articles(story), dict(story.groups)
    from_claims = {
        (m.article_id, m.column): m for measure in chosen if measure.source_values for m in measure.source_values(story)
    }
    columns, source_of = measured(long, [a.id for a in story.articles]).columns, source_numbers(story)
    table: dict[str, object] = {
        "source": list(groups),
        **_sizes(list(groups.values())),
        "group": [group_of.get(source, "") for source in groups],
    }
    numbers = {}
    for column in _columns(chosen):
        found = np.full((len(groups), len(NUMBERS)), NAN)
        if column.pool == "claims":
            for at, source in enumerate(groups):
                m = from_claims.get((source, column.name))
                if m is not None:
                    found[at] = m.value, m.low, m.high, m.numerator, m.denominator
        elif column.name in columns:
            for at, rows in rows_by_source(columns[column.name], source_of):
                cell = pool(column, rows)
                found[at] = cell.value, cell.low, cell.high, cell.numerator, cell.denominator
        numbers[column.name] = found
    return _wide(table | {name: [] for name in _headings(chosen, SOURCE_FIELDS) if name not in table}, chosen, numbers)


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


def source_numbers(story: Story) -> npt.NDArray[np.int64]:
    """The number of each article's source, counted from 0 in the order of ``story.sources``."""
    number = {source: at for at, source in enumerate(story.sources)}
    return np.array([number[article.source] for article in story.articles], np.int64)


def level(column: Column, value: float) -> str:
    """The word of a derived column for a value; "" where the value is undefined."""
    if math.isnan(value):
        return ""
    for upper, word in column.levels:
        if value < upper:
            return word
    return column.levels[-1][1] if column.levels else ""


def _wide(
    table: dict[str, object], measures: Sequence[Measure], numbers: Mapping[str, npt.NDArray[np.float64]]
) -> pd.DataFrame:
    """The table with every column of the measures filled in. ``numbers``: column -> its NUMBERS, a row each."""
    for column in _columns(measures):
        if column.pool == "derived":
            base = numbers.get(column.derived_from)
            ends = np.full((len(numbers[column.name]), 3), NAN)
            if base is not None:
                enough = base[:, 4] >= column.min_denominator
                ends[enough] = base[enough, :3]
            for at, end in enumerate(("", "_low", "_high")):
                table[f"{column.name}{end}"] = [level(column, value) for value in ends[:, at].tolist()]
            continue
        found = numbers[column.name]
        table[column.name] = found[:, 0]
        if column.interval != "none":
            table[f"{column.name}_low"], table[f"{column.name}_high"] = found[:, 1], found[:, 2]
    return pd.DataFrame(table)


def _columns(measures: Sequence[Measure]) -> list[Column]:
    return [column for measure in measures for column in measure.columns]


def _headings(measures: Sequence[Measure], fields: Sequence[str]) -> list[str]:
    names = list(fields)
    for column in _columns(measures):
        names.append(column.name)
        if column.interval != "none" or column.pool == "derived":
            names += [f"{column.name}_low", f"{column.name}_high"]
    return list(dict.fromkeys(names))


def _sizes(rows: Sequence[Sequence[Article]]) -> dict[str, object]:
    """The sizes of each row's articles together."""
    return {
        "n_articles": [len(articles) for articles in rows],
        "n_words": [sum(a.size.n_words for a in articles) for articles in rows],
        "n_sentences": [sum(a.size.n_sentences for a in articles) for articles in rows],
    }
