# hiretool-canary-792764ac-2940-4917-b928-b07ac07abbd2
"""When a call to the provider may go out."""

MINUTE = 60_000


class Quota:
    """Keeps the calls of the last minute as id -> [start, tokens], in the order of their starts."""

    def __init__(self, calls, tokens):
        self.calls, self.tokens = calls, tokens
        self._sent, self._closed = {}, 0

    def start(self, id, at, tokens):
        if tokens > self.tokens:
            raise ValueError("needs more than is ever allowed")
        self._sent = {one: call for one, call in self._sent.items() if call[0] + MINUTE > at}
        count, sum_of_tokens, moment = (
            len(self._sent),
            sum(used for _, used in self._sent.values()),
            max(at, self._closed),
        )
        for began, used in self._sent.values():
            if began + MINUTE > moment:
                if count < self.calls and sum_of_tokens + tokens <= self.tokens:
                    break
                moment = began + MINUTE
            count, sum_of_tokens = count - 1, sum_of_tokens - used
        if moment == at:
            self._sent[id] = [at, tokens]
        return moment - at

    def finish(self, id, used):
        if id in self._sent:
            self._sent[id][1] = used

    def refused(self, at, wait):
        self._closed = max(self._closed, at + wait)
