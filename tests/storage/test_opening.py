from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.schema import CreateTable

from components.analysis.model import Decision
from components.storage import opening, schema
from components.storage.errors import WorkspaceTooNew, WorkspaceUnusable
from components.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


def tables(path):
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def pragma(workspace, name):
    with workspace._engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def migrate(path):
    """Make a workspace by all migrations, one after the other."""
    engine = opening._engine(opening.workspace_url(str(path)))
    opening._upgrade(engine)
    engine.dispose()


def in_new_process(code, *arguments):
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )


def test_the_default_is_a_file_in_the_data_folder(monkeypatch):
    monkeypatch.delenv("PARALLAX_DATABASE", raising=False)
    assert opening.workspace_url().database == str(ROOT / "data" / "workspace" / "parallax.sqlite")


def test_the_default_is_not_under_version_control():
    assert "data/workspace/" in (ROOT / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize("written", ["{}", "sqlite:///{}"])
def test_the_environment_names_a_path_or_a_url(monkeypatch, tmp_path, written):
    path = tmp_path / "some where" / "100%" / "w.sqlite"
    monkeypatch.setenv("PARALLAX_DATABASE", written.format(path))
    workspace = Workspace()
    workspace.create_story("The dam")
    workspace.close()
    assert path.is_file()


def test_what_is_given_goes_before_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("PARALLAX_DATABASE", str(tmp_path / "other.sqlite"))
    Workspace(str(tmp_path / "given.sqlite")).close()
    assert [p.name for p in tmp_path.iterdir()] == ["given.sqlite"]


def test_a_home_folder_is_understood(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert opening.workspace_url("~/w.sqlite").database == str(tmp_path / "w.sqlite")


def test_an_empty_file_becomes_a_workspace(tmp_path):
    path = tmp_path / "w.sqlite"
    path.touch()
    Workspace(str(path)).close()
    assert tables(path) - {"sqlite_sequence"} == {"alembic_version", *schema.metadata.tables}


@pytest.mark.parametrize("make", [migrate, lambda path: Workspace(str(path)).close()], ids=["migrated", "made"])
def test_the_migrations_and_the_making_give_the_tables_of_the_schema(tmp_path, make):
    path = tmp_path / "w.sqlite"
    make(path)
    workspace = Workspace(str(path))
    with workspace._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, schema.metadata) == []
    # What the comparison leaves out: primary keys, AUTOINCREMENT and what happens to rows that point elsewhere.
    with sqlite3.connect(path) as found, sqlite3.connect(":memory:") as wanted:
        every = [*schema.metadata.sorted_tables, schema.version]
        for table in every:
            wanted.execute(str(CreateTable(table).compile(workspace._engine)))
        for table in every:
            for about in ("table_info", "foreign_key_list", "index_list"):
                query = f"PRAGMA {about}({table.name})"
                assert_same(found.execute(query).fetchall(), wanted.execute(query).fetchall(), about)
        sequences = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
        assert found.execute(sequences).fetchall() == wanted.execute(sequences).fetchall() == [("journal",)]
        assert found.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema.HEAD,)]
    workspace.close()


def test_a_workspace_is_made_without_alembic(tmp_path):
    code = (
        "import sys; from components.storage.workspace import Workspace; Workspace(sys.argv[1]).close();"
        "print('alembic' in sys.modules)"
    )
    assert in_new_process(code, tmp_path / "w.sqlite").stdout == "False\n"


def test_a_making_that_fails_leaves_nothing_and_can_be_tried_again(tmp_path, monkeypatch):
    path = tmp_path / "w.sqlite"
    with monkeypatch.context() as broken:
        broken.setattr(schema.version, "create", lambda *a, **k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Workspace(str(path))
    assert tables(path) == set()
    Workspace(str(path)).close()


def test_a_database_that_another_made_meanwhile_is_left_as_it_is(tmp_path):
    path = tmp_path / "w.sqlite"
    engine = opening._engine(opening.workspace_url(str(path)))
    assert opening._make(engine) == opening._make(engine) == schema.HEAD
    engine.dispose()


def assert_same(found, wanted, about):
    if about == "foreign_key_list":  # numbered in the order in which they are written
        found, wanted = ({row[1:] for row in rows} for rows in (found, wanted))
    if about == "index_list":  # the tables alone have no CREATE INDEX
        found, wanted = ({row[2:4] for row in rows if row[3] != "c"} for rows in (found, wanted))
    assert found == wanted


def test_a_workspace_of_the_first_version_keeps_its_decisions_and_which_of_them_counts(tmp_path, monkeypatch):
    path = tmp_path / "old.sqlite"
    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0001"))
    migrate(path)
    monkeypatch.undo()
    with sqlite3.connect(path) as old:
        old.execute("INSERT INTO stories VALUES ('s', 's', 'S', '2026-01-01', '2026-01-01', 1, '{}', 1, 1, 0)")
        old.execute("INSERT INTO articles VALUES ('s', 'a1', 1, 'Echo', '', '', '', '', '', '', 'x', NULL, '[]', 0)")
        old.execute("INSERT INTO claims VALUES ('s', 'c1', 1, 'The dam held.', '', 'proposed', 0)")
        old.execute("INSERT INTO claims VALUES ('s', 'c2', 2, 'Rain fell.', '', 'proposed', 1)")
        for coder, verdict in (("Ben", "partly"), ("Ada", "stated")):
            old.execute("INSERT INTO decisions VALUES ('s', 'c1', 'a1', ?, ?, '')", (coder, verdict))
    workspace = Workspace(str(path))
    assert [(d.coder, d.verdict) for d in workspace.story("s").decisions] == [("Ada", "stated"), ("Ben", "partly")]
    workspace.decide("s", Decision(claim_id="c1", article_id="a1", verdict="not found", coder="Ada"))
    assert [d.coder for d in workspace.story("s").decisions] == ["Ben", "Ada"]
    assert workspace.story("s").settled == ()  # who took the second one off, a person or a later list, is not known
    workspace.edit_claim("s", "c1", text="The old dam held.")
    assert workspace.story("s").settled == ("The dam held.",)
    workspace.close()


def test_the_head_in_the_code_is_the_last_migration():
    config = Config()
    config.set_main_option("script_location", str(ROOT / "components" / "storage" / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_a_workspace_of_a_later_version_is_refused_and_left_alone(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(WorkspaceTooNew, match=r"later version of Parallax .*9999.* Update Parallax"):
        Workspace(str(path))
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceUnusable, match="no Parallax workspace"):
        Workspace(str(path))
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "w.sqlite"
    path.write_text("Dear diary, " * 1_000)
    with pytest.raises(WorkspaceUnusable, match=r"w\.sqlite cannot be opened: file is not a database\.$"):
        Workspace(str(path))
    assert path.read_text() == "Dear diary, " * 1_000


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "nosuch://host/name", "://", "sqlite+nosuch:///x", "mysql://host/name"]
)
def test_what_cannot_be_a_workspace_is_refused_with_a_sentence(url):
    with pytest.raises(WorkspaceUnusable, match=r"(?s)workspace .+\.$"):
        Workspace(url)


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceUnusable, match=r"folder .+ cannot be made"):
        Workspace(str(tmp_path / "file" / "w.sqlite"))


def test_a_migration_that_fails_leaves_nothing_and_can_be_tried_again(tmp_path, monkeypatch):
    from alembic import op

    path = tmp_path / "w.sqlite"
    with monkeypatch.context() as broken:
        broken.setattr(op, "create_index", lambda *a, **k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            migrate(path)
    assert tables(path) == set()
    migrate(path)
    workspace = Workspace(str(path))
    workspace.create_story("The dam")
    workspace.close()


def test_the_connection_is_set_up_for_many_sessions(workspace):
    assert pragma(workspace, "journal_mode") == "wal"
    assert pragma(workspace, "foreign_keys") == 1
    assert pragma(workspace, "busy_timeout") >= 5_000


def test_opening_waits_for_a_lock_that_passes(path):
    with sqlite3.connect(path, check_same_thread=False) as holder:
        assert holder.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
        holder.execute("BEGIN")
        holder.execute("SELECT * FROM stories").fetchall()
        passing = threading.Timer(0.3, holder.rollback)
        passing.start()
        workspace = Workspace(str(path))
        passing.join()
    assert pragma(workspace, "journal_mode") == "wal"
    workspace.close()


def test_a_lock_that_does_not_pass_is_told_in_a_sentence(path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    with sqlite3.connect(path) as holder:
        holder.execute("PRAGMA journal_mode=DELETE")
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorkspaceUnusable, match="database is locked"):
            Workspace(str(path))


def test_the_database_itself_holds_the_keys_together(workspace, story_id):
    orphan = "INSERT INTO claims VALUES ('nope', 'c1', 1, 't', '', 'analyst', 0, NULL)"
    with workspace._writer.connect() as connection, pytest.raises(Exception, match="FOREIGN KEY"):
        connection.exec_driver_sql(orphan)


def test_opening_a_migrated_workspace_loads_no_alembic(path):
    code = (
        "import sys; from components.storage.workspace import Workspace; w = Workspace(sys.argv[1]);"
        "w.stories(); w.close();"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'alembic', 'mako', 'pandas', 'streamlit', 'nltk'}))"
    )
    done = in_new_process(code, path)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_migrating_prints_nothing(tmp_path):
    code = (
        "import sys; from components.storage import opening;"
        "opening._upgrade(opening._engine(opening.workspace_url(sys.argv[1])))"
    )
    done = in_new_process(code, tmp_path / "w.sqlite")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_importing_the_package_opens_nothing(tmp_path):
    code = "import components.storage.workspace"
    environment = os.environ | {"PARALLAX_DATABASE": str(tmp_path / "w.sqlite")}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, timeout=120)
    assert list(tmp_path.iterdir()) == []
