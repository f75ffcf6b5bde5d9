"""Nothing of a jail is left, however and whenever it ends, and what went wrong outside is not blamed on the code."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hiretool.errors import HiretoolError
from hiretool.exercise import jail
from hiretool.exercise.jail.wall import Backend
from tests.attacks._walls import ECHO, LIMITS, WALLS, run, running, traces, usable


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


def test_a_jail_outlives_the_thread_that_started_it(wall: Backend) -> None:
    made: list[jail.Jailed] = []
    thread = threading.Thread(target=lambda: made.append(wall.start(ECHO, files={}, limits=LIMITS)))
    thread.start()
    thread.join()
    with made[0] as jailed:
        time.sleep(0.1)
        jailed.send(b"still here\n")
        assert jailed.receive(60) == b"still here"


def test_nothing_is_left(wall: Backend, elsewhere: Path) -> None:
    (elsewhere / "file").touch()
    started_by_others = traces()
    for code in ("pass", "import os; os.fork()", "import os\nwhile True: os.write(1, b'x' * 9999)", ECHO):
        with wall.start(code, files={"own": elsewhere}, limits=replace(LIMITS, log_bytes=100)) as jailed:
            jailed.send(b"x\n")
            if code == ECHO:
                jailed.receive(60)
    assert traces() == started_by_others


def test_it_can_be_stopped_at_any_moment(wall: Backend, tmp_path: Path) -> None:
    code = tmp_path / f"{tmp_path.name}-{os.getpid()}-early.py"
    code.write_text("import os\nos.fork()\nwhile True: pass")
    before = traces()
    for milliseconds in (0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 18, 21, 25, 30, 40, 60):
        with wall.start(code, files={}, limits=LIMITS):
            time.sleep(milliseconds / 1000)
    assert not running(code.name)
    assert traces() == before
    if wall.name in ("docker", "podman"):
        left = [wall.name, "ps", "--all", "--quiet", "--filter", "name=hiretool-"]
        assert subprocess.run(left, capture_output=True, check=True).stdout == b""


def test_nothing_is_left_where_the_tool_itself_is_killed(wall: Backend, tmp_path: Path) -> None:
    if wall.name in ("docker", "podman"):
        pytest.skip("a container ends by its own clock then, a few seconds after its time")
    folders = traces()[3]
    code = tmp_path / f"{tmp_path.name}-{os.getpid()}-orphan.py"
    code.write_text(ECHO)
    tool = (
        "import sys, time\nfrom pathlib import Path\nfrom hiretool.exercise import jail\n"
        f"wall = next(one for one in jail.backends() if one.name == {wall.name!r})\n"
        f"jailed = wall.start(Path({str(code)!r}), files={{}}, limits=jail.Limits())\n"
        "jailed.send(b'x\\n'); jailed.receive(60); print('up', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", tool], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        # Among them the tool's own: its code has the name too.
        assert len(running(code.name)) > 1
        process.send_signal(signal.SIGKILL)
    until = time.monotonic() + 10
    while running(code.name) and time.monotonic() < until:
        time.sleep(0.05)
    assert not running(code.name)
    while traces()[3] != folders and time.monotonic() < until:
        time.sleep(0.05)
    assert traces()[3] == folders


def test_a_launcher_that_is_not_there_is_an_error_of_the_user(wall: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    launch = wall.launch
    monkeypatch.setattr(wall, "launch", lambda *given: replace(launch(*given), command=["/nowhere/bwrap"]))
    with pytest.raises(HiretoolError, match="/nowhere/bwrap: No such file"):
        wall.start(ECHO, files={}, limits=LIMITS)


def test_a_wall_that_cannot_be_put_up_is_not_blamed_on_the_code(wall: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    launch = wall.launch
    broken = ["/bin/sh", "-c", "echo no namespaces today >&2; exit 1"]
    monkeypatch.setattr(wall, "launch", lambda *given: replace(launch(*given), command=broken))
    jailed = run(wall, ECHO)
    assert jailed.ended == "the sandbox did not start: no namespaces today"
    assert not jailed.began
    assert "no namespaces today" in wall.lacking()


def test_without_process_descriptors_the_end_is_seen_all_the_same(
    wall: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pidfd_open")
    assert run(wall, "print(1)").ended == "exit code 0"
