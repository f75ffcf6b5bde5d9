# hiretool-canary-0730b4de-af69-4fef-89b9-32a23c9ce7b3
"""What a camera says of each day -> the days on which somebody should look. The rules stand in README.md.

Each day gives two numbers, how far its mean and its spread are from what they were, in units of their own noise, cut off at
LIMIT so that a single odd day cannot do much. Four sums, one for each number and direction, collect what is beyond SLACK and
forget the rest.
"""

import csv
from datetime import date
from math import log, sqrt
from statistics import median

LEARN, QUIET = 56, 28
SLACK, LIMIT, BOUND = 0.8, 3.0, 40.0


def _rows(path: str) -> list[tuple[str, int, float, float]]:
    with open(path, encoding="utf-8", newline="") as file:
        return [
            (row["day"], int(row["parcels"]), float(row["mean"]), float(row["spread"])) for row in csv.DictReader(file)
        ]


class Usual:
    """What the mean and the spread were in the first weeks, by day of the week, and how much they moved."""

    def __init__(self, rows: list[tuple[str, int, float, float]]):
        self.week: dict[int, float] = {}
        for weekday in range(7):
            some = [mean for day, _, mean, _ in rows if date.fromisoformat(day).weekday() == weekday]
            self.week[weekday] = median(some)
        self.width = median(log(spread) for *_, spread in rows)
        self.from_mean = self.from_width = 1.0
        far = [self.deviations(row) for row in rows]
        # A little more than the median says: the medians above were fitted to the same days.
        self.from_mean, self.from_width = (1.6 * median(abs(pair[place]) for pair in far) for place in (0, 1))

    def deviations(self, row: tuple[str, int, float, float]) -> tuple[float, float]:
        """Of mean and of spread; days with few parcels are worth less."""
        day, parcels, mean, spread = row
        few = sqrt(1 + 100 / parcels)
        return (
            (mean - self.week[date.fromisoformat(day).weekday()]) / (self.from_mean * few),
            (log(spread) - self.width) / (self.from_width * sqrt(1 + 400 / parcels)),
        )


def alarms(path: str) -> list[str]:
    """The days of the file on which there is an alarm, in order, such as `2025-06-14`."""
    rows = _rows(path)
    start = date.fromisoformat(rows[0][0])
    early = [row for row in rows if (date.fromisoformat(row[0]) - start).days < LEARN]
    usual, sums, found = Usual(early), [0.0] * 4, []
    for row in rows[len(early) :]:
        away = [max(-LIMIT, min(LIMIT, value)) for value in usual.deviations(row)]
        sums = [max(0.0, held + value - SLACK) for held, value in zip(sums, (away[0], -away[0], away[1], -away[1]))]
        silent = found and (date.fromisoformat(row[0]) - date.fromisoformat(found[-1])).days < QUIET
        if max(sums) > BOUND and not silent:
            found.append(row[0])
            sums = [0.0] * 4
    return found
