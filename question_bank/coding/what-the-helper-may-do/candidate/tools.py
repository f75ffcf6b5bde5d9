"""What the helper can do for a visit, against a diary that stands in for the real one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    name: str
    cents: int
    writes: bool
    run: Callable
    """Takes the arguments, a dictionary, and gives a result."""
    undo: Callable | None = None
    """Takes the arguments and the result of a call; None if it cannot be taken back."""


class Diary:
    """Bookings and letters of one day."""

    def __init__(self):
        self.bookings, self.letters = {}, []
        self._next = 1

    def tools(self):
        """All tools, by name."""
        tools = [
            Tool("look_up", 1, False, lambda given: f"tenant of home {given['home']}"),
            Tool("book", 5, True, self._book, lambda given, number: self.bookings.pop(number)),
            Tool("letter", 12, True, self._letter),
        ]
        return {tool.name: tool for tool in tools}

    def _book(self, given):
        if given["hour"] >= 18:
            raise ValueError("nobody comes after six")
        number, self._next = self._next, self._next + 1
        self.bookings[number] = (given["home"], given["hour"])
        return number

    def _letter(self, given):
        self.letters.append(given["home"])
