"""What came of an import: ratings in the normal form, what was not taken and why, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiretool.errors import HiretoolError, Problems
from hiretool.scoring.normal import Reading, Rejected

if TYPE_CHECKING:
    import pandas as pd

HEADER = ("card", "candidate", "interviewer", "interview", "name", "value")
"""Cells of what was rejected: the card's id, and what was rated as the system calls it."""
PLACES = 6
"""Cards that a message names before it says how many more there are."""

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a card came from."""

    key: Key
    """role, candidate, interviewer, interview: as in the frame."""
    system: str
    id: str
    """The system's own; with `system` it names one card for good. Blank where the system has none."""
    recommendation: str
    submitted_at: str
    raw: str
    """The card as it came, as JSON text."""
    rates: bool
    """False for a card that has no row in the frame: it recommends, and rates nothing."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of another system held, in the normal form."""

    system: str
    reading: Reading
    origins: list[Origin]
    notices: list[str]
    """What a person should know: what was skipped, what was taken for what."""
    renamed: Mapping[str, str]
    """What people would be called without a people file, such as `greenhouse:601` -> what they are called here."""

    def whole(self) -> pd.DataFrame:
        """The frame. Raises: Problems, each with how often and in which cards, if anything was rejected."""
        rejected = self.reading.rejected
        if rejected:
            raise Problems(
                list(self._problems(rejected)),
                f"{len(rejected)} of {len(rejected) + len(self.reading.frame)} ratings or cards cannot be taken;"
                " nothing was taken. Mend the file or the mapping (--draft-mapping FILE writes one to start from), or"
                " import with --skip-bad FILE to keep the others.",
            )
        return self.reading.frame

    def _problems(self, rejected: Sequence[Rejected]) -> Iterator[HiretoolError | str]:
        """Each problem once: a name that nobody mapped would stand there for every card."""
        places: dict[str, list[str]] = {}
        for entry in rejected:
            for reason in entry.reasons:
                places.setdefault(reason, []).append(f"{entry.row}")
        for reason, rows in places.items():
            distinct = list(dict.fromkeys(rows))
            more = f" and {len(distinct) - PLACES:,} more" if len(distinct) > PLACES else ""
            noun = "card" if len(distinct) == 1 else "cards"
            yield f"{self.reading.source}: {noun} {', '.join(distinct[:PLACES])}{more}: {reason}"
