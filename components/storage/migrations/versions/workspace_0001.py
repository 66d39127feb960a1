"""The first workspace: stories, articles, sources, claims, decisions, journal, measurements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stories",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("changed", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("settings", sa.Text, nullable=False),
        sa.Column("claims_proposed", sa.Boolean, nullable=False),
        sa.Column("last_claim", sa.Integer, nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
        sa.UniqueConstraint("slug", name="uq_stories_slug"),
    )
    op.create_table(
        "articles",
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("date", sa.String(10), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("original", sa.Text, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("cuts", sa.Text, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("story_id", "id", name="pk_articles"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_articles_story_id"),
    )
    op.create_table(
        "sources",
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("colour", sa.Integer, nullable=False),
        sa.Column("short_name", sa.Text),
        sa.PrimaryKeyConstraint("story_id", "name", name="pk_sources"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_sources_story_id"),
    )
    op.create_table(
        "claims",
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("story_id", "id", name="pk_claims"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_claims_story_id"),
    )
    op.create_table(
        "decisions",
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("claim_id", sa.Text, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story_id", "claim_id", "article_id", "coder", name="pk_decisions"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_decisions_story_id"),
        sa.ForeignKeyConstraint(
            ["story_id", "claim_id"],
            ["claims.story_id", "claims.id"],
            name="fk_decisions_story_id_claim_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["story_id", "article_id"],
            ["articles.story_id", "articles.id"],
            name="fk_decisions_story_id_article_id",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("story_id", sa.String(32), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("steps", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_journal_story_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_story_id", "journal", ["story_id"])
    op.create_table(
        "measurements",
        sa.Column("key", sa.String(128), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("stored", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_measurements"),
    )
    op.create_index("ix_measurements_stored", "measurements", ["stored"])
