"""A story measured part by part, in one process or several: the numbers are those of the story measured at once.

Of each part only what the comparison rests on is kept; its sentences, and the tables of sentences, are let go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import pandas as pd

from components.analysis.bundle import hits_frame, sentences_frame
from components.analysis.claims.match import judge_articles, verdicts_of
from components.analysis.comparison import measure_story, to_long
from components.analysis.copies import Hashes, near_copies, signatures
from components.analysis.csv_export import csv_rows
from components.analysis.left_out import leave_out_words
from components.analysis.measure import Measure, Measurement, all_measures
from components.analysis.measured import Measured, join, measured
from components.analysis.model import Article, Claim, Settings, Size, Story, Verdict
from components.analysis.workers import in_order

#: Articles in a part: a few seconds of work, some megabytes of answer.
PART = 64
#: For fewer articles, starting processes takes longer than they save.
FEWEST_FOR_PROCESSES = 200
#: Measurements turned into arrays at a time.
_AT_ONCE = 50_000

TakeTables = Callable[[Mapping[str, bytes]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is kept of some articles. ``verdicts``: the machine's own, an article each; ``tables``: CSV rows by name."""

    measured: Measured
    verdicts: tuple[tuple[Verdict, ...], ...]
    sizes: tuple[Size, ...]
    signed: Hashes
    tables: Mapping[str, bytes]


def measure_in_parts(story: Story, *, jobs: int = 1, take_tables: TakeTables | None = None) -> Measured:
    """What :func:`comparison.measure_story` measures, as arrays; verdicts and near-copies of the story are set, too.

    ``take_tables`` is given the CSV rows (without a heading) of sentences and hype hits of part after part, in the
    story's order. ``jobs``: processes at most; one is used for small stories. Every value is the same whatever
    ``jobs`` is. WorkerDiedError where a process ends before its time.
    """
    many = jobs if len(story.articles) >= FEWEST_FOR_PROCESSES else 1
    work = partial(
        measure_part,
        claims=story.claims,
        settings=story.settings,
        with_tables=take_tables is not None,
        with_words=len(story.sources) > 1,
    )
    own, signed = [], []
    judged: list[tuple[Verdict, ...]] = []
    measuring = in_order(work, _parts(story.articles), many)
    for articles, done in zip(_parts(story.articles), measuring, strict=True):
        for article, size in zip(articles, done.sizes, strict=True):
            vars(article)["size"] = size  # known from the process that split its sentences
        own.append(done.measured)
        signed.append(done.signed)
        judged += done.verdicts
        if take_tables is not None:
            take_tables(done.tables)
    vars(story)["verdicts"] = verdicts_of(story, judged)
    vars(story)["copies"] = near_copies(story.articles, np.concatenate(signed)) if signed else {}
    together = join(own)
    ids = [article.id for article in story.articles]
    whole = [
        measured(to_long(measure.key, some), ids)
        for measure in all_measures()
        if not measure.per_article
        for some in _batches(iter(measure.compute(story)))
    ]
    return join([together, *whole], [0] * (1 + len(whole)))


def measure_part(
    articles: Sequence[Article], *, claims: Sequence[Claim], settings: Settings, with_tables: bool, with_words: bool
) -> Part:
    """Measure and judge some articles, and let their sentences go."""
    measures = [m for m in all_measures() if m.per_article]
    story = Story(id="part", title="", articles=tuple(articles), settings=settings)
    long = measure_story(story, measures)
    ids = [article.id for article in articles]
    left_out = {
        m.key: leave_out_words(m.leave_out, enumerate(articles), settings)
        for m in measures
        if with_words and m.leave_out
    }
    arrays = measured(_compared(long, measures), ids)
    tables = {}
    if with_tables:
        tables = {
            "sentences": csv_rows(sentences_frame(story, long), bom=False),
            "hype_hits": csv_rows(hits_frame(story), bom=False),
        }
    done = Part(
        measured=Measured(n_articles=len(articles), columns=arrays.columns, left_out=left_out),
        verdicts=judge_articles(claims, articles),
        sizes=tuple(article.size for article in articles),
        signed=signatures(articles),
        tables=tables,
    )
    for article in articles:
        article.let_go()
    return done


def _compared(long: pd.DataFrame, measures: Sequence[Measure]) -> pd.DataFrame:
    """The rows that sources are compared by: of sentences only those that an interval or an order rests on."""
    wanted = [c.name for m in measures for c in m.columns if c.headline or c.interval in ("t", "jackknife")]
    return long[long["sentence_index"].isna() | long["column"].isin(wanted)]


def _parts(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for at in range(0, len(articles), PART):
        yield articles[at : at + PART]


def _batches(measurements: Iterator[Measurement]) -> Iterator[list[Measurement]]:
    while some := list(islice(measurements, _AT_ONCE)):
        yield some
