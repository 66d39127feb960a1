"""The wording in which a claim was proposed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Remember how each claim was proposed: of those in the lists as they are now, of removed ones nothing."""
    op.add_column("claims", sa.Column("proposed_as", sa.Text))
    op.execute("UPDATE claims SET proposed_as = text WHERE origin = 'proposed' AND NOT removed")
