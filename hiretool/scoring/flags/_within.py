"""How far interviewers lie apart about one candidate, given how much ratings differ anyway."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, ndtr

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.flags._case import Case

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]

AT_ONCE = 2_000_000
"""Numbers in a stack of matrices that are inverted together."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One candidate's interviewers against each other."""

    candidate: str
    interviewers: tuple[str, ...]
    shift: tuple[float, ...]
    """How much higher each rated the candidate than the others did, in rating units, severity taken out."""
    z: tuple[float, ...]
    """The same in its own standard errors."""
    p: float
    """The smaller of two: of the chi-square of all cards together, which sees a panel that is split, and of the most
    distant card times their number, which sees one that stands alone."""


def compared(case: Case) -> list[Compared]:
    """Candidates whom two interviewers or more rated, by name.

    The residuals of a candidate's ratings (rating less what is expected of that competency and interviewer) have the
    covariance that the fit's sds say: of the competency, of the scorecard, of how well the interviewer's severity is
    known, and of the single rating. The candidate's own level is taken out, and what is left is summed for each card.
    Source: the weighted sum of squares for heterogeneity, Cochran 1954, Biometrics 10:101.
    """
    rated = case.rated.sort_values(["candidate", "interviewer", "competency", "residual"], kind="stable")
    found: list[Compared] = []
    if rated.empty or case.fit.components.sd.get("residual", 0.0) < 1e-6:
        return found
    candidate = _codes(rated["candidate"])
    starts = np.searchsorted(candidate, np.arange(candidate.max() + 2))
    counts = np.diff(starts)
    interviewer, competency = _codes(rated["interviewer"]), _codes(rated["competency"])
    residual, unsure = rated["residual"].to_numpy(float), _unsure(case, rated)
    names = rated["interviewer"].to_numpy(), rated["candidate"].to_numpy()
    for rows in _stacks(starts, counts):
        who = interviewer[rows]
        # The rows of a candidate are sorted by interviewer, so cards are numbered by where they change.
        card = np.cumsum(np.diff(who, axis=1, prepend=who[:, :1]) != 0, axis=1)
        covariance = _covariance(case, who, competency[rows], unsure[rows])
        shift, z, statistic = _apart(covariance, residual[rows], card)
        for place, row in enumerate(rows):
            first = row[np.unique(card[place], return_index=True)[1]]
            if len(first) < 2:
                continue
            found.append(
                Compared(
                    str(names[1][row[0]]),
                    tuple(map(str, names[0][first])),
                    tuple(shift[place, : len(first)].tolist()),
                    tuple(z[place, : len(first)].tolist()),
                    _chance(z[place, : len(first)], float(statistic[place])),
                )
            )
    return sorted(found, key=lambda entry: entry.candidate)


def _chance(z: Floats, statistic: float) -> float:
    # Two cards are as far from each other as the other way round: one comparison, not two.
    comparisons = len(z) if len(z) > 2 else 1
    alone = 2 * ndtr(-np.abs(z).max()) * comparisons
    return float(min(alone, chdtrc(len(z) - 1, statistic), 1.0))


def _codes(column: pd.Series) -> Ints:
    codes: Ints = np.unique(column.to_numpy().astype(str), return_inverse=True)[1]
    return codes


def _stacks(starts: Ints, counts: Ints) -> Iterator[Ints]:
    """Candidates of equally many ratings together: rows as (candidate x rating)."""
    for count in np.unique(counts[counts > 1]):
        first = starts[:-1][counts == count]
        step = max(1, AT_ONCE // int(count) ** 2)
        for begin in range(0, len(first), step):
            yield first[begin : begin + step, None] + np.arange(count)


def _unsure(case: Case, rated: pd.DataFrame) -> Floats:
    """Variance of each rating's interviewer's severity given all ratings."""
    known = case.fit.interviewers.set_index("interviewer")["sd"].astype(float)
    sd = rated["interviewer"].map(known).fillna(case.fit.components.sd.get("interviewer", 0.0))
    return sd.to_numpy(float) ** 2


def _covariance(case: Case, interviewer: Ints, competency: Ints, unsure: Floats) -> Floats:
    variance = case.fit.components.variance
    same_competency = competency[:, :, None] == competency[:, None, :]
    same_interviewer = interviewer[:, :, None] == interviewer[:, None, :]
    found = variance.get("candidate:competency", 0.0) * same_competency
    found = found + (variance.get("scorecard", 0.0) + unsure[:, :, None]) * same_interviewer
    found = found + variance.get("interviewer:competency", 0.0) * (same_competency & same_interviewer)
    whole: Floats = found + variance["residual"] * np.eye(interviewer.shape[1])
    return whole


def _apart(covariance: Floats, residual: Floats, card: Ints) -> tuple[Floats, Floats, Floats]:
    """(candidate x card) shift and z of each card against the others, and the statistic of all cards together."""
    inverse = np.linalg.inv(covariance)
    summed = inverse.sum(axis=2)
    # Takes the candidate's own level out: generalised least squares of a constant.
    projection = inverse - summed[:, :, None] * summed[:, None, :] / summed.sum(axis=1)[:, None, None]
    cards = (card[:, :, None] == np.arange(card.max() + 1)).astype(float)
    within = cards.transpose(0, 2, 1) @ projection
    score = (within @ residual[:, :, None])[:, :, 0]
    information = within @ cards
    own = np.maximum(np.diagonal(information, axis1=1, axis2=2), 1e-12)
    statistic = np.einsum("bi,bij,bj->b", score, np.linalg.pinv(information, 1e-9, hermitian=True), score)
    return score / own, score / np.sqrt(own), statistic
