"""Measuring and judging a story once: what depends on one article is kept under a hash of all it depends on."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any, Protocol

import pandas as pd

from components.analysis.claims.match import judge_articles, verdicts_of
from components.analysis.comparison import LONG_TYPES, measure_story
from components.analysis.measure import Measure, all_measures
from components.analysis.methods import lexicon_hashes, package_versions
from components.analysis.model import Article, Claim, Story, Verdict

STEP = 20_000
"""Characters that are measured in one step."""


class Store(Protocol):
    """Where payloads are kept between runs."""

    def known(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The payloads that are there, by key."""
        ...

    def remember(self, items: Mapping[str, bytes]) -> None:
        """Keep payloads under their keys."""
        ...


def measure_remembered(story: Story, store: Store) -> pd.DataFrame:
    """The long frame of :func:`measure_story`, measuring only articles the store does not know.

    A measure that depends on one article alone is kept per article; the others are kept per story. The key
    holds everything the values depend on: text and title, settings, versions of the measures, lexicons and
    libraries, and for the whole story its claims, decisions and every text. The story's verdicts are set, too (see
    :func:`recall_verdicts`).
    """
    recall_verdicts(story, store)
    measures = all_measures()
    own = [m for m in measures if m.per_article]
    whole = [m for m in measures if not m.per_article]
    keys = {article.id: _article_key(article, story, own) for article in story.articles}
    story_key = _story_key(story, whole)
    known = store.known([*keys.values(), story_key])
    fresh: dict[str, bytes] = {}
    parts = []
    new = tuple(a for a in story.articles if keys[a.id] not in known)
    measured = measure_story(replace(story, articles=new), own) if new else None
    by_article = dict(list(measured.groupby("article_id", sort=False))) if measured is not None else {}
    for article in story.articles:
        if keys[article.id] in known:
            part = unpack(known[keys[article.id]])
            part["article_id"] = article.id
        else:
            part = by_article[article.id]
            fresh[keys[article.id]] = pack(part)
        parts.append(part)
    if story_key in known:
        parts.append(unpack(known[story_key]))
    else:
        parts.append(measure_story(story, whole))
        fresh[story_key] = pack(parts[-1])
    if fresh:
        store.remember(fresh)
    return pd.concat(parts, ignore_index=True)


def measure_missing(story: Story, store: Store) -> Iterator[int]:
    """Measure and judge what the store does not know of each article alone, some articles at a time, and keep it.

    Gives how many articles are still to do, before each step: work between two steps takes about a second at most,
    unless one article alone takes longer.
    """
    measure_keys, verdict_keys = _keys(story)
    known = set(store.known([*measure_keys.values(), *verdict_keys.values()]))
    left = [a for a in story.articles if {measure_keys[a.id], verdict_keys[a.id]} - known]
    own = [m for m in all_measures() if m.per_article]
    while left:
        yield len(left)
        size, n = 0, 0
        while n < len(left) and size < STEP:
            size, n = size + len(left[n].text), n + 1
        step, left = left[:n], left[n:]
        new = tuple(a for a in step if measure_keys[a.id] not in known)
        if new:
            measured = measure_story(replace(story, articles=new), own)
            parts = dict(list(measured.groupby("article_id", sort=False)))
            store.remember({measure_keys[article.id]: pack(parts[article.id]) for article in new})
        _judge_and_keep(story, [a for a in step if verdict_keys[a.id] not in known], verdict_keys, store)


def n_missing(story: Story, store: Store) -> int:
    """How many of the story's articles the store does not know, with their verdicts."""
    measure_keys, verdict_keys = _keys(story)
    known = set(store.known([*measure_keys.values(), *verdict_keys.values()]))
    return sum(bool({measure_keys[a.id], verdict_keys[a.id]} - known) for a in story.articles)


def recall_verdicts(story: Story, store: Store) -> None:
    """Set the story's verdicts, judging only articles that the store does not know with this list of claims.

    An article's verdicts depend on it and the list alone: another article, or a person's decision, changes none of
    Parallax's own. A list with a claim reworded is another list, for its claims are weighed together.
    """
    if "verdicts" in vars(story):
        return
    keys = _keys(story)[1]
    known = store.known(keys.values())
    fresh = _judge_and_keep(story, [a for a in story.articles if keys[a.id] not in known], keys, store)
    judged = [fresh[a.id] if a.id in fresh else _unpack_verdicts(known[keys[a.id]], story, a) for a in story.articles]
    vars(story)["verdicts"] = verdicts_of(story, judged)


def _judge_and_keep(
    story: Story, articles: Sequence[Article], keys: Mapping[str, str], store: Store
) -> dict[str, tuple[Verdict, ...]]:
    judged = judge_articles(story.claims, articles) if articles else ()
    found = {article.id: verdicts for article, verdicts in zip(articles, judged, strict=True)}
    if found:
        store.remember({keys[article.id]: _pack_verdicts(found[article.id], article) for article in articles})
    return found


def remember_proposal(articles: Sequence[Article], proposed: Sequence[Claim], store: Store) -> None:
    """Keep how the claims were worded that :func:`propose_claims` gave for these articles."""
    store.remember({_proposal_key(articles): json.dumps([claim.text for claim in proposed]).encode()})


def recall_proposal(articles: Sequence[Article], store: Store) -> tuple[str, ...] | None:
    """The wordings that were proposed from exactly these articles, in order; None if the store does not know.

    So a list that nobody touched is known again without being proposed anew.
    """
    key = _proposal_key(articles)
    known = store.known([key])
    return tuple(json.loads(known[key])) if known else None


_KEPT = tuple(f.name for f in fields(Verdict) if f.name not in ("claim_id", "article_id"))


def _pack_verdicts(verdicts: Sequence[Verdict], article: Article) -> bytes:
    """An article's own verdicts as compressed JSON; evidence that stands in the text is found there again."""
    rows = []
    for verdict in verdicts:
        row = {name: getattr(verdict, name) for name in _KEPT}
        if verdict.start is not None and article.text[verdict.start : verdict.end] == verdict.evidence:
            del row["evidence"]
        rows.append(row)
    return zlib.compress(json.dumps(rows).encode())


def _unpack_verdicts(payload: bytes, story: Story, article: Article) -> tuple[Verdict, ...]:
    """The verdicts that :func:`_pack_verdicts` was given."""
    rows: list[dict[str, Any]] = json.loads(zlib.decompress(payload))
    for row in rows:
        if "evidence" not in row:
            row["evidence"] = article.text[row["start"] : row["end"]]
    return tuple(
        Verdict(claim_id=claim.id, article_id=article.id, **row) for claim, row in zip(story.claims, rows, strict=True)
    )


def pack(frame: pd.DataFrame) -> bytes:
    """A long frame as bytes (Arrow)."""
    out = io.BytesIO()
    frame.reset_index(drop=True).to_feather(out, compression="zstd")
    return out.getvalue()


def unpack(payload: bytes) -> pd.DataFrame:
    """The long frame that :func:`pack` was given."""
    return pd.read_feather(io.BytesIO(payload)).astype(dict(LONG_TYPES))


def _keys(story: Story) -> tuple[dict[str, str], dict[str, str]]:
    """Article id -> the key of its measurements, and of its verdicts."""
    own = [m for m in all_measures() if m.per_article]
    whole = [m for m in all_measures() if not m.per_article]
    listed = _digest("verdicts", _versions(whole), [claim.text for claim in story.claims])
    return (
        {article.id: _article_key(article, story, own) for article in story.articles},
        {article.id: _digest(listed, article.title, article.text) for article in story.articles},
    )


def _article_key(article: Article, story: Story, measures: Sequence[Measure]) -> str:
    return _digest("article", _versions(measures), asdict(story.settings), article.title, article.text)


def _story_key(story: Story, measures: Sequence[Measure]) -> str:
    return _digest(
        "story",
        _versions(measures),
        asdict(story.settings),
        [(a.id, a.source, a.date, a.title, a.text) for a in story.articles],
        [asdict(c) for c in story.claims],
        [asdict(d) for d in story.decisions],
    )


def _proposal_key(articles: Sequence[Article]) -> str:
    whole = [m for m in all_measures() if not m.per_article]
    return _digest("proposal", _versions(whole), [(a.source, a.language, a.text) for a in articles])


def _versions(measures: Sequence[Measure]) -> dict[str, object]:
    # the columns too: a measure that gives one more is measured again, though the others are what they were
    made = {m.key: [m.version, *(column.name for column in m.columns)] for m in measures}
    return {"measures": made, "data": lexicon_hashes(), "with": package_versions()}


def _digest(*parts: object) -> str:
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
