"""Where the workspace is, and how it is opened: connection settings and migrations."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from components.storage import schema
from components.storage.errors import WorkspaceTooNew, WorkspaceUnusable

ENVIRONMENT_VARIABLE = "PARALLAX_DATABASE"
DEFAULT_FILE = Path(__file__).resolve().parents[2] / "data" / "workspace" / "parallax.sqlite"

BUSY_SECONDS = 30.0
"""How long one writer waits for another before giving up."""

ONE_WRITER = 7274_5521
"""The lock that writers hold in a PostgreSQL database: any number that no other program there uses."""

# alembic keeps the migration under way in module globals, so one process migrates one database at a time.
_migrating = threading.Lock()


def workspace_url(given: str | None = None) -> URL:
    """The database to open: ``given``, else the environment variable PARALLAX_DATABASE, else the default file.

    A text without ``://`` is the path of a SQLite file. The other kind is PostgreSQL, whose driver has to be
    installed besides. A SQLite database in memory is refused: each thread of the app would see one of its own.
    """
    wanted = given or os.environ.get(ENVIRONMENT_VARIABLE) or str(DEFAULT_FILE)
    file = str(Path(wanted).expanduser())
    try:
        url = make_url(wanted) if "://" in wanted else URL.create("sqlite", database=file)
    except ArgumentError as error:
        raise WorkspaceUnusable("The address of the workspace is neither a database URL nor a path.") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise WorkspaceUnusable(f"The workspace can be kept in SQLite or PostgreSQL, not in {url.get_backend_name()}.")
    in_memory = url.database in (None, "", ":memory:") or "memory" in url.query.values()
    if url.get_backend_name() == "sqlite" and in_memory:
        raise WorkspaceUnusable("The workspace needs a file: a database in memory cannot be shared between sessions.")
    return url


def open_engine(url: URL) -> Engine:
    """An engine on ``url`` with the tables this version needs; makes the file and its folder, migrates if need be.

    Raises WorkspaceTooNew for a workspace of a later version and WorkspaceUnusable for anything that is no
    workspace; neither is touched.
    """
    name = url.render_as_string(hide_password=True)
    try:
        engine = _engine(url)
    except (ArgumentError, ImportError) as error:  # an unknown driver, or one that is not installed
        raise WorkspaceUnusable(f"The workspace {name} cannot be opened: {error}.") from error
    try:
        _prepare(engine)
    except DBAPIError as error:
        engine.dispose()
        raise WorkspaceUnusable(f"The workspace {name} cannot be opened: {error.orig}.") from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True, isolation_level="REPEATABLE READ")
        event.listen(engine, "begin", _begin)
        return engine
    folder = Path(str(url.database)).parent
    if "uri" not in url.query:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkspaceUnusable(f"The folder {folder} cannot be made: {error.strerror}.") from error
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_connection(connection: sqlite3.Connection, _record: object) -> None:
    # sqlite3 would begin a transaction only before the first INSERT, after what was read before it: see _begin.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")


def writer(engine: Engine) -> Engine:
    """The same engine for transactions that write: one at a time, each on what the one before it left."""
    if engine.dialect.name == "postgresql":
        # Readers see one moment throughout. A writer must see what was written while it waited for its turn.
        return engine.execution_options(writing=True, isolation_level="READ COMMITTED")
    return engine.execution_options(writing=True)


def _begin(connection: Connection) -> None:
    # A writer takes the lock before it reads, so nothing it read can change under it and no insert is lost.
    writing = connection.get_execution_options().get("writing", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif connection.dialect.name == "postgresql" and writing:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")


def _prepare(engine: Engine) -> None:
    with engine.connect() as connection:
        version = _version(connection)
    if version is None:
        version = _make(engine)
    if version != schema.HEAD:
        _upgrade(engine)
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)


def _write_ahead(engine: Engine) -> None:
    """Readers and a writer at once. Kept in the file, so set once; SQLite does not wait for the lock here."""
    statement = "PRAGMA journal_mode=WAL"
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        raw = engine.raw_connection()
        try:
            if raw.cursor().execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                raw.cursor().execute(statement)
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise OperationalError(statement, None, error) from error
            time.sleep(0.02)
        finally:
            raw.close()


def _version(connection: Connection) -> str | None:
    """The migration the database stands at, None for an empty one."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if tables:
        raise WorkspaceUnusable("This database holds other tables: it is no Parallax workspace.")
    return None


def _make(engine: Engine) -> str | None:
    """Give an empty database the tables to which all migrations lead, which takes no alembic; its version then."""
    with writer(engine).begin() as connection:
        if not inspect(connection).get_table_names():  # else somebody else was first
            schema.metadata.create_all(connection, checkfirst=False)
            schema.version.create(connection)
            connection.execute(schema.version.insert().values(version_num=schema.HEAD))
        return _version(connection)


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    with _migrating, writer(engine).begin() as connection:
        version = _version(connection)
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if version is not None and version not in known:
            raise WorkspaceTooNew(
                f"This workspace was written by a later version of Parallax (its tables are at {version}, "
                f"this version knows them up to {schema.HEAD}). Update Parallax, or open another workspace."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
