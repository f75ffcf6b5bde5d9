"""Scores in their order -> the one at which they had become too good, if they have.

A one-sided CUSUM of the scores beyond expectation (Page 1954, Continuous inspection schemes, Biometrika 41), with its
threshold from the run length that is allowed (Brook and Evans 1972, Biometrika 59).
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STARTED = 10
"""Scores before the first one that is held against them."""
RUN_LENGTH = 550
"""Scores between two false alarms, on average."""
SHIFT = 0.8
"""Rating points by which a question that got out is answered better; what the alarm is tuned to."""


def alarm(beyond: Floats, *, first: int = 30) -> int | None:
    """The score, from 1, at which a one-sided CUSUM passes its threshold; None if it never does.

    beyond: scores beyond expectation, in rating points and in order. Each is held against all before it, so that what
    is normal need not be known beforehand; before `first` of them nothing alarms.
    Source: Hawkins 1987, Self-starting cusum charts for location and scale, The Statistician 36.
    """
    import numpy as np
    from scipy.special import ndtri, stdtr

    if len(beyond) <= first:
        return None
    slack = round(SHIFT / 2 / max(float(beyond[:first].std(ddof=1)), 0.2), 2)
    limit = threshold(slack, RUN_LENGTH)
    total = 0.0
    for count in range(STARTED, len(beyond)):
        before = beyond[:count]
        spread = max(float(before.std(ddof=1)), 0.2)
        studentized = math.sqrt(count / (count + 1)) * (beyond[count] - before.mean()) / spread
        # A t value of so many degrees of freedom -> the normal value that is as rare.
        value = float(ndtri(np.clip(stdtr(count - 1, studentized), 1e-12, 1 - 1e-12)))
        total = max(0.0, total + value - slack)
        if total > limit and count >= first:
            return count + 1
    return None


@functools.lru_cache(maxsize=256)
def threshold(slack: float, run_length: float) -> float:
    """Height at which a one-sided CUSUM of standard normal values stops after `run_length` of them on average.

    slack: what is taken off each value, in standard deviations, > 0.
    Source: Brook and Evans 1972, a Markov chain over the CUSUM's height.
    """
    low, high = 0.01, 30.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (middle, high) if average_run(middle, slack) < run_length else (low, middle)
    return high


def average_run(limit: float, slack: float, *, states: int = 100) -> float:
    """Mean number of standard normal values until a one-sided CUSUM passes `limit`.

    >>> round(average_run(4.0, 0.5))
    335
    """
    import numpy as np
    from scipy.special import ndtr

    width = 2 * limit / (2 * states - 1)
    centres = np.arange(states) * width
    upper = ndtr(centres[None, :] + width / 2 - centres[:, None] + slack)
    lower = ndtr(centres[None, :] - width / 2 - centres[:, None] + slack)
    lower[:, 0] = 0.0
    return float(np.linalg.solve(np.eye(states) - (upper - lower), np.ones(states))[0])
