"""What is believed of the spread of ratings before any is seen.

Sources: means of the immer data sets (candidate .58, candidate:competency .32, card .23, residual .42, interviewer .17,
interviewer:competency .13 on a scale of 0 to 3) and the shares of multiple mini-interviews (BMC Medical Education
14:169, table 2); together they imply that one interview has a reliability of about .46, near the .44 of Huffcutt et
al. 2013. A prior matters below some hundred ratings and hardly above.
"""

from __future__ import annotations

from collections.abc import Mapping

from hiretool.errors import HiretoolError, suggestion

RANGE = 3.0
"""Length of the scale 1 to 4, on which these stand; they grow with the scale."""

MEDIANS: Mapping[str, float] = {
    "candidate": 0.45,
    "candidate:competency": 0.30,
    "scorecard": 0.28,
    "residual": 0.45,
    "role": 0.15,
    "competency": 0.15,
    "role:competency": 0.10,
    "interviewer": 0.22,
    "interviewer:competency": 0.13,
}
"""Term -> median of its sd, in rating units."""

SPREADS: Mapping[str, float] = {
    "candidate": 0.5,
    "candidate:competency": 0.6,
    "scorecard": 0.6,
    "residual": 0.35,
    "role": 0.7,
    "competency": 0.7,
    "role:competency": 0.7,
    "interviewer": 0.6,
    "interviewer:competency": 0.6,
}
"""Term -> sd of the logarithm of its sd."""

TERMS = tuple(MEDIANS)

MEAN_ABOVE_MIDDLE, MEAN_SD = 0.3, 0.5
"""The grand mean of ratings lies about here above the middle of the scale."""


def medians(given: Mapping[str, float] | None, scale: tuple[float, float]) -> dict[str, float]:
    """Term -> median of its sd on this scale; those given take the place of ours.

    Raises: HiretoolError for a term that the model has not, or a sd that is not above 0.
    """
    factor = (scale[1] - scale[0]) / RANGE
    found = {name: value * factor for name, value in MEDIANS.items()}
    for name, value in (given or {}).items():
        if name not in found:
            raise HiretoolError(f"The model has no term {name!r}. {suggestion(name, list(found))}")
        if not value > 0:
            raise HiretoolError(f"The prior sd of {name}: expected a number above 0, got {value!r}.")
        found[name] = float(value)
    return found


def grand_mean(scale: tuple[float, float]) -> tuple[float, float]:
    """Mean and sd of the prior on the mean of all ratings."""
    factor = (scale[1] - scale[0]) / RANGE
    return (scale[0] + scale[1]) / 2 + MEAN_ABOVE_MIDDLE * factor, MEAN_SD * factor
