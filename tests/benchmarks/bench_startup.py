"""How long a command takes to say something."""

from __future__ import annotations

import sys

from tests.benchmarks.measured import hiretool, line, median

REPEATS = 15


def main() -> None:
    plain, memory = median([sys.executable, "-c", "pass"], REPEATS)
    line("python -c pass", plain, memory, "the floor")
    seconds, memory = median(hiretool("--help"), REPEATS)
    line(
        "hiretool --help",
        seconds,
        memory,
        f"goal 0.100 s where the floor is 0.010 s; here {seconds / plain:.1f} x the floor",
    )
    seconds, memory = median(hiretool("role", "check"), REPEATS)
    line("hiretool role check (shipped library)", seconds, memory, "goal 0.500 s")
