"""What the training run learnt: which two tokens make a new one."""

import json
from dataclasses import dataclass

BYTES = 256
"""Ids 0 to 255 are the bytes."""


@dataclass(frozen=True)
class Table:
    merges: tuple
    """Pairs of ids in the order in which they were learnt. Pair number 0 makes id 256, number 1 makes 257, and so on."""

    @property
    def size(self):
        return BYTES + len(self.merges)


def load(path):
    with open(path, encoding="utf-8") as file:
        return Table(tuple(tuple(pair) for pair in json.load(file)))
