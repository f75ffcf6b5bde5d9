"""100,000 runs of a year's funnel, and the two plan commands from the command line."""

from __future__ import annotations

import resource
import statistics
import time

from hiretool import discover, roles, shipped
from hiretool.plan import funnel
from hiretool.plan.simulation import Simulation, Variant
from tests.benchmarks.measured import hiretool, line, median

RUNS, WEEKS, REPEATS = 100_000, 52, 3
ROLE = ("--role", "ml-engineer", "--level", "senior", "--today", "2026-11-20")


def year(people: int) -> float:
    """Seconds for one variant of a year, dice and all."""
    library = discover.library()
    defaults = funnel.get(library)
    stages = [entry.stage for entry in funnel.stages(defaults, roles.get("ml-engineer", library), "senior")]
    clock = time.perf_counter()
    simulation = Simulation(stages, weeks=WEEKS, contact_weeks=WEEKS - 8, hires=2, simulations=RUNS, seed=1)
    simulation.run(Variant(people, defaults.minutes_a_week()))
    return time.perf_counter() - clock


def main() -> None:
    for what, hires, by in (
        ("2 hires in seven months", "2", "2027-06-30"),
        ("3 in three, which cannot be", "3", "2027-02-20"),
    ):
        command = hiretool("plan", "pipeline", *ROLE, "--hires", hires, "--by", by)
        seconds, peak = median(command, REPEATS)
        line(f"plan pipeline, {what}", seconds, peak, "10,000 runs of each of 30 variants")
    seconds, peak = median(hiretool("plan", "project", shipped.demo() / "project.yaml"), REPEATS)
    line("plan project, the shipped example", seconds, peak, "100,000 runs")
    for people in (14, 40):
        seconds = statistics.median(year(people) for _ in range(REPEATS))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line(f"{RUNS:,} runs of {WEEKS} weeks, {people} people a week", seconds, peak, "goal 2 s on one core")


if __name__ == "__main__":
    main()
