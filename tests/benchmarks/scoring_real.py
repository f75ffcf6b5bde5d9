"""Variance components of public data sets beside the values that lme4 or the book prints."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from hiretool.scoring import components
from hiretool.scoring.fitted import Components
from tests.conftest import SHARED

FOLDER = SHARED / "data" / "scoring"


@dataclass(frozen=True, slots=True)
class Known:
    """A published or repeated fit by restricted maximum likelihood."""

    name: str
    file: str
    frame: Callable[[], pd.DataFrame]
    response: str
    terms: tuple[str, ...]
    variance: Mapping[str, float]
    """Term -> variance, with the residual."""
    criterion: float | None
    fixed: tuple[str, ...] = ()

    def here(self) -> bool:
        return (FOLDER / self.file).exists()

    def fit(self) -> Components:
        return components(self.frame(), self.response, self.terms, fixed=self.fixed)


def table(file: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / file)


def essays(kind: str = "E") -> pd.DataFrame:
    """immer01a, long: one row for each rating of an essay of one type on one criterion."""
    cards = table("immer_data.immer01a.csv")
    long = cards[cards["type"] == kind].melt(["idstud", "type", "rater"], var_name="k", value_name="y")
    return long.dropna(subset=["y"])


def _squared(**sds: float) -> dict[str, float]:
    return {name.replace("__", ":"): sd**2 for name, sd in sds.items()}


# Source: lme4 1.1-31 (REML). Brennan 2001, Generalizability Theory, table 3.2, is balanced, so that the analysis of
# variance is exact; p. 116 prints its first four digits. lme4 stops .0001 short of it at its usual tolerance.
KNOWN = (
    Known(
        "Dyestuff",
        "lme4_Dyestuff.csv",
        partial(table, "lme4_Dyestuff.csv"),
        "Yield",
        ("Batch",),
        _squared(Batch=42.000595, residual=49.5101),
        319.654277,
    ),
    Known(
        "Dyestuff2",
        "lme4_Dyestuff2.csv",
        partial(table, "lme4_Dyestuff2.csv"),
        "Yield",
        ("Batch",),
        _squared(Batch=0.0, residual=3.715684),
        161.828278,
    ),
    Known(
        "Pastes",
        "lme4_Pastes.csv",
        partial(table, "lme4_Pastes.csv"),
        "strength",
        ("batch:cask", "batch"),
        _squared(batch__cask=2.9040775, batch=1.2873659, residual=0.8234075),
        246.990746,
    ),
    Known(
        "Penicillin",
        "lme4_Penicillin.csv",
        partial(table, "lme4_Penicillin.csv"),
        "diameter",
        ("plate", "sample"),
        _squared(plate=0.8467025, sample=1.9316138, residual=0.5499227),
        330.860589,
    ),
    Known(
        "Brennan 3.2",
        "gtheory_Brennan.3.2.csv",
        partial(table, "gtheory_Brennan.3.2.csv"),
        "Score",
        ("Person", "Task", "Rater:Task", "Person:Task"),
        {
            "Person": 0.47314815,
            "Task": 0.32515432,
            "Rater:Task": 0.64753086,
            "Person:Task": 0.55956790,
            "residual": 2.38024691,
        },
        None,
    ),
    Known(
        "InstEval",
        "lme4_InstEval.csv",
        partial(table, "lme4_InstEval.csv"),
        "y",
        ("s", "d"),
        {"s": 0.1062145, "d": 0.2737349, "residual": 1.3871797},
        237783.8804,
    ),
    Known(
        "InstEval, 3 terms",
        "lme4_InstEval.csv",
        partial(table, "lme4_InstEval.csv"),
        "y",
        ("s", "d", "dept:service"),
        {"s": 0.1054170, "d": 0.2626296, "dept:service": 0.0125502, "residual": 1.3849508},
        237658.5783,
    ),
    Known(
        "immer01a, type E",
        "immer_data.immer01a.csv",
        essays,
        "y",
        ("idstud", "idstud:k", "idstud:rater", "rater", "rater:k"),
        {
            "idstud": 0.33159892,
            "idstud:k": 0.09799412,
            "idstud:rater": 0.05511390,
            "rater": 0.02910256,
            "rater:k": 0.01661112,
            "residual": 0.17510186,
        },
        111319.5186,
        ("k",),
    ),
)

DIGITS = 4
"""Significant digits of a variance that must agree, where the published one is not 0."""


def agrees(ours: float, published: float) -> bool:
    if published == 0:
        return ours == 0
    return abs(ours - published) <= 0.5 * 10.0 ** (1 - DIGITS) * abs(published)


def main() -> None:
    print("\nVariance components by REML beside lme4's (goal: 4 digits, the criterion within .001)")
    print(f"{'data':<18} {'term':<14} {'published':>14} {'ours':>14} {'difference':>11}")
    for known in KNOWN:
        if not known.here():
            print(f"{known.name:<18} skipped: {known.file} is not here")
            continue
        frame = known.frame()
        clock = time.perf_counter()
        found = components(frame, known.response, known.terms, fixed=known.fixed)
        seconds = time.perf_counter() - clock
        for term, published in known.variance.items():
            ours = found.variance[term]
            said = "" if agrees(ours, published) else "  MISSED"
            print(f"{known.name:<18} {term:<14} {published:14.7f} {ours:14.7f} {ours - published:+11.1e}{said}")
        if known.criterion is not None:
            assert found.criterion is not None
            apart = found.criterion - known.criterion
            said = "" if abs(apart) < 1e-3 else "  MISSED"
            both = f"{known.criterion:14.4f} {found.criterion:14.4f}"
            print(f"{known.name:<18} {'criterion':<14} {both} {apart:+11.1e}{said}")
        print(f"{known.name:<18} {len(frame):,} rows in {seconds:.3f} s", flush=True)


if __name__ == "__main__":
    main()
