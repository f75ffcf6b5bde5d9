# hiretool-canary-3223fc7b-5332-46ab-970c-77b9bd15e60d
"""Which box is read next, and what has come of the others."""

import copy
from dataclasses import dataclass


@dataclass(frozen=True)
class Loan:
    number: int
    box: str
    """Id of the box."""
    until: int
    """When it runs out."""


class Line:
    """Hands out each box until a result has come, or too often. Times are whole seconds."""

    def __init__(self, seconds=600, attempts=3):
        """seconds: how long a loan lasts; attempts: how often a box is handed out at most."""
        self.seconds, self.attempts = seconds, attempts
        self.rows, self.number = {}, 0

    def add(self, boxes):
        for box in boxes:
            if box.id not in self.rows:
                self.rows[box.id] = {"loans": [], "free_from": 0, "by": None, "result": None}

    def take(self, now):
        """A loan of the next box; None if there is none."""
        for name, row in self.rows.items():
            if row["by"] is None and row["free_from"] <= now and len(row["loans"]) < self.attempts:
                self.number += 1
                row["loans"].append(self.number)
                row["free_from"] = now + self.seconds
                return Loan(self.number, name, row["free_from"])
        return None

    def finish(self, number, result, now):
        """A result has come for a loan. Whether it counts."""
        row = self._row(number)
        if row["by"] is None and row["loans"][-1] == number and now < row["free_from"]:
            row["by"], row["result"] = number, result
        return row["by"] == number

    def fail(self, number, now):
        """A machine says that it cannot read the box of a loan."""
        row = self._row(number)
        if row["loans"][-1] == number:
            row["free_from"] = min(row["free_from"], now)

    def results(self):
        """Id of a box -> what was read."""
        return {name: row["result"] for name, row in self.rows.items() if row["by"] is not None}

    def counts(self, now):
        """How many boxes are waiting, out, done, and given up."""
        found = {"waiting": 0, "out": 0, "done": 0, "given_up": 0}
        for row in self.rows.values():
            if row["by"] is not None:
                found["done"] += 1
            elif now < row["free_from"]:
                found["out"] += 1
            else:
                found["waiting" if len(row["loans"]) < self.attempts else "given_up"] += 1
        return found

    def _row(self, number):
        return next(row for row in self.rows.values() if number in row["loans"])

    def state(self):
        """What JSON can hold."""
        return copy.deepcopy(vars(self))


def restored(state):
    line = Line(state["seconds"], state["attempts"])
    line.rows, line.number = copy.deepcopy(state["rows"]), state["number"]
    return line
