"""A name -> the place of the gazetteer that is meant. Names are cut into pieces, and rare pieces count more than common ones."""

from collections import Counter

import numpy as np


def pieces(name: str) -> Counter:
    marked = f"<{name}>"
    return Counter(marked[at : at + size] for size in (2, 3) for at in range(len(marked) - size + 1))


class Finder:
    def __init__(self, names: list[str], least: float = 0.5):
        """least: how alike a name has to be to count as found."""
        self.least = least
        counts = [pieces(name) for name in names]
        self.column = {piece: at for at, piece in enumerate(sorted(set().union(*counts)))}
        held_by = Counter(piece for count in counts for piece in count)
        self.rarity = {piece: 1 + np.log((1 + len(names)) / (1 + held_by[piece])) for piece in self.column}
        self.unknown = 1 + np.log(1 + len(names))
        self.vectors = np.array([self._vector(count) for count in counts])

    def _vector(self, count: Counter) -> np.ndarray:
        """Of length 1 with what is not known counted in, which has no column and so is like nothing."""
        found, beside = np.zeros(len(self.column)), 0.0
        for piece, times in count.items():
            if piece in self.column:
                found[self.column[piece]] = times * self.rarity[piece]
            else:
                beside += (times * self.unknown) ** 2
        return found / np.sqrt(found @ found + beside)

    def alike(self, name: str) -> np.ndarray:
        """How like each place a name is, as somebody wrote it: 1 for the same pieces, 0 for none in common."""
        return self.vectors @ self._vector(pieces(name.strip().lower()))

    def find(self, name: str) -> int | None:
        """Number of the place that is meant, None if none is alike enough."""
        alike = self.alike(name)
        best = int(np.argmax(alike))
        return best if alike[best] >= self.least else None
