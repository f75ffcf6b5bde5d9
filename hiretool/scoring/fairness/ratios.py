"""Two rates -> their ratio, whether it is below four fifths, its interval, and what one different person would do."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

SURE = 3.841458820694124
"""95% point of chi-square with one degree of freedom."""
_STEPS = 60
_FAR = 1e12


def ratio(selected: int, n: int, other: int, other_n: int) -> Fraction | None:
    """The first rate divided by the second, exact; None where the second is 0."""
    return Fraction(selected * other_n, other * n) if other else None


def is_below_four_fifths(selected: int, n: int, other: int, other_n: int) -> bool:
    """Whether the first rate is less than four fifths of the second; exactly four fifths is not less.

    In whole numbers: with fractions a computer takes 1/3 to be less than four fifths of 5/12.
    Source: 29 CFR 1607.4(D).

    >>> is_below_four_fifths(1, 3, 5, 12)
    False
    """
    return 5 * selected * other_n < 4 * other * n


@dataclass(frozen=True, slots=True)
class Moved:
    """One selection fewer in the group with the highest rate, and one more in this group."""

    selected: int
    reference_selected: int
    impact_ratio: Fraction | None
    flagged: bool
    reverses: bool
    """Whether this group would then have the higher rate."""


def one_different_person(selected: int, n: int, other: int, other_n: int) -> Moved | None:
    """The comparison after one selection has moved; None where none can move.

    "Where the number of persons and the difference in selection rates are so small that the selection of one different
    person ... would shift the result from adverse impact against one group to a situation in which that group has a
    higher selection rate", agencies generally do not act.
    Source: Uniform Guidelines, Questions and Answers, 44 Fed. Reg. 11996 (1979), question 21.
    """
    if selected == n or not other:
        return None
    counts = (selected + 1, n, other - 1, other_n)
    found = ratio(*counts)
    return Moved(counts[0], counts[2], found, is_below_four_fifths(*counts), found is None or found > 1)


def interval(selected: int, n: int, other: int, other_n: int) -> tuple[float, float | None]:
    """95% interval for the ratio of two rates, on the scale of its logarithm.

    Where the logarithm has none, because nobody of a group or all of both were selected, it is `score_interval`: no
    half persons are added.
    Source: Katz et al. 1978, Biometrics 34:469; Morris and Lobsenz 2000, Personnel Psychology 53:89.

    >>> tuple(round(limit, 2) for limit in interval(12, 40, 48, 80))
    (0.3, 0.83)
    """
    spread = (1 / selected - 1 / n + 1 / other - 1 / other_n) if selected and other else 0.0
    if spread <= 0:
        return score_interval(selected, n, other, other_n)
    middle, reach = selected * other_n / (other * n), math.exp(math.sqrt(SURE * spread))
    return middle / reach, middle * reach


def score_interval(selected: int, n: int, other: int, other_n: int) -> tuple[float, float | None]:
    """95% interval from the score statistic; no upper limit (None) where nobody of the second group was selected.

    Source: Koopman 1984, Biometrics 40:513; Fagerland, Lydersen and Laake 2015, Stat. Methods Med. Res. 24:224.

    >>> tuple(round(limit, 4) for limit in score_interval(7, 34, 1, 34))
    (1.2209, 42.5757)
    """
    if not selected and not other:
        return 0.0, None
    counts = (selected, n, other, other_n)
    found = selected * other_n / (other * n) if other else _FAR
    middle = min(max(found, 1 / _FAR), _FAR)
    low = _limit(middle, 0.5, counts) if selected else 0.0
    return low, _limit(middle, 2.0, counts) if other else None


def _limit(inside: float, factor: float, counts: tuple[int, int, int, int]) -> float:
    """Where the score leaves the 95% range, going from a ratio inside it by steps of `factor`."""
    outside = inside * factor
    while _score(outside, *counts) < SURE and 1 / _FAR < outside < _FAR * 2:
        inside, outside = outside, outside * factor
    for _ in range(_STEPS):
        middle = math.sqrt(inside * outside)
        if _score(middle, *counts) < SURE:
            inside = middle
        else:
            outside = middle
    return inside


def _score(assumed: float, selected: int, n: int, other: int, other_n: int) -> float:
    """Squared score statistic if the true ratio were `assumed`, > 0: chi-square with one degree of freedom."""
    square, line, rest = (n + other_n) * assumed, n * assumed + selected + other_n + other * assumed, selected + other
    # The rate of the second group that is most likely then; this form of the root loses no digits.
    rate = 2 * rest / (line + math.sqrt(max(line * line - 4 * square * rest, 0.0)))
    rate = min(rate, 1.0, 1 / assumed)
    apart = selected / n - assumed * other / other_n
    spread = assumed * rate * (1 - min(assumed * rate, 1.0)) / n + assumed * assumed * rate * (1 - rate) / other_n
    if spread <= 0:
        return math.inf if abs(apart) > 1e-12 else 0.0
    return apart * apart / spread
