"""What a source leaves out, read fairly: against its length, and against the day it was published."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from components.analysis.claims.sources import source_verdicts
from components.analysis.claims.voices import stating_voices, voice_of_articles
from components.analysis.model import Article, Story, Verdict

Floats = npt.NDArray[np.float64]

#: The chances per word that are tried; between two of them the logarithm is interpolated.
_RATES: Floats = np.geomspace(1e-7, 10.0, 400)

SHARED_BY = 2
"""A claim is shared, and can be left out, when so many independent other sources state it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omissions:
    """What one source (or article) leaves out, as claim ids.

    ``shared``: claims that two or more independent others state, near-copies being one, and that were known when it
    was published. ``left_out``: those of them that are not found in it. ``published_earlier``: claims not found in it
    that two others state, but which every article that states them tells on a later day than its own last one: no
    omission. ``expected``: how many of ``shared`` a text of its length leaves out, going by the others (see
    :func:`expected_omissions`); NaN without a shared claim or without others to go by.
    """

    shared: tuple[str, ...]
    left_out: tuple[str, ...]
    published_earlier: tuple[str, ...]
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owner:
    """A source or an article: its cells by claim, the voices that are its own, the first of them, words, last day."""

    cells: Mapping[str, Verdict]
    voices: frozenset[str]
    voice: str
    words: int
    last_day: str


def omissions_of_sources(story: Story) -> dict[str, Omissions]:
    """Source -> what it leaves out: what none of its articles states; its length is that of all of them."""
    best, voice = source_verdicts(story), voice_of_articles(story)
    owners, articles_of = {}, defaultdict[str, list[Article]](list)
    for article in story.articles:
        articles_of[article.source].append(article)
    for source, articles in articles_of.items():
        cells = {claim.id: best[claim.id, source] for claim in story.claims}
        owners[source] = _owner(cells, voice, articles)
    return _omissions(story, owners)


def omissions_of_articles(story: Story) -> dict[str, Omissions]:
    """Article id -> what it leaves out. The others are those of other sources."""
    voice = voice_of_articles(story)
    cells: defaultdict[str, dict[str, Verdict]] = defaultdict(dict)
    for verdict in story.verdicts:
        cells[verdict.article_id][verdict.claim_id] = verdict
    return _omissions(story, {a.id: _owner(cells[a.id], voice, [a]) for a in story.articles})


def expected_omissions(n_shared: int, words: int, others: Iterable[tuple[int, int, int]]) -> float:
    """How many of ``n_shared`` claims a text of ``words`` words leaves out, if it tells as much a word as the others.

    ``others``: (shared claims, of them left out, words) of each. Each word of a text is taken to have the same small
    chance r to bring in a given shared claim, so a text of w words leaves it out with probability exp(-r w). r is the
    one rate at which the others leave out as many as they do: sum of n_i exp(-r w_i) = sum of omissions_i. The
    result is n_shared exp(-r words): claims, 0 to n_shared, fewer for a longer text; NaN where ``n_shared`` is 0 or
    no other has a shared claim.
    """
    others = list(others)
    curve = np.zeros(len(_RATES))
    for n, _, w in others:
        curve += _left_out_at(n, w)
    return _expect(n_shared, words, curve, sum(left_out for _, left_out, _ in others))


def _left_out_at(n_shared: int, words: int) -> Floats:
    """N exp(-r w) at each rate r of the grid."""
    return np.asarray(n_shared * np.exp(-_RATES * words))


def _expect(n_shared: int, words: int, curve: Floats, left_out: float) -> float:
    """The expectation at the rate where the falling ``curve`` of the others is at what they leave out together."""
    if not n_shared or curve[0] <= 0:
        return math.nan
    if left_out <= 0:
        return 0.0
    rate = math.exp(np.interp(left_out, curve[::-1], np.log(_RATES)[::-1]))
    return float(n_shared * math.exp(-rate * words))


def _owner(cells: Mapping[str, Verdict], voice: Mapping[str, str], articles: Sequence[Article]) -> _Owner:
    days = [a.date for a in articles]
    return _Owner(
        cells=cells,
        voices=frozenset(name for a in articles for name in (a.source, voice[a.id])),
        voice=voice[articles[0].id],
        words=sum(article.size.n_words for article in articles),
        last_day=max(days) if all(days) else "",
    )


def _omissions(story: Story, owners: Mapping[str, _Owner]) -> dict[str, Omissions]:
    stating, first_told = stating_voices(story), _first_told(story)
    held: dict[str, tuple[list[str], list[str], list[str]]] = {}
    # what the owners of one voice leave out at each rate, and do leave out: so that each can be held against the rest
    curves: defaultdict[str, Floats] = defaultdict(lambda: np.zeros(len(_RATES)))
    missed: Counter[str] = Counter()
    for name, owner in owners.items():
        shared, left_out, earlier = [], [], []
        for claim_id, cell in owner.cells.items():
            if len(stating.get(claim_id, set()) - owner.voices) < SHARED_BY:
                continue
            absent = cell.verdict == "not found"
            if absent and owner.last_day and owner.last_day < first_told[claim_id]:
                earlier.append(claim_id)
                continue
            shared.append(claim_id)
            if absent:
                left_out.append(claim_id)
        held[name] = shared, left_out, earlier
        curves[owner.voice] += _left_out_at(len(shared), owner.words)
        missed[owner.voice] += len(left_out)
    total, n_missed = np.sum(list(curves.values()), axis=0), missed.total()
    found = {}
    for name, owner in owners.items():
        shared, left_out, earlier = held[name]
        others = np.maximum(total - curves[owner.voice], 0.0)
        others[others < 1e-9 * total] = 0.0  # what subtracting leaves where there is no other
        found[name] = Omissions(
            shared=tuple(shared),
            left_out=tuple(left_out),
            published_earlier=tuple(earlier),
            expected=_expect(len(shared), owner.words, others, n_missed - missed[owner.voice]),
        )
    return found


def _first_told(story: Story) -> dict[str, str]:
    """Claim id -> the first day on which an article states it; "" where one that states it has no date."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    for verdict in story.verdicts:
        if verdict.verdict == "stated":
            days[verdict.claim_id].append(story.article_by_id[verdict.article_id].date)
    return {claim_id: min(told) if all(told) else "" for claim_id, told in days.items()}
