"""Google Forms, Sheets and other wide tables: one row a card, one column a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hiretool.errors import Problems
from hiretool.scoring.imports import _grid, _words
from hiretool.scoring.imports._card import WHOLE_CARD, Card, Found, Person, Rated
from hiretool.scoring.imports._content import Content
from hiretool.scoring.imports._grid import Column, Grid
from hiretool.scoring.imports._mapping import PERSONAL, Mapping, spelt
from hiretool.scoring.imports._settled import Settings

NEEDED = ("candidate", "interviewer")
FEWEST = 2
"""Columns of ratings from which a table without a timestamp is taken for a wide one."""


@dataclass(slots=True)
class Plan:
    """What is made of each column."""

    personal: dict[str, Column]
    rated: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    """Heading of a column of text -> heading of the ratings that it explains, or `card`: a guess."""
    ignored: list[str] = field(default_factory=list)


def recognises(content: Content) -> bool:
    """A timestamp before anything else, as Google Forms writes it, or columns of ratings."""
    grid, said = content.grid, content.mapping
    if grid is None or (said.columns.competency and said.columns.rating):
        return False
    if "timestamp" in spelt(grid.headings[0]) or any(map(grid.has, said.competencies)):
        return True
    found = _grid.columns(grid, {}, (*PERSONAL, *_grid.LONG))
    if "competency" in found and "rating" in found:
        return False
    return sum(grid.is_rated(heading) for heading in grid.headings) >= FEWEST


def cards(content: Content, settings: Settings) -> Found:
    """Raises: Problems if it is not known which columns hold the candidate and the interviewer."""
    grid, mapping = content.table(), settings.mapping
    plan = planned(grid, mapping)
    needed = [name for name in NEEDED if name != "candidate" or not settings.candidate]
    problems = _grid.unknown(grid, plan.personal, needed, accept=settings.accept_guesses)
    if problems and not settings.drafting:
        raise Problems(problems)
    known = _grid.usable(plan.personal, accept=settings.accept_guesses)
    places = {name: grid.place(heading) for name, heading in known.items()}
    order = _grid.order(grid, plan.personal.get("submitted_at"), mapping.dates)
    moments = _grid.moments(grid, known.get("submitted_at"), order)
    rated = [(heading, grid.place(heading)) for heading in plan.rated]
    explains, texts = _texts(grid, plan, settings)
    found = []
    for (number, cells), (moment, wrong) in zip(grid.rows, moments, strict=True):
        said = {name: _cell(cells, place) for name, place in places.items()}
        card = _card(number, said, moment)
        card.raw = grid.cells(cells)
        card.rated = [
            Rated(heading, _cell(cells, place), _cell(cells, explains.get(heading))) for heading, place in rated
        ]
        card.texts = [(heading, text) for heading, place in texts if (text := _cell(cells, place))]
        card.problems = [wrong] if wrong else []
        if any(cell.strip() for cell in cells[len(grid.headings) :]):
            card.problems.append(f"has {len(cells)} cells, the header {len(grid.headings)}")
        found.append(card)
    read = {place for _, place in texts} | set(explains.values())
    ignored = [heading for heading in (*plan.ignored, *plan.notes) if grid.place(heading) not in read]
    ignored += [column.heading for name, column in plan.personal.items() if name not in known]
    return Found(found, ignored=ignored, notices=_guesses(plan, settings))


def planned(grid: Grid, mapping: Mapping) -> Plan:
    """What each column holds, by the mapping file and else as a guess."""
    said = mapping.columns.named()
    plan = Plan(_grid.columns(grid, said, [name for name in PERSONAL if name not in _GUESSED_LAST]))
    spoken_for = {spelt(column.heading) for column in plan.personal.values()}
    spoken_for |= set(mapping.competencies) | set(mapping.notes)
    # What could be the name of an interview, or of a role, is less likely so than a column of ratings is one.
    for name in _GUESSED_LAST:
        found = _grid.columns(grid, {key: value for key, value in said.items() if key == name}, [name]).get(name)
        if found and (found.certain or (spelt(found.heading) not in spoken_for and not grid.is_rated(found.heading))):
            plan.personal[name] = found
            spoken_for.add(spelt(found.heading))
    for heading in grid.headings:
        short = spelt(heading)
        if short in mapping.competencies or (short not in spoken_for and grid.is_rated(heading)):
            plan.rated.append(heading)
        elif short in spoken_for:
            continue
        elif plan.rated and _words.is_note(heading) and _follows(grid, heading, plan.rated[-1]):
            plan.notes[heading] = plan.rated[-1]
        elif grid.column(heading):
            plan.notes[heading] = WHOLE_CARD
        else:
            plan.ignored.append(heading)
    return plan


_GUESSED_LAST = ("interview", "role")


def _follows(grid: Grid, heading: str, rated: str) -> bool:
    places = grid.headings.index(heading), grid.headings.index(rated)
    return places[0] == places[1] + 1


def _texts(grid: Grid, plan: Plan, settings: Settings) -> tuple[dict[str, int | None], list[tuple[str, int | None]]]:
    """Column of ratings -> the column that explains it, as guessed; and the other columns whose answers join a note."""
    said = [heading for heading in grid.headings if spelt(heading) in settings.mapping.notes]
    explains = {}
    if settings.accept_guesses:
        explains = {rated: grid.place(heading) for heading, rated in plan.notes.items() if rated != WHOLE_CARD}
        said += [heading for heading, rated in plan.notes.items() if rated == WHOLE_CARD]
    return explains, [(heading, grid.place(heading)) for heading in said]


def _guesses(plan: Plan, settings: Settings) -> list[str]:
    if not settings.accept_guesses:
        return []
    return [
        f"Guessed: the column {column.heading[:80]!r} holds the {name}."
        for name, column in plan.personal.items()
        if not column.certain
    ]


def _card(number: int, said: dict[str, str], moment: str) -> Card:
    return Card(
        number=number,
        id=said.get("id", ""),
        candidate=Person(name=said.get("candidate", "")),
        interviewer=Person(name=said.get("interviewer", "")),
        interview=said.get("interview", ""),
        role=said.get("role", ""),
        verdict=said.get("recommendation"),
        submitted_at=moment,
        updated_at=moment,
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
