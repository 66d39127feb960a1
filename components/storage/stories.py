"""Stories as rows: found, made, renamed, deleted, brought back, read in from a file."""

from __future__ import annotations

import re
import secrets
import unicodedata
from itertools import count
from typing import Any

from sqlalchemy import Connection, insert, select, update

from components.analysis.model import Settings
from components.analysis.story_json import checked_note, settings_to_dict
from components.storage import articles, schema
from components.storage.errors import StoryNotFound
from components.storage.exchange import Exported
from components.storage.journal import Change, now, raise_revision
from components.storage.rows import article_row
from components.storage.schema import stories

LONGEST_TITLE = 300
_LONGEST_SLUG = 60
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def free_title(connection: Connection, title: str, story_id: str = "") -> str:
    """``title`` on one line, with " (2)", " (3)" ... after it while another story bears it.

    Upper and lower case are the same title; deleted stories do not count. ValueError if it is blank or longer
    than 300 characters.
    """
    title = " ".join(title.split())
    if not title:
        raise ValueError("A story needs a title.")
    if len(title) > LONGEST_TITLE:
        raise ValueError(f"A title can have at most {LONGEST_TITLE} characters, not {len(title):,}.")
    others = select(stories.c.title).where(~stories.c.deleted, stories.c.id != story_id)
    taken = {other.casefold() for other in connection.execute(others).scalars()}
    ends = ("" if n == 1 else f" ({n})" for n in count(1))
    wanted = (title[: LONGEST_TITLE - len(end)] + end for end in ends)
    return next(each for each in wanted if each.casefold() not in taken)


def free_slug(connection: Connection, title: str) -> str:
    """A slug made of the title's letters a to z and digits, unlike that of any story there ever was."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = _NOT_IN_SLUG.sub("-", plain)[:_LONGEST_SLUG].strip("-") or "story"
    taken = set(connection.execute(select(stories.c.slug).where(stories.c.slug.startswith(slug))).scalars())
    wanted = (slug if n == 1 else f"{slug}-{n}" for n in count(1))
    return next(each for each in wanted if each not in taken)


def present(connection: Connection, story_id: str) -> dict[str, Any]:
    """The row of a story; StoryNotFound if there is none or it was deleted."""
    found = select(stories).where(stories.c.id == story_id, ~stories.c.deleted)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise StoryNotFound(f"There is no story {story_id!r}, or it was deleted.")
    return dict(row)


def create(connection: Connection, title: str) -> str:
    """A new, empty story; its id, which no other story has or had."""
    title = free_title(connection, title)
    story_id = secrets.token_hex(8)
    made = now()
    values = {
        "id": story_id,
        "slug": free_slug(connection, title),
        "title": title,
        "created": made,
        "changed": made,
        "revision": 1,
        "settings": settings_to_dict(Settings()),
        "claims_proposed": False,
        "last_claim": 0,
    }
    connection.execute(insert(stories).values(values))
    return story_id


def set_deleted(connection: Connection, story_id: str, deleted: bool) -> None:
    """Delete a story or bring it back, under another title if its own was taken meanwhile."""
    if deleted:
        raise_revision(connection, story_id)
    found = update(stories).where(stories.c.id == story_id).values(deleted=deleted)
    if connection.execute(found).rowcount == 0:
        raise StoryNotFound(f"There is no story {story_id!r}.")
    if not deleted:
        raise_revision(connection, story_id)
        settle_title(connection, story_id)


def settle_title(connection: Connection, story_id: str) -> None:
    """Give a story that came by an old title again another one if a story bears that title now."""
    title = free_title(connection, present(connection, story_id)["title"], story_id)
    connection.execute(update(stories).where(stories.c.id == story_id).values(title=title))


def set_note(change: Change, text: str, by: str) -> None:
    """Keep the analyst's own words on the story and whose they are."""
    note, name = checked_note(text, by)
    change.update(stories, {}, {"note": note or None, "note_by": name or None})


def write(connection: Connection, exported: Exported) -> str:
    """A new story with all that was exported; its id. Sources that came without a colour get the next ones."""
    story = exported.story
    story_id = create(connection, story.title)
    values = {
        "settings": settings_to_dict(story.settings),
        "claims_proposed": exported.claims_proposed,
        "last_claim": exported.last_claim,
        "note": story.note or None,
        "note_by": story.note_by or None,
    }
    connection.execute(update(stories).where(stories.c.id == story_id).values(values))
    change = Change(connection, story_id)
    for name, colour in story.colours:
        change.insert(schema.sources, {"name": name, "colour": colour})
    for position, article in enumerate(story.articles, 1):
        change.insert(schema.articles, article_row(article) | {"position": position})
    for source in story.sources:
        articles.know_source(change, source)
    for source, short in story.short_names:
        articles.set_short_name(change, source, short)
    for source, group in story.groups:
        articles.set_group(change, source, group)
    for position, claim in enumerate(story.claims, 1):
        row = {"id": claim.id, "text": claim.text, "note": claim.note, "origin": claim.origin, "position": position}
        own = claim.text if claim.origin == "proposed" else None
        change.insert(schema.claims, row | {"proposed_as": own})
    taken = {claim.id for claim in story.claims}
    free = (each for each in (f"settled-{n}" for n in count(1)) if each not in taken)
    for position, (claim_id, text) in enumerate(zip(free, story.settled, strict=False), len(story.claims) + 1):
        row = {"id": claim_id, "text": text, "note": "", "origin": "proposed", "position": position}
        change.insert(schema.claims, row | {"removed": True, "proposed_as": text})
    for position, each in enumerate(story.decisions, 1):
        cell = {"claim_id": each.claim_id, "article_id": each.article_id, "coder": each.coder}
        change.insert(schema.decisions, cell | {"verdict": each.verdict, "note": each.note, "position": position})
    return story_id
