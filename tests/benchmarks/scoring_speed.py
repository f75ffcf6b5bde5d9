"""Time and memory of a fit, from 20 ratings to 10 million, and of reading and checking a file of as many.

With arguments, one measurement in a process of its own.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.measured import line, once
from tests.benchmarks.scoring_designs import Design, Shape, big, simulated

ROOT = Path(__file__).parents[2]

SMALL = (
    ("1 candidate, 8 ratings", Shape(candidates=1, interviewers=6, per_candidate=4), ""),
    ("one role, 48 candidates, 480 ratings", Shape(candidates=48), ""),
    ("one role, 50 candidates, 500 ratings", Shape(), "goal 50 ms"),
    ("one role, 500 candidates, 5,000 ratings", Shape(candidates=500, interviewers=60), ""),
)
REPEATS = 15

LARGE = (
    ("60k", 6_000, 400, 20, ""),
    ("1M", 100_000, 2_000, 100, "goal 2 s"),
    ("10M", 1_000_000, 20_000, 1_000, "goal 25 s, 3 GB"),
)
"""Name, candidates, interviewers, roles, what to reach."""
RECOVERY = {
    "1M": "before: .75-.85 s, .4 GB; mean .2195, score .1824, cover .900",
    "10M": "before: 10-16 s, 1.6-2.1 GB; mean .2170, score .1826, cover .902",
}

READ_GOAL_S = 15
"""For 10 million rows."""
PATIENCE_S = 60
"""If a tenth of the rows says that all would take longer, they are not read."""


def main() -> None:
    print(f"\nTime of one fit; small ones are the median of {REPEATS} in this process")
    for name, shape, goal in SMALL:
        _small(name, shape, goal)
    with tempfile.TemporaryDirectory() as scratch:
        for name, candidates, interviewers, roles, goal in LARGE:
            _large(Path(scratch), name, (candidates, interviewers, roles), goal)
        _files(Path(scratch))


def _small(name: str, shape: Shape, goal: str) -> None:
    from hiretool import scoring

    wall, cpu = [], []
    for seed in range(REPEATS + 1):
        design = simulated(seed, shape)
        clock, worked = time.perf_counter(), time.process_time()
        scoring.fit(design.ratings, weights=design.weights, bar=design.bar)
        wall.append(time.perf_counter() - clock)
        cpu.append(time.process_time() - worked)
    worked = statistics.median(cpu[1:])
    print(f"{name:<58} {statistics.median(wall[1:]):8.3f} s, {worked:.3f} s CPU   {goal}", flush=True)


def _large(folder: Path, name: str, size: tuple[int, int, int], goal: str) -> None:
    told = folder / f"{name}.json"
    command = [sys.executable, "-m", "tests.benchmarks.scoring_speed", "fit", *map(str, size), str(told)]
    _, peak = once(command, ROOT)
    found = json.loads(told.read_text())
    line(f"{name} ratings: fit (the peak holds the simulation too)", found["seconds"], peak, goal)
    before = RECOVERY.get(name, "")
    print(
        f"{'':<5} {found['cpu']:.1f} s CPU; root mean square error: mean {found['raw_mean']:.4f},"
        f" weighted {found['raw_weighted']:.4f}, score {found['score']:.4f};\n"
        f"{'':<5} 90 % intervals cover {found['covered']:.3f}",
        flush=True,
    )
    if before:
        print(f"{'':<5} {before}", flush=True)


def _files(folder: Path) -> None:
    """Reading and checking; ten million rows only where a million say that it is worth the wait."""
    tenth = _read(folder, "1M", 100_000, READ_GOAL_S / 10)
    if 10 * tenth > PATIENCE_S:
        print(f"10M rows: skipped, since they would take about {10 * tenth:.0f} s (goal {READ_GOAL_S} s)")
        return
    _read(folder, "10M", 1_000_000, READ_GOAL_S)


def _read(folder: Path, name: str, candidates: int, goal: float) -> float:
    file, told = folder / "ratings.csv", folder / "read.json"
    command = [sys.executable, "-m", "tests.benchmarks.scoring_speed"]
    once([*command, "file", str(candidates), str(file)], ROOT)
    _, peak = once([*command, "read", str(file), str(told)], ROOT)
    seconds = float(json.loads(told.read_text())["seconds"])
    size = file.stat().st_size / 1e6
    line(f"{name} rows, {size:.0f} MB: scoring.reading of a CSV", seconds, peak, f"goal {goal:g} s")
    file.unlink()
    return seconds


def _fit(candidates: int, interviewers: int, roles: int) -> dict[str, float]:
    from hiretool import scoring

    design = big(candidates, interviewers, roles)
    clock, worked = time.perf_counter(), time.process_time()
    fit = scoring.fit(design.ratings, weights=design.weights, bar=design.bar)
    times = {"seconds": time.perf_counter() - clock, "cpu": time.process_time() - worked}
    found = fit.candidates.set_index("candidate")
    truth = design.truth.reindex(found.index)
    covered = ((found["low"] <= truth) & (truth <= found["high"])).mean()
    names = ("raw_mean", "raw_weighted", "score")
    errors = {name: float(((found[name] - truth) ** 2).mean() ** 0.5) for name in names}
    return {**times, **errors, "covered": float(covered)}


def _write(candidates: int, file: Path) -> None:
    """The five columns that are needed."""
    design = _named(big(candidates, candidates // 50, candidates // 1_000))
    design.ratings.to_csv(file, index=False)


def _named(design: Design) -> Design:
    ratings = design.ratings[["role", "candidate", "interviewer", "competency", "rating"]].copy()
    ratings["rating"] = ratings["rating"].astype("int8")
    return replace(design, ratings=ratings)


def _reading(file: Path) -> dict[str, float]:
    from hiretool import scoring

    clock = time.perf_counter()
    frame = scoring.reading(file).whole()
    return {"seconds": time.perf_counter() - clock, "rows": len(frame)}


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            main()
        case ["fit", candidates, interviewers, roles, told]:
            Path(told).write_text(json.dumps(_fit(int(candidates), int(interviewers), int(roles))))
        case ["file", candidates, file]:
            _write(int(candidates), Path(file))
        case ["read", file, told]:
            Path(told).write_text(json.dumps(_reading(Path(file))))
