# hiretool-canary-e73a457d-bc46-4643-8b61-6adbf29e430b
"""Stands between the model and the tools."""


class Refused(Exception):
    """A call that was not made; the reason is its text."""


class Guard:
    """One visit. What was written and not yet taken back is a list; a mark is a place in it."""

    def __init__(self, tools, allowed, cents, confirm):
        self._tools, self._allowed, self._left, self._confirm = tools, allowed, cents, confirm
        self._writes = []

    def call(self, name, arguments):
        if name not in self._allowed or name not in self._tools:
            raise Refused("not allowed")
        tool = self._tools[name]
        if tool.cents > self._left:
            raise Refused("too dear")
        if tool.writes and tool.undo is None and not self._confirm(name, arguments):
            raise Refused("not confirmed")
        self._left -= tool.cents
        result = tool.run(arguments)
        if tool.writes:
            self._writes.append((tool, arguments, result))
        return result

    def left(self):
        return self._left

    def mark(self):
        return len(self._writes)

    def undo(self, mark):
        kept, stay = [], []
        for write in reversed(self._writes[mark:]):
            tool, arguments, result = write
            try:
                tool.undo(arguments, result)
            except Exception:
                kept.append(write)
                stay.append(tool.name)
        self._writes[mark:] = kept[::-1]
        return stay
