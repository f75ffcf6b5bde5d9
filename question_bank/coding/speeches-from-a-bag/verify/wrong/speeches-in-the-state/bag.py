# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Speeches in another order than the one in which they were held."""

import random

import shards


class Bag:
    """Keeps (shard, line, speech) for what is in the bag; the place of a line outlives its text."""

    def __init__(self, paths, size, seed, state=None):
        self.paths, self.size, self._random = paths, size, random.Random(seed)
        self._bag, self._shard, self._line, self._open = [], 0, 0, None
        if state:
            version, numbers, gauss = state["random"]
            self._random.setstate((version, tuple(numbers), gauss))
            self._shard, self._line = state["next"]
            self._bag = [tuple(one) for one in state["bag"]]
        else:
            self._fill()

    def _read_again(self, places):
        texts = {}
        for shard in sorted({shard for shard, _ in places}):
            wanted = {line for where, line in places if where == shard}
            for line, text in enumerate(shards.lines(self.paths[shard])):
                if line in wanted:
                    texts[shard, line] = text
                if line == max(wanted):
                    break
        return [(shard, line, texts[shard, line]) for shard, line in places]

    def _fill(self):
        while len(self._bag) < self.size and self._shard < len(self.paths):
            if self._open is None:
                self._open = shards.lines(self.paths[self._shard], self._line)
            text = next(self._open, None)
            if text is None:
                self._shard, self._line, self._open = self._shard + 1, 0, None
            else:
                self._bag.append((self._shard, self._line, text))
                self._line += 1

    def next(self):
        if not self._bag:
            return None
        place = self._random.randrange(len(self._bag))
        self._bag[place], self._bag[-1] = self._bag[-1], self._bag[place]
        *_, text = self._bag.pop()
        self._fill()
        return text

    def state(self):
        version, numbers, gauss = self._random.getstate()
        return {
            "random": [version, list(numbers), gauss],
            "next": [self._shard, self._line],
            "bag": [list(one) for one in self._bag],
        }


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
