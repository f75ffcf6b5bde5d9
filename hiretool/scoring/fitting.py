"""Ratings -> calibrated scores; columns of a frame -> variance components. The public face of the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from hiretool.scoring.fitted import Components, Fit

if TYPE_CHECKING:
    import pandas as pd

SCALE = (1.0, 4.0)


def components(
    frame: pd.DataFrame,
    response: str,
    terms: Sequence[str],
    *,
    fixed: Sequence[str] = (),
    prior: Mapping[str, float] | None = None,
) -> Components:
    """Variance components of a response by restricted maximum likelihood; unbalanced and crossed data are fine.

    frame: one row an observation. response: its numeric column; rows without a value are left out. terms: random
    effects, each a column or columns joined by a colon (`dept:service`). fixed: columns whose levels are fixed effects
    beside the mean. prior: term -> median of a log-normal prior on its sd (with "residual"), or None for plain REML.
    Returns: variances in squared units of the response, exactly 0 at the boundary; the criterion is that of lme4.
    Raises: HiretoolError for a column that is not there, a term that has a level for each row, or too many levels.
    Source: Patterson and Thompson 1971, Biometrika 58:545; Bates et al. 2015, doi:10.18637/jss.v067.i01 (criterion).
    """
    from hiretool.scoring.model.components import estimated

    return estimated(frame, response, terms, fixed=fixed, prior=prior)


def fit(
    ratings: pd.DataFrame,
    *,
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]],
    bar: float | Mapping[str, float],
    ledger: pd.DataFrame | None = None,
    conflicts: pd.DataFrame | Iterable[tuple[str, str]] | None = None,
    seed: int = 0,
    scale: tuple[float, float] = SCALE,
    priors: Mapping[str, float] | None = None,
) -> Fit:
    """Calibrated scores: what each candidate would get if every interviewer had rated every competency.

    A Gaussian crossed model of roles, competencies, candidates, candidates' own strengths, scorecards (halo) and
    interviewers. How strict an interviewer is comes only from candidates rated together with others. One rating is
    enough and ten million are not too many; fewer ratings widen the interval.

    ratings: one row a rating: candidate, interviewer, competency, rating (on the scale, NaN where not assessed) and,
    if there are several, role. The order of rows makes no difference. weights: competency -> weight, or role ->
    competency -> weight; rescaled to a sum of 1. bar: in rating units, or role -> bar. ledger: severities known from
    other ratings (`scoring.ledger.prior`). conflicts: pairs (candidate, interviewer) that count neither for scores nor
    for severities. seed: of the draws for small data and ranks. scale: lowest and highest rating. priors: term ->
    median of its sd in rating units, in place of ours (`scoring.model.priors.MEDIANS`).
    Returns: a Fit; scores and intervals lie within the scale.
    Raises: HiretoolError for a missing column, a rating off the scale, or a competency without a weight.
    Source: Patterson and Thompson 1971, Biometrika 58:545 (REML); Brennan 2001, Generalizability Theory, chapter 5
    (universe score); Jacob et al. 2017, arXiv:1708.08719 (cutting feedback).
    """
    from hiretool.scoring.model.fit import fitted

    return fitted(
        ratings,
        weights=weights,
        bar=bar,
        ledger=ledger,
        conflicts=conflicts,
        seed=seed,
        scale=scale,
        medians=priors,
    )
