# hiretool-canary-792764ac-2940-4917-b928-b07ac07abbd2
"""When a call to the provider may go out."""

from dataclasses import dataclass

MINUTE = 60_000


@dataclass
class Call:
    until: int
    tokens: int


class Quota:
    def __init__(self, calls, tokens):
        self.calls, self.tokens = calls, tokens
        self.log, self.by_id, self.closed = [], {}, 0

    def start(self, id, at, tokens):
        if tokens > self.tokens:
            raise ValueError(f"{id} needs {tokens}, and {self.tokens} is the most")
        live = [call for call in self.log if call.until > at]
        free = max(at, self.closed, self._by_calls(live), self._by_tokens(live, tokens))
        if free == at:
            self.by_id[id] = Call(at + MINUTE, tokens)
            self.log = [*live, self.by_id[id]]
        return free - at

    def _by_calls(self, live):
        """When one call fewer than the most is left."""
        return live[-self.calls].until if len(live) >= self.calls else 0

    def _by_tokens(self, live, tokens):
        """When the newer ones and this one fit: the end of the newest that has no room beside it."""
        room = self.tokens - tokens
        for call in reversed(live):
            room -= call.tokens
            if room < 0:
                return call.until
        return 0

    def finish(self, id, used):
        self.by_id.pop(id).tokens = used

    def refused(self, at, wait):
        self.closed = max(self.closed, at + wait)
