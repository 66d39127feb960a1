"""How many times as fast as the plain libraries, on the same texts in the same run.

Time is processor time of this process. Every round takes texts of its own, so nothing kept from one round helps the
next; within a round the plain libraries and the engine alternate in who goes first. What stands is the median.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from statistics import median
from typing import NamedTuple

from components.analysis.benchmarks.plain import read_with_textstat, score_with_vader
from components.analysis.benchmarks.texts import as_articles
from components.analysis.comparison import by_article, measure_story
from components.analysis.measure import Measure, Measurement, all_measures
from components.analysis.model import Article, Story

ROUND = 24  # articles a round
SOURCES = 8


class Ratio(NamedTuple):
    """A line of the benchmark. ``ratio``: plain time over ours for a comparison, the exponent for a growth."""

    name: str
    ratio: float

    def __str__(self) -> str:
        return f"{self.name} {self.ratio:.2f}"


def processor_seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ratios(texts: Sequence[str]) -> Iterator[Ratio]:
    """Every comparison with the plain libraries, over as many rounds as ``texts`` fill; the first warms up.

    plain: textstat's eight formulas and VADER over each text whole; plain by sentence: the same with VADER over each
    of our sentences, which it is given. Measures: tone, hype and readability from the raw text to all their
    measurements. ValueError for too few texts.
    """
    rounds = [texts[at : at + ROUND] for at in range(0, len(texts) - ROUND + 1, ROUND)]
    if len(rounds) < 2:
        raise ValueError(f"{2 * ROUND} texts are needed, there are {len(texts)}")
    timed = [_time(part, f"round {number}", number % 2 == 0) for number, part in enumerate(rounds)][1:]
    for name, over, under in _COMPARISONS:
        yield Ratio(name, median(sum(t[p] for p in over) / sum(t[p] for p in under) for t in timed))


_PLAIN, _BY_SENTENCE = ("textstat", "vader"), ("textstat", "vader by sentence")
_MEASURES = ("measures",)
_COMPARISONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("measures_vs_plain", _PLAIN, _MEASURES),
    ("measures_vs_plain_by_sentence", _BY_SENTENCE, _MEASURES),
    ("measures_and_frames_vs_plain", _PLAIN, (*_MEASURES, "frames")),
    ("measures_and_frames_vs_plain_by_sentence", _BY_SENTENCE, (*_MEASURES, "frames")),
    ("readability_vs_textstat", ("textstat",), ("sentences", "readability")),
    ("tone_vs_vader_by_sentence", ("vader by sentence",), ("tone",)),
    ("hype_vs_vader_by_sentence", ("vader by sentence",), ("hype",)),
    ("sentences_vs_vader_by_sentence", ("vader by sentence",), ("sentences",)),
)


def _time(texts: Sequence[str], run: str, plain_first: bool) -> Mapping[str, float]:
    measures = [m for m in all_measures() if m.per_article]
    seconds: dict[str, float] = {}

    def plain() -> None:
        sentences = [s.text for article in as_articles(texts, f"{run} plain", SOURCES) for s in article.sentences]
        seconds["textstat"] = processor_seconds(lambda: read_with_textstat(texts))
        seconds["vader"] = processor_seconds(lambda: score_with_vader(texts))
        seconds["vader by sentence"] = processor_seconds(lambda: score_with_vader(sentences))

    def ours() -> None:
        story = Story(id=run, title="", articles=as_articles(texts, run, SOURCES))
        seconds["sentences"] = processor_seconds(lambda: _split(story.articles))
        for measure in measures:
            seconds[measure.key] = processor_seconds(partial(_compute, measure, story))
        seconds["measures"] = seconds["sentences"] + sum(seconds[m.key] for m in measures)
        seconds["frames"] = _frames(story, measures)

    for step in (plain, ours) if plain_first else (ours, plain):
        step()
    return seconds


def _compute(measure: Measure, story: Story) -> list[Measurement]:
    return list(measure.compute(story))


def _split(articles: Sequence[Article]) -> None:
    for article in articles:
        assert article.body is not None


def _frames(story: Story, measures: Sequence[Measure]) -> float:
    """What the long and the wide frame cost on top of the measurements, which are kept by now where they can be."""
    again = sum(processor_seconds(partial(_compute, measure, story)) for measure in measures)
    return processor_seconds(lambda: by_article(story, measure_story(story, measures), measures)) - again
