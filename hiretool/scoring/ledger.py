"""Severities carried over: what earlier ratings said of interviewers, as a prior for later ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from hiretool.errors import HiretoolError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from hiretool.scoring.fitted import Fit

DRIFT = 0.02
"""Variance, in squared rating units, that a year adds: people change. Our choice; no data at hand to estimate it."""
POOL_COUNTS = 5.0
"""The usual spread of severities counts as much as so many interviewers."""


def evidence(fit: Fit) -> pd.DataFrame:
    """As `Fit.evidence`: the posterior with its prior taken out again, of those who shared a candidate."""
    import numpy as np
    import pandas as pd

    told = fit._interviewers
    if (told["_prior_severity"] != 0).any():
        raise HiretoolError("What the ratings alone say must come from a fit without a ledger.")
    with np.errstate(divide="ignore"):
        precision = 1 / told["_variance"] - 1 / told["_prior_variance"]
    known = (told["_shared_here"] > 0) & (precision > 1e-6 / told["_prior_variance"])
    mine = told[known]
    return pd.DataFrame(
        {
            "interviewer": mine["interviewer"],
            "severity": mine["_severity"] / mine["_variance"] / precision[known],
            "sd": np.sqrt(1 / precision[known]),
            "n_shared": mine["_shared_here"],
        }
    ).reset_index(drop=True)


def prior(
    evidence: pd.DataFrame | Iterable[pd.DataFrame],
    *,
    today: datetime.date | None = None,
    scale: tuple[float, float] = (1.0, 4.0),
) -> pd.DataFrame:
    """The ledger that `fit` takes: each interviewer's severity as known from other ratings.

    evidence: frames as `Fit.evidence()` gives them, of ratings that are no part of those to be scored; with a column
    learnt_on (ISO date) and `today`, older evidence counts for less.
    Returns: interviewer, severity, sd, n_shared; by name.
    """
    import numpy as np
    import pandas as pd

    from hiretool.scoring.model import priors

    frames = [evidence] if isinstance(evidence, pd.DataFrame) else list(evidence)
    rows = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
    if rows.empty:
        return pd.DataFrame({"interviewer": [], "severity": [], "sd": [], "n_shared": []})
    usual = priors.medians(None, scale)["interviewer"] ** 2
    drift = DRIFT * ((scale[1] - scale[0]) / priors.RANGE) ** 2
    variance = rows["sd"].to_numpy(dtype=float) ** 2
    if today is not None and "learnt_on" in rows:
        days = (pd.Timestamp(today) - pd.to_datetime(rows["learnt_on"])).dt.days.to_numpy(dtype=float)
        variance = variance + drift * np.maximum(days, 0) / 365.25
    rows = rows.assign(precision=1 / variance, pulled=rows["severity"].to_numpy(dtype=float) / variance)
    sums = rows.groupby("interviewer", sort=True)[["precision", "pulled", "n_shared"]].sum()
    mean = sums["pulled"] / sums["precision"]
    pool = _pool(mean.to_numpy(), 1 / sums["precision"].to_numpy(), usual)
    precision = sums["precision"] + 1 / pool
    return pd.DataFrame(
        {"severity": sums["pulled"] / precision, "sd": np.sqrt(1 / precision), "n_shared": sums["n_shared"].astype(int)}
    ).reset_index()


def _pool(mean: np.ndarray, variance: np.ndarray, usual: float) -> float:
    """How much interviewers differ: by moments, with the usual value for some of the evidence."""
    weight = 1 / (variance + usual) ** 2
    told = float((weight * (mean**2 - variance).clip(min=-usual)).sum() / weight.max())
    count = float(weight.sum() / weight.max())
    return max((told + POOL_COUNTS * usual) / (count + POOL_COUNTS), usual / 10)
