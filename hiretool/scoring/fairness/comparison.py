"""Counts of groups -> each group against the one with the highest rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hiretool.scoring.fairness import chances, ratios

SMALL_SHARE = 50
"""A group below one in so many (2%) may be left out, with a reason. Source: 6 RCNY 5-301(d)."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a group there are, and how many of them were selected (or lie above the median)."""

    value: str
    n: int
    selected: int

    @property
    def rate(self) -> Fraction:
        return Fraction(self.selected, self.n)


@dataclass(frozen=True, slots=True)
class Group:
    """One group beside the reference, the group with the highest rate. None where there is nothing to compare."""

    count: Count
    reference: bool
    left_out: bool
    """Kept out of the ratios by the user, with a reason, because it is under 2% of all."""
    under_two_percent: bool
    impact_ratio: Fraction | None = None
    flagged: bool = False
    """Below four fifths of the highest rate."""
    fisher_p: float | None = None
    interval: tuple[float, float | None] | None = None
    score_interval: tuple[float, float | None] | None = None
    chance_if_equal: float | None = None
    """Chance that one of the two would be flagged if both had the pooled rate."""
    moved: ratios.Moved | None = None
    to_most_selected: Fraction | None = None
    """Ratio to the group with the largest number selected."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Groups of one kind, the highest rate first."""

    groups: tuple[Group, ...]
    total: int
    """All that have an outcome, those of unknown group included."""
    unknown: int
    reference: str | None
    """None where no rate is above 0."""
    most_selected: str | None
    """The group with the largest number selected; the city's words can be read so too."""
    chance_of_a_flag: float
    """Chance that at least one group would be flagged if all had the pooled rate."""

    @property
    def compared(self) -> tuple[Group, ...]:
        """The groups that stand against the reference."""
        return tuple(group for group in self.groups if group.impact_ratio is not None and not group.reference)

    @property
    def flagged(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.flagged)


def compared(counts: Sequence[Count], *, unknown: int = 0, without_small: bool = False) -> Comparison:
    """Each group against the one with the highest rate (of equal ones the largest, then by name).

    counts: groups of at least one person; unknown: people with an outcome whose group is not known.
    without_small: groups under 2% are shown and not compared.
    """
    total = sum(count.n for count in counts) + unknown
    small = {count.value for count in counts if SMALL_SHARE * count.n < total}
    out = small if without_small else set()
    order = sorted(counts, key=lambda count: (-count.rate, -count.n, count.value))
    rest = [count for count in order if count.value not in out]
    top = next((count for count in order if count.value not in out and count.selected), None)
    most = min(rest, key=lambda count: (-count.selected, -count.rate, count.value), default=None) if top else None
    found = tuple(
        Group(count, False, count.value in out, count.value in small)
        if top is None or most is None or count.value in out
        else _against(count, top, most, is_small=count.value in small)
        for count in order
    )
    pooled = sum(count.selected for count in rest) / max(sum(count.n for count in rest), 1)
    return Comparison(
        found,
        total,
        unknown,
        top.value if top else None,
        most.value if most else None,
        chances.of_a_flag([count.n for count in rest], pooled),
    )


def _against(count: Count, top: Count, most: Count, *, is_small: bool) -> Group:
    to_most = ratios.ratio(count.selected, count.n, most.selected, most.n)
    if count is top:
        return Group(count, True, False, is_small, impact_ratio=Fraction(1), to_most_selected=to_most)
    four = (count.selected, count.n, top.selected, top.n)
    return Group(
        count,
        reference=False,
        left_out=False,
        under_two_percent=is_small,
        impact_ratio=ratios.ratio(*four),
        flagged=ratios.is_below_four_fifths(*four),
        fisher_p=chances.fisher(*four),
        interval=ratios.interval(*four),
        score_interval=ratios.score_interval(*four),
        chance_if_equal=chances.of_a_flag((count.n, top.n), (count.selected + top.selected) / (count.n + top.n)),
        moved=ratios.one_different_person(*four),
        to_most_selected=to_most,
    )


def counted(values: Sequence[str], chosen: Sequence[bool]) -> tuple[list[Count], int]:
    """Counts by group, and how many have none ("")."""
    pairs = Counter(zip(values, chosen, strict=True))
    found = {value: (pairs[value, True], pairs[value, False]) for value in dict.fromkeys(values)}
    unknown = sum(found.pop("", (0, 0)))
    return [Count(value, yes + no, yes) for value, (yes, no) in found.items()], unknown


def by_value(comparison: Comparison) -> Mapping[str, Group]:
    return {group.count.value: group for group in comparison.groups}
