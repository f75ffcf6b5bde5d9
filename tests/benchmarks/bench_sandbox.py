"""What a wall costs: start, one request, its reply and the end, against Python's own start."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from hiretool.exercise import jail
from hiretool.exercise.jail import view
from tests.benchmarks.measured import line

REPEATS = 25
GOAL_MS = 20
"""Where nothing else runs and the floor is near 10 ms."""
FLOOR, LOWER = "python -I -c pass", "python -I -S -c pass"
_ECHO = """
import os, sys
request = sys.stdin.buffer.read(4)
os.write(3, len(request).to_bytes(4, "big") + request)
"""


def main() -> None:
    interpreter = str(view.interpreter())
    usable = [one for one in jail.backends() if not one.lacking()]
    runs: dict[str, Callable[[], float]] = {
        FLOOR: lambda: _bare([sys.executable, "-I", "-c", "pass"]),
        # As inside, where no site folder is looked through and no .pth file followed.
        LOWER: lambda: _bare([interpreter, "-I", "-S", "-c", "pass"]),
    } | {one.name: (lambda one=one: _jailed(one)) for one in usable}
    # In turn, so that what else the machine does falls on all of them.
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(REPEATS):
        for name, run in runs.items():
            seconds[name].append(run())
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    floor, lower = medians.pop(FLOOR), medians.pop(LOWER)
    line(FLOOR, floor, 0, "the floor")
    line(LOWER, lower, 0, "what runs inside")
    for name, found in medians.items():
        over = f"{1000 * (found - floor):.0f} ms above it, {1000 * (found - lower):.0f} ms above -S"
        line(
            f"{name}: start, one request, end", found, _peak_mb(name), f"goal {GOAL_MS} ms above the floor; here {over}"
        )
    for one in usable:
        began = time.perf_counter()
        one.canaries()
        line(f"{one.name}: its canaries", time.perf_counter() - began, 0, "once a process")


def _bare(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env={}, stdin=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def _jailed(one: jail.Backend) -> float:
    began = time.perf_counter()
    with one.start(_ECHO, files={}, limits=jail.Limits()) as jailed:
        jailed.send(b"ping")
        if jailed.receive(30) != b"ping":
            raise RuntimeError(f"{one.name}: {jailed.ended}: {jailed.log.decode(errors='replace')}")
    return time.perf_counter() - began


def _peak_mb(name: str) -> float:
    """Memory of the tree inside."""
    one = next(one for one in jail.backends() if one.name == name)
    with one.start("import os, time; time.sleep(0.3); os.write(3, bytes(4))", files={}, limits=jail.Limits()) as jailed:
        jailed.receive(30)
    return jailed.peak_mb
