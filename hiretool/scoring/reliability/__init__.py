"""A noise audit: how far interviewers differ on the same candidate, why, and how many of them are enough."""

from hiretool.scoring.reliability.audit import Audit, OfRole, audit
from hiretool.scoring.reliability.differences import Differences, differences
from hiretool.scoring.reliability.noise import Noise, noise, shares, single_icc
from hiretool.scoring.reliability.study import Study, dependability, study

__all__ = [
    "Audit",
    "Differences",
    "Noise",
    "OfRole",
    "Study",
    "audit",
    "dependability",
    "differences",
    "noise",
    "shares",
    "single_icc",
    "study",
]
