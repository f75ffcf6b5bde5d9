"""The same tests on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from hiretool.store.models import Base
from hiretool.store.store import Store
from tests.postgres import Server, server

BOTH = ("sqlite", "postgresql")
# The salt stays.
EMPTY = f"""
    ALTER TABLE audit DISABLE TRIGGER audit_truncate;
    TRUNCATE {", ".join(name for name in Base.metadata.tables if name != "setting")} RESTART IDENTITY;
    ALTER TABLE audit ENABLE TRIGGER audit_truncate;
    DELETE FROM setting WHERE name <> 'salt'
"""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with server() as found:
        yield found


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql: Server) -> Iterator[str]:
    """URL of a database with tables, for one test after the other."""
    with postgresql.database() as name:
        with Store(postgresql.at(name)) as store:
            store.migrate()
        yield postgresql.at(name)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with tables and nothing in them, to be copied."""
    found = tmp_path_factory.mktemp("migrated") / "hiretool.db"
    with Store(f"sqlite:///{found}") as store:
        store.migrate()
    return found


@pytest.fixture
def file(tmp_path: Path, migrated_sqlite: Path) -> Path:
    """A SQLite database with tables, for what only files do."""
    return Path(shutil.copy(migrated_sqlite, tmp_path / "hiretool.db"))


@pytest.fixture
def emptied_postgresql(migrated_postgresql: str) -> str:
    engine = create_engine(migrated_postgresql)
    with engine.begin() as connection:
        connection.exec_driver_sql(EMPTY, execution_options={"no_parameters": True})
    engine.dispose()
    return migrated_postgresql


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest) -> str:
    """A database with tables and nothing in them."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('file')}"
    return str(request.getfixturevalue("emptied_postgresql"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url, timeout_s=20) as found:
        yield found


@pytest.fixture(params=BOTH)
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'hiretool.db'}"
        return
    postgresql: Server = request.getfixturevalue("postgresql")
    with postgresql.database() as name:
        yield postgresql.at(name)
