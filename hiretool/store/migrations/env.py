"""Run by Alembic: migrate the connection that schema.upgrade hands over, in its transaction."""

from __future__ import annotations

from alembic import context

from hiretool.store.models import Base
from hiretool.store.schema import TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
