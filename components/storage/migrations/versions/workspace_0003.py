"""Sources in groups, and what was closed for good."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Give sources a group, empty for those there are, and the workspace a list of what was closed for good."""
    op.add_column("sources", sa.Column("group_name", sa.Text))
    op.create_table(
        "closed", sa.Column("name", sa.String(64), nullable=False), sa.PrimaryKeyConstraint("name", name="pk_closed")
    )
