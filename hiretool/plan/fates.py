"""What becomes of each person at a stage, drawn once; and people on their way, by the week in which they arrive."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hiretool.plan.ranges import Floats

Counts = npt.NDArray[np.int64]

# Four counts of 16 bits stand side by side in one number, for those who arrive 0, 1, 2 and 3 weeks later; to add two
# numbers is to add all four. A delay that may be longer takes a second number.
_BITS, _FIELDS = 16, 4
_FIELD = (1 << _BITS) - 1
_STEPS = 4096
"""Steps in which a delay is drawn."""
_ROWS = 16
"""People whose dice are thrown at once."""


class Table:
    """Whether the k-th person seen at a stage passes, and how many weeks later they get to the next one.

    Drawn for each person in turn: a person's fate depends neither on when they are seen nor on how many follow.
    """

    def __init__(self, dice: np.random.Generator, rates: Floats | None, lags: Floats, *, rows: int, size: int) -> None:
        """rates: pass rate in each run, None where all pass; lags: chance of arriving 0, 1, 2 ... weeks later.

        rows: people at the most; size: runs.
        """
        self.rows, self.size, self.words = rows, size, -(-len(lags) // _FIELDS)
        # [word, k]: how many of the first k people arrive in each of that word's four weeks.
        self.moved = np.empty((self.words, rows + 1, size), np.int64)
        self.moved[:, 0] = 0
        highest = None if rates is None else (np.ceil(rates * 2.0**32) - 1).astype(np.uint32)
        gains = _gains(lags, self.words)
        for first in range(0, rows, _ROWS):
            drawn = dice.integers(0, 2**32, size=(min(_ROWS, rows - first), size), dtype=np.uint32)
            # The lowest bits tell the delay; among those who pass they are as even as among all.
            steps = drawn & np.uint32(_STEPS - 1)
            for moved, gain in zip(self.moved, gains, strict=True):
                gained = gain.take(steps, mode="clip")
                if highest is not None:
                    gained *= drawn <= highest
                for row, one in enumerate(gained, start=first):
                    np.add(moved[row], one, out=moved[row + 1])

    def passed_among(self, people: Counts) -> Counts:
        """How many of the first so many pass, in each run; a bound where they are too many to count."""
        if self.rows > _FIELD:
            return people
        return total(np.stack([moved[people, np.arange(self.size)] for moved in self.moved]))


class Fates:
    """The people of a table, one after the other."""

    def __init__(self, table: Table) -> None:
        self.rows, self.size, self.words = table.rows, table.size, table.words
        self._moved = table.moved.reshape(self.words, -1)
        self._place, self._before = np.arange(self.size), np.zeros((self.words, self.size), np.int64)

    def next(self, people: Counts) -> Counts:
        """(word, run): those who pass among the next so many people, by week of arrival."""
        self._place += people * self.size
        upto = self._moved.take(self._place, axis=1, mode="clip")
        moved, self._before = upto - self._before, upto
        return moved


class Coming:
    """How many people arrive at a stage this week and in the weeks after it, in each run."""

    def __init__(self, words: int, size: int) -> None:
        self._words = np.zeros((words, size), np.int64)

    def add(self, moved: Counts) -> None:
        """People who arrive 0, 1, 2 ... weeks from now, as `Fates.next` gives them."""
        self._words += moved

    def due(self) -> Counts:
        """Those of this week, who are no longer coming then."""
        now: Counts = self._words[0] & _FIELD
        self._words[0] -= now
        return now

    def next_week(self) -> None:
        """A week goes by; this week's people must have been taken with `due`."""
        firsts = self._words[1:] & _FIELD
        self._words >>= _BITS
        # What was the first week of a number becomes the last of the one before it.
        self._words[:-1] |= firsts << (_BITS * (_FIELDS - 1))


def total(moved: Counts) -> Counts:
    """People in each run, whenever they arrive."""
    found = np.zeros(moved.shape[1], np.int64)
    for place in range(_FIELDS):
        found += (moved >> (_BITS * place) & _FIELD).sum(axis=0)
    return found


def _gains(lags: Floats, words: int) -> Counts:
    """(word, step): what one person who passes adds, for each step of the dice that tell the delay."""
    shares = (np.arange(_STEPS) + 0.5) / _STEPS
    weeks = np.minimum(np.searchsorted(np.cumsum(lags), shares, side="right"), len(lags) - 1)
    gains = np.zeros((words, _STEPS), np.int64)
    gains[weeks // _FIELDS, np.arange(_STEPS)] = np.int64(1) << (_BITS * (weeks % _FIELDS))
    return gains
