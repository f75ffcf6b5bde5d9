"""A command's time and memory, measured from outside."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

# A process inherits the peak of the one that started it: a small one in between keeps that of a long test run out.
_BETWEEN = """
import os, sys
told = int(sys.argv[1])
_, status, usage = os.wait4(os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ), 0)
os.write(told, b"%d" % usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
"""


def once(command: Sequence[str], cwd: Path | None = None) -> tuple[float, float]:
    """Wall-clock seconds and peak memory in MB of one run. Raises: CalledProcessError if the command fails.

    The seconds hold the start of a bare interpreter (about 0.01 s).
    """
    told, tell = os.pipe()
    try:
        starter = [sys.executable, "-S", "-E", "-c", _BETWEEN, str(tell), *command]
        clock = time.perf_counter()
        done = subprocess.run(
            starter, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd, pass_fds=[tell], check=False
        )
        seconds = time.perf_counter() - clock
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command, stderr=done.stderr)
        return seconds, int(os.read(told, 32)) / 1024
    finally:
        os.close(told)
        os.close(tell)


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
