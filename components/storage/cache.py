"""Measurements kept between runs: a hash of what was measured and how, and the caller's bytes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, select

from components.storage.schema import measurements

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

CHUNK = 500
"""Keys in one statement: below the number of parameters that any SQLite allows."""


def known(connection: Connection, keys: Iterable[str]) -> dict[str, bytes]:
    """The payloads of those keys that are kept."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, bytes] = {}
    for at in range(0, len(wanted), CHUNK):
        some = select(measurements.c.key, measurements.c.payload).where(measurements.c.key.in_(wanted[at : at + CHUNK]))
        found.update((row.key, row.payload) for row in connection.execute(some))
    return found


def remember(connection: Connection, items: Mapping[str, bytes]) -> None:
    """Keep payloads, in place of what these keys held."""
    statement = _insert(connection)
    statement = statement.on_conflict_do_update(
        index_elements=["key"], set_={"payload": statement.excluded.payload, "stored": statement.excluded.stored}
    )
    stored = time.time_ns()
    rows = [{"key": key, "payload": payload, "stored": stored + n} for n, (key, payload) in enumerate(items.items())]
    if rows:
        connection.execute(statement, rows)


def _insert(connection: Connection) -> postgresql.Insert | sqlite.Insert:
    # Each database says "or else replace" in its own way, and loading the way of another costs at every start.
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(measurements)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(measurements)


def prune(connection: Connection, max_rows: int) -> int:
    """Let the longest-kept go until ``max_rows`` are left. How many went."""
    if max_rows < 0:
        raise ValueError("The number of measurements to keep cannot be negative.")
    surplus = connection.execute(select(func.count()).select_from(measurements)).scalar_one() - max_rows
    if surplus <= 0:
        return 0
    oldest = select(measurements.c.key).order_by(measurements.c.stored, measurements.c.key).limit(surplus)
    return connection.execute(delete(measurements).where(measurements.c.key.in_(oldest))).rowcount
