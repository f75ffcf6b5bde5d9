# hiretool-canary-490801fe-7eff-4014-a1ce-466f64726dd4
"""How fast a model learns at each step, and when it is enough."""

import math


class Course:
    def __init__(self, peak, warm, patience, least, cuts):
        """peak: the highest rate; warm: steps until it is reached; patience: judgements without progress until the rate is cut;
        least: by how much the loss has to fall to be progress; cuts: how often the rate is cut.
        """
        self.peak, self.warm, self.patience, self.least, self.cuts = peak, warm, patience, least, cuts
        self.steps = 0
        """Steps that have been made."""
        self.best = None
        """Steps and loss where the loss was lowest, as a pair."""
        self.progress = None
        """Loss at the last progress."""
        self.waited = 0
        self.cut = 0

    def rate(self):
        """For the next step."""
        if self.steps < self.warm:
            return self.peak * (self.steps + 1) / self.warm
        return self.peak * 0.5 ** min(self.cut, self.cuts)

    def stepped(self):
        """A step has been made."""
        self.steps += 1

    def judged(self, loss):
        """The model was judged on rows that it does not learn from. Whether to "go on" or to "stop"."""
        if self.cut > self.cuts:
            return "stop"
        if math.isfinite(loss) and (self.best is None or loss < self.best[1]):
            self.best = self.steps, loss
        if math.isfinite(loss) and (self.progress is None or loss <= self.progress - self.least):
            self.progress = loss
            self.waited = 0
        elif self.steps >= self.warm:
            self.waited += 1
        if self.waited == self.patience:
            self.waited = 0
            self.cut += 1
        return "stop" if self.cut > self.cuts else "go on"

    def state(self):
        """What JSON can hold."""
        return dict(vars(self))


def restored(state):
    course = Course(state["peak"], state["warm"], state["patience"], state["least"], state["cuts"])
    vars(course).update(state)
    course.waited = 0
    course.best = None if state["best"] is None else tuple(state["best"])
    return course
