"""What a question brings runs in a process of its own, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time

import pytest

from hiretool.exercise.sandbox import Sandbox
from hiretool.questions import Needs
from tests.library_exercises.factory import CODING, broken_code, question

CHECK = """
import sys
{head}

def modules():
    return {{}}

def run(modules, seed):
    {body}
    return {{"a": True}}
"""


def run(folder, body="pass", head="", *, seeds=(0, 1), max_seconds=20):
    """A check.py with a line of its own, run on two seeds."""
    (folder / "check.py").write_text(CHECK.format(head=head, body=body))
    sandbox = Sandbox(folder, Needs(max_seconds=max_seconds))
    return sandbox.checks({"x": folder}, [("x", seed) for seed in seeds])["x"], sandbox


def test_each_seed_gives_a_row(tmp_path):
    found, sandbox = run(tmp_path)
    assert [(row["seed"], row["held"]) for row in found.rows] == [(0, {"a": True}), (1, {"a": True})]
    assert found.stopped == ""
    assert 0 <= sandbox.seconds["x"] < 1


def test_forged_results_on_stdout_count_for_nothing(tmp_path):
    forged = '{"seed": 0, "held": {"nothing_has_no_run": true}}\n{"done": true}'
    liar = f"def longest(values):\n    print({forged!r})\n    return -1\n"
    entry = question(tmp_path, CODING, files={"verify/right/loop/runs.py": liar})
    assert broken_code(entry)[0].startswith("right/loop passes on every seed: not so: it fails on 3 of 3")


def test_an_early_exit_is_no_success(tmp_path):
    found, _ = run(tmp_path, "import os; os._exit(0) if seed else None")
    assert (len(found.rows), found.ended) == (1, "x on seed 1 ended early (exit code 0)")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_killed_process_is_reported(tmp_path):
    found, _ = run(tmp_path, "import os; os.kill(os.getpid(), 11)")
    assert found.ended == "x on seed 0 ended early (ended by SIGSEGV)"


@pytest.mark.slow
def test_a_sleeper_is_stopped_and_named(tmp_path):
    found, _ = run(tmp_path, "import time; time.sleep(60 * seed)", max_seconds=1)
    assert (len(found.rows), found.ended) == (1, "x on seed 1 took more than 4 s")


def test_memory_beyond_reason_is_an_error_of_the_seed(tmp_path):
    found, _ = run(tmp_path, "bytearray(20 << 30)")
    assert found.rows[0]["error"] == "MemoryError (check.py:9)"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_what_was_started_beside_is_ended_too(tmp_path):
    child = f"import time; time.sleep(1); open({str(tmp_path / 'alive')!r}, 'w')"
    run(tmp_path, head=f"import subprocess\nbeside = subprocess.Popen([sys.executable, '-c', {child!r}])")
    time.sleep(1.4)
    assert not (tmp_path / "alive").exists()


def test_the_environment_of_the_person_is_not_seen(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "abc")
    found, _ = run(tmp_path, "import os; raise ValueError(sorted(os.environ))")
    seen = found.rows[0]["error"]
    assert "SECRET_TOKEN" not in seen
    assert "PYTHONHASHSEED" in seen


def test_the_temporary_folder_is_left_empty(tmp_path, monkeypatch):
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    run(tmp_path, "import tempfile; tempfile.mkdtemp()")
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_an_interrupt_ends_the_process_and_leaves_no_folder(tmp_path):
    (tmp_path / "tmp").mkdir()
    beacon = tmp_path / "pid"
    slow = f"import os, pathlib, time\npathlib.Path({str(beacon)!r}).write_text(str(os.getpid()))\ntime.sleep(60)"
    entry = question(tmp_path, CODING, files={"verify/check.py": slow})
    program = (
        # A shell's background job starts with SIGINT ignored; the claim is about a command in the foreground.
        "import signal, sys, pathlib\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from hiretool import exercise, questions\n"
        "exercise.check(questions.read(pathlib.Path(sys.argv[1])), {})"
    )
    checking = subprocess.Popen(
        [sys.executable, "-c", program, str(entry.folder)],
        env={**os.environ, "TMPDIR": str(tmp_path / "tmp")},
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not (beacon.exists() and beacon.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    checking.send_signal(signal.SIGINT)
    assert checking.wait(30) != 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(beacon.read_text()), 0)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_files_that_cannot_be_loaded_are_told_from_a_process_that_died(tmp_path):
    found = Sandbox(tmp_path / "none", Needs()).run("x", "numbers", facts={})
    assert (found.rows, found.ended) == ((), "")
    assert found.unloadable.startswith("FileNotFoundError")
