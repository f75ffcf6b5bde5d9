"""Outcomes -> rates by group: of being selected, and of scoring above the median, before and after the correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from hiretool.scoring.fairness import chances
from hiretool.scoring.fairness.alike import alike
from hiretool.scoring.fairness.comparison import Comparison, Count, compared, counted
from hiretool.scoring.fairness.outcomes import Groups, Outcomes

Measure = Literal["selection", "scoring"]
BETWEEN = " x "
TIES = 50
"""One score in so many on the median is worth a warning."""


@dataclass(frozen=True, slots=True)
class Median:
    """The middle of all scores, those of unknown group included, and how many stand on it."""

    value: float
    tied: int
    n: int

    @property
    def has_many_ties(self) -> bool:
        """Whether so many stand on it that being above it or at least on it are two things."""
        return self.tied > 1 and TIES * self.tied >= self.n


@dataclass(frozen=True, slots=True)
class Axis:
    """One kind of group, or two crossed, and one way to be ahead."""

    group: str
    """Title of the column, or two titles with an x between."""
    measure: Measure
    comparison: Comparison
    without_outcome: int
    """People who are not decided on, or have no score."""
    median: Median | None = None
    """For scores."""
    at_or_above: Comparison | None = None
    """For scores that stand on the median: what the rates would be if being on it were enough."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What the correction did to one group."""

    value: str
    mean_change: float
    """Mean of the score less the uncorrected score."""
    up: int
    """People who come to lie above the median."""
    down: int


@dataclass(frozen=True, slots=True)
class Correction:
    """Scoring rates before and after interviewers' severity was taken out, of those who have both scores."""

    group: str
    before: Comparison
    after: Comparison
    median_before: Median
    median_after: Median
    shifts: tuple[Shift, ...]
    left_out: int
    """People who have one of the two scores only."""


@dataclass(frozen=True, slots=True)
class Audit:
    outcomes: Outcomes
    axes: tuple[Axis, ...]
    corrections: tuple[Correction, ...]
    adjusted: dict[tuple[str, str, str], float]
    """(group, measure, value) -> p made larger for the number of comparisons."""
    alike: tuple[tuple[str, tuple[str, ...]], ...]
    """(group, values that are almost the same)."""
    smallest: int
    """Groups of fewer people may point at persons."""
    reason: str
    """Why groups under 2% are left out of the ratios; "" where they are not."""

    @property
    def comparisons(self) -> int:
        return len(self.adjusted)


def audit(outcomes: Outcomes, *, intersect: bool = False, smallest: int = 5, reason: str = "") -> Audit:
    """Every kind of group on its own and, with `intersect`, each two of them crossed.

    reason: why groups under 2% are left out of the ratios; they are not where it is "".
    """
    kinds = [*outcomes.groups]
    if intersect:
        kinds += [_crossed(one, other) for one, other in combinations(outcomes.groups, 2)]
    axes: list[Axis] = []
    corrections: list[Correction] = []
    for kind in kinds:
        if outcomes.selected is not None:
            axes.append(_selection(kind, outcomes.selected, without_small=bool(reason)))
        if outcomes.score is not None:
            axes.append(_scoring(kind, outcomes.score, without_small=bool(reason)))
        if outcomes.score is not None and outcomes.uncorrected is not None:
            corrections += _correction(kind, outcomes.uncorrected, outcomes.score, without_small=bool(reason))
    pairs: list[tuple[tuple[str, str, str], float | None]] = [
        ((axis.group, axis.measure, group.count.value), group.fisher_p)
        for axis in axes
        for group in axis.comparison.compared
    ]
    made = chances.adjusted([p for _, p in pairs if p is not None])
    near = [(kind.title, names) for kind in outcomes.groups for names in alike(kind.values)]
    keys = [key for key, _ in pairs]
    adjusted = dict(zip(keys, made, strict=True))
    return Audit(outcomes, tuple(axes), tuple(corrections), adjusted, tuple(near), smallest, reason)


def _crossed(one: Groups, other: Groups) -> Groups:
    """Both groups of each candidate; unknown where one of them is."""
    pairs = zip(one.values, other.values, strict=True)
    values = tuple(f"{first}{BETWEEN}{second}" if first and second else "" for first, second in pairs)
    return Groups(f"{one.title}{BETWEEN}{other.title}", values)


def _selection(kind: Groups, selected: Sequence[bool | None], *, without_small: bool) -> Axis:
    known = [(value, chosen) for value, chosen in zip(kind.values, selected, strict=True) if chosen is not None]
    counts, unknown = counted([value for value, _ in known], [chosen for _, chosen in known])
    found = compared(counts, unknown=unknown, without_small=without_small)
    return Axis(kind.title, "selection", found, len(selected) - len(known))


def _scoring(kind: Groups, score: np.ndarray, *, without_small: bool) -> Axis:
    """Shares strictly above the median of the full sample. Source: 6 RCNY 5-300, 5-301(c)."""
    has = ~np.isnan(score)
    values = [value for value, given in zip(kind.values, has, strict=True) if given]
    above, at_least, median = _above(score[has])
    counts, unknown = counted(values, above.tolist())
    found = compared(counts, unknown=unknown, without_small=without_small)
    others = None
    if median.has_many_ties:
        others = compared(counted(values, at_least.tolist())[0], unknown=unknown, without_small=without_small)
    return Axis(kind.title, "scoring", found, int((~has).sum()), median, others)


def _above(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, Median]:
    middle = float(np.median(scores))
    return scores > middle, scores >= middle, Median(middle, int((scores == middle).sum()), len(scores))


def _correction(kind: Groups, before: np.ndarray, after: np.ndarray, *, without_small: bool) -> list[Correction]:
    both = ~np.isnan(before) & ~np.isnan(after)
    if not both.any():
        return []
    values = [value for value, given in zip(kind.values, both, strict=True) if given]
    was, _, median_before = _above(before[both])
    now, _, median_after = _above(after[both])
    counts = [counted(values, above.tolist()) for above in (was, now)]
    made = [compared(found, unknown=unknown, without_small=without_small) for found, unknown in counts]
    names, change = np.array(values, dtype=object), (after - before)[both]
    shifts = [_shift(group.count, names == group.count.value, change, was, now) for group in made[1].groups]
    left_out = int((~np.isnan(before) ^ ~np.isnan(after)).sum())
    return [Correction(kind.title, made[0], made[1], median_before, median_after, tuple(shifts), left_out)]


def _shift(count: Count, mine: np.ndarray, change: np.ndarray, was: np.ndarray, now: np.ndarray) -> Shift:
    return Shift(
        count.value,
        float(change[mine].mean()),
        int((~was & now & mine).sum()),
        int((was & ~now & mine).sum()),
    )
