"""What Parallax says of labelled texts: measured and judged by the same functions as the app and the command line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from components.analysis.claims.match import judge_pairs
from components.analysis.measure import all_measures
from components.analysis.model import Article, Story, Verdict
from components.analysis.validation.figures import Array


class Pair(NamedTuple):
    """A claim held against a text. Claims of one story weigh their words together."""

    story: str
    claim: str
    text: str


def judge(pairs: Sequence[Pair]) -> list[Verdict]:
    """A verdict for each pair, in order, as the command ``cover`` gives it."""
    stories: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        stories[pair.story].append(place)
    verdicts: dict[int, Verdict] = {}
    for told in stories.values():
        weigh = list(dict.fromkeys(pairs[place].claim for place in told))
        texts: defaultdict[str, list[int]] = defaultdict(list)
        for place in told:
            texts[pairs[place].text].append(place)
        for text, places in texts.items():
            article = Article(id="text", source="text", text=text)
            judged = judge_pairs([pairs[place].claim for place in places], article, weigh=weigh)
            verdicts.update(zip(places, judged, strict=True))
    return [verdicts[place] for place in range(len(pairs))]


def measure_texts(key: str, texts: Iterable[str], columns: Sequence[str]) -> dict[str, Array]:
    """The named columns of measure ``key`` for each text standing alone, in order; NaN where undefined."""
    return _measured(key, (Article(id=str(n), source="text", text=text) for n, text in enumerate(texts)), columns)


def measure_titles(key: str, titles: Iterable[str], columns: Sequence[str]) -> dict[str, Array]:
    """The named columns of measure ``key`` for each headline without a text, in order; NaN where undefined."""
    articles = (Article(id=str(n), source="text", title=title, text="") for n, title in enumerate(titles))
    return _measured(key, articles, columns)


def rate_columns(key: str) -> tuple[str, ...]:
    """Every column of measure ``key`` that is a rate of counts over words."""
    measure = next(m for m in all_measures() if m.key == key)
    return tuple(column.name for column in measure.columns if column.interval == "gamma")


def _measured(key: str, articles: Iterable[Article], columns: Sequence[str]) -> dict[str, Array]:
    measure = next(m for m in all_measures() if m.key == key)
    for name in columns:
        measure.column(name)  # a column that is gone must not be read as undefined
    story = Story(id="labelled", title="", articles=tuple(articles))
    values = {name: np.full(len(story.articles), np.nan) for name in columns}
    for found in measure.compute(story):
        if found.sentence_index is None and found.column in values:
            values[found.column][int(found.article_id)] = found.value
    return values
