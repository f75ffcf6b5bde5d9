"""Database URL -> engine whose transactions take the write lock first, or only read.

A transaction of `reading(engine)` sees one state and may not write; every other one waits for its turn at BEGIN. With
SQLite's plain BEGIN, 19 of 20 simultaneous writers fail: a read that later writes cannot be upgraded once another has
committed, and no timeout helps (measured, with SQLite 3.40).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from hiretool.errors import HiretoolError

TIMEOUT_S = 30.0
"""How long a writer waits for its turn, and anybody for a free connection."""

EXPECTED = "expected sqlite:///FILE or postgresql+psycopg://USER@SERVER/NAME"

# Of our own among PostgreSQL's advisory locks, which are per database: "hire" in ASCII.
_WRITE_LOCK = 0x68697265
_CONNECTIONS = 20


def parsed(url: str) -> URL:
    """The URL in parts. Raises: HiretoolError, which does not repeat it: it may hold a password."""
    if url.startswith("sqlite:///"):
        # Not by make_url, to which a question mark in a folder's name starts the options.
        return URL.create("sqlite", database=url.removeprefix("sqlite:///"))
    if url.count("@") > 1:
        raise HiretoolError("The database URL has more than one @; write an @ inside of a password as %40")
    try:
        found = make_url(url)
    except (ArgumentError, ValueError):
        # Without its cause, which quotes the part that it could not read.
        raise HiretoolError(f"The database URL cannot be read; {EXPECTED}") from None
    if found.drivername != "postgresql+psycopg":
        raise HiretoolError(f"The database URL starts with {found.drivername}://; {EXPECTED}")
    return found


def connect(url: URL, *, timeout_s: float = TIMEOUT_S) -> Engine:
    """An engine; nothing is opened yet. Raises: HiretoolError if the driver is not installed."""
    # Parameters are names and notes of people; they do not belong into a traceback.
    make = partial(create_engine, url, hide_parameters=True)
    pool: dict[str, Any] = {"pool_size": 5, "max_overflow": _CONNECTIONS - 5, "pool_timeout": timeout_s}
    if url.drivername == "sqlite":
        engine = make(connect_args={"timeout": timeout_s}, **pool)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    arguments = {} if "connect_timeout" in url.query else {"connect_timeout": 10}
    try:
        engine = make(connect_args=arguments, pool_pre_ping=True, **pool)
    except ImportError as error:
        raise HiretoolError("PostgreSQL needs its driver. Install it: pip install 'hiretool[postgres]'") from error
    event.listen(engine, "begin", partial(_begin_postgresql, timeout_s=timeout_s))
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine, whose transactions see one state of the data, take no lock and may not write."""
    return engine.execution_options(ro=True)


def migrating(engine: Engine) -> Engine:
    """An engine of one connection at a time that may rebuild tables, to which others refer, on SQLite."""
    if engine.dialect.name != "sqlite":
        return engine
    alone = create_engine(engine.url, hide_parameters=True, poolclass=NullPool, connect_args={"timeout": TIMEOUT_S})
    event.listen(alone, "connect", _set_up_sqlite)
    # After the set-up and before BEGIN: inside of a transaction the pragma does nothing.
    event.listen(alone, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = OFF"))
    event.listen(alone, "begin", _begin_sqlite)
    return alone


def empty_journal(engine: Engine) -> None:
    """Take deleted text out of SQLite's journal too, unless somebody reads it right now."""
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        (timeout_ms,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 1000")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        cursor.execute(f"PRAGMA busy_timeout = {timeout_ms}")


def rewritten(engine: Engine) -> bool:
    """Write SQLite's file anew from what it holds now, with an empty journal, so that nothing deleted is left in it.

    Returns: False if somebody reads the database right now, and the journal could not be emptied for that reason.
    """
    if engine.dialect.name != "sqlite":
        return True
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        # The copy would else lie in a file of the folder for temporary files, in the clear.
        for pragma in ("query_only = OFF", "temp_store = MEMORY"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("VACUUM")
        (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute("PRAGMA temp_store = DEFAULT")
    return not busy


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    only_read = connection.get_execution_options().get("ro", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if only_read else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if only_read else "BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection, *, timeout_s: float) -> None:
    if connection.get_execution_options().get("ro", False):
        begin = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
    else:
        # Read committed whatever the server's default is: a snapshot taken while waiting would show an old head.
        begin = (
            "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE;"
            f"SET LOCAL lock_timeout = {round(timeout_s * 1000)};"
            f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})"
        )
    # Several statements in one go are only taken without parameters.
    connection.exec_driver_sql(begin, execution_options={"no_parameters": True})
