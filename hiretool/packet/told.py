"""What all pages of one packet have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiretool.document import Inline, Span
from hiretool.model import Level
from hiretool.packet.summary import Candidate
from hiretool.roles import Role, Round

if TYPE_CHECKING:
    from hiretool.scoring.fitted import Fit
    from hiretool.scoring.flags import Flag
    from hiretool.store.changes import Change


@dataclass(frozen=True, slots=True)
class Told:
    """One role's candidates with all that is shown of them."""

    role: Role
    level: Level
    weights: Mapping[str, float]
    titles: Mapping[str, str]
    """Competency -> title."""
    bar: float
    loop: Sequence[Round]
    candidates: Sequence[Candidate]
    """Those that the packet shows, the highest score first."""
    n_rated: int
    """Candidates who were rated for the role, shown or not: the places are among them."""
    short: Mapping[str, str]
    """Interviewer -> initials."""
    fit: Fit
    flags: Sequence[Flag]
    changes: Sequence[Change] | None
    """Of cards, when those of others could be read; None where nobody kept them."""

    def scored(self) -> list[Candidate]:
        return [candidate for candidate in self.candidates if candidate.score is not None]

    def title(self, competency: str) -> str:
        return self.titles.get(competency, competency)

    def interviewers(self) -> list[str]:
        return list(self.short)


def anchor(place: int) -> str:
    """Where the page of the candidate at this place in the order begins."""
    return f"candidate-{place}"


def linked(name: str, place: int) -> Inline:
    """A candidate's name that leads to their page."""
    return (Span(name, href=f"#{anchor(place)}"),)
