"""The same tests on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from hiretool.store.store import Store
from hiretool.store.workspace import DATABASE_VARIABLE, FOLDER_VARIABLE
from tests.postgres import Server, server

BOTH = ("sqlite", "postgresql")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (DATABASE_VARIABLE, FOLDER_VARIABLE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with server() as found:
        yield found


@pytest.fixture(scope="session")
def migrated(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Callable[[str], str]]:
    """Dialect -> a database with tables and nothing else, made once: a file or a name, to be copied."""
    made: dict[str, str] = {}
    databases = ExitStack()

    def template(dialect: str) -> str:
        if dialect not in made:
            if dialect == "sqlite":
                found = str(tmp_path_factory.mktemp("template") / "hiretool.db")
                url = f"sqlite:///{found}"
            else:
                server: Server = request.getfixturevalue("postgresql")
                found = databases.enter_context(server.database())
                url = server.at(found)
            with Store(url) as store:
                store.migrate()
            made[dialect] = found
        return made[dialect]

    with databases:
        yield template


@pytest.fixture(params=BOTH)
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'hiretool.db'}"
        return
    server: Server = request.getfixturevalue("postgresql")
    with server.database() as name:
        yield server.at(name)


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Callable[[str], str]) -> Iterator[str]:
    """A database with tables and nothing in them."""
    template = migrated(request.param)
    if request.param == "sqlite":
        yield f"sqlite:///{shutil.copy(template, tmp_path / 'hiretool.db')}"
        return
    server: Server = request.getfixturevalue("postgresql")
    with server.database(template) as name:
        yield server.at(name)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url, timeout_s=20) as found:
        yield found


@pytest.fixture
def file(tmp_path: Path, migrated: Callable[[str], str]) -> Path:
    """A SQLite database with tables, for what only files do."""
    return Path(shutil.copy(migrated("sqlite"), tmp_path / "hiretool.db"))
