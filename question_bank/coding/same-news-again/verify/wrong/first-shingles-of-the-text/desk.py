# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""Which notices tell something again."""

from collections import OrderedDict

from sketches import likeness, make


class Desk:
    def __init__(self, size, keep, threshold, first=()):
        """size: of a sketch; keep: of first tellings, at most; threshold: likeness from which something is told again."""
        self.size, self.keep, self.threshold = size, keep, threshold
        self.first = OrderedDict(first)

    def add(self, notice):
        """Id of the first telling that this notice tells again; None if it is a first telling itself."""
        sketch, found, best = make(notice.text, self.size), None, 0.0
        for name in self.first:
            alike = likeness(sketch, self.first[name], self.size)
            if alike >= self.threshold and alike > best:
                found, best = name, alike
        if found is None:
            self.first[notice.id] = sketch
            while len(self.first) > self.keep:
                self.first.popitem(last=False)
        else:
            self.first.move_to_end(found)
        return found

    def state(self):
        """What JSON can hold."""
        return {"rules": [self.size, self.keep, self.threshold], "first": [[name, *kept] for name, kept in self.first.items()]}


def restored(state):
    return Desk(*state["rules"], [(name, kept) for name, *kept in state["first"]])
