"""Prints of the last days. Feeds run for months: what is too old is forgotten."""

from collections import OrderedDict


class Seen:
    """A print counts as seen for so many hours after it last came."""

    def __init__(self, hours):
        self.minutes = hours * 60
        self.last = OrderedDict()  # print -> minute at which it last came, the longest ago first

    def __len__(self):
        return len(self.last)

    def is_new(self, key, minute):
        """Whether it has not come within the hours before this minute; from now on it has."""
        while self.last and next(iter(self.last.values())) <= minute - self.minutes:
            self.last.popitem(last=False)
        known = key in self.last
        self.last[key] = minute
        self.last.move_to_end(key)
        return not known
