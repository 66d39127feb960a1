"""The same workspace on PostgreSQL, on a server named by PARALLAX_TEST_POSTGRESQL (the URL of any database on it)."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, make_url

from components.storage.errors import UnstorableText
from components.storage.workspace import Workspace

SERVER = os.environ.get("PARALLAX_TEST_POSTGRESQL", "")

pytestmark = pytest.mark.skipif(not SERVER, reason="PARALLAX_TEST_POSTGRESQL names no server")


@pytest.fixture
def url() -> Iterator[str]:
    """A new, empty database, dropped afterwards."""
    name = f"parallax_test_{secrets.token_hex(6)}"
    admin = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


def at_once(calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def test_a_story_and_its_undo(url, article):
    workspace = Workspace(url)
    info = workspace.create_story("The dam")
    workspace.add_articles(info.id, [article(1), article(2)])
    workspace.put_back(info.id, "a1", 0)
    workspace.close()
    again = Workspace(url)
    assert again.undo(info.id) == "putting a cut block back"
    assert again.story(info.id).articles == (article(1), article(2))
    copied = again.import_story(again.export_story(info.id))
    assert again.story(copied.id).articles == (article(1), article(2))
    again.close()


def test_many_sessions_open_and_write_at_once(url):
    sessions = at_once([lambda: Workspace(url)] * 4)
    story_id = sessions[0].create_story("The dam").id
    at_once([lambda s=s: [s.add_claim(story_id, "The dam held.") for _ in range(10)] for s in sessions])
    assert [c.id for c in sessions[0].story(story_id).claims] == [f"c{n}" for n in range(1, 41)]
    titles = at_once([lambda s=s: s.create_story("The dam").title for s in sessions])
    assert len(set(titles)) == 4
    for session in sessions:
        session.close()


def test_measurements_are_replaced(url):
    workspace = Workspace(url)
    workspace.remember({"a": b"1", "b": b"\0\xff"})
    workspace.remember({"a": b"2"})
    assert workspace.known(["a", "b"]) == {"a": b"2", "b": b"\0\xff"}
    workspace.close()


def test_nul_is_refused_with_a_sentence(url, article):
    workspace = Workspace(url)
    info = workspace.create_story("The dam")
    with pytest.raises(UnstorableText, match="NUL at character 3"):
        workspace.add_articles(info.id, [article(1, note="ab\0")])
    assert workspace.story(info.id).articles == ()
    workspace.close()
