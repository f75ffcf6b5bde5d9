"""Which box is read next, and what has come of the others."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Loan:
    number: int
    box: str
    """Id of the box."""
    until: int
    """When it runs out."""


class Line:
    """Hands out each box once. Times are whole seconds."""

    def __init__(self, seconds=600, attempts=3):
        """seconds: how long a loan lasts; attempts: how often a box is handed out at most."""
        self.seconds, self.attempts = seconds, attempts
        self.waiting, self.out, self.found, self.number = [], {}, {}, 0

    def add(self, boxes):
        self.waiting += [box.id for box in boxes]

    def take(self, now):
        """A loan of the next box; None if there is none."""
        if not self.waiting:
            return None
        self.number += 1
        self.out[self.number] = self.waiting.pop(0)
        return Loan(self.number, self.out[self.number], now + self.seconds)

    def finish(self, number, result, now):
        """A result has come for a loan. Whether it counts."""
        self.found[self.out.pop(number)] = result
        return True

    def fail(self, number, now):
        """A machine says that it cannot read the box of a loan."""
        self.waiting.append(self.out.pop(number))

    def results(self):
        """Id of a box -> what was read."""
        return dict(self.found)

    def counts(self, now):
        """How many boxes are waiting, out, done, and given up."""
        return {"waiting": len(self.waiting), "out": len(self.out), "done": len(self.found), "given_up": 0}
