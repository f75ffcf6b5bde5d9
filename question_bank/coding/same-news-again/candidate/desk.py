"""Which notices tell something again."""

import sketches


class Desk:
    def __init__(self, size, keep, threshold):
        """size: of a sketch; keep: of first tellings, at most; threshold: likeness from which something is told again."""
        self.size, self.keep, self.threshold = size, keep, threshold
        self.first = {}

    def add(self, notice):
        """Id of the first telling that this notice tells again; None if it is a first telling itself."""
        sketch = sketches.make(notice.text, self.size)
        for name, other in self.first.items():
            if sketches.likeness(sketch, other, self.size) >= self.threshold:
                return name
        self.first[notice.id] = sketch
        return None
