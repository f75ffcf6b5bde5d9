"""Is something on an interviewer's cards more often than on colleagues' cards about candidates of like strength?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.flags._case import Case

STRENGTH = 0.01
ALARMS = 0.5
"""False alarms that are to be expected at most for one role, however many people are tested."""
COLLEAGUES, THEIR_CARDS = 2, 12
"""With fewer to compare with nothing is said."""
LEVELS = 4
"""Groups of cards by the strength that they would be expected to show."""
LARGEST = 6
"""Cards of so many ratings and more are compared with one another."""
PRIOR = 4.0
"""Cards of the wider group that a group's share counts with. Chosen with bench_flags."""
SHRUNK = 3.0
"""Cards that an interviewer's mean gap to colleagues is shrunk by."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How often a mark stands on an interviewer's cards."""

    interviewer: str
    n_cards: int
    n_marked: int
    expected: float
    """So many of these cards would be marked if colleagues had filled them in."""
    p: float
    """Chance of so many or more."""


def limit(looked_at: int) -> float:
    """p-value below which something is said: 0.01, and less where more than fifty are looked at.

    >>> limit(20), limit(200)
    (0.01, 0.0025)
    """
    return min(STRENGTH, ALARMS / max(looked_at, 1))


def filled(case: Case) -> pd.DataFrame:
    """A row for each (candidate, interviewer) with a rating: n, low, high, and `level`, the mean to be expected.

    level: what the others gave that candidate on average, moved by how the interviewer stands to others; where nobody
    else rated the candidate, the mean of all ratings.
    """
    rated = case.rated
    cards = rated.groupby(["candidate", "interviewer"])
    found = cards.agg(n=("rating", "size"), low=("rating", "min"), high=("rating", "max"), total=("rating", "sum"))
    found = found.reset_index()
    whole = found.groupby("candidate")[["n", "total"]].transform("sum")
    others = (whole["n"] - found["n"]).to_numpy()
    level = np.where(others > 0, (whole["total"] - found["total"]) / np.maximum(others, 1), rated["rating"].mean())
    gap = (found["total"] / found["n"] - level).groupby(found["interviewer"])
    return found.assign(level=level + gap.transform("sum") / (gap.transform("size") + SHRUNK))


def habits(cards: pd.DataFrame, marked: pd.Series) -> list[Habit]:
    """Each interviewer's habit, by name. cards: of `filled`. marked: for each of them whether it bears the mark.

    Empty where there are too few colleagues or cards to compare with. The p-value takes cards as independent given
    their size and level.
    """
    if cards.empty:
        return []
    mark = marked.to_numpy().astype(float)
    names, who = np.unique(cards["interviewer"].to_numpy().astype(str), return_inverse=True)
    each = np.bincount(who)
    chance = _chances(cards, mark, who)
    found = []
    for number, name in enumerate(names):
        if len(names) - 1 < COLLEAGUES or len(cards) - each[number] < THEIR_CARDS:
            continue
        mine = who == number
        count = int(mark[mine].sum())
        found.append(Habit(str(name), int(each[number]), count, float(chance[mine].sum()), tail(chance[mine], count)))
    return found


def tail(chances: NDArray[np.floating], count: int) -> float:
    """Chance that at least `count` of independent events happen.

    >>> round(tail(np.array([0.5, 0.5, 0.5]), 2), 3)
    0.5
    """
    happened = np.ones(1)
    for chance in chances:
        happened = np.convolve(happened, [1 - chance, chance])
    return float(min(1.0, happened[count:].sum()))


def _chances(cards: pd.DataFrame, mark: NDArray[np.floating], who: NDArray[np.intp]) -> NDArray[np.floating]:
    """Chance of the mark on each card: its share on colleagues' cards of that size and level, shrunk to wider ones."""
    size = np.minimum(cards["n"].to_numpy(), LARGEST)
    # Rounded, so that sums in another order do not move a card over a cut.
    level = cards["level"].to_numpy().round(6)
    cuts = np.quantile(level, np.arange(1, LEVELS) / LEVELS)
    both = size * LEVELS + np.searchsorted(cuts, level)
    count, of = _of_others(np.zeros_like(size), mark, who)
    chance: NDArray[np.floating] = (count + 0.5) / (of + 1)
    for group in (size, both):
        count, of = _of_others(group, mark, who)
        chance = (count + PRIOR * chance) / (of + PRIOR)
    return chance


def _of_others(
    group: NDArray[np.integer], mark: NDArray[np.floating], who: NDArray[np.intp]
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """For each card: how many of other interviewers' cards of its group bear the mark, and how many there are."""
    own = np.unique(group.astype(np.int64) * (who.max() + 1) + who, return_inverse=True)[1]
    marked = np.bincount(group, mark)[group] - np.bincount(own, mark)[own]
    cards = np.bincount(group)[group] - np.bincount(own)[own]
    return marked, cards.astype(float)
