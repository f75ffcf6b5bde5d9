"""How near scores come to what is true, in simulated hiring, beside raw means and beside what was measured before."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiretool import scoring
from tests.benchmarks.scoring_baselines import least_squares, raw_mean, raw_weighted, tau
from tests.benchmarks.scoring_designs import Design, Shape, simulated, tiny
from tests.benchmarks.scoring_reference import CALIBRATION, CONFOUNDED, OTHERS, SEVERITY, TINY, Measured, Tiny

NORMAL_90 = 1.645
EDGES = (0.2, 0.4, 0.6, 0.8)
"""Between the bins of P(above bar)."""
OFF = 0.05
"""How far a bin may be from what came true."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """One simulated data set."""

    taus: tuple[float, float, float, float]
    """Of the mean of all ratings, the weighted mean, least squares, the score; NaN for a single candidate."""
    covered: float
    """Share of candidates whose 90 % interval holds the truth."""
    naive: float
    """The same of mean +- 1.645 sd / sqrt(n)."""
    errors: tuple[float, float]
    """Mean square error of the weighted mean and of the score."""
    promised: NDArray[np.float64]
    above: NDArray[np.bool_]
    """For each candidate P(above bar), and whether the truth is above."""


def recovery(design: Design) -> Recovery:
    ratings, truth = design.ratings, design.truth
    fit = scoring.fit(ratings, weights=design.weights, bar=design.bar, scale=design.scale)
    found = fit.candidates.set_index("candidate").loc[truth.index]
    mean, weighted = raw_mean(ratings).loc[truth.index], raw_weighted(ratings, design.weights).loc[truth.index]
    each = ratings.groupby("candidate", observed=True)["rating"].agg(["std", "size"]).loc[truth.index]
    width = NORMAL_90 * each["std"] / np.sqrt(each["size"])
    scores = (mean, weighted, least_squares(ratings, design.weights), found["score"])
    mean_tau, weighted_tau, squares_tau, score_tau = (tau(score, truth, design.role_of) for score in scores)
    return Recovery(
        (mean_tau, weighted_tau, squares_tau, score_tau),
        float(((found["low"] <= truth) & (truth <= found["high"])).mean()),
        float(((mean - truth).abs() <= width).mean()),
        (_square(weighted - truth), _square(found["score"] - truth)),
        found["p_above_bar"].to_numpy(float),
        (truth >= design.bar).to_numpy(bool),
    )


def _square(error: pd.Series) -> float:
    return float((error**2).mean())


def _of_shape(task: tuple[int, Shape]) -> Recovery:
    return recovery(simulated(*task))


def _of_few(task: tuple[int, int]) -> Recovery:
    return recovery(tiny(*task))


@contextmanager
def processes() -> Iterator[Any]:
    """`map` over as many processes as there are processors, each with one thread of linear algebra."""
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            yield pool.map
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def main() -> None:
    clock = time.perf_counter()
    print("\nSimulated hiring: Kendall's tau-a within roles of the mean of all ratings, the weighted mean, least")
    print("squares and our score; coverage of 90 % intervals. A goal that is missed has a mark: tau! cov! bin!")
    with processes() as spread:
        pools = {
            "severity": _table("One role of 50 candidates and 20 interviewers, 5 x 2 competencies", SEVERITY, spread),
            "other designs": _table("Other designs", OTHERS, spread),
            "two panels": _table("Two panels, the stronger candidates mostly in one of them", CONFOUNDED, spread),
            "few candidates": _few(spread),
        }
    _calibration(pools)
    print(f"{time.perf_counter() - clock:.0f} s for these", flush=True)


def _table(title: str, rows: Sequence[Measured], spread: Any) -> list[Recovery]:
    print(f"\n{title}")
    head = f"{'design, replicates':<31} {'mean':>4} {'wtd':>4} {'LS':>4} {'ours':>4} {'gain on wtd':>11} {'cover':>9}"
    print(f"{head} | before: wtd LS ours cover")
    pool = []
    for row in rows:
        found = list(spread(_of_shape, [(seed, row.shape) for seed in range(row.replicates)]))
        pool += found
        _line(row, found)
    return pool


def _line(row: Measured, found: Sequence[Recovery]) -> None:
    taus = np.array([one.taus for one in found])
    gain, covered = taus[:, 3] - taus[:, 1], np.array([one.covered for one in found])
    said = " tau!" if gain.mean() < row.gain else ""
    said += "" if row.least <= round(covered.mean(), 3) <= row.most else " cov!"
    told = " ".join(short(value) for value in taus.mean(axis=0))
    figures = row.figures
    before = " ".join(map(short, (figures.raw, figures.least_squares, figures.score, figures.covered)))
    print(
        f"{row.name:<27} {len(found):>3} {told} {signed(gain.mean())}±{short(error(gain))}"
        f" {short(covered.mean())}±{short(error(covered))} | {before}{said}",
        flush=True,
    )


def _few(spread: Any) -> list[Recovery]:
    print("\nFew candidates, 4 interviewers x 2 competencies; the sds are the usual ones, or drawn from the priors")
    head = f"{'candidates, replicates':<22} {'sds':<5} {'naive':>5} {'cover':>9} {'error wtd -> ours':>17}"
    print(f"{head} | before: naive, cover, error")
    pool = []
    for row in TINY:
        found = list(spread(_of_few, [(row.candidates, seed) for seed in range(row.replicates)]))
        pool += found
        for start, name in enumerate(("usual", "drawn")):
            _few_line(row, name, found[start::2])
    return pool


def _few_line(row: Tiny, name: str, found: Sequence[Recovery]) -> None:
    covered = np.array([one.covered for one in found])
    errors = np.sqrt(np.mean([one.errors for one in found], axis=0))
    said = "" if row.least <= round(covered.mean(), 3) <= row.most else " cov!"
    print(
        f"{row.candidates:<18} {len(found):>3} {name:<5} {short(float(np.mean([one.naive for one in found]))):>5}"
        f" {short(covered.mean())}±{short(error(covered))} {f'{short(errors[0])} -> {short(errors[1])}':>17}"
        f" | {row.naive}, {row.covered}, {row.error}{said}",
        flush=True,
    )


def _calibration(pools: dict[str, list[Recovery]]) -> None:
    print(f"\nP(above bar) -> share of candidates who are above it, in bins (goal: within {OFF})")
    print(f"{'before':<14}" + "".join(f" {short(p, 2)} -> {share:<9}" for p, share in CALIBRATION.items()))
    for name, found in pools.items():
        bins = [_bin(found, number) for number in range(len(EDGES) + 1)]
        told = [f"{short(mean, 2)} -> {short(share, 2)}±{short(apart, 2)}" for mean, share, apart in bins]
        missed = any(abs(mean - share) > OFF for mean, share, _ in bins)
        print(f"{name:<14}" + "".join(f" {one:<16}" for one in told) + (" bin!" if missed else ""), flush=True)


def _bin(found: Sequence[Recovery], number: int) -> tuple[float, float, float]:
    """Mean P(above bar) in a bin, the share that is above, and the standard error of that over data sets."""
    mine = [np.digitize(one.promised, EDGES) == number for one in found]
    count = max(sum(int(each.sum()) for each in mine), 1)
    promised = [one.promised[each].sum() for one, each in zip(found, mine, strict=True)]
    above = [one.above[each].sum() for one, each in zip(found, mine, strict=True)]
    apart = np.subtract(above, promised)
    return float(sum(promised) / count), float(sum(above) / count), float(np.sqrt(apart @ apart) / count)


def short(value: float, digits: int = 3) -> str:
    """.756 for 0.756."""
    return "-" if math.isnan(value) else f"{value:.{digits}f}".replace("0.", ".", 1)


def signed(value: float) -> str:
    """+.0123 for 0.0123."""
    return f"{value:+.4f}".replace("0.", ".", 1)


def error(values: NDArray[np.float64]) -> float:
    """Standard error of the mean."""
    return float(values.std(ddof=1) / math.sqrt(len(values))) if len(values) > 1 else math.nan


if __name__ == "__main__":
    main()
