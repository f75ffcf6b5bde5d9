"""What the tests of jails share: the walls there are, small programs, and what may be left of a run."""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from functools import cache
from pathlib import Path

import pytest

from hiretool.exercise import jail
from hiretool.exercise.jail import Ended, Limits
from hiretool.exercise.jail.wall import Backend

WALLS = {one.name: one for one in jail.backends()}
LIMITS = Limits(wall_s=60, cpu_s=30, memory_mb=800, processes=32, scratch_mb=16)
ECHO = """
import os, sys
def reply(data):
    os.write(3, len(data).to_bytes(4, "big") + data)
for line in sys.stdin.buffer:
    reply(line.strip())
"""


@cache
def lacking(name: str) -> str:
    return WALLS[name].lacking()


def usable(name: str) -> Backend:
    """A wall, or the test skips with the reason why there is none."""
    if reason := lacking(name):
        pytest.skip(f"{name}: {reason}")
    return WALLS[name]


def run(wall: Backend, code: str | Path, limits: Limits = LIMITS, **files: Path) -> jail.Jailed:
    with wall.start(code, files=files, limits=limits) as jailed, contextlib.suppress(Ended):
        while True:
            jailed.receive(60)
    return jailed


def traces() -> tuple[int, int, int, list[str]]:
    """Open files, threads, children (zombies too) and temporary folders."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    folders = sorted(str(path) for path in Path(tempfile.gettempdir()).glob("hiretool-jail-*"))
    return len(os.listdir("/proc/self/fd")), threading.active_count(), len(children), folders


def running(name: str) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if name.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found
