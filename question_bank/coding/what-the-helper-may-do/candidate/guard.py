"""Stands between the model and the tools."""


class Refused(Exception):
    """A call that was not made; the reason is its text."""


class Guard:
    """One visit. `tools`: name -> Tool; `allowed`: names; `confirm(name, arguments)`: True if a person agrees."""

    def __init__(self, tools, allowed, cents, confirm):
        self._tools = tools
        self._left = cents

    def call(self, name, arguments):
        """What the tool gives."""
        tool = self._tools[name]
        result = tool.run(arguments)
        self._left -= tool.cents
        return result

    def left(self):
        """Cents that may still be spent."""
        return self._left

    def mark(self):
        """A place in what was done so far."""
        raise NotImplementedError

    def undo(self, mark):
        """Take back what was written since `mark`; names of what could not be taken back."""
        raise NotImplementedError
