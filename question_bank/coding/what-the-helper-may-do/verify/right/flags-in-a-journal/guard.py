# hiretool-canary-e73a457d-bc46-4643-8b61-6adbf29e430b
"""Stands between the model and the tools."""


class Refused(Exception):
    """A call that was not made; the reason is its text."""


class Guard:
    def __init__(self, tools, allowed, cents, confirm):
        self.offered = {name: tool for name, tool in tools.items() if name in allowed}
        self.budget, self.confirm = cents, confirm
        self.journal, self.spent = [], 0

    def left(self):
        return self.budget - self.spent

    def mark(self):
        return len(self.journal)

    def call(self, name, arguments):
        reason = self._reason(name, arguments)
        if reason:
            raise Refused(reason)
        tool = self.offered[name]
        self.spent += tool.cents
        result = tool.run(arguments)
        self.journal.append({"tool": tool, "arguments": arguments, "result": result, "stands": tool.writes})
        return result

    def _reason(self, name, arguments):
        tool = self.offered.get(name)
        if tool is None:
            return "not allowed"
        if self.left() < tool.cents:
            return "too dear"
        final = tool.writes and tool.undo is None
        return "not confirmed" if final and not self.confirm(name, arguments) else None

    def undo(self, mark):
        tried = [entry for entry in self.journal[mark:][::-1] if entry["stands"]]
        for entry in tried:
            entry["stands"] = not self._taken_back(entry)
        return [entry["tool"].name for entry in tried if entry["stands"]]

    def _taken_back(self, entry):
        if entry["tool"].undo is None:
            return False
        try:
            entry["tool"].undo(entry["arguments"], entry["result"])
        except Exception:
            return False
        return True
