"""The analyst's own words on a story."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Give stories a note and its author's name, both empty for those there are."""
    op.add_column("stories", sa.Column("note", sa.Text))
    op.add_column("stories", sa.Column("note_by", sa.Text))
