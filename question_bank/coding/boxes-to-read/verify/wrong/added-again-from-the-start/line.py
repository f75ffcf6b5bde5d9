# hiretool-canary-3223fc7b-5332-46ab-970c-77b9bd15e60d
"""Which box is read next, and what has come of the others."""

from dataclasses import asdict, dataclass


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
        self.loans, self.failed = [], []
        # Box -> its loans, in the order in which the boxes were added; box -> number of the loan and result.
        self.boxes, self.found = {}, {}

    def add(self, boxes):
        for box in boxes:
            self.boxes[box.id] = []

    def take(self, now):
        """A loan of the next box; None if there is none."""
        box = next((box for box in self.boxes if self._is(box, now) == "waiting"), None)
        if box is None:
            return None
        loan = Loan(len(self.loans), box, now + self.seconds)
        self.loans.append(loan)
        self.boxes[box].append(loan.number)
        return loan

    def finish(self, number, result, now):
        """A result has come for a loan. Whether it counts."""
        box = self.loans[number].box
        self.found.setdefault(box, [number, result])
        return self.found[box][0] == number

    def fail(self, number, now):
        """A machine says that it cannot read the box of a loan."""
        # Of a loan that has run out, or has been followed by another, this changes nothing.
        if number not in self.failed:
            self.failed.append(number)

    def results(self):
        """Id of a box -> what was read."""
        return {box: result for box, (_, result) in self.found.items()}

    def counts(self, now):
        """How many boxes are waiting, out, done, and given up."""
        states = [self._is(box, now) for box in self.boxes]
        return {state: states.count(state) for state in ("waiting", "out", "done", "given_up")}

    def _is(self, box, now):
        numbers = self.boxes[box]
        if box in self.found:
            return "done"
        if numbers and numbers[-1] not in self.failed and now < self.loans[numbers[-1]].until:
            return "out"
        return "waiting" if len(numbers) < self.attempts else "given_up"

    def state(self):
        """What JSON can hold."""
        return {
            "settings": [self.seconds, self.attempts],
            "loans": [asdict(loan) for loan in self.loans],
            "failed": list(self.failed),
            "boxes": [[box, list(numbers)] for box, numbers in self.boxes.items()],
            "found": {box: list(found) for box, found in self.found.items()},
        }


def restored(state):
    line = Line(*state["settings"])
    line.loans = [Loan(**loan) for loan in state["loans"]]
    line.failed = list(state["failed"])
    line.boxes = {box: list(numbers) for box, numbers in state["boxes"]}
    line.found = {box: list(found) for box, found in state["found"].items()}
    return line
