"""Honest programs work inside, and it is told how each ended."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hiretool.exercise import jail
from hiretool.exercise.jail import Ended, view
from hiretool.exercise.jail.wall import Backend
from tests.attacks._walls import ECHO, LIMITS, WALLS, run, usable


@pytest.fixture(params=WALLS)
def wall(request: pytest.FixtureRequest) -> Backend:
    """Each that can be used here."""
    return usable(request.param)


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that only its owner may enter."""
    folder = Path(tempfile.mkdtemp(prefix="jail-test-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_requests_go_in_and_replies_come_out(wall: Backend) -> None:
    with wall.start(ECHO, files={}, limits=LIMITS) as jailed:
        for word in (b"one", b"two", b""):
            jailed.send(word + b"\n")
            assert jailed.receive(60) == word
        assert jailed.ended == ""
        assert jailed.seconds > 0
    assert jailed.ended == "stopped"
    assert jailed.began
    if wall.name in ("bubblewrap", "landlock"):
        assert 1 < jailed.peak_mb < 200


def test_the_libraries_of_this_python_can_be_used(wall: Backend) -> None:
    if wall.name in ("docker", "podman"):
        pytest.skip("a container has its image's own")
    jailed = run(wall, "import numpy, pandas, click; print(numpy.linalg.inv([[4.0]]).item(), pandas.__name__)")
    assert (jailed.ended, jailed.log) == ("exit code 0", b"0.25 pandas\n")


def test_the_code_is_the_main_module_and_sees_nothing_of_what_came_before(wall: Backend) -> None:
    code = """
import sys, __main__
mine = 1
print(__name__, __main__.mine, sys.argv, [name for name in dir() if not name.startswith("__")])
exit(0)
"""
    assert run(wall, code).log == b"__main__ 1 ['bootstrap'] ['mine', 'sys']\n"


def test_what_was_handed_in_is_read_and_the_scratch_folder_takes_files(wall: Backend, elsewhere: Path) -> None:
    (elsewhere / "deep").mkdir()
    (elsewhere / "deep" / "data.csv").write_text("a,b\n")
    (elsewhere / "deep" / "data.csv").chmod(0o600)
    code = """
import os, tempfile
print(os.listdir("."), open(os.environ["GIVEN"] + "/own/deep/data.csv").read().strip())
open("kept", "w").write("x")
with tempfile.TemporaryFile() as file: file.write(b"x")
print(os.listdir("."))
"""
    jailed = run(wall, code, own=elsewhere)
    assert jailed.log.decode() == "[] a,b\n['kept']\n"
    assert sorted(path.name for path in elsewhere.rglob("*")) == ["data.csv", "deep"]


def test_code_in_a_file_is_named_after_it(wall: Backend, tmp_path: Path) -> None:
    path = tmp_path / "answer.py"
    path.write_text("raise ValueError('no')")
    jailed = run(wall, path)
    assert b'File "answer.py", line 1' in jailed.log
    assert jailed.ended == "exit code 1"


@pytest.mark.parametrize(
    ("code", "ended"),
    [
        ("pass", "exit code 0"),
        ("import sys; sys.exit(3)", "exit code 3"),
        ("import os; os.abort()", "ended by SIGABRT"),
        ("import os; os._exit(0)", "exit code 0"),
        ("this is no Python", "exit code 1"),
    ],
)
def test_how_it_ended_is_told(wall: Backend, code: str, ended: str) -> None:
    assert run(wall, code).ended == ended


def test_replies_that_came_before_the_end_are_received_and_then_the_end(wall: Backend) -> None:
    code = "import os\nfor word in (b'a', b'b'): os.write(3, len(word).to_bytes(4, 'big') + word)\nos._exit(4)"
    with wall.start(code, files={}, limits=LIMITS) as jailed:
        assert [jailed.receive(60), jailed.receive(60)] == [b"a", b"b"]
        for _ in range(2):
            with pytest.raises(Ended, match="exit code 4"):
                jailed.receive(60)


def test_a_reply_that_is_late_is_the_end(wall: Backend) -> None:
    with wall.start(ECHO, files={}, limits=LIMITS) as jailed:
        jailed.send(b"there\n")
        jailed.receive(60)
        began = time.monotonic()
        with pytest.raises(Ended, match="time"):
            jailed.receive(0.05)
    assert time.monotonic() - began < 20
    assert jailed.ended == "time"


def test_large_requests_and_replies_pass(wall: Backend) -> None:
    large = os.urandom(3_000_000).hex().encode()
    with wall.start(ECHO, files={}, limits=LIMITS) as jailed:
        jailed.send(large + b"\n")
        assert jailed.receive(60) == large


def test_sending_does_not_wait_for_a_program_that_does_not_read(wall: Backend) -> None:
    with wall.start("import time; time.sleep(60)", files={}, limits=LIMITS) as jailed:
        began = time.monotonic()
        jailed.send(b"x" * 5_000_000)
        assert time.monotonic() - began < 1
    jailed.send(b"after the end")


def test_what_is_printed_beyond_the_limit_is_counted_and_the_program_lives_on(wall: Backend) -> None:
    jailed = run(wall, "print('x' * 5000)\nimport sys; sys.exit(7)", replace(LIMITS, log_bytes=1000))
    assert (len(jailed.log), jailed.dropped, jailed.ended) == (1000, 4001, "exit code 7")


def test_jails_at_the_same_time_do_not_disturb_each_other(wall: Backend) -> None:
    code = ECHO.replace("for line", "open('mine', 'w').close(); assert os.listdir() == ['mine']\nfor line")
    jails = [wall.start(code, files={}, limits=LIMITS) for _ in range(4)]
    for number, jailed in enumerate(jails):
        jailed.send(b"%d\n" % number)
    assert [jailed.receive(60) for jailed in jails] == [b"0", b"1", b"2", b"3"]
    for jailed in jails:
        jailed.stop()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder of libraries that hiretool is installed in, as from a wheel."""
    tmp_path.chmod(0o755)
    site = tmp_path / "site-packages"
    (site / "hiretool" / "_shipped").mkdir(parents=True)
    (site / "hiretool" / "__init__.py").write_text("")
    (site / "hiretool" / "_shipped" / "answer").write_text("the answer is 42")
    (site / "hiretool-0.1.0.dist-info").mkdir()
    (site / "hiretool-0.1.0.dist-info" / "RECORD").write_text("hiretool/_shipped/answer")
    (site / "lent.py").write_text("value = 'lent'")
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    for found in (view.sites, view.shown, view.hidden):
        found.cache_clear()
    yield site
    for found in (view.sites, view.shown, view.hidden):
        found.cache_clear()


def test_answers_that_are_installed_beside_the_libraries_are_not_there_inside(wall: Backend, installed: Path) -> None:
    code = f"""
import os
try:
    import lent; print(lent.value)
except ImportError: print("lent")
for path in ("hiretool/_shipped/answer", "hiretool-0.1.0.dist-info/RECORD", "hiretool/__init__.py"):
    try: print(open(os.path.join({str(installed)!r}, path)).read())
    except OSError: print("not there")
"""
    assert run(wall, code).log == b"lent\nnot there\nnot there\nnot there\n"


def _other_python() -> Path | None:
    """A Python of the same version that everybody may run."""
    found = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    if not found or os.geteuid() != 0 or not shutil.which("setpriv"):
        return None
    version = "import sys; print(sys.version_info[:2])"
    done = subprocess.run([found, "-c", version], capture_output=True, text=True, check=False)
    return Path(found) if done.stdout.strip() == str(sys.version_info[:2]) else None


@pytest.mark.parametrize("name", ["bubblewrap", "landlock"])
def test_an_ordinary_user_can_use_it(name: str) -> None:
    python = _other_python()
    if python is None:
        pytest.skip("not root, or no Python of this version that another user may run")
    if reason := WALLS[name].unavailable():
        pytest.skip(f"{name}: {reason}")
    root = Path(jail.__file__).parents[3]
    libraries = [entry for entry in sys.path if entry.endswith("site-packages")]
    code = (
        "from hiretool.exercise import jail\n"
        f"wall = next(one for one in jail.backends() if one.name == {name!r})\n"
        "assert not wall.lacking(), wall.lacking()\n"
        "print([canary for canary in wall.canaries() if not canary.contained])"
    )
    user = ["setpriv", "--reuid=12345", "--regid=12345", "--clear-groups"]
    environment = {"PYTHONPATH": os.pathsep.join([str(root), *libraries]), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [*user, str(python), "-B", "-c", code], env=environment, cwd="/", capture_output=True, text=True, check=False
    )
    if "PermissionError" in done.stderr or "ModuleNotFoundError" in done.stderr:
        pytest.skip("another user may not read this checkout")
    assert (done.stdout, done.stderr) == ("[]\n", "")
