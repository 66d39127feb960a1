"""Changes to a story, each written down so that it can be undone.

A change is a list of steps on rows. The journal keeps, per step, what the row held before (only the columns
that changed), so undoing needs no knowledge of what the change meant. The last ``KEPT`` changes of a story are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, select, update

from components.storage.errors import StoryNotFound
from components.storage.schema import journal, metadata, stories

KEPT = 100
"""How many changes of a story can be undone, one after another."""

Key = Mapping[str, Any]


def now() -> str:
    """The time in UTC as ISO 8601, to the microsecond, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def where(table: Table, key: Key) -> ColumnElement[bool]:
    """The condition that finds the row with this key."""
    return and_(*(table.c[name] == value for name, value in key.items()))


def raise_revision(connection: Connection, story_id: str) -> None:
    """Say that the story changes. StoryNotFound if there is none.

    Comes first in every change: the row stays locked until the end, so changes of one story follow each other.
    """
    statement = (
        update(stories)
        .where(stories.c.id == story_id, ~stories.c.deleted)
        .values(revision=stories.c.revision + 1, changed=now())
    )
    if connection.execute(statement).rowcount == 0:
        raise StoryNotFound(f"There is no story {story_id!r}, or it was deleted.")


class Change:
    """One change of one story: rows written through it are remembered as they were.

    ``label`` says what it does, as in "Undo removing claim “Rain fell”"; a change without one cannot be undone.
    """

    def __init__(self, connection: Connection, story_id: str, label: str = "") -> None:
        self.connection = connection
        self.story_id = story_id
        self.label = label
        self.steps: list[list[Any]] = []
        self.changed = False

    def rows(self, table: Table, *columns: str) -> list[dict[str, Any]]:
        """These columns of the story's rows of a table, by position where the table has one."""
        found = select(*(table.c[name] for name in columns)).where(table.c.story_id == self.story_id)
        if "position" in table.c:
            found = found.order_by(table.c.position)
        return [dict(row) for row in self.connection.execute(found).mappings()]

    def row(self, table: Table, key: Key, columns: Iterable[str] | None = None) -> dict[str, Any] | None:
        """The row with this key (without the story's id), whole or these columns of it; None if there is none."""
        wanted = list(table.c) if columns is None else [table.c[name] for name in columns]
        found = self.connection.execute(select(*wanted).where(where(table, self._full(table, key)))).mappings().first()
        return None if found is None else dict(found)

    def insert(self, table: Table, values: Mapping[str, Any]) -> None:
        """Add a row."""
        row = {**values, "story_id": self.story_id}
        self.connection.execute(insert(table), row)
        self._step(["insert", table.name, {c.name: row[c.name] for c in table.primary_key}, None])

    def update(self, table: Table, key: Key, values: Mapping[str, Any]) -> None:
        """Set columns of an existing row; those that hold the value already are left alone."""
        old = self.row(table, key, values)
        if old is None:
            raise KeyError(key)
        new = {name: value for name, value in values.items() if old[name] != value}
        if new:
            full = self._full(table, key)
            self.connection.execute(update(table).where(where(table, full)).values(new))
            self._step(["update", table.name, full, {name: old[name] for name in new}])

    def delete(self, table: Table, key: Key) -> None:
        """Take an existing row away."""
        old = self.row(table, key)
        if old is None:
            raise KeyError(key)
        full = self._full(table, key)
        self.connection.execute(delete(table).where(where(table, full)))
        self._step(["delete", table.name, full, old])

    def keep(self) -> None:
        """Write the change into the journal and let the oldest go."""
        if not (self.label and self.steps):
            return
        self.connection.execute(insert(journal).values(story_id=self.story_id, label=self.label, steps=self.steps))
        ids = select(journal.c.id).where(journal.c.story_id == self.story_id).order_by(journal.c.id.desc())
        oldest = self.connection.execute(ids.offset(KEPT).limit(1)).scalar()
        if oldest is not None:
            self.connection.execute(delete(journal).where(journal.c.story_id == self.story_id, journal.c.id <= oldest))

    def _step(self, step: list[Any]) -> None:
        self.steps.append(step)
        self.changed = True

    def _full(self, table: Table, key: Key) -> dict[str, Any]:
        return {"id": self.story_id} if table is stories else {"story_id": self.story_id, **key}


def last_label(connection: Connection, story_id: str) -> str | None:
    """What undoing would take back, None if there is nothing."""
    last = select(journal.c.label).where(journal.c.story_id == story_id).order_by(journal.c.id.desc()).limit(1)
    return connection.execute(last).scalar()


def take_back(connection: Connection, story_id: str) -> str | None:
    """Undo the story's last change and strike it from the journal. Its label, None if there is nothing to undo."""
    found = select(journal).where(journal.c.story_id == story_id).order_by(journal.c.id.desc()).limit(1)
    last = connection.execute(found).mappings().first()
    if last is None:
        return None
    for kind, name, key, old in reversed(last["steps"]):
        table = metadata.tables[name]
        if kind == "insert":
            connection.execute(delete(table).where(where(table, key)))
        elif kind == "update":
            connection.execute(update(table).where(where(table, key)).values(old))
        else:
            connection.execute(insert(table).values(old))
    connection.execute(delete(journal).where(journal.c.id == last["id"]))
    return str(last["label"])
