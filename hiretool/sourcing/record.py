"""Person -> all papers known of theirs, and where in the byline they stand."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hiretool.sourcing import names
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person

# Each signal asks for the same bylines again, and a key takes some microseconds.
_key = lru_cache(maxsize=1 << 16)(names.key)


class _Last:
    """The answer for the person asked about last: each of a dozen signals asks for the same in turn."""

    def __init__(self, person: Person, today: date) -> None:
        papers = {paper.id: paper for paper in (*person.papers, *person.record) if paper.submitted <= today}
        self.person, self.today = person, today
        self.known = sorted(papers.values(), key=lambda paper: (paper.submitted, paper.id), reverse=True)
        self.first = [paper for paper in self.known if is_of(person, paper.authors[0])]


_last: _Last | None = None


def _about(person: Person, today: date) -> _Last:
    global _last  # noqa: PLW0603 (one place to remember one answer; a person cannot change)
    found = _last
    if found is None or found.person is not person or found.today != today:
        _last = found = _Last(person, today)
    return found


def known(person: Person, today: date) -> list[Paper]:
    """Papers at any place of the byline, newest first: the record, and the matching papers where it lacks them."""
    return list(_about(person, today).known)


def named_first(person: Person, today: date) -> list[Paper]:
    """Of these, the ones that name them first."""
    return list(_about(person, today).first)


def is_of(person: Person, name: str) -> bool:
    """Whether the name, as it stands in a byline, is one of the person's."""
    if name in person.spellings or _key(name) == person.key:
        return True
    return len(person.spellings) > 1 and _key(name) in map(_key, person.spellings)
