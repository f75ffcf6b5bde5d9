# hiretool-canary-490801fe-7eff-4014-a1ce-466f64726dd4
"""How fast a model learns at each step, and when it is enough."""

import math


class Course:
    def __init__(self, peak, warm, patience, least, cuts, steps=0, history=()):
        """peak: the highest rate; warm: steps until it is reached; patience: judgements without progress until the rate is cut;
        least: by how much the loss has to fall to be progress; cuts: how often the rate is cut.
        """
        self.settings = [peak, warm, patience, least, cuts]
        self.steps = steps
        """Steps that have been made."""
        self.history = [tuple(one) for one in history]
        """Steps and loss of each judgement; no loss, if it was not a number."""

    @property
    def best(self):
        """Steps and loss where the loss was lowest, as a pair."""
        return min((one for one in self.history if one[1] is not None), key=lambda one: one[1], default=None)

    def rate(self):
        """For the next step."""
        peak, warm, _, _, cuts = self.settings
        return peak * min(self.steps + 1, warm) / warm if self.steps < warm else peak / 2 ** min(self._cut(), cuts)

    def stepped(self):
        """A step has been made."""
        self.steps += 1

    def judged(self, loss):
        """The model was judged on rows that it does not learn from. Whether to "go on" or to "stop"."""
        cuts = self.settings[-1]
        if self._cut() <= cuts:
            self.history.append((self.steps, loss if math.isfinite(loss) else None))
        return "go on" if self._cut() <= cuts else "stop"

    def _cut(self):
        """How often patience has come to its end."""
        _, warm, patience, least, _ = self.settings
        last, without, found = math.inf, 0, 0
        for steps, loss in self.history:
            if loss is not None and (last == math.inf or loss <= last - least):
                last, without = loss, 0
            elif steps >= warm:
                without += 1
            if without == patience:
                without, found = 0, found + 1
        return found

    def state(self):
        """What JSON can hold."""
        return {"settings": list(self.settings), "steps": self.steps, "history": [list(one) for one in self.history]}


def restored(state):
    return Course(*state["settings"], state["steps"], state["history"])
