"""What the study that chose the model measured, design by design, beside which our figures are printed.

Source: simulations of November 2026; their own standard error is about .005 in tau and .004 in coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.scoring_designs import FIVE, GENEROUS, Panels, Sds, Shape


@dataclass(frozen=True, slots=True)
class Figures:
    """Kendall's tau-a within roles of the weighted mean, least squares and the model; coverage of its intervals."""

    raw: float
    least_squares: float
    score: float
    covered: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A design, how often it is drawn here, and what was measured before."""

    name: str
    shape: Shape
    replicates: int
    figures: Figures
    gain: float = -0.002
    """What the score must have over the weighted mean, in tau."""
    least: float = 0.88
    """What the intervals must cover."""
    most: float = 0.92


def _one(severity: float) -> Shape:
    return Shape(sds=Sds(severity=severity))


def _many(severity: float) -> Shape:
    return Shape(candidates=500, interviewers=60, roles=6, sds=Sds(severity=severity))


def _panels(rho: float, overlap: float) -> Shape:
    return Shape(per_candidate=4, sds=Sds(severity=0.5), panels=Panels(rho, overlap))


SEVERITY = (
    Measured("severity 0", _one(0.0), 200, Figures(0.7704, 0.7692, 0.7778, 0.905)),
    Measured("severity .2", _one(0.2), 200, Figures(0.7663, 0.7662, 0.7745, 0.903)),
    Measured("severity .4", _one(0.4), 200, Figures(0.7512, 0.7640, 0.7686, 0.905), gain=0.015),
    Measured("severity .6", _one(0.6), 200, Figures(0.7314, 0.7627, 0.7657, 0.904), gain=0.03),
)
OTHERS = (
    Measured(
        "4 interviewers x 1",
        Shape(per_candidate=4, per_interviewer=1),
        100,
        Figures(0.651, 0.661, 0.672, 0.905),
    ),
    Measured("5 interviewers x 4", Shape(per_interviewer=4), 100, Figures(0.804, 0.816, 0.822, 0.902)),
    Measured("strong halo .8", Shape(sds=Sds(scorecard=0.8)), 100, Figures(0.691, 0.696, 0.704, 0.900)),
    Measured("spread differs, log-sd .35", Shape(spread=0.35), 100, Figures(0.751, 0.762, 0.766, 0.899)),
    Measured(
        "4 x 2, severity .6, cand .7",
        Shape(per_candidate=4, sds=Sds(candidate=0.7, severity=0.6)),
        100,
        Figures(0.603, 0.646, 0.654, 0.894),
    ),
    Measured("55 % in the top category", Shape(shares=GENEROUS), 100, Figures(0.724, 0.728, 0.735, 0.904)),
    Measured("five categories", Shape(shares=FIVE), 100, Figures(0.758, 0.771, 0.776, 0.890)),
    Measured("500 cand, 60 int, sev. .2", _many(0.2), 20, Figures(0.772, 0.780, 0.783, 0.907)),
    Measured("500 cand, 60 int, sev. .4", _many(0.4), 20, Figures(0.761, 0.778, 0.781, 0.908), gain=0.015),
    Measured("500 cand, 60 int, sev. .6", _many(0.6), 20, Figures(0.741, 0.775, 0.779, 0.909), gain=0.03),
    Measured("500 cand, 250 int", Shape(candidates=500, interviewers=250), 20, Figures(0.754, 0.765, 0.771, 0.899)),
)
CONFOUNDED = (
    Measured("rho 0, overlap .3", _panels(0.0, 0.3), 100, Figures(0.727, 0.738, 0.742, 0.895), least=0.87),
    Measured("rho .5, overlap 0", _panels(0.5, 0.0), 100, Figures(0.727, 0.664, 0.741, 0.886), gain=0.0, least=0.87),
    Measured("rho .9, overlap .1", _panels(0.9, 0.1), 100, Figures(0.738, 0.745, 0.752, 0.884), least=0.87),
    Measured("rho .9, overlap 0", _panels(0.9, 0.0), 100, Figures(0.732, 0.513, 0.746, 0.886), gain=0.0, least=0.87),
)


@dataclass(frozen=True, slots=True)
class Tiny:
    """Few candidates: coverage of a naive interval, of the model with integration over its sds; errors."""

    candidates: int
    replicates: int
    naive: str
    covered: str
    error: str
    """Root mean square of the weighted mean's error -> of the score's."""
    least: float
    most: float


TINY: Sequence[Tiny] = (
    Tiny(1, 800, ".79-.84", ".95-.96", ".23-.24 -> .21-.22", 0.88, 0.96),
    Tiny(3, 400, ".78-.79", ".92-.94", ".26 -> .23", 0.88, 0.96),
    Tiny(5, 300, ".78-.81", ".93", ".27 -> .23", 0.88, 0.96),
    Tiny(10, 240, ".76-.81", ".91", ".26 -> .22", 0.88, 0.92),
    Tiny(20, 160, ".78-.81", ".90", ".26 -> .22", 0.88, 0.92),
)

CALIBRATION = {0.03: ".03-.04", 0.29: ".32-.34", 0.50: ".54", 0.71: ".73", 0.96: ".96"}
"""Mean P(above bar) of a bin -> the share that was above it."""

LEDGER = {
    "raw weighted": (0.731, None),
    "new role alone": (0.765, 0.875),
    "joint refit": (0.7735, 0.908),
    "ledger": (0.7727, 0.904),
}
"""Tau and coverage in a new role of a dozen candidates."""
