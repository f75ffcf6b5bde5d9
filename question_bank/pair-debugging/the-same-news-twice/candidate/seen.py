"""Prints of the last days. Feeds run for months: what is too old is forgotten."""

from collections import OrderedDict


class Seen:
    """Prints that have come, for so many hours."""

    def __init__(self, hours):
        self.minutes = hours * 60
        self.came = OrderedDict()  # print -> minute

    def __len__(self):
        return len(self.came)

    def is_new(self, key, minute):
        """Whether a print that comes at this minute is new."""
        while self.came and next(iter(self.came.values())) <= minute - self.minutes:
            self.came.popitem(last=False)
        known = key in self.came
        self.came[key] = minute
        self.came.move_to_end(key)
        return not known
