"""What the database says -> one sentence with what to do about it, where there is something to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, exc

from hiretool.errors import HiretoolError, RemoteError

_BUSY = "is in use by another program that keeps it locked; try again when that has ended"

# By the name of SQLite's result code up to its second underscore. Source: sqlite.org/rescode.html
_SQLITE = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": "may not be written to; allow writing to the file and to its folder",
    "SQLITE_PERM": "may not be opened (permission denied)",
    "SQLITE_FULL": "could not be written: the disk is full. Nothing was changed",
    "SQLITE_IOERR": "could not be read or written; is the disk full, or the folder on a network share?"
    " Nothing was changed",
    "SQLITE_NOTADB": "is not a database; expected one that hiretool made",
    "SQLITE_CORRUPT": "is damaged; put a copy of it back in place",
}

# Source: PostgreSQL manual, appendix A, error codes.
_POSTGRESQL = {
    "25006": "may not be written to (it only reads: a standby, or a setting)",
    "42501": "does not let this user do that; ask for rights on its tables",
    "53100": "could not be written: the server's disk is full. Nothing was changed",
    "55P03": _BUSY,
}

_MENDABLE_BY_THE_USER = ("authentication failed", "no password supplied", "does not exist", "pg_hba.conf")


def name(url: URL) -> str:
    """The database in words: a file, or a name and server, never a user or password."""
    if url.drivername == "sqlite":
        return str(url.database)
    host = url.host or url.query.get("host", "the local socket")
    port = f":{url.port}" if url.port else ""
    return f"PostgreSQL database {url.database or '(default)'!r} at {host}{port}"


@contextmanager
def mendable(url: URL) -> Iterator[None]:
    """Turn what the user can mend into HiretoolError or RemoteError; everything else is a bug and passes."""
    try:
        yield
    except exc.TimeoutError as error:
        raise HiretoolError(f"{name(url)} is in use by too many at once; try again.") from error
    except exc.DBAPIError as error:
        found = sqlite(error.orig, url) if isinstance(error.orig, sqlite3.Error) else _postgresql(error, url)
        if found is None:
            raise
        raise found from error
    except sqlite3.Error as error:
        found = sqlite(error, url)
        if found is None:
            raise
        raise found from error


def sqlite(error: sqlite3.Error, url: URL) -> HiretoolError | None:
    """What to say of an error of SQLite's own; None if the user can do nothing about it."""
    code = "_".join(str(getattr(error, "sqlite_errorname", "")).split("_")[:2])
    problem = _cannot_open(Path(name(url))) if code == "SQLITE_CANTOPEN" else _SQLITE.get(code)
    return HiretoolError(f"{name(url)} {problem}.") if problem else None


def _cannot_open(path: Path) -> str:
    if path.is_dir():
        return "is a folder; expected a database file"
    if not path.parent.is_dir():
        return "cannot be opened: its folder does not exist"
    return "cannot be opened; allow reading and writing to the file and to its folder"


def _postgresql(error: exc.DBAPIError, url: URL) -> HiretoolError | None:
    state = getattr(error.orig, "sqlstate", None)
    if problem := _POSTGRESQL.get(state or ""):
        return HiretoolError(f"{name(url)} {problem}.")
    # No connection came about (no state), or it was lost. Source: as above, classes 08, 53 and 57P.
    if isinstance(error, exc.OperationalError) and (state is None or state.startswith(("08", "28", "3D", "53", "57P"))):
        said = str(error.orig).strip().partition("\n")[0]
        reason = said.rpartition("failed: ")[2].removeprefix("FATAL:").strip()
        kind = HiretoolError if any(part in reason for part in _MENDABLE_BY_THE_USER) else RemoteError
        return kind(f"{name(url)} cannot be used: {reason}.")
    return None
