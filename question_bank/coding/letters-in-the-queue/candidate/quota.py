"""When a call to the provider may go out."""

MINUTE = 60_000


class Quota:
    """At most `calls` calls and `tokens` tokens a minute; times are milliseconds."""

    def __init__(self, calls, tokens):
        self.calls, self.tokens = calls, tokens
        self._minute, self._count = None, 0

    def start(self, id, at, tokens):
        """0 if the call may go out, else how long to wait."""
        if at // MINUTE != self._minute:
            self._minute, self._count = at // MINUTE, 0
        if self._count == self.calls:
            return MINUTE - at % MINUTE
        self._count += 1
        return 0

    def finish(self, id, used):
        """The answer to `id` is there; it used so many tokens."""

    def refused(self, at, wait):
        """The provider wants nothing to be sent for `wait` milliseconds."""
