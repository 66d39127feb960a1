"""Run by alembic: migrate the database of the connection that ``opening.upgrade`` hands over."""

from alembic import context

from components.storage.schema import metadata

# No transaction is begun here: the caller holds one, so a migration happens whole or not at all.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
