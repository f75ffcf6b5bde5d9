"""Papers on conferences' lists of accepted papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import is_of

_AT_LENGTH = 12
"""Lines told one by one; of more, the numbers by venue."""


def measure(person: Person, today: date) -> Evidence | None:
    """How many lines name the person first, where and when; of those that name them elsewhere, the number.

    A list names people, not identities: a namesake's paper would stand here as well.
    """
    lines = [line for line in person.accepted if line.year <= today.year]
    first = [line for line in lines if line.authors and is_of(person, line.authors[0])]
    others = len(lines) - len(first)
    if not first:
        return None
    text = f"Named first on {_counted(len(first))} of conferences' lists of accepted papers: {_told(first)}."
    if others:
        text += f" {others} more name{'s' if others == 1 else ''} them at another place of the byline."
    if any(line.paper_id is None for line in first):
        text += " Lists name people by name only; where no paper is linked, check that it is theirs."
    ids = tuple(dict.fromkeys(line.paper_id for line in first if line.paper_id))
    # Lists are dated by the year only, and one of this year is out already.
    newest = min(date(max(line.year for line in first), 12, 31), today)
    return Evidence("accepted", len(first), "papers", text, ids, _sources(first), newest)


def _told(lines: Sequence[Acceptance]) -> str:
    newest_first = sorted(lines, key=lambda line: (-line.year, line.venue, line.title))
    if len(lines) > _AT_LENGTH:
        counts = Counter(line.venue for line in newest_first)
        return ", ".join(f"{count} at {venue}" for venue, count in counts.most_common())
    return "; ".join(
        f"{line.venue} {line.year}{f' ({line.track})' if line.track else ''}, {line.paper_id or f'“{line.title}”'}"
        for line in newest_first
    )


def _counted(lines: int) -> str:
    return f"{lines} line{'s' if lines > 1 else ''}"


def _sources(lines: Sequence[Acceptance]) -> str:
    return ", ".join(dict.fromkeys(line.source for line in lines))
