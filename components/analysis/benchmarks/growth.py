"""How processor time grows with the number of articles in a story: the exponent b of time = a * n ** b.

1 is linear, 2 quadratic. Sizes double; the exponent is the least-squares slope of log time on log size over the
upper half of the sizes, where fixed costs no longer hide it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from components.analysis.benchmarks.ratios import SOURCES, Ratio, processor_seconds
from components.analysis.benchmarks.texts import as_articles
from components.analysis.certainty import orders
from components.analysis.claims.extract import propose_claims
from components.analysis.comparison import by_article, by_source, measure_story
from components.analysis.measure import all_measures
from components.analysis.model import Claim, Story

SMALLEST = 10
DEFAULT_DOUBLINGS, LARGE_DOUBLINGS = 5, 10
#: Small stories are timed more often: their times are short, and noise would show.
TIMED_THRICE = 80


def sizes(large: bool) -> list[int]:
    """The numbers of articles a story is given: 10 to 320, or 10 to 10,240."""
    return [SMALLEST << step for step in range((LARGE_DOUBLINGS if large else DEFAULT_DOUBLINGS) + 1)]


def exponent(numbers: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of log seconds on log numbers over the upper half (three points at least)."""
    first = min(len(numbers) // 2, max(0, len(numbers) - 3))
    x = [math.log(n) for n in numbers[first:]]
    y = [math.log(s) for s in seconds[first:]]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def growth(make_texts: Callable[[int, int], Sequence[str]], large: bool = False) -> Iterator[Ratio]:
    """The exponent of every part of the work. ``make_texts``: (number, seed) -> the texts of one story."""
    numbers = sizes(large)
    timed: dict[str, list[float]] = {}
    for number in numbers:
        runs = [
            _time(make_texts(number, seed), f"{number} {seed}") for seed in range(3 if number <= TIMED_THRICE else 1)
        ]
        for name in runs[0]:
            timed.setdefault(name, []).append(min(run[name] for run in runs))
    for name, seconds in timed.items():
        yield Ratio(name, exponent(numbers, seconds))


def _time(texts: Sequence[str], run: str) -> dict[str, float]:
    own = [m for m in all_measures() if m.per_article]
    articles = as_articles(texts, run, SOURCES)
    story = Story(id=run, title="", articles=articles)
    seconds = {"measure_exponent": processor_seconds(lambda: measure_story(story, own))}
    proposed: list[Claim] = []
    seconds["claims_proposal_exponent"] = processor_seconds(lambda: proposed.extend(propose_claims(articles)))
    claims = tuple(proposed)
    story = Story(id=run, title="", articles=articles, claims=claims)
    judging = processor_seconds(lambda: story.verdicts)
    seconds["claims_exponent"] = seconds["claims_proposal_exponent"] + judging
    long = measure_story(story)
    seconds["compare_exponent"] = processor_seconds(
        lambda: (by_article(story, long), by_source(story, long), orders(story, long))
    )
    apart = Story(id=run, title="", articles=as_articles(texts, run, len(texts)), claims=claims)
    seconds["sources_exponent"] = processor_seconds(lambda: by_source(apart, measure_story(apart)))
    return seconds
