"""Our time for variance components beside that of lme4, on the same data, in the same run.

R's linear algebra is printed because it matters: InstEval took lme4 2.3 s of CPU with libopenblas0-pthread and 8.4 s
with Debian's plain libblas3. To be fair to lme4, install the first, too.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from tests.benchmarks.scoring_real import KNOWN, Known

REPEATS = 3
GOALS = {"InstEval": 0.7, "InstEval, 3 terms": 0.7, "immer01a, type E": 0.1}
"""Data -> the largest share of lme4's time."""

_R = """
suppressMessages(library(lme4))
given <- commandArgs(trailingOnly = TRUE)
frame <- read.csv(given[1], colClasses = c(y = "numeric"))
for (name in setdiff(names(frame), "y")) frame[[name]] <- factor(frame[[name]])
once <- function() {
  clock <- system.time(fit <- suppressMessages(lmer(as.formula(given[2]), frame)))
  cat(sprintf('{"wall": %.4f, "cpu": %.4f, "criterion": %.6f}\\n',
    clock["elapsed"], clock["user.self"] + clock["sys.self"], REMLcrit(fit)))
}
for (repeat_number in seq_len(as.integer(given[3]))) once()
"""


def main() -> None:
    print(f"\nTime for variance components beside lme4's: medians of {REPEATS} in this run, reading not counted")
    if reason := _absent():
        print(f"skipped: {reason}")
        return
    asked = 'cat(R.version.string, "lme4", format(packageVersion("lme4")), "BLAS", extSoftVersion()["BLAS"])'
    print(subprocess.run(["Rscript", "-e", asked], capture_output=True, text=True, check=True).stdout)
    head = f"{'data':<18} {'lme4 s':>7} {'CPU':>7} {'ours s':>7} {'CPU':>7} {'ratio':>6} {'goal':>5}"
    print(f"{head} {'criteria apart':>14}")
    for known in KNOWN:
        if known.name in GOALS:
            _compared(known)


def _absent() -> str:
    """Why lme4 cannot be asked, or nothing."""
    if shutil.which("Rscript") is None:
        return "Rscript is not here (Debian: r-cran-lme4, libopenblas0-pthread)"
    asked = subprocess.run(["Rscript", "-e", "library(lme4)"], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "R has no lme4 (Debian: r-cran-lme4, libopenblas0-pthread)"


def _compared(known: Known) -> None:
    if not known.here():
        print(f"{known.name:<18} skipped: {known.file} is not here")
        return
    frame = known.frame()
    theirs = _lme4(known, frame)
    ours = [_ours(known, frame) for _ in range(REPEATS + 1)][1:]
    medians = [statistics.median(run[what] for run in runs) for runs in (theirs, ours) for what in ("wall", "cpu")]
    ratio, goal = medians[2] / medians[0], GOALS[known.name]
    times = " ".join(f"{seconds:7.2f}" for seconds in medians)
    apart = ours[0]["criterion"] - theirs[0]["criterion"]
    said = "" if ratio <= goal else "  MISSED"
    print(f"{known.name:<18} {times} {ratio:6.2f} {goal:5.2f} {apart:+14.1e}{said}", flush=True)


def _ours(known: Known, frame: pd.DataFrame) -> dict[str, float]:
    from hiretool.scoring import components

    wall, cpu = time.perf_counter(), time.process_time()
    found = components(frame, known.response, known.terms, fixed=known.fixed)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert found.criterion is not None
    return {"wall": wall, "cpu": cpu, "criterion": found.criterion}


def _lme4(known: Known, frame: pd.DataFrame) -> Sequence[dict[str, float]]:
    used = sorted({part for term in known.terms for part in term.split(":")} | set(known.fixed))
    random = [f"(1 | {term})" for term in known.terms]
    formula = " + ".join(["y ~ 1", *known.fixed, *random])
    with tempfile.TemporaryDirectory() as scratch:
        file, script = Path(scratch) / "frame.csv", Path(scratch) / "fit.R"
        frame[[known.response, *used]].to_csv(file, index=False)
        script.write_text(_R)
        command = ["Rscript", str(script), str(file), formula, str(REPEATS)]
        # A second thread is of no use to lme4, and costs it time where the machine is busy.
        one = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=one).stdout
    return [json.loads(line) for line in said.splitlines()]


if __name__ == "__main__":
    main()
