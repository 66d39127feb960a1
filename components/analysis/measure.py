"""The contract of a measure: what a file in ``measures/`` must offer to appear everywhere.

A *measure* is a module, a *column* one number it yields, a *measurement* one value of a column for one
article (or one sentence of it). Headings, units, formats, axes, tooltips, CSV names, the data dictionary
and the methods page all derive from :class:`Column`.
"""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Literal, NamedTuple

from components.analysis.model import Article, Settings, Story

NAN = math.nan

Pool = Literal["ratio", "sum", "claims", "derived"]
Interval = Literal["t", "gamma", "jackknife", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One number a reader sees.

    ``pool`` says how articles become a source. ``ratio``: sum of numerators over sum of denominators, times
    ``scale`` (means of sentences, rates, word-weighted means, shares); ``sum``: sum of values; ``claims``:
    recomputed from the claims any of its articles states; ``derived``: the word of ``levels`` that the value
    of ``derived_from`` falls into (upper ends, ascending), undefined where that value rests on a denominator
    under ``min_denominator``.
    ``interval``: ``t`` over sentence values, ``gamma`` over pooled counts, ``jackknife`` from
    delete-one-sentence replicates. Sentence rows carry what these need: for ``t`` the sentence's value
    (numerator) and 1; for ``gamma`` its hits and words; for ``jackknife`` the numerator and denominator
    of the article *without* that sentence.
    ``by_sentence``: True for a column that sentences have a value of too: it is a column of sentences.csv.
    ``format`` is a format specification for :func:`format`, as "+.2f", ".1f", ".0%" or ",d" (see :meth:`show`).
    ``low`` and ``high`` are the ends of the scale, None where it is open. ``headline``: True for the one
    column of a measure that stands for it side by side.
    """

    name: str
    label: str
    unit: str
    format: str
    higher_means: str
    meaning: str
    low: float | None = None
    high: float | None = None
    pool: Pool = "ratio"
    scale: float = 1.0
    interval: Interval = "none"
    by_sentence: bool = False
    headline: bool = False
    derived_from: str = ""
    levels: tuple[tuple[float, str], ...] = ()
    min_denominator: float = 0.0

    def show(self, value: float) -> str:
        """The value as every screen prints it: in the column's format, a true minus, a dash where undefined."""
        if math.isnan(value):
            return "–"
        shown = format(round(value) if self.format.endswith("d") else value, self.format)
        if not any(digit in "123456789" for digit in shown):
            shown = shown.lstrip("+-")  # a rounded zero has no sign
        return shown.replace("-", "−")


class Measurement(NamedTuple):
    """One value. ``value`` NaN means undefined and ``reason`` then says why; never 0 for "no data".

    ``sentence_index`` None is the article's own value. ``low`` and ``high`` are the ends of the 95%
    interval. ``numerator`` and ``denominator`` let articles pool into sources (see :class:`Column`).
    A named tuple, since an article yields hundreds; name the fields all the same.
    """

    article_id: str
    column: str
    value: float
    low: float = NAN
    high: float = NAN
    numerator: float = NAN
    denominator: float = NAN
    sentence_index: int | None = None
    reason: str = ""


def by_sentence(
    article_id: str,
    column: str,
    places: Iterable[int],
    values: Iterable[float],
    numerators: Iterable[float] | None = None,
    denominators: Iterable[float] | None = None,
) -> Iterator[Measurement]:
    """The measurements of an article's sentences in one column; ``places`` are the sentences' indexes.

    Without a Python call for each, since they are most of what is measured.
    """
    none = repeat(NAN)
    return map(
        _as_measurement,
        zip(
            repeat(article_id), repeat(column), values, none, none, numerators or none, denominators or none, places,
            repeat(""),
        ),
    )  # fmt: skip


_as_measurement: Callable[[tuple[object, ...]], Measurement] = partial(tuple.__new__, Measurement)

Compute = Callable[[Story], Iterable[Measurement]]
LeaveOut = Callable[[Article, Settings], Mapping[str, Sequence[float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A family of columns computed together.

    ``method``, ``reference`` and ``limits`` are Markdown for the methods page. Raise ``version`` whenever a
    value can change: stored measurements of another version are computed again. ``per_article`` is True
    when a value depends on one article (and the settings) alone, so it can be kept when others are added.
    ``source_values`` computes the ``claims`` columns of the sources themselves: its measurements carry the
    source's name in ``article_id``. ``leave_out`` gives what the headline column rests on without each word type:
    word -> the sentence values (interval ``t``) or the one count (``gamma``) of an article, "" -> with all words.
    """

    key: str
    label: str
    columns: tuple[Column, ...]
    compute: Compute
    method: str
    reference: str
    limits: str
    version: int
    order: int
    per_article: bool = False
    source_values: Compute | None = None
    leave_out: LeaveOut | None = None

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if the measure has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _each(measure_article: Callable[[Article, Settings], Iterable[Measurement]], story: Story) -> Iterable[Measurement]:
    for article in story.articles:
        yield from measure_article(article, story.settings)


def per_article(measure_article: Callable[[Article, Settings], Iterable[Measurement]]) -> Compute:
    """Wrap a function of one article as the ``compute`` of a measure."""
    return partial(_each, measure_article)


def all_measures() -> tuple[Measure, ...]:
    """Every ``MEASURE`` in the modules of ``measures/``, by ``order``.

    A module without a MEASURE, or two measures that share a key or a column name, is an error at once:
    a broken measure must fail loudly rather than be missing from a table.
    """
    package = importlib.import_module("components.analysis.measures")
    found: list[Measure] = []
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            found.append(importlib.import_module(f"{package.__name__}.{module.name}").MEASURE)
    for what, names in (
        ("measure key", [m.key for m in found]),
        ("column", [c.name for m in found for c in m.columns]),
    ):
        twice = {n for n in names if names.count(n) > 1}
        if twice:
            raise ValueError(f"{what} used twice: {', '.join(sorted(twice))}")
    return tuple(sorted(found, key=lambda m: (m.order, m.key)))
