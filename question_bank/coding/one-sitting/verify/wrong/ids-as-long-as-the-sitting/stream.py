# hiretool-canary-c9ce09c4-62c8-400a-b40e-2ea5fbd0a1c7
"""Answers, one at a time -> sittings, each given out once."""

from sittings import Sitting


class Stream:
    def __init__(self, gap, allowed):
        """gap: within a sitting, at most; allowed: how long after others an answer is in time. Both in seconds."""
        self.gap = gap
        self.allowed = allowed
        self.late = 0
        self.latest = None
        # Learner -> open sittings as [start, end, count, points], and the ids of answers that could come again in time.
        self.open = {}
        self.ids = {}

    def add(self, answer):
        """The sittings that are over now."""
        self.latest = answer.at if self.latest is None else max(self.latest, answer.at)
        limit = self.latest - self.allowed
        if answer.at < limit:
            self.late += 1
        elif answer.id not in self.ids:
            self.ids[answer.id] = answer.at
            self._put(answer)
        starts = [one[0] for ones in self.open.values() for one in ones]
        self.ids = {name: at for name, at in self.ids.items() if at >= min([limit, *starts])}
        return self._taken(lambda sitting: sitting[1] + self.gap < limit)

    def end(self):
        """All that are still open."""
        return self._taken(lambda sitting: True)

    def _put(self, answer):
        made, apart = [answer.at, answer.at, 1, answer.points], []
        for one in self.open.get(answer.learner, []):
            if one[0] - self.gap <= answer.at <= one[1] + self.gap:
                made = [min(made[0], one[0]), max(made[1], one[1]), made[2] + one[2], made[3] + one[3]]
            else:
                apart.append(one)
        self.open[answer.learner] = [*apart, made]

    def _taken(self, over):
        found = [Sitting(learner, *one) for learner, ones in self.open.items() for one in ones if over(one)]
        kept = {learner: [one for one in ones if not over(one)] for learner, ones in self.open.items()}
        self.open = {learner: ones for learner, ones in kept.items() if ones}
        return sorted(found, key=lambda sitting: (sitting.start, sitting.learner))

    def state(self):
        """What JSON can hold."""
        return {
            "gap": self.gap,
            "allowed": self.allowed,
            "late": self.late,
            "latest": self.latest,
            "open": {learner: [list(one) for one in ones] for learner, ones in self.open.items()},
            "ids": dict(self.ids),
        }


def restored(state):
    stream = Stream(state["gap"], state["allowed"])
    stream.late, stream.latest = state["late"], state["latest"]
    stream.open = {learner: [list(one) for one in ones] for learner, ones in state["open"].items()}
    stream.ids = dict(state["ids"])
    return stream
