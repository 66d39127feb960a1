"""A story put together from its rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, distinct, func, select

from components.analysis.model import Story
from components.analysis.story_json import settings_from_dict
from components.storage.rows import StoryInfo, article_of, claim_of, decision_of
from components.storage.schema import articles, claims, decisions, sources, stories
from components.storage.stories import present


def story_infos(connection: Connection) -> tuple[StoryInfo, ...]:
    """What the list of stories shows, oldest first."""
    return tuple(map(_info, _rows(connection, _infos().order_by(stories.c.created, stories.c.id))))


def story_info(connection: Connection, story_id: str) -> StoryInfo:
    """What the list shows of one story."""
    return _info(_rows(connection, _infos().where(stories.c.id == story_id))[0])


def read_story(connection: Connection, story_id: str) -> Story:
    """The story without what was removed from it. Decisions by claim, then article, the last one made last."""
    row = present(connection, story_id)
    listed = (claims.c.story_id == story_id, ~claims.c.removed)
    here = (articles.c.story_id == story_id, ~articles.c.removed)
    decided = (
        select(decisions)
        .join(claims, (claims.c.story_id == decisions.c.story_id) & (claims.c.id == decisions.c.claim_id))
        .join(articles, (articles.c.story_id == decisions.c.story_id) & (articles.c.id == decisions.c.article_id))
        .where(*listed, *here)
        .order_by(claims.c.position, articles.c.position, decisions.c.position, decisions.c.coder)
    )
    settled = (
        select(claims.c.proposed_as)
        .where(claims.c.story_id == story_id, claims.c.proposed_as.is_not(None))
        .where(claims.c.removed | (claims.c.proposed_as != claims.c.text))
        .order_by(claims.c.position, claims.c.id)
    )
    known = _rows(connection, select(sources).where(sources.c.story_id == story_id).order_by(sources.c.colour))
    return Story(
        id=row["id"],
        title=row["title"],
        articles=tuple(map(article_of, _rows(connection, select(articles).where(*here).order_by(articles.c.position)))),
        claims=tuple(map(claim_of, _rows(connection, select(claims).where(*listed).order_by(claims.c.position)))),
        decisions=tuple(map(decision_of, _rows(connection, decided))),
        settings=settings_from_dict(row["settings"]),
        colours=tuple((source["name"], source["colour"]) for source in known),
        groups=tuple((source["name"], source["group_name"]) for source in known if source["group_name"]),
        short_names=tuple((source["name"], source["short_name"]) for source in known if source["short_name"]),
        note=row["note"] or "",
        note_by=row["note_by"] or "",
        settled=tuple(dict.fromkeys(connection.execute(settled).scalars())),
    )


def _rows(connection: Connection, found: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(found).mappings()]


def _infos() -> Select[Any]:
    here = (articles.c.story_id == stories.c.id) & ~articles.c.removed
    n_articles = func.count(articles.c.id).label("n_articles")
    n_sources = func.count(distinct(articles.c.source)).label("n_sources")
    shown = stories.c.id, stories.c.slug, stories.c.title, stories.c.created, stories.c.changed
    return select(*shown, n_articles, n_sources).outerjoin(articles, here).where(~stories.c.deleted).group_by(*shown)


def _info(row: dict[str, Any]) -> StoryInfo:
    times = {name: datetime.fromisoformat(row[name]) for name in ("created", "changed")}
    return StoryInfo(**(row | times))
