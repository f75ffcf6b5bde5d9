"""Whatever a person gets wrong ends in a line or two that says what and what instead, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import gzip
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from hiretool import shipped
from tests.conftest import LIBRARY, Result, Run
from tests.nobody import unprivileged

MOST_LINES = 8
HEADER = "role,candidate,interviewer,interview,competency,rating,note,recommendation,submitted_at\n"
CARDS = HEADER + "engineer,Ada,Bo,find-out,debugging,3,,yes,2026-09-01\n"
LAST_ROW = "pair-debugging/last-row"


def left_in(folder: Path) -> list[str]:
    """All files and folders, hidden ones too; what Python itself caches is no business of ours."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    return sorted(name for name in found if "__pycache__" not in name)


@pytest.fixture
def ours(run: Run) -> Run:
    """The command line with the test library laid over the shipped one."""
    return lambda *arguments, **options: run("--library", LIBRARY, *arguments, **options)


def fails(done: Result, code: int = 1, saying: str = "") -> None:
    """It ended as it should, and said so in a few lines on standard error alone."""
    assert done.code == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert 1 <= len(done.stderr.splitlines()) <= MOST_LINES
    assert saying in " ".join(done.stderr.split())


# Names.


def role_commands(name: str) -> list[tuple[str, ...]]:
    return [
        ("role", "show", name),
        ("role", "check", name),
        ("rubric", "show", name, "--interview", "background"),
        ("job", "write", name, "--company", "company.yaml"),
        ("kit", "build", name, "--candidate", "Ada"),
        ("scorecard", "blank", name),
        ("score", "table", "cards.csv", "--role", name),
        ("packet", "build", "cards.csv", "--role", name),
        ("people", "find", "--role", name, "--from", "papers.jsonl"),
        ("question", "list", "--role", name),
    ]


def question_commands(name: str) -> list[tuple[str, ...]]:
    return [
        ("question", "show", name),
        ("question", "check", name),
        ("question", "start", name, "-o", "out"),
    ]


@pytest.fixture
def good_files(tmp_path: Path) -> None:
    """Files that are right, so that only the name is wrong."""
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")
    shutil.copy(shipped.demo() / "company.yaml", tmp_path / "company.yaml")
    (tmp_path / "papers.jsonl").write_text("", encoding="utf-8")


OUTSIDE = ["../../etc/passwd", "/etc/passwd", "../roles/engineer", "engineer.yaml", "", "*"]


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("command", role_commands("ROLE"), ids=" ".join)
def test_a_role_is_a_name_and_never_a_path(ours: Run, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    before = left_in(tmp_path)
    done = ours(*[name if word == "ROLE" else word for word in command])
    fails(done, saying=f"No role named {name!r}.")
    assert left_in(tmp_path) == before


@pytest.mark.parametrize(
    "name", [*OUTSIDE, "math/../math/two-coins", "math", "math/", "/two-coins", "..", "~", "%2e%2e"]
)
@pytest.mark.parametrize("command", question_commands("QUESTION"), ids=" ".join)
def test_a_question_is_a_name_and_never_a_path(ours: Run, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    done = ours(*[name if word == "QUESTION" else word for word in command])
    fails(done, saying=f"No question named {name!r}.")
    assert left_in(tmp_path) == []


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize("command", role_commands("enginer"), ids=" ".join)
def test_a_misspelt_role_is_suggested(ours: Run, command: tuple[str, ...]) -> None:
    fails(ours(*command), saying="No role named 'enginer'. Did you mean 'engineer'?")


@pytest.mark.parametrize("command", question_commands("math/two-coin"), ids=" ".join)
def test_a_misspelt_question_is_suggested(ours: Run, command: tuple[str, ...]) -> None:
    fails(ours(*command), saying="No question named 'math/two-coin'. Did you mean 'math/two-coins'?")


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize(
    ("command", "saying"),
    [
        (
            "rubric show engineer --interview theroy",
            "engineer has no theroy round at level mid. Its formats there: background",
        ),
        ("scorecard blank engineer --interview fnd-out", "Did you mean 'find-out'?"),
        (
            "kit build engineer --candidate A --rounds fnd-out",
            "No round of engineer at level mid named 'fnd-out'. Did you",
        ),
        (
            "kit build engineer --candidate A --rounds why --level junior",
            "No round of engineer at level junior named 'why'.",
        ),
        ("kit build engineer --candidate A --minutes 20", "No round fits into 20 minutes; the shortest takes 30."),
        ("job write engineer --company company.yaml --org embeded", "Did you mean 'embedded'?"),
        ("question list --interview theroy", "No interview format named 'theroy'. Did you mean 'theory'?"),
        ("question list --competency codin", "No competency named 'codin'. Did you mean 'coding'?"),
        (
            "score table cards.csv --role researcher",
            "cards.csv has no scorecard for role 'researcher'. Known: engineer.",
        ),
        (
            "packet build cards.csv --role researcher",
            "cards.csv has no scorecard for role 'researcher'. Known: engineer.",
        ),
    ],
)
def test_any_other_unknown_name_is_answered_with_the_known_ones(ours: Run, command: str, saying: str) -> None:
    fails(ours(*command.split()), saying=saying)


# Usage.


@pytest.mark.parametrize(
    ("command", "saying"),
    [
        ("rolle list", "No command named 'rolle'. Did you mean 'role'?"),
        ("zzz", "No command named 'zzz'. Known: "),
        ("role lst", "Did you mean 'list'?"),
        ("role list --fromat json", "Did you mean '--format'?"),
        ("role list --format yaml", "'yaml' is not one of"),
        ("role show", "Missing argument 'ROLE'"),
        ("role show engineer researcher", "unexpected extra argument"),
        ("role show engineer --level boss", "'boss' is not one of 'junior', 'mid', 'senior', 'staff'"),
        ("rubric show engineer", "Missing option '--interview'"),
        ("job write engineer", "Missing option '--company'"),
        ("question show math/two-coins --seed -1", "-1 is not in the range x>=0"),
        ("question show math/two-coins --seed one", "'one' is not a valid integer"),
        ("question check --seeds 0", "0 is not in the range 1<=x<=200"),
        ("question start math/two-coins", "Missing option '-o'"),
        ("kit build engineer", "Missing option '--candidate'"),
        ("kit build engineer --candidate=", "--candidate is blank"),
        ("kit build engineer --candidate A --minutes 5", "5 is not in the range x>=10"),
        ("people find", "Give QUERY, or --role to use the role's query."),
        ("people find cat:cs.LG --role engineer", "Give QUERY, or --role"),
        ("people find cat:cs.LG --from a --live", "--from, --corpus and --live exclude each other."),
        ("people find cat:cs.LG --from a --until tomorrow", "'tomorrow' does not match the format '%Y-%m-%d'"),
        ("people find cat:cs.LG --from a --months 0", "0 is not in the range"),
        ("score table a.csv", "Missing option '--role'"),
        ("score table a.csv --role engineer --extra maybe", "'maybe' is not one of 'error', 'ignore'"),
        ("scorecard import", "Missing argument 'FILE'"),
        ("scorecard import a.csv --skip-bad b.csv -o b.csv", "--skip-bad and -o name the same file"),
        ("schema", "Missing option '-o'"),
        ("completion tcsh", "'tcsh' is not one of 'bash', 'zsh', 'fish'"),
        ("--library", "requires an argument"),
    ],
)
def test_wrong_usage_ends_with_2_and_shows_the_way_to_help(run: Run, tmp_path: Path, command: str, saying: str) -> None:
    fails(run(*command.split()), 2, saying)
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("command", "file", "saying"),
    [
        ("role show engineer", "a.csv", "a.csv: csv is not written here; expected table, json, markdown"),
        ("scorecard import cards.csv", "a.md", "a.md: markdown is not written here; expected csv, xlsx, json"),
        ("job write engineer --company company.yaml", "a.xlsx", "a.xlsx: xlsx is not written here; expected markdown"),
    ],
)
@pytest.mark.usefixtures("good_files")
def test_an_ending_that_the_command_cannot_write_is_refused(ours: Run, command: str, file: str, saying: str) -> None:
    fails(ours(*command.split(), "-o", file), 2, saying)
    assert not Path(file).exists()


# Files in.

READERS = {
    "score table": ("score", "table", "FILE", "--role", "engineer"),
    "score sensitivity": ("score", "sensitivity", "FILE", "--role", "engineer"),
    "score agreement": ("score", "agreement", "FILE"),
    "score reliability": ("score", "reliability", "FILE"),
    "score components": ("score", "components", "FILE", "--terms", "candidate"),
    "packet build": ("packet", "build", "FILE", "--role", "engineer"),
    "scorecard import": ("scorecard", "import", "FILE"),
    "job write": ("job", "write", "engineer", "--company", "FILE"),
    "people find": ("people", "find", "cat:cs.LG", "--from", "FILE"),
    "people report": ("people", "report", "FILE"),
}

BAD_FILES = {
    "empty": b"",
    "blank": b"\n \n\n",
    "random": bytes(range(256)) * 4,
    "utf-16": CARDS.encode("utf-16"),
    "latin-1": "Zoë\n".encode("latin-1") + CARDS.encode(),
    "nul": CARDS.encode() + b"\0",
    "zip": b"PK\x03\x04" + bytes(50),
    "gzip, cut": gzip.compress(CARDS.encode() * 100)[:60],
    "another table": b"a,b\n1,2\n",
    "a list": b"- a\n- b\n",
    "json": b'{"a": [1, 2]}',
    "json, cut": b'{"a": [1,',
    "html": b"<!doctype html><p>Log in",
    "deep": b"[" * 100_000,
    "a long line": b"x" * 300_000,
    "many lines": b"x\n" * 20_000,
}


@pytest.mark.parametrize("kind", BAD_FILES)
@pytest.mark.parametrize("command", READERS)
def test_a_file_of_the_wrong_kind_is_refused_by_name(ours: Run, tmp_path: Path, command: str, kind: str) -> None:
    (tmp_path / "input").write_bytes(BAD_FILES[kind])
    done = ours(*["input" if word == "FILE" else word for word in READERS[command]], "-o", "out")
    fails(done, saying="input")
    assert left_in(tmp_path) == ["input"]


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("place", ["missing", "folder", "file/x", "a" * 300])
def test_a_file_that_cannot_be_opened_is_refused_by_name(ours: Run, tmp_path: Path, command: str, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    fails(ours(*[place if word == "FILE" else word for word in READERS[command]]), saying=f"Error: {place}: ")
    assert left_in(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize("command", READERS)
def test_a_file_that_may_not_be_read_is_refused_by_name(
    ours: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    with monkeypatch.context() as patched, unprivileged() as folder:
        patched.chdir(folder)
        (folder / "shut").touch(mode=0o000)
        done = ours(*["shut" if word == "FILE" else word for word in READERS[command]])
    fails(done, saying="Error: shut: ")
    assert "permission denied" in done.stderr.lower()


STDIN = [name for name in READERS if name != "job write"]


@pytest.mark.parametrize("command", STDIN)
@pytest.mark.parametrize("kind", ["empty", "random", "utf-16", "nul", "zip", "another table"])
def test_standard_input_is_called_so(ours: Run, tmp_path: Path, command: str, kind: str) -> None:
    done = ours(*["-" if word == "FILE" else word for word in READERS[command]], input=BAD_FILES[kind])
    fails(done, saying="standard input")
    assert left_in(tmp_path) == []


def test_every_bad_row_of_a_file_is_told(ours: Run, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text(HEADER + "engineer,Ada,Bo,x,coding,9,,,\n" * 3, encoding="utf-8")
    done = ours("scorecard", "import", "cards.csv", "-o", "out.csv")
    fails(done, saying="cards.csv:row 2: rating: expected 1, 2, 3, 4, mixed or blank")
    assert "cards.csv:row 4: " in done.stderr
    assert "3 of 3 rows cannot be taken; nothing was taken." in done.stderr
    assert left_in(tmp_path) == ["cards.csv"]


def test_a_competency_that_is_not_weighed_is_named(ours: Run, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text(CARDS.replace("debugging", "debuging"), encoding="utf-8")
    for command in ("score table", "packet build"):
        done = ours(*["cards.csv" if word == "FILE" else word for word in READERS[command]])
        fails(done, saying="The role does not weigh debuging. 'debuging': Did you mean 'debugging'?")


# Libraries.


@pytest.mark.parametrize("place", ["missing", "empty", "cards.csv"])
@pytest.mark.parametrize("command", [("role", "list"), ("question", "list"), ("role", "check")], ids=" ".join)
def test_a_folder_that_is_no_library_is_refused(
    run: Run, tmp_path: Path, command: tuple[str, ...], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cards.csv").touch()
    fails(
        run("--library", place, *command), saying=f"{tmp_path / place}: no library there; expected a folder that holds"
    )
    monkeypatch.setenv("HIRETOOL_LIBRARY", place)
    fails(run(*command), saying=f"{tmp_path / place}: no library there")


BROKEN = {
    "rubrics/roles/engineer.yaml": [
        ("role", "show", "engineer"),
        ("role", "list"),
        ("kit", "build", "engineer", "--candidate", "A"),
    ],
    "rubrics/competencies/debugging.yaml": [
        ("rubric", "show", "engineer", "--interview", "find-out"),
        ("scorecard", "blank", "engineer"),
    ],
    "rubrics/formats/background.yaml": [
        ("kit", "build", "engineer", "--candidate", "A"),
        ("question", "check", "theory/curve-up"),
    ],
    f"question_bank/{LAST_ROW}/question.yaml": [
        ("question", "list"),
        ("question", "show", LAST_ROW),
        ("question", "start", LAST_ROW, "-o", "out"),
    ],
    f"question_bank/{LAST_ROW}/rubric.yaml": [("kit", "build", "engineer", "--candidate", "A", "-o", "out")],
    f"question_bank/{LAST_ROW}/prompt.md": [
        ("question", "show", LAST_ROW),
        ("question", "start", LAST_ROW, "-o", "out"),
    ],
    f"question_bank/{LAST_ROW}/interviewer.md": [("question", "show", LAST_ROW, "--guide")],
}


# Without its main file a thing does not exist; without another it is broken.
DAMAGED = [
    (damage, file, command)
    for file, commands in BROKEN.items()
    for command in commands
    for damage in ("no yaml", "utf-16", "missing")
    if damage != "missing" or file.endswith((".md", "rubric.yaml"))
]


@pytest.mark.parametrize(("damage", "file", "command"), DAMAGED)
def test_a_broken_file_of_a_library_is_named(
    run: Run, tmp_path: Path, damage: str, file: str, command: tuple[str, ...]
) -> None:
    shutil.copytree(LIBRARY, tmp_path / "ours", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "ours" / file).unlink()
    if damage != "missing":
        (tmp_path / "ours" / file).write_bytes(b"a: [1\n{{ b" if damage == "no yaml" else b"\xff\xfe")
    before = left_in(tmp_path)
    done = run("--library", tmp_path / "ours", *command)
    fails(done, saying=str(tmp_path / "ours" / file))
    assert left_in(tmp_path) == before


# Workspaces.


@pytest.mark.parametrize(
    "command",
    [
        ("scorecard", "list"),
        ("audit", "verify"),
        ("score", "table", "--role", "engineer"),
        ("packet", "build", "--role", "engineer"),
    ],
    ids=" ".join,
)
def test_what_needs_a_workspace_says_how_to_make_one(ours: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    fails(ours(*command), saying="needs a workspace. Make one with: hiretool init DIR")
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("settings", "saying"),
    [
        (None, "is no workspace: hiretool.toml is not there. Make one with: hiretool init"),
        ("database = ", "hiretool.toml:1: is not valid TOML"),
        ("\n\ndatabse = 'x'", "hiretool.toml:3: databse: unknown key. Did you mean 'database'?"),
        ("database = 5", "hiretool.toml:1: database: expected text in quotes"),
        ("database = 'mysql://x'", "hiretool.toml:1: database: expected sqlite:///FILE"),
        ("database = 'sqlite:///gone.db'", "gone.db does not exist"),
        ("database = 'sqlite:///hiretool.toml'", "hiretool.toml"),
        ("database_env = 'NOBODY_SETS_THIS'", "the environment variable NOBODY_SETS_THIS is not set"),
    ],
)
@pytest.mark.parametrize("command", [("scorecard", "list"), ("audit", "verify")], ids=" ".join)
def test_a_workspace_that_cannot_be_used_is_said_so(
    run: Run, tmp_path: Path, command: tuple[str, ...], settings: str | None, saying: str
) -> None:
    (tmp_path / "hiring").mkdir()
    if settings is not None:
        (tmp_path / "hiring" / "hiretool.toml").write_text(settings, encoding="utf-8")
    before = left_in(tmp_path)
    fails(run("--workspace", "hiring", *command), saying=saying)
    assert left_in(tmp_path) == before


@pytest.mark.parametrize(
    ("place", "options", "saying"),
    [("file", (), "is a file"), ("file/x", (), "file"), ("new", ("--database", "x"), "expected sqlite")],
)
def test_a_workspace_that_cannot_be_made_leaves_nothing(
    run: Run, tmp_path: Path, place: str, options: tuple[str, ...], saying: str
) -> None:
    (tmp_path / "file").touch()
    fails(run("init", place, *options), saying=saying)
    assert left_in(tmp_path) == ["file"]


# Files out.

WRITERS = {
    "role list": ("role", "list"),
    "role show": ("role", "show", "engineer"),
    "rubric show": ("rubric", "show", "engineer", "--interview", "background"),
    "job write": ("job", "write", "engineer", "--company", "company.yaml"),
    "question list": ("question", "list"),
    "question counts": ("question", "counts"),
    "question show": ("question", "show", "math/two-coins"),
    "scorecard blank": ("scorecard", "blank", "engineer"),
    "scorecard import": ("scorecard", "import", "cards.csv"),
    "score table": ("score", "table", "cards.csv", "--role", "engineer"),
    "score agreement": ("score", "agreement", "cards.csv"),
    "score reliability": ("score", "reliability", "cards.csv"),
    "packet build": ("packet", "build", "cards.csv", "--role", "engineer", "--format", "markdown"),
}


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize("command", WRITERS)
def test_a_file_that_exists_is_kept_unless_force_is_given(ours: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    before = left_in(tmp_path)
    fails(ours(*WRITERS[command], "-o", "out"), saying="out exists. Use --force to replace it, or another name.")
    assert (tmp_path / "out").read_bytes() == b"mine"
    assert left_in(tmp_path) == before
    assert ours(*WRITERS[command], "-o", "out", "--force").code == 0
    assert (tmp_path / "out").read_bytes() != b"mine"
    assert left_in(tmp_path) == before


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize("command", WRITERS)
def test_a_folder_is_never_written_over(ours: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "folder").mkdir()
    before = left_in(tmp_path)
    for force in ((), ("--force",)):
        fails(ours(*WRITERS[command], "-o", "folder", *force), saying="folder: is a folder; expected a file name")
    assert left_in(tmp_path) == before


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize(
    ("place", "saying"),
    [
        ("", "is a folder; expected a file name"),
        ("cards.csv/out", "cards.csv/out: "),
        ("a" * 300, "File name too long"),
    ],
)
@pytest.mark.parametrize("command", ["role show", "scorecard import"])
def test_a_place_that_cannot_be_written_to_is_refused(
    ours: Run, tmp_path: Path, command: str, place: str, saying: str
) -> None:
    before = left_in(tmp_path)
    for force in ((), ("--force",)):
        fails(ours(*WRITERS[command], "-o", place, *force), saying=saying)
    assert left_in(tmp_path) == before


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize("command", WRITERS)
def test_a_folder_that_is_missing_is_made(ours: Run, tmp_path: Path, command: str) -> None:
    done = ours(*WRITERS[command], "-o", "new/folder/out")
    assert (done.code, done.stdout) == (0, "")
    assert left_in(tmp_path / "new") == ["folder", "folder/out"]


@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_device_is_never_replaced_by_a_file(ours: Run, tmp_path: Path, force: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe")
    fails(ours("role", "list", "-o", "pipe", *force), saying="is a device or a pipe")
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    "command",
    [
        (*WRITERS["role show"], "-o", "shut/out"),
        (*WRITERS["scorecard blank"], "-o", "shut/new/out"),
        ("question", "start", LAST_ROW, "-o", "shut/out"),
        ("kit", "build", "engineer", "--candidate", "Ada", "-o", "shut/out"),
        ("schema", "-o", "shut"),
        ("schema", "-o", "shut/new"),
        ("init", "shut/new"),
        ("demo", "shut/new"),
    ],
    ids=" ".join,
)
def test_a_folder_that_may_not_be_written_to_is_said_so(
    ours: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    with monkeypatch.context() as patched, unprivileged() as folder:
        patched.chdir(folder)
        (folder / "shut").mkdir(mode=0o500)
        done = ours(*command)
        left = left_in(folder)
    assert done.code == 1
    assert "Traceback" not in done.stderr
    assert "permission denied" in done.stderr.lower()
    assert len(done.stderr.splitlines()) <= MOST_LINES
    assert left == ["shut"]


FOLDERS = {
    "question start": ("question", "start", LAST_ROW, "-o", "DIR"),
    "question catalogue": ("question", "catalogue", "-o", "DIR"),
    "kit build": ("kit", "build", "engineer", "--candidate", "Ada", "-o", "DIR"),
    "demo": ("demo", "DIR"),
}


@pytest.mark.parametrize("command", FOLDERS)
@pytest.mark.parametrize(
    ("place", "saying"), [("full", "full is not empty"), ("full/file", "full/file"), ("full/file/x", "full/file")]
)
def test_a_folder_that_holds_something_is_left_alone(
    ours: Run, tmp_path: Path, command: str, place: str, saying: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_bytes(b"mine")
    done = ours(*[place if word == "DIR" else word for word in FOLDERS[command]])
    fails(done, saying=saying)
    assert left_in(tmp_path) == ["full", "full/file"]
    assert (tmp_path / "full" / "file").read_bytes() == b"mine"


def test_skipped_rows_are_not_written_before_all_is_known_to_fit(ours: Run, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text(CARDS + "engineer,Ada,Bo,x,coding,9,,,\n", encoding="utf-8")
    (tmp_path / "out.csv").write_bytes(b"mine")
    fails(ours("scorecard", "import", "cards.csv", "--skip-bad", "bad.csv", "-o", "out.csv"), saying="out.csv exists")
    assert left_in(tmp_path) == ["cards.csv", "out.csv"]


# The process: interrupted, cut off, out of room.


@contextlib.contextmanager
def process(
    *arguments: object, folder: Path, before: Callable[[], None] | None = None, **streams: int
) -> Iterator[subprocess.Popen[bytes]]:
    """hiretool as a process of its own, with the test library; ended with the test."""

    def prepared() -> None:
        # A test run in the background ignores interrupts, and so would what it starts.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if before:
            before()

    command = [sys.executable, "-m", "hiretool", "--library", LIBRARY, *arguments]
    given: dict[str, int] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        **streams,
    }
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    # Only this process is forked, and nothing of it runs beside.
    with subprocess.Popen(  # type: ignore[call-overload]
        [*map(str, command)],
        cwd=folder,
        env=environment,
        preexec_fn=prepared,  # noqa: PLW1509
        **given,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def ended(started: subprocess.Popen[bytes]) -> tuple[int, bytes, list[str]]:
    """Exit code, output, and what was said but for blank lines."""
    out, err = started.communicate(timeout=120)
    said = [line for line in err.decode().splitlines() if line.strip()]
    assert "Traceback" not in err.decode()
    return started.returncode, out, said


def test_an_interrupt_ends_with_130_and_a_line(tmp_path: Path) -> None:
    with process("score", "table", "-", "--role", "engineer", folder=tmp_path, stdin=subprocess.PIPE) as started:
        assert started.stdin
        # More than a pipe holds: once it is written, somebody is reading and waits for the rest.
        started.stdin.write(CARDS.encode() + b"\n" * 300_000)
        started.stdin.flush()
        started.send_signal(signal.SIGINT)
        code, out, said = ended(started)
    assert (code, out) == (130, b"")
    assert said == ["Interrupted. What was being written was left as it was before."]
    assert left_in(tmp_path) == []


def many_cards(folder: Path, rows: int = 3000) -> Path:
    lines = [f"engineer,Ada {number},Bo,find-out,debugging,3,{'x' * 60},yes,\n" for number in range(rows)]
    (folder / "many.csv").write_text(HEADER + "".join(lines), encoding="utf-8")
    return folder / "many.csv"


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    with process("scorecard", "import", many_cards(tmp_path), folder=tmp_path) as started:
        assert started.stdout
        assert started.stdout.read(20) == HEADER.encode()[:20]
        started.stdout.close()
        started.stdout = None
        assert ended(started) == (0, None, [])


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("--help",),
        ("role", "list"),
        ("role", "check"),
        ("question", "list", "--json"),
        ("completion", "bash"),
        ("role", "lst"),
    ],
    ids=" ".join,
)
def test_a_reader_that_never_reads_is_no_fault(tmp_path: Path, command: Sequence[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with process(*command, folder=tmp_path, stdout=writing) as started:
        os.close(writing)
        code, _, said = ended(started)
    assert code == (2 if "lst" in command else 0)
    # role check also says on standard error how much it saw, if it comes to that.
    assert "check" in command or bool(said) == ("lst" in command)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "command", [("role", "list"), ("role", "check"), ("question", "list", "--json"), ("scorecard", "blank", "engineer")]
)
def test_output_to_a_full_disk_is_an_error(tmp_path: Path, command: Sequence[str]) -> None:
    with Path("/dev/full").open("wb") as full, process(*command, folder=tmp_path, stdout=full.fileno()) as started:
        code, _, said = ended(started)
    assert code == 1
    assert said[-1] == "Error: output: No space left on device"


def small_disk() -> None:
    """No file may grow beyond 1,000 bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


@pytest.mark.slow
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_is_cut_off_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    with (
        (tmp_path / "out").open("wb") as out,
        process("role", "show", "engineer", folder=tmp_path, before=small_disk, stdout=out.fileno()) as started,
    ):
        code, _, said = ended(started)
    assert (code, said) == (1, ["Error: output: File too large"])


def out_of_room(folder: Path, command: Sequence[object]) -> None:
    before = left_in(folder)
    with process(*command, folder=folder, before=small_disk) as started:
        code, out, said = ended(started)
    assert code in (1, 3)
    assert out == b""
    assert 1 <= len(said) <= MOST_LINES
    assert left_in(folder) == before


@pytest.mark.usefixtures("good_files")
def test_a_disk_that_is_full_leaves_nothing(tmp_path: Path) -> None:
    out_of_room(tmp_path, ("rubric", "show", "engineer", "--interview", "find-out", "-o", "new/out"))


@pytest.mark.slow
@pytest.mark.usefixtures("good_files")
@pytest.mark.parametrize(
    "command",
    [
        ("role", "show", "engineer", "-o", "out.html"),
        ("packet", "build", "cards.csv", "--role", "engineer", "-o", "out.pdf"),
        ("score", "table", "cards.csv", "--role", "engineer", "-o", "out.xlsx"),
        ("scorecard", "blank", "engineer", "-o", "out.docx"),
        ("kit", "build", "engineer", "--candidate", "Ada", "-o", "out"),
        ("question", "start", "pair-debugging/selection-before-split", "-o", "out"),
        ("schema", "-o", "out"),
        ("init", "out"),
        ("demo", "out"),
    ],
    ids=" ".join,
)
def test_any_command_leaves_nothing_on_a_disk_that_is_full(tmp_path: Path, command: Sequence[str]) -> None:
    out_of_room(tmp_path, command)


@pytest.mark.slow
def test_a_file_stays_as_it_was_when_its_new_content_finds_no_room(tmp_path: Path) -> None:
    (tmp_path / "out.html").write_bytes(b"mine")
    out_of_room(tmp_path, ("role", "show", "engineer", "-o", "out.html", "--force"))
    assert (tmp_path / "out.html").read_bytes() == b"mine"


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [("score", "table", "-", "--role", "engineer"), ("scorecard", "import", "-")], ids=" ".join
)
def test_a_terminal_is_not_waited_for(tmp_path: Path, command: Sequence[str]) -> None:
    ours, theirs = os.openpty()
    with process(*command, folder=tmp_path, stdin=theirs) as started:
        os.close(theirs)
        code, _, said = ended(started)
    os.close(ours)
    assert code == 2
    assert said[-1] == "Error: - reads standard input, and that is a terminal; pipe a file in or name one."


@pytest.mark.slow
@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_stream_that_the_shell_has_closed_is_no_fault(tmp_path: Path, closed: int) -> None:
    def close() -> None:
        os.close(closed)

    with process("role", "list", folder=tmp_path, before=close) as started:
        code, _, said = ended(started)
    assert (code, said) == (0, [])


@pytest.mark.slow
def test_a_file_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    with process(
        "score", "table", b"\xff.csv".decode(errors="surrogateescape"), "--role", "engineer", folder=tmp_path
    ) as started:
        code, _, said = ended(started)
    assert code == 1
    assert said == ["Error: \\udcff.csv: does not exist"]
