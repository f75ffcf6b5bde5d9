"""Person -> all papers known of theirs, and where in the byline they stand."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hiretool.sourcing import names
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person

# Each signal asks for the same bylines again, and a key takes some microseconds.
_key = lru_cache(maxsize=1 << 16)(names.key)


def known(person: Person, today: date) -> list[Paper]:
    """Papers at any place of the byline, newest first: the record, and the matching papers where it lacks them."""
    papers = {paper.id: paper for paper in (*person.papers, *person.record) if paper.submitted <= today}
    return sorted(papers.values(), key=lambda paper: (paper.submitted, paper.id), reverse=True)


def named_first(person: Person, today: date) -> list[Paper]:
    """Of these, the ones that name them first."""
    return [paper for paper in known(person, today) if is_of(person, paper.authors[0])]


def is_of(person: Person, name: str) -> bool:
    """Whether the name, as it stands in a byline, is one of the person's."""
    if name in person.spellings or _key(name) == person.key:
        return True
    return len(person.spellings) > 1 and _key(name) in map(_key, person.spellings)
