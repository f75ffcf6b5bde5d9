"""What can be said of a person, with the papers that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hiretool.sourcing.people import Person


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim; nothing is claimed that the papers do not show, and what they do not show is no evidence against."""

    signal: str
    """Module in `signals` that made it."""
    value: float
    unit: str
    text: str
    """The claim in words, for a reader who knows nothing of the signal."""
    paper_ids: tuple[str, ...]
    source: str = "arXiv"
    """Who says so: "arXiv", or the list, table or service that was read."""
    date: date | None = None
    """Day of the newest fact in it, or of the source, where it has one."""


class Signal(Protocol):
    """What a module in `signals` provides, beside a docstring of one line that is its title in reports."""

    __name__: str
    __doc__: str | None

    def measure(self, person: Person, today: date) -> Evidence | None:
        """The claim, or None where there is nothing to say."""
