"""Decisions in the order in which they were made: of several on a cell the last counts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Number the decisions of a story. Those made before this are all 0 and keep their order, by coder."""
    op.add_column("decisions", sa.Column("position", sa.Integer, nullable=False, server_default=sa.text("0")))
