"""Components of variance -> kinds of noise in rating points, and how much of a rating is about the candidate."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from hiretool.errors import HiretoolError

SIGNAL = ("candidate", "candidate:competency")
NOISE = ("interviewer", "interviewer:competency", "scorecard", "residual")
"""Terms that differ between two interviewers of one candidate. Roles and competencies do not: they are the same."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Standard deviations in rating points.

    Source: Kahneman, Sibony and Sunstein 2021, Noise, chapters 5 and 6 (system, level, pattern and occasion noise).
    """

    level: float
    """Some interviewers are stricter than others, whoever they rate."""
    pattern: float
    """An interviewer sees this candidate, or this competency, differently from colleagues."""
    occasion: float
    """What is left: the moment, the question, the rounding to a whole point."""

    @property
    def system(self) -> float:
        """All noise together: the squares add up."""
        return math.hypot(self.level, self.pattern, self.occasion)

    @property
    def difference(self) -> float:
        """Root mean square difference that two interviewers are expected to have on one candidate and competency."""
        return math.sqrt(2) * self.system


def noise(sds: Mapping[str, float]) -> Noise:
    """The kinds of noise. sds: term -> sd in rating units, as `Fit.components.sd` has them."""
    _complete(sds)
    return Noise(
        level=sds["interviewer"],
        pattern=math.hypot(sds["scorecard"], sds["interviewer:competency"]),
        occasion=sds["residual"],
    )


def shares(sds: Mapping[str, float]) -> dict[str, float]:
    """Term -> share of the variance of one rating within a role and competency, 0..1; empty if there is no variance."""
    _complete(sds)
    variance = {name: sds[name] ** 2 for name in (*SIGNAL, *NOISE)}
    whole = sum(variance.values())
    return {name: value / whole for name, value in variance.items()} if whole else {}


def single_icc(sds: Mapping[str, float]) -> float | None:
    """Correlation of two interviewers' ratings of the same candidates on one competency; None without any variance."""
    found = shares(sds)
    return sum(found[name] for name in SIGNAL) if found else None


def _complete(sds: Mapping[str, float]) -> None:
    if missing := [name for name in (*SIGNAL, *NOISE) if name not in sds]:
        raise HiretoolError(f"The components lack {', '.join(missing)}; there are {', '.join(sds)}.")
