"""A new role of a dozen candidates: its ratings alone, with those of all other roles, or with a ledger."""

from __future__ import annotations

import statistics
import time
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiretool import scoring
from tests.benchmarks.scoring_baselines import raw_weighted, tau_a
from tests.benchmarks.scoring_designs import Design, Sds, Shape, simulated
from tests.benchmarks.scoring_recovery import error, processes, short, signed
from tests.benchmarks.scoring_reference import LEDGER

SHAPE = Shape(candidates=240, interviewers=80, roles=20, sds=Sds(severity=0.5))
REPLICATES = 40
"""In each of them every role is the new one in turn."""
APART = 0.002
"""Tau by which the ledger may fall short of fitting everything again."""
READ_S = 0.005
"""Seconds in which evidence must become a prior."""


@dataclass(frozen=True, slots=True)
class _Found:
    tau: float
    covered: float
    error: float
    """Mean square."""
    seconds: float


def main() -> None:
    new, older = SHAPE.candidates // SHAPE.roles, SHAPE.roles - 1
    print(f"\nA new role of about {new} candidates beside {older} others, each in turn; {REPLICATES} replicates")
    with processes() as spread:
        found: Sequence[tuple[Mapping[str, _Found], float]] = list(spread(_once, range(REPLICATES)))
    print(f"{'':<15} {'tau':>4} {'on joint refit':>14} {'cover':>5} {'error':>5} {'ms':>7} | before: tau, cover")
    for name in found[0][0]:
        _line(name, [one[name] for one, _ in found], [one["joint refit"] for one, _ in found])
    ms = 1e3 * statistics.median(seconds for _, seconds in found)
    print(f"the evidence of {older} roles becomes a prior in {ms:.1f} ms (goal {1e3 * READ_S:.0f})", flush=True)


def _line(name: str, found: Sequence[_Found], joint: Sequence[_Found]) -> None:
    gain = np.array([one.tau - other.tau for one, other in zip(found, joint, strict=True)])
    tau, covered, square, seconds = (
        float(np.mean([getattr(one, what) for one in found])) for what in ("tau", "covered", "error", "seconds")
    )
    before = LEDGER[name]
    told = " ".join(short(value, 4) for value in before if value)
    said = " tau!" if name == "ledger" and gain.mean() < -APART else ""
    apart = f"{signed(gain.mean())}±{short(error(gain), 4)}" if name != "joint refit" else ""
    print(
        f"{name:<15} {short(tau)} {apart:>14} {short(covered):>5} {short(square**0.5):>5} {1e3 * seconds:7.1f}"
        f" | {told}{said}",
        flush=True,
    )


def _once(seed: int) -> tuple[dict[str, _Found], float]:
    """What each way finds, in the mean over roles, and the seconds in which evidence becomes a prior."""
    design = simulated(seed, SHAPE)
    ratings = design.ratings
    by_role = {str(role): rows for role, rows in ratings.groupby("role", observed=True)}
    raw = raw_weighted(ratings, design.weights)
    found = {"raw weighted": [_judged(design, role, raw) for role in by_role]}
    alone = {role: _fitted(design, rows) for role, rows in by_role.items()}
    found["new role alone"] = [_judged(design, role, *one) for role, one in alone.items()]
    everything = _fitted(design, ratings)
    found["joint refit"] = [_judged(design, role, *everything) for role in by_role]
    found["ledger"], reading = [], []
    for role, rows in by_role.items():
        evidence = [fit.evidence() for other, (_, fit, _) in alone.items() if other != role]
        clock = time.perf_counter()
        known = scoring.ledger.prior(evidence)
        reading.append(time.perf_counter() - clock)
        found["ledger"].append(_judged(design, role, *_fitted(design, rows, known)))
    return {name: _mean(each) for name, each in found.items()}, statistics.median(reading)


def _fitted(
    design: Design, ratings: pd.DataFrame, known: pd.DataFrame | None = None
) -> tuple[pd.Series, scoring.Fit, float]:
    """Scores by candidate, the fit, and the seconds that it took."""
    clock = time.perf_counter()
    fit = scoring.fit(ratings, weights=design.weights, bar=design.bar, ledger=known)
    return fit.candidates.set_index("candidate")["score"], fit, time.perf_counter() - clock


def _judged(
    design: Design, role: str, score: pd.Series, fit: scoring.Fit | None = None, seconds: float = 0.0
) -> _Found:
    """Scores of the candidates of one role beside what is true."""
    truth = design.truth[design.role_of == role]
    score = score.loc[truth.index]
    covered = np.nan
    if fit is not None:
        rows = fit.candidates.set_index("candidate").loc[truth.index]
        covered = float(((rows["low"] <= truth) & (truth <= rows["high"])).mean())
    agreed = tau_a(score.to_numpy(float), truth.to_numpy(float)) if len(truth) > 1 else np.nan
    return _Found(agreed, covered, float(((score - truth) ** 2).mean()), seconds)


def _mean(found: Sequence[_Found]) -> _Found:
    with warnings.catch_warnings():
        # Of the weighted mean no interval is known.
        warnings.simplefilter("ignore", RuntimeWarning)
        return _Found(*np.nanmean([(one.tau, one.covered, one.error, one.seconds) for one in found], axis=0))


if __name__ == "__main__":
    main()
