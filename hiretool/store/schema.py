"""Which tables a database has, and how it gets those that this program needs."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from hiretool.errors import HiretoolError
from hiretool.store import engine as engines
from hiretool.store import failures
from hiretool.store.models import Base

HEAD = "0003"
"""The last migration. Revisions are numbers of four digits, so that a later one is larger."""

TABLE = "hiretool_schema"
"""Holds the revision; not Alembic's usual name, which another program in the same database may use."""

MIGRATIONS = Path(__file__).parent / "migrations"


def revision(connection: Connection) -> str | None:
    """The database's revision; None if it has none of our tables."""
    try:
        found = connection.scalar(text(f"SELECT version_num FROM {TABLE}"))
    except (OperationalError, ProgrammingError) as error:
        if getattr(error.orig, "sqlstate", None) == "42P01" or "no such table" in str(error.orig):
            return None
        raise
    return None if found is None else str(found)


def migrate(engine: Engine) -> None:
    """Bring the database to HEAD; one SELECT where it is there already.

    Raises: HiretoolError if a newer hiretool made it, or if it is another program's.
    """
    with engines.reading(engine).connect() as connection:
        found = revision(connection)
    if found == HEAD:
        return
    alone = engines.migrating(engine)
    with alone.begin() as connection:
        # Again, behind the lock: somebody else may have been first.
        found = revision(connection) if inspect(connection).has_table(TABLE) else None
        if found is None:
            _refuse_strangers(connection)
        elif found > HEAD:
            raise HiretoolError(
                f"{failures.name(engine.url)} was made by a newer hiretool (schema {found}; this one knows {HEAD})."
                " Upgrade it: pip install --upgrade hiretool"
            )
        if found != HEAD:
            upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Run what is missing, in the transaction of `connection`: all of it or nothing."""
    # Here, not at the top: Alembic costs a quarter of a second, and is hardly ever needed.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise RuntimeError(f"the migration left a row of {broken[0]} that refers to nothing")


def _refuse_strangers(connection: Connection) -> None:
    tables = set(inspect(connection).get_table_names())
    # A SQLite file belongs to one program; a PostgreSQL database may be shared, as long as no name clashes.
    strange = tables if connection.dialect.name == "sqlite" else tables & set(Base.metadata.tables)
    if strange:
        raise HiretoolError(
            f"{failures.name(connection.engine.url)} has tables of another program ({', '.join(sorted(strange)[:5])});"
            " expected an empty database, or one that hiretool made"
        )
