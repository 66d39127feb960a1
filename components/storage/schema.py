"""The tables of the workspace.

An empty database is given these tables as they are; those of an earlier version become them by the migrations in
``migrations/versions``. A test holds the two together. A migration imports nothing from here: the tables below are
today's, a migration is of its day.
"""

from __future__ import annotations

import json

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
    text,
)

from components.storage.errors import UnstorableText

HEAD = "0005"
"""The migration that this code works with."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def storable(text: str, *, nul: bool = True) -> str:
    """``text`` itself if the database gives it back exactly, else UnstorableText with a sentence.

    Half a surrogate pair is no character and has no UTF-8 form. NUL is kept by SQLite, refused by others.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnstorableText(
            f"The text holds half a surrogate pair (U+{ord(text[error.start]):04X}) at character {error.start + 1}, "
            "which is not a valid character."
        ) from None
    if not nul and "\0" in text:
        raise UnstorableText(
            f"The text holds a NUL at character {text.index(chr(0)) + 1}, which this database refuses."
        )
    return text


class ExactText(TypeDecorator[str]):
    """Text that comes back exactly or is refused with a sentence."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value, nul=dialect.name == "sqlite")


class Json(TypeDecorator[object]):
    """JSON in a text column, in ASCII, so that every string comes back exactly on every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002
        return None if value is None else json.loads(value)


metadata = MetaData(naming_convention=NAMES)

stories = Table(
    "stories",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("slug", String(80), nullable=False, unique=True),
    Column("title", ExactText, nullable=False),
    Column("created", String(32), nullable=False),
    Column("changed", String(32), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("settings", Json, nullable=False),
    Column("claims_proposed", Boolean, nullable=False),
    Column("last_claim", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False, server_default=false()),
    Column("note", ExactText),
    Column("note_by", ExactText),
)

# ``text`` is empty (NULL) while it is what ``measured_text(original, cuts)`` gives, the ordinary case:
# an article of 10 MB is then stored once, and putting a block back records no second copy for the undo.
articles = Table(
    "articles",
    metadata,
    Column("story_id", ForeignKey("stories.id"), primary_key=True),
    Column("id", ExactText, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("source", ExactText, nullable=False),
    Column("title", ExactText, nullable=False),
    Column("date", String(10), nullable=False),
    Column("author", ExactText, nullable=False),
    Column("url", ExactText, nullable=False),
    Column("language", ExactText, nullable=False),
    Column("note", ExactText, nullable=False),
    Column("original", ExactText, nullable=False),
    Column("text", ExactText),
    Column("cuts", Json, nullable=False),
    Column("removed", Boolean, nullable=False, server_default=false()),
)

sources = Table(
    "sources",
    metadata,
    Column("story_id", ForeignKey("stories.id"), primary_key=True),
    Column("name", ExactText, primary_key=True),
    Column("colour", Integer, nullable=False),
    Column("short_name", ExactText),
    Column("group_name", ExactText),
)

# what a person closed for good, in all stories
closed = Table("closed", metadata, Column("name", String(64), primary_key=True))

# ``proposed_as``: the wording in which Parallax proposed the claim, empty (NULL) for the analyst's own and for one that
# a later proposal or another list let go. A row that was removed or reworded while it has one, a person settled.
claims = Table(
    "claims",
    metadata,
    Column("story_id", ForeignKey("stories.id"), primary_key=True),
    Column("id", ExactText, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("note", ExactText, nullable=False),
    Column("origin", String(16), nullable=False),
    Column("removed", Boolean, nullable=False, server_default=false()),
    Column("proposed_as", ExactText),
)

# ``position`` rises with every decision of the story: of several on a cell the last counts.
decisions = Table(
    "decisions",
    metadata,
    Column("story_id", ForeignKey("stories.id"), primary_key=True),
    Column("claim_id", ExactText, primary_key=True),
    Column("article_id", ExactText, primary_key=True),
    Column("coder", ExactText, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("note", ExactText, nullable=False),
    Column("position", Integer, nullable=False, server_default=text("0")),
    ForeignKeyConstraint(["story_id", "claim_id"], ["claims.story_id", "claims.id"], ondelete="CASCADE"),
    ForeignKeyConstraint(["story_id", "article_id"], ["articles.story_id", "articles.id"], ondelete="CASCADE"),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("story_id", ForeignKey("stories.id"), nullable=False),
    Column("label", ExactText, nullable=False),
    Column("steps", Json, nullable=False),
    Index(None, "story_id"),
    sqlite_autoincrement=True,
)

measurements = Table(
    "measurements",
    metadata,
    Column("key", String(128), primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    Column("stored", BigInteger, nullable=False),
    Index(None, "stored"),
)

# alembic's own: which migration the database stands at
version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
