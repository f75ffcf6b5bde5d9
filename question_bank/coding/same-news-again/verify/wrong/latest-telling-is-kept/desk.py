# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""Which notices tell something again."""

import sketches


class Desk:
    def __init__(self, size, keep, threshold):
        """size: of a sketch; keep: of first tellings, at most; threshold: likeness from which something is told again."""
        self.size, self.keep, self.threshold = size, keep, threshold
        # The one that was heard of last stands last.
        self.first = {}

    def add(self, notice):
        """Id of the first telling that this notice tells again; None if it is a first telling itself."""
        sketch = sketches.make(notice.text, self.size)
        alike = {name: sketches.likeness(sketch, other, self.size) for name, other in self.first.items()}
        best = max(alike, key=lambda name: alike[name], default=None)
        if best is not None and alike[best] >= self.threshold:
            del self.first[best]
            self.first[best] = sketch
            return best
        self.first[notice.id] = sketch
        if len(self.first) > self.keep:
            del self.first[next(iter(self.first))]
        return None

    def state(self):
        """What JSON can hold."""
        return {"size": self.size, "keep": self.keep, "threshold": self.threshold, "first": list(self.first.items())}


def restored(state):
    desk = Desk(state["size"], state["keep"], state["threshold"])
    desk.first = dict((name, list(sketch)) for name, sketch in state["first"])
    return desk
