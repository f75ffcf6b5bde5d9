"""Ratings by several raters -> how far they agree, beyond what chance would give.

Everything is computed in long form, one row a rating, with gaps and any number of raters.
"""

from hiretool.scoring.agreement.alpha import krippendorff
from hiretool.scoring.agreement.coded import Coded, coded
from hiretool.scoring.agreement.estimate import CONFIDENCE, Estimate
from hiretool.scoring.agreement.icc import Intraclass, intraclass
from hiretool.scoring.agreement.kappa import Pairs, cohen, fleiss
from hiretool.scoring.agreement.statistics import Agreement, Plain, statistics

__all__ = [
    "CONFIDENCE",
    "Agreement",
    "Coded",
    "Estimate",
    "Intraclass",
    "Pairs",
    "Plain",
    "coded",
    "cohen",
    "fleiss",
    "intraclass",
    "krippendorff",
    "statistics",
]
