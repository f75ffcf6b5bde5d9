# hiretool-canary-c9ce09c4-62c8-400a-b40e-2ea5fbd0a1c7
"""Answers, one at a time -> sittings, each given out once."""

import heapq
from dataclasses import asdict

from sittings import Sitting


def _joined(one, other):
    return Sitting(
        one.learner,
        min(one.start, other.start),
        max(one.end, other.end),
        one.count + other.count,
        one.points + other.points,
    )


class Stream:
    def __init__(self, gap, allowed, state=None):
        """gap: within a sitting, at most; allowed: how long after others an answer is in time. Both in seconds."""
        self.gap, self.allowed = gap, allowed
        state = state or {"late": 0, "latest": -(10**15), "open": [], "recent": []}
        self.late, self.latest = state["late"], state["latest"]
        self.open = [Sitting(**one) for one in state["open"]]
        self.recent = [tuple(one) for one in state["recent"]]
        """Moment and id of the answers that are not too old, the oldest at the top of the heap."""

    def add(self, answer):
        """The sittings that are over now."""
        self.latest = max(self.latest, answer.at)
        while self.recent and self.recent[0][0] < self.latest - self.allowed:
            heapq.heappop(self.recent)
        if answer.at < self.latest - self.allowed:
            self.late += 1
        elif (answer.at, answer.id) not in self.recent:
            heapq.heappush(self.recent, (answer.at, answer.id))
            new, others = Sitting(answer.learner, answer.at, answer.at, 1, answer.points), []
            for one in self.open:
                near = max(one.start, answer.at) - min(one.end, answer.at) <= self.gap
                if one.learner == answer.learner and near:
                    new = _joined(new, one)
                else:
                    others.append(one)
            self.open = sorted([*others, new], key=lambda one: (one.start, one.learner))
        over = [one for one in self.open if self.latest - one.end > self.gap + self.allowed]
        self.open = [one for one in self.open if one not in over]
        return over

    def end(self):
        """All that are still open."""
        over, self.open = self.open, []
        return over

    def state(self):
        """What JSON can hold."""
        own = {
            "late": self.late,
            "latest": self.latest,
            "open": [asdict(one) for one in self.open],
            "recent": self.recent,
        }
        return {"gap": self.gap, "allowed": self.allowed, "own": own}


def restored(state):
    return Stream(state["gap"], state["allowed"], state["own"])
