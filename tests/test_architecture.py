"""Who may import whom. The table is the architecture: a new module needs a row."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hiretool

PACKAGE = Path(hiretool.__file__).parent

# Each layer may import those below it. Within a layer nobody imports a neighbour, except where ALSO says so.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("writers", "packet", "chain"),
    ("job", "kit", "exercise", "scoring", "sourcing", "plan"),
    ("roles", "rubrics", "questions", "organizations"),
    ("store", "load", "discover", "charts"),
    ("files", "document"),
    ("model", "errors", "shipped"),
)
ALSO = {
    "roles": {"rubrics"},  # a role names competencies by the same kinds of id and text
    "questions": {"rubrics"},  # a question's own dimensions have the format's anchors
    "organizations": {"roles", "rubrics"},  # an archetype says where roles stand on the axes
    "load": {"discover"},
}
# Scoring and the packet know nothing of publications, whatever the layers would allow.
WALL = (("scoring", "sourcing"), ("packet", "sourcing"), ("exercise", "sourcing"), ("kit", "sourcing"))

OWNERS = {
    "click": {"cli"},
    "jinja2": {"writers", "questions"},
    "markdown_it": {"writers"},
    "yaml": {"load"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "requests": {"sourcing"},
    "arxiv": {"sourcing"},
    "msgspec": {"sourcing"},
    "tantivy": {"sourcing"},
    "duckdb": {"sourcing"},
    "pyarrow": {"sourcing"},
    "ibis": {"sourcing"},
    "pyspark": {"sourcing"},
    "lightgbm": {"sourcing"},
    "pandas": {"scoring", "packet", "cli", "exercise", "sourcing"},
    "scipy": {"kit", "sourcing", "scoring"},
    "threadpoolctl": {"scoring"},
    "icalendar": {"kit"},
    "typst": {"writers"},
    "docx": {"writers", "job"},
    "pypdf": {"job"},
    "xlsxwriter": {"writers"},
    "python_calamine": {"scoring"},
}
NAMELESS = {"utils", "util", "helpers", "common", "base", "manager", "misc"}


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "_shipped" not in path.parts]


def room(path: Path) -> str:
    """The part of the package that a file belongs to: `cli`, `load`."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


@functools.cache
def imported(path: Path) -> tuple[tuple[str, bool], ...]:
    """Dotted names that a file imports, and whether at its top (not in a function, not for types only)."""
    return tuple(_imported(ast.parse(path.read_text(encoding="utf-8"))))


def _imported(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, id(node) in top) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            if node.module == "hiretool":
                yield from ((f"hiretool.{name.name}", id(node) in top) for name in node.names)
            else:
                yield node.module, id(node) in top


def ours(path: Path) -> set[str]:
    """Rooms that a file imports."""
    names = {name.split(".")[1] for name, _ in imported(path) if name.startswith("hiretool.")}
    return {name for name in names if name != "__version__"} - {room(path)}


def level(name: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def test_every_module_has_a_row() -> None:
    rooms = {room(path) for path in modules()} - {"__init__"}
    assert rooms == {name for layer in LAYERS for name in layer}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        assert not ours(path)
        return
    above = {name for name in ours(path) if level(name) <= level(here)} - ALSO.get(here, set())
    assert not above, f"{path.relative_to(PACKAGE)} imports {sorted(above)}"


@pytest.mark.parametrize(("here", "there"), WALL)
def test_no_publication_record_comes_near_a_score(here: str, there: str) -> None:
    assert not [path for path in modules() if room(path) == here and there in ours(path)]


@pytest.mark.parametrize("package", OWNERS)
def test_a_dependency_has_its_owner(package: str) -> None:
    users = {room(path) for path in modules() for name, _ in imported(path) if name.split(".")[0] == package}
    assert users <= OWNERS[package]


def test_a_command_imports_click_alone_at_its_top() -> None:
    allowed = {"click", "hiretool.model", "hiretool.errors", "hiretool"}
    for path in (PACKAGE / "cli").glob("*.py"):
        if path.name in ("_kit_folder.py",):
            continue
        heavy = {
            name
            for name, top in imported(path)
            if top and name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("hiretool.cli")
        } - allowed
        assert heavy <= {"hiretool.__version__", "hiretool.errors", "hiretool.model"}, f"{path.name}: {sorted(heavy)}"


def test_help_leaves_the_heavy_packages_alone() -> None:
    code = (
        "import sys; sys.argv = ['hiretool', '--help']\n"
        "from hiretool.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print([n for n in ('pandas','sqlalchemy','pydantic','jinja2','numpy','yaml','requests') if n in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_checking_roles_needs_no_table_and_no_database() -> None:
    code = (
        "import sys; sys.argv = ['hiretool', 'role', 'check']\n"
        "from hiretool.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print([n for n in ('pandas','sqlalchemy','numpy','requests','typst') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert not {path.stem for path in modules()} & NAMELESS


# A corpus is a file of SQLite beside an index, and no workspace: what it holds is nobody's but arXiv's.
SPEAKS_SQL = ("store/", "sourcing/corpus/shelf.py", "sourcing/corpus/facts.py", "sourcing/corpus/engine_fts5.py")


def test_only_the_store_and_the_corpus_speak_sql() -> None:
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if not path.relative_to(PACKAGE).as_posix().startswith(SPEAKS_SQL):
            assert not {word for word in ("SELECT ", "INSERT INTO") if word in text}, path
