"""How far a long reading is, said now and then."""

from __future__ import annotations

from collections.abc import Callable

EVERY_S = 10.0


class Progress:
    """Passes a sentence on if ten seconds went by since the last one that was passed on."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float], *, every_s: float = EVERY_S) -> None:
        self._say, self._clock, self._every_s = say, clock, every_s
        self._said_at: float | None = None

    def tell(self, sentence: str) -> None:
        """Say it, if it is time."""
        now = self._clock()
        if self._said_at is None or abs(now - self._said_at) >= self._every_s:
            self._said_at = now
            self._say(sentence)


def duration(seconds: float) -> str:
    """In the unit that a person would use.

    >>> [duration(seconds) for seconds in (3, 89.6, 150, 7200)]
    ['3 s', '90 s', '2.5 min', '2 h']
    """
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.2g} min" if seconds < 6000 else f"{seconds / 3600:.2g} h"
