"""How fast a model learns at each step, and when it is enough."""


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

    def rate(self):
        """For the next step. For now, always the same."""
        return self.peak

    def stepped(self):
        """A step has been made."""
        self.steps += 1

    def judged(self, loss):
        """The model was judged on rows that it does not learn from. Whether to "go on" or to "stop"."""
        if self.best is None or loss < self.best[1]:
            self.best = self.steps, loss
        return "go on"
