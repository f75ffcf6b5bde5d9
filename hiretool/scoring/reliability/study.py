"""Components of variance -> how dependable a score is with so many interviewers (a decision study)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.errors import HiretoolError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_INTERVIEWERS = 8
TARGETS = (0.7, 0.8)
"""Marks that are commonly asked for. For decisions about single people the source asks 0.9.

Source: Nunnally and Bernstein 1994, Psychometric Theory, 3rd ed., p. 264.
"""


@dataclass(frozen=True, slots=True)
class Study:
    """Dependability by number of interviewers, each of whom rates `each` competencies."""

    each: int
    dependability: tuple[float, ...]
    """For 1, 2, ... MOST_INTERVIEWERS interviewers: 0..1."""

    def enough(self, target: float) -> int | None:
        """The fewest interviewers that reach the target; None if MOST_INTERVIEWERS do not."""
        return next((number for number, value in enumerate(self.dependability, 1) if value >= target), None)


def study(sds: Mapping[str, float], weights: Mapping[str, float], *, each: int) -> Study:
    """Dependability of a role's weighted score for 1 to MOST_INTERVIEWERS interviewers.

    sds: term -> sd in rating units. weights: competency -> weight > 0, of the role. each: competencies that each
    interviewer rates. Raises: HiretoolError if there are not so many.
    """
    numbers = range(1, MOST_INTERVIEWERS + 1)
    return Study(each, tuple(dependability(sds, weights, interviewers=number, each=each) for number in numbers))


def dependability(sds: Mapping[str, float], weights: Mapping[str, float], *, interviewers: int, each: int) -> float:
    """Squared correlation of the score with what every interviewer's rating of every competency would give, 0..1.

    Competencies are dealt out in turn, so that all are rated about equally often; the mean over the places where the
    deal can begin. Nothing is known of how strict the interviewers are. 0 where candidates do not differ.
    Source: Brennan 2001, Generalizability Theory, section 4.1 (index of dependability); for the best linear prediction
    of the universe score, Searle, Casella and McCulloch 1992, Variance Components, section 7.4.
    """
    count = len(weights)
    if not 1 <= each <= count:
        has = "1 competency" if count == 1 else f"{count} competencies"
        raise HiretoolError(f"The role has {has}, so no interviewer can rate {each}.")
    share = np.array(list(weights.values()), float)
    share = share / share.sum()
    deals = [_dealt(start, interviewers, each, count) for start in range(count)]
    return float(np.mean([_of_deal(sds, share, deal, interviewers) for deal in deals]))


def _dealt(start: int, interviewers: int, each: int, count: int) -> NDArray[np.int64]:
    """The competency of each rating, interviewer by interviewer."""
    return (start + np.arange(interviewers * each)) % count


def _of_deal(sds: Mapping[str, float], share: Floats, competency: NDArray[np.int64], interviewers: int) -> float:
    person = np.repeat(np.arange(interviewers), len(competency) // interviewers)
    same_person = person[:, None] == person[None, :]
    same_competency = competency[:, None] == competency[None, :]
    candidate, own = sds["candidate"] ** 2, sds["candidate:competency"] ** 2
    ratings = (
        candidate
        + own * same_competency
        + (sds["interviewer"] ** 2 + sds["scorecard"] ** 2) * same_person
        + sds["interviewer:competency"] ** 2 * (same_person & same_competency)
        + sds["residual"] ** 2 * np.eye(len(competency))
    )
    with_score = candidate + own * share[competency]
    score = candidate + own * float(share @ share)
    if score <= 0:
        return 0.0
    # Without any noise the matrix has no inverse, and the ratings say all that they can.
    known = with_score @ np.linalg.lstsq(ratings, with_score, rcond=None)[0]
    return min(float(known) / score, 1.0)


def grid(sds: Mapping[str, float], weights: Mapping[str, float], each: Sequence[int]) -> list[Study]:
    """A study for each number of competencies that is possible."""
    return [study(sds, weights, each=number) for number in sorted(set(each)) if 1 <= number <= len(weights)]
