"""A folder with hiretool.toml -> where its database and library are."""

from __future__ import annotations

import json
import os
import re
import tomllib
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool import files
from hiretool.errors import DataError, HiretoolError, suggestion
from hiretool.store import controller
from hiretool.store.controller import Controller

if TYPE_CHECKING:
    # Commands that only want to know the library's folder go without SQLAlchemy.
    from hiretool.store.store import Store

FILE = "hiretool.toml"
FOLDER_VARIABLE = "HIRETOOL_WORKSPACE"
DATABASE_VARIABLE = "HIRETOOL_DATABASE"
DEFAULT_DATABASE = "sqlite:///hiretool.db"
KEYS = ("database", "database_env", "library")

_SQLITE = "sqlite:///"
_POSTGRESQL = "postgresql+psycopg://"
_SAME_AS_POSTGRESQL = ("postgresql://", "postgres://")
_PASSWORD = re.compile(r"://[^/@]*:[^@]+@|[?&]password=")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

_WORDS = """\
# A hiretool workspace: what was opened, given, rated and decided is remembered in its database.

# sqlite:///FILE (in this folder), or postgresql+psycopg://USER@SERVER/NAME for a team.
# A URL with a password is better kept out of this file:
#   database_env = "NAME"    takes it from the environment variable NAME.
# HIRETOOL_DATABASE, where set, is used instead of both.
{database}

# A folder with an organization's own rubrics/ and question_bank/, laid over the shipped ones by id.
{library}

# Needed before anybody is found and kept on file (docs/privacy.md): what the letter to them says of you.
# [privacy]
# controller = "Example Ltd"
# address = "1 Example Street, Example City"
# contact = "where to write to object, or to ask"
# interests = "to find people for openings that need published expertise"
# balancing_test = "how that was weighed against theirs, or where it is written down"
# retention_months = 6
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What hiretool.toml and the environment say."""

    database: str = field(repr=False)
    """URL; a SQLite file by its full path. Not in the repr: it may hold a password."""
    library: Path | None
    privacy: Controller = field(default_factory=Controller)
    """Who answers for people found and kept on file."""


@dataclass(frozen=True, slots=True)
class Workspace:
    folder: Path
    settings: Settings

    def store(self) -> Store:
        """The workspace's database, with its tables up to date; to be closed, or used in `with`.

        Raises: HiretoolError or RemoteError if it cannot be used, or is gone.
        """
        file = _sqlite_file(self.settings.database)
        if file and not file.exists():
            raise HiretoolError(
                f"{file} does not exist, though {self.folder / FILE} names it. Put it back, or begin anew: remove"
                f" {FILE} and run hiretool init"
            )
        return _migrated(self.settings.database)


def create(folder: Path, *, database: str | None = None, library: str | None = None) -> Workspace:
    """Make a workspace in `folder`, which need not exist; on failure nothing is left behind.

    database: URL, a relative SQLite file lying in `folder`; None is hiretool.db there, or what HIRETOOL_DATABASE says.
    A database that hiretool made before is taken over as it is. library: folder, seen from here.
    Raises: HiretoolError if the folder is a workspace already, or if anything cannot be made.
    """
    file = folder / FILE
    if file.exists():
        raise HiretoolError(f"{folder} is a workspace already; its settings are in {file}")
    if library is not None and not Path(library).expanduser().is_dir():
        raise HiretoolError(f"{library}: no such folder; expected one that holds rubrics/ or question_bank/")
    text = _text(folder, database, library)
    settings = _settings(text, file)
    with ExitStack() as undo:
        _make_folder(folder, undo)
        if (stored := _sqlite_file(settings.database)) and not stored.exists():
            for suffix in ("", "-wal", "-shm"):
                undo.callback(Path(f"{stored}{suffix}").unlink, missing_ok=True)
        _migrated(settings.database).close()
        files.write(file, text.encode(), force=False)
        undo.pop_all()
    if database and _PASSWORD.search(database):
        file.chmod(0o600)
    return Workspace(folder, settings)


def open(folder: Path) -> Workspace:
    """The workspace in `folder`; its database is not touched yet.

    Raises: DataError, with the line, for a mistake in hiretool.toml; HiretoolError if there is none.
    """
    file = folder / FILE
    if not os.path.isfile(file):
        raise HiretoolError(f"{folder} is no workspace: {FILE} is not there. Make one with: hiretool init {folder}")
    return Workspace(folder, _settings(files.text(file), file))


def find(start: Path | None = None) -> Path | None:
    """The folder that HIRETOOL_WORKSPACE names, else the nearest with hiretool.toml from `start` (here) upwards."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named).expanduser()
    first = Path(os.path.abspath(start or Path.cwd()))
    return next((folder for folder in (first, *first.parents) if os.path.isfile(folder / FILE)), None)


def _migrated(url: str) -> Store:
    from hiretool.store.store import Store

    store = Store(url)
    try:
        store.migrate()
    except BaseException:
        store.close()
        raise
    return store


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        for path in reversed(missing):
            path.mkdir()
            undo.callback(path.rmdir)
    except OSError as error:
        raise HiretoolError(f"{folder}: cannot be made ({error.strerror or error})") from error
    if not folder.is_dir():
        raise DataError(folder, "", "is a file; expected a folder")


def _text(folder: Path, database: str | None, library: str | None) -> str:
    """What hiretool.toml is to say."""
    if database is not None:
        where = f"database = {_quoted(database)}"
    elif os.environ.get(DATABASE_VARIABLE):
        where = f"database_env = {_quoted(DATABASE_VARIABLE)}"
    else:
        where = f"database = {_quoted(DEFAULT_DATABASE)}"
    if library is None:
        return _WORDS.format(database=where, library='# library = "../our-library"')
    path = Path(library).expanduser()
    seen = path if path.is_absolute() else Path(os.path.relpath(path, folder))
    return _WORDS.format(database=where, library=f"library = {_quoted(seen.as_posix())}")


def _quoted(text: str) -> str:
    """A TOML basic string: as JSON has it, but for one character that only TOML escapes."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _settings(text: str, file: Path) -> Settings:
    """Raises: DataError with the line."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else len(text.splitlines())
        raise DataError(file, line, f"is not valid TOML: {_TOML_PLACE.sub('', str(error))}") from error
    answers = controller.controller(found.pop(controller.TABLE, {}), file, lambda name: _line(text, name))
    for name, value in found.items():
        if name not in KEYS:
            raise DataError(file, _line(text, name), f"{name}: unknown key. {suggestion(name, KEYS)}")
        if not isinstance(value, str):
            raise DataError(file, _line(text, name), f"{name}: expected text in quotes")
        if not value:
            raise DataError(file, _line(text, name), f"{name}: is blank; take the line out, or fill it in")
    library = found.get("library")
    folder = Path(os.path.abspath(file.parent))
    return Settings(_database(found, text, file), folder / Path(library).expanduser() if library else None, answers)


def _database(found: dict[str, str], text: str, file: Path) -> str:
    """URL of the database: of the environment, else of the file, else the default one."""
    if "database" in found and "database_env" in found:
        raise DataError(file, _line(text, "database_env"), "database_env: stands beside database; expected one of them")
    if given := os.environ.get(DATABASE_VARIABLE):
        return _url(given, file, DATABASE_VARIABLE)
    variable = found.get("database_env")
    if variable is None:
        return _url(found.get("database", DEFAULT_DATABASE), file, _line(text, "database"))
    if not os.environ.get(variable):
        problem = f"database_env: the environment variable {variable} is not set; expected the database URL in it"
        raise DataError(file, _line(text, "database_env"), problem)
    return _url(os.environ[variable], file, variable)


def _url(given: str, file: Path, where: str | int) -> str:
    """The URL with a full path or driver. Raises: DataError, which does not repeat it: it may hold a password."""
    for start in (_POSTGRESQL, *_SAME_AS_POSTGRESQL):
        if given.startswith(start):
            return _POSTGRESQL + given.removeprefix(start)
    path = given.removeprefix(_SQLITE)
    if path in ("", given, ":memory:"):
        problem = f"database: expected {_SQLITE}FILE or {_POSTGRESQL}USER@SERVER/NAME"
        raise DataError(file, where, problem)
    return f"{_SQLITE}{os.path.abspath(file.parent / Path(path).expanduser())}"


def _sqlite_file(url: str) -> Path | None:
    return Path(url.removeprefix(_SQLITE)) if url.startswith(_SQLITE) else None


def _line(text: str, name: str) -> int:
    """Number of the line that sets a key."""
    sets = re.compile(rf"""\s*\[*\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if sets.match(line)), 1)
