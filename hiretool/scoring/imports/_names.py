"""Ids of a system -> the names of people, by what the system says and by a people file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.scoring import source, spelling
from hiretool.scoring.imports._card import Card, Kind, Person
from hiretool.scoring.imports._mapping import spelt

NEEDED = ("id", "name")


def read(path: Path) -> dict[str, str]:
    """Id -> name, from a CSV or XLSX with the columns id and name.

    An id may be written `user:11`, `application:601`, `candidate:501`, `opportunity:...` where a bare one could be two.
    Raises: Problems with every row that cannot be used.
    """
    rows = [
        (number, [spelling.name(cell) for cell in row])
        for number, row in enumerate(source.rows(path, None, ours=_is_header), start=1)
        if any(map(str.strip, row))
    ]
    header = [cell.casefold() for cell in rows[0][1]] if rows else []
    if missing := [name for name in NEEDED if name not in header]:
        raise DataError(path, "row 1", f"lacks the column {', '.join(missing)}; expected a header with id and name")
    places = [header.index(name) for name in NEEDED]
    found: dict[str, str] = {}
    problems: list[HiretoolError | str] = []
    for number, cells in rows[1:]:
        id, name = (cells[place] if place < len(cells) else "" for place in places)
        if not id or not name:
            problems.append(DataError(path, f"row {number}", f"{'name' if id else 'id'}: is blank"))
        elif found.setdefault(spelt(id), name) != name:
            problems.append(DataError(path, f"row {number}", f"{id!r} has another name further up"))
    if problems:
        raise Problems(problems)
    return found


def _is_header(row: list[str]) -> bool:
    return set(NEEDED) <= {cell.strip().casefold() for cell in row}


class Names:
    """What everybody on some cards is called."""

    def __init__(self, system: str, given: Mapping[str, str], cards: Iterable[Card]) -> None:
        """given: id or name -> name, from the people file and the mapping file.

        Raises: HiretoolError if an id of `given` could be two people.
        """
        self._system = system
        self._given = {spelt(id): spelling.name(name) for id, name in given.items()}
        self._own, self.notices = _own_names(system, cards)
        self._called: dict[Person, tuple[str, str]] = {}
        self._kinds: dict[str, set[Kind]] = defaultdict(set)

    def called(self, person: Person) -> tuple[str, str]:
        """(name, why there is none that can be trusted; else blank)."""
        known = self._called.get(person)
        if known is None:
            known = self._called[person] = self._name(person)
        return known

    def renamed(self) -> dict[str, str]:
        """What people were called without a people file (an id, an address) -> what they are called now."""
        return {
            old: name
            for person, (name, _) in self._called.items()
            for old in (*(f"{self._system}:{id}" for _, id in person.ids if id), spelling.name(person.name))
            if name and old != name and (old != person.name or "@" in old)
        }

    def check(self) -> None:
        """Raises: HiretoolError if a bare id of the people file was taken for two kinds of thing."""
        for id, kinds in self._kinds.items():
            if len(kinds) > 1:
                apart = " and ".join(f"{kind}:{id}" for kind in sorted(kinds))
                raise HiretoolError(f"people: {id} is the id of more than one thing; write {apart} instead")

    def _name(self, person: Person) -> tuple[str, str]:
        found: list[str] = []
        for kind, id in person.ids:
            bare, full = spelt(id), f"{kind}:{spelt(id)}"
            if full in self._given or f"{self._system}:{full}" in self._given:
                return self._given.get(full) or self._given[f"{self._system}:{full}"], ""
            name = self._given.get(f"{self._system}:{bare}") or self._given.get(bare)
            if id and name:
                self._kinds[bare].add(kind)
                found.append(name)
        if len(set(found)) > 1:
            known = " and ".join(f"{kind}:{id}" for kind, id in person.ids)
            return "", f"the people file has two names ({', '.join(found)}) for {known}"
        if found:
            return found[0], ""
        if person.name and (name := self._given.get(spelt(spelling.name(person.name)))):
            return name, ""
        kind, id = next(((kind, id) for kind, id in person.ids if id), ("user", ""))
        return self._own.get((kind, id)) or spelling.name(person.name) or (f"{self._system}:{id}" if id else ""), ""


def _own_names(system: str, cards: Iterable[Card]) -> tuple[dict[tuple[Kind, str], str], list[str]]:
    """(kind, id) -> the name that the system gives it last, with the id where two people share a name."""
    latest: dict[tuple[Kind, str], tuple[str, str]] = {}
    renamed: set[str] = set()
    for card in cards:
        for person in (card.candidate, card.interviewer):
            for key in person.ids[:1]:
                name = spelling.name(person.name)
                if not name or not key[1]:
                    continue
                before = latest.get(key)
                if before and before[1] != name:
                    renamed.add(key[1])
                if before is None or card.submitted_at >= before[0]:
                    latest[key] = (card.submitted_at, name)
    bearers: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    for (kind, id), (_, name) in latest.items():
        bearers[kind, name].append(id)
    notices = [
        f"{len(ids)} people are called {name!r}; their id stands beside the name. A people file can name them."
        for (_, name), ids in bearers.items()
        if len(ids) > 1
    ]
    if renamed:
        notices.append(f"{len(renamed)} people have more than one name in the file; the latest one counts for each.")
    return {
        (kind, id): name if len(bearers[kind, name]) == 1 else f"{name} ({system}:{id})"
        for (kind, id), (_, name) in latest.items()
    }, notices
