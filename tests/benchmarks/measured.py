"""A command's time and memory, measured from outside."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def once(command: Sequence[str], cwd: Path | None = None) -> tuple[float, float]:
    """Wall-clock seconds and peak memory in MB of one run. Raises: CalledProcessError if the command fails."""
    clock = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd) as child:
        assert child.stderr is not None
        said = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, stderr=said)
    return time.perf_counter() - clock, usage.ru_maxrss / 1024


def median(command: Sequence[str], repeats: int, cwd: Path | None = None) -> tuple[float, float]:
    """Median seconds and largest peak in MB of some runs, after one that is not counted."""
    once(command, cwd)
    runs = [once(command, cwd) for _ in range(repeats)]
    return statistics.median(seconds for seconds, _ in runs), max(peak for _, peak in runs)


def hiretool(*arguments: object) -> list[str]:
    """The installed command, as a user starts it."""
    script = Path(sys.executable).with_name("hiretool")
    return [str(script), *map(str, arguments)]


def line(what: str, seconds: float, peak_mb: float, goal: str) -> None:
    print(f"{what:<58} {seconds:8.3f} s {peak_mb:7.0f} MB   {goal}", flush=True)
