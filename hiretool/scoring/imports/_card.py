"""A scorecard as another system has it, before its names mean anything here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal["complete", "draft", "deleted"]
Kind = Literal["application", "candidate", "opportunity", "user"]

WHOLE_CARD = "card"
"""What a mapping file says for a text that is about the whole card and not about one competency."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a system names them."""

    ids: tuple[tuple[Kind, str], ...] = ()
    """The ids under which a people file may know them, the likeliest first."""
    name: str = ""
    """Blank where the system gives an id and no name."""

    def __bool__(self) -> bool:
        return bool(self.name or any(id for _, id in self.ids))


@dataclass(slots=True)
class Rated:
    """A rating as it stands there, of something that has a name."""

    name: str
    value: Any
    note: str = ""
    problem: str = ""
    """Why it cannot be taken, where that does not depend on the name's meaning."""


@dataclass(slots=True)
class Card:
    """One card of a system."""

    number: int
    """Its place in the file, from 1; for a table the row."""
    id: str
    """The system's own id; blank where it has none."""
    candidate: Person
    interviewer: Person
    submitter: Person = field(default_factory=Person)
    """Who typed it in, where the system tells the two apart."""
    interview: str = ""
    interview_id: str = ""
    """What else a mapping file may know the interview by."""
    occasion: str = ""
    """What tells two interviews of one name apart: a date, or the id of the meeting."""
    role: str = ""
    """What the system calls the opening, or its id there; blank where it does not say."""
    verdict: Any = None
    verdict_from: str = ""
    """Name of the field that the verdict was taken from, where the system has no fixed one."""
    submitted_at: str = ""
    updated_at: str = ""
    """ISO 8601, to tell which of two versions is newer."""
    rated: list[Rated] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    """(question, answer) about the whole card, as plain text."""
    state: State = "complete"
    private: int = 0
    """Private notes that were left out."""
    raw: Any = None
    """The card as it came, to be kept, without its private notes unless they were asked for."""
    problems: list[str] = field(default_factory=list)
    """Why the card as a whole cannot be taken."""


@dataclass(slots=True)
class Orphan:
    """A row that belongs to no card that there is."""

    number: int
    cells: Mapping[str, str]
    reason: str


@dataclass(slots=True)
class Found:
    """What a file of a system held."""

    cards: list[Card]
    orphans: list[Orphan] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    """Columns of a table that nothing was made of."""
