"""What a calibrated fit tells: scores with their intervals, interviewers, components of variance, and sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SHOWN_FROM = 5
"""A severity is shown from so many candidates that an interviewer rated together with somebody else."""


@dataclass(frozen=True, slots=True)
class Components:
    """Variance components of ratings.

    Source: Patterson and Thompson 1971, Biometrika 58:545; Gilmour, Thompson and Cullis 1995, Biometrics 51:1440.
    """

    variance: Mapping[str, float]
    """Term -> variance in squared rating units, with "residual" last."""
    criterion: float | None
    """-2 log of the restricted likelihood, with the constant (as lme4's REMLcrit); None where moments were used."""
    method: str
    """`reml`, `map` (with priors) or `moments`."""
    fixed: Mapping[str, float] = field(default_factory=dict)
    """Fixed effect -> estimate: "(mean)" and the levels of fixed terms against their first."""
    converged: bool = True

    @property
    def sd(self) -> dict[str, float]:
        """Term -> standard deviation in rating units."""
        return {name: value**0.5 for name, value in self.variance.items()}


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that the reader of a score must know."""

    code: str
    """Stable name: `too-little-data`, `never-compared`, `few-shared`, ..."""
    text: str
    """A sentence for the committee."""


@dataclass(frozen=True)
class Fit:
    """A calibrated reading of ratings. All figures are in rating units; severity is positive for who rates low."""

    candidates: pd.DataFrame
    """A row for each candidate of each role, by role, then the highest score first (equal scores by name):

    candidate, role; score; low and high, its 90 % interval; sd; p_above_bar; raw_mean (of all ratings); raw_weighted
    (weighted mean of competency means, over what was assessed); uncorrected (the score if no interviewer's severity
    were taken out); correction (score - uncorrected); with_conflicts (the score if flagged pairs counted; NaN where
    none was dropped); n_ratings; n_interviewers; panel (number of the group of interviewers that were compared on the
    same candidates, within a role); expected_rank, rank_low, rank_high (90 %), p_rank_1, p_rank_2, p_rank_3 (NaN
    where too little was rated, or where candidates are too many: see `ranks`).
    """
    interviewers: pd.DataFrame
    """A row for each interviewer, by name: interviewer; severity, how much lower than the pool (NaN below SHOWN_FROM
    shared candidates); sd; gap, how much lower than colleagues on the same candidates before anything is weighed by how
    much is known; n_shared, candidates rated together with somebody else; n_candidates; n_ratings."""
    components: Components
    warnings: tuple[Warned, ...]
    weights: Mapping[str, Mapping[str, float]]
    """Role -> competency -> weight, summing to 1."""
    bar: Mapping[str, float]
    """Role -> bar."""
    scale: tuple[float, float]
    _interviewers: pd.DataFrame = field(repr=False)
    _expected: Callable[[], pd.Series] = field(repr=False)
    _corrections: Callable[[], pd.DataFrame] = field(repr=False)
    _draws: Callable[[str | None, int], tuple[list[str], np.ndarray]] = field(repr=False)

    @cached_property
    def expected(self) -> pd.Series:
        """For each rating, by the index of the frame that was given: what would be expected of that role, competency
        and interviewer from a candidate of whom nothing is known. NaN where the rating did not count (blank, or a
        conflict)."""
        return self._expected()

    @cached_property
    def corrections(self) -> pd.DataFrame:
        """A row for each candidate and interviewer: role, candidate, interviewer; severity (as applied, whether or not
        it is shown); weight, how much of the candidate's score hangs on this interviewer; effect on the score;
        n_shared; gap."""
        return self._corrections()

    def ranks(self, role: str | None = None) -> pd.DataFrame:
        """Chance of each candidate (row) for each rank (column, from 1) within a role, from draws of the posterior.

        role: needed where there are several. Raises: HiretoolError if the role is unknown or has over 2,000 candidates.
        """
        from hiretool.scoring.model import ranks

        return ranks.probabilities(*self._draws(role, ranks.DRAWS))

    def explain(self, candidate: str, role: str | None = None) -> list[str]:
        """Each correction in a sentence: what, compared with whom, on how many, how much, and the score without it.

        Raises: NotFoundError if nobody of that name was rated.
        """
        from hiretool.scoring.model import sentences

        return sentences.explained(self, candidate, role)

    def evidence(self) -> pd.DataFrame:
        """What these ratings alone say of each interviewer's severity, to be kept in a ledger (see `scoring.ledger`).

        Returns: interviewer, severity, sd, n_shared; the sd is that of the evidence, without any prior.
        Raises: HiretoolError where a ledger was part of the fit: what it knows would be counted again.
        """
        from hiretool.scoring import ledger

        return ledger.evidence(self)
