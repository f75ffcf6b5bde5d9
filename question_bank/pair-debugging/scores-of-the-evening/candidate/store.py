"""Stand-in for the platform team's table of scores. It behaves as theirs does, and it is theirs: please leave it as it is."""


class Unreachable(Exception):
    """No answer came in time. Whether the rows were written is not known."""


class Stopped(BaseException):
    """The machine that called went down during the call."""


class Store:
    """Rows are appended and never changed.

    A request whose id has been written before is answered and not written again. The table remembers ids for a month.
    network: what happens to each call, one after the other: "fine"; "lost", the request never arrives; "unheard", it is written
    and the answer is lost; "down", the caller's machine stops before the request arrives; "down late", after it was written.
    """

    def __init__(self):
        self.rows = []
        self.calls = 0
        self.repeats = 0
        self.network = iter(())
        self._ids = set()

    def append(self, request, rows):
        self.calls += 1
        event = next(self.network, "fine")
        if event == "lost":
            raise Unreachable
        if event == "down":
            raise Stopped
        if request in self._ids:
            self.repeats += 1
        else:
            self._ids.add(request)
            self.rows.extend(dict(row) for row in rows)
        if event == "unheard":
            raise Unreachable
        if event == "down late":
            raise Stopped
