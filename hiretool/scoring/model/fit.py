"""Ratings -> Fit: which way is taken, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from hiretool.scoring.fitted import Components, Fit, Warned
from hiretool.scoring.model import asked, candidates, large, priors, sample, threads
from hiretool.scoring.model.coded import Coded, coded, weights_by_role
from hiretool.scoring.model.exact import Exact, n_columns
from hiretool.scoring.model.posterior import Mixture, Posterior, mixed, nothing
from hiretool.scoring.model.sentences import counted
from hiretool.scoring.model.told import Told

SMALL = 500
"""Below so many ratings the sds themselves are too uncertain to be taken for known."""
MOST_COLUMNS, MOST_RATINGS = 6_000, 200_000
"""Up to here the scores are solved exactly; above, by moments and conjugate gradients."""
QUICK_COLUMNS = 1_000
"""Up to here the sds are estimated from all ratings, which takes the cube of the columns some ten times."""
MANY = 20_000
"""From so many ratings on, moments tell the sds as well: in 50,000 simulated ratings the error of scores was .1875 by
them and .1874 by the likelihood."""
RANKED = 2_000
"""Candidates in all, up to which the chances of ranks are computed for everybody at once."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same with and without the ratings that a conflict of interest leaves out."""

    ratings: pd.DataFrame
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]]
    bar: float | Mapping[str, float]
    ledger: pd.DataFrame | None
    seed: int
    scale: tuple[float, float]
    medians: Mapping[str, float]

    @property
    def grand_mean(self) -> tuple[float, float]:
        return priors.grand_mean(self.scale)


def fitted(
    ratings: pd.DataFrame,
    *,
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]],
    bar: float | Mapping[str, float],
    ledger: pd.DataFrame | None,
    conflicts: pd.DataFrame | Iterable[tuple[str, str]] | None,
    seed: int,
    scale: tuple[float, float],
    medians: Mapping[str, float] | None,
) -> Fit:
    """As `scoring.fit`."""
    asking = _Asked(ratings, weights, bar, ledger, seed, scale, priors.medians(medians, scale))
    dropped = asked.dropped(ratings, conflicts)
    fit = _fit(asking, coded(ratings, scale, dropped))
    if dropped is None or not dropped.any():
        return fit
    whole, key = _fit(asking, coded(ratings, scale)).candidates, ["role", "candidate"]
    told = whole.set_index(key)["score"].reindex(pd.MultiIndex.from_frame(fit.candidates[key]))
    cards = len(ratings.loc[dropped, ["candidate", "interviewer"]].drop_duplicates())
    text = (
        f"{counted(int(dropped.sum()), 'rating')} on {counted(cards, 'card')} of people with a conflict of interest"
        " count neither for scores nor for how strict somebody is; the scores with them stand beside."
    )
    return replace(
        fit,
        candidates=fit.candidates.assign(with_conflicts=told.to_numpy()),
        warnings=(*fit.warnings, Warned("conflicts-left-out", text)),
    )


def _fit(asking: _Asked, data: Coded) -> Fit:
    by_role = weights_by_role(asking.weights, data)
    table = asked.weight_table(data, by_role)
    bars, known = asked.bars(asking.bar, data, asking.scale), asked.known(asking.ledger, data)
    with threads.suited(n_columns(data, table)):
        parts, shares, found = _posteriors(asking, data, table, known)
        posterior = parts[0] if len(parts) == 1 else mixed(parts, shares)
        mixture = Mixture.of(parts, shares)
        told = Told(data, posterior, known)
        rows = candidates.table(data, posterior, mixture, table, bars, told.panels, asking.scale)
        if told.bears_an_order() and data.n_blocks <= RANKED:
            rows = candidates.ranked(rows, data, posterior, asking.seed)
    return Fit(
        candidates=candidates.ordered(rows, data),
        interviewers=told.interviewers(),
        components=found,
        warnings=tuple(told.warnings()),
        weights=by_role,
        bar=dict(zip(map(str, data.roles), bars.tolist(), strict=True)),
        scale=asking.scale,
        _interviewers=told.inner(),
        _expected=partial(_expected, data, posterior, asking.ratings.index),
        _corrections=told.corrections,
        _draws=partial(candidates.draws, data, posterior, asking.seed),
    )


def _posteriors(
    asking: _Asked, data: Coded, table: np.ndarray, known: asked.Known
) -> tuple[list[Posterior], np.ndarray, Components]:
    """The posteriors with their weights, and the components that they rest on."""
    if not len(data.y):
        usual = {name: value**2 for name, value in asking.medians.items()}
        return [nothing(len(data.interviewers))], np.ones(1), Components(usual, None, "map", converged=False)
    columns = n_columns(data, table)
    if columns > MOST_COLUMNS or len(data.y) > MOST_RATINGS or (columns > QUICK_COLUMNS and len(data.y) >= MANY):
        posterior, found = large.solved(data, table, asking.medians, asking.grand_mean, known)
        return [posterior], np.ones(1), found
    exact = Exact(data, table, medians=asking.medians, grand_mean=asking.grand_mean, known=known[:2])
    if columns > QUICK_COLUMNS:
        variance = sample.components(data, table, asking.medians, asking.grand_mean)
        log_sd = np.log([variance[name] for name in priors.TERMS]) / 2
        return [exact.posterior(exact.at(log_sd))], np.ones(1), Components(_residual_last(variance), None, "map")
    mode, hessian, converged = exact.mode()
    variance = dict(zip(priors.TERMS, np.exp(2 * mode.log_sd).tolist(), strict=True))
    found = Components(_residual_last(variance), mode.criterion, "map", converged=converged)
    if len(data.y) < SMALL:
        return *exact.spread_out(mode, hessian, np.random.default_rng(asking.seed)), found
    return [exact.posterior(mode)], np.ones(1), found


def _residual_last(variance: Mapping[str, float]) -> dict[str, float]:
    return {name: variance[name] for name in (*(term for term in priors.TERMS if term != "residual"), "residual")}


def _expected(data: Coded, posterior: Posterior, index: pd.Index) -> pd.Series:
    found = np.full(len(index), np.nan)
    found[data.order] = posterior.expected()
    return pd.Series(found, index=index, name="expected")
