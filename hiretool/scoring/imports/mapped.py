"""CSV or XLSX of any system with one row a rating, read with a mapping file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hiretool.errors import Problems
from hiretool.scoring.imports import _grid
from hiretool.scoring.imports._card import Card, Found, Person, Rated
from hiretool.scoring.imports._content import Content
from hiretool.scoring.imports._mapping import PERSONAL
from hiretool.scoring.imports._settled import Settings

NEEDED = ("candidate", "interviewer", "competency", "rating")


def recognises(content: Content) -> bool:
    """A column of what was rated, and one of ratings."""
    if content.grid is None:
        return False
    said = content.mapping.columns
    if said.competency and said.rating:
        return True
    found = _grid.columns(content.grid, {}, (*_grid.LONG, *PERSONAL))
    if "competency" not in found or "rating" not in found or "candidate" not in found:
        return False
    return content.grid.is_rated(found["rating"].heading)


def cards(content: Content, settings: Settings) -> Found:
    """Raises: Problems if it is not known which columns hold what is needed."""
    grid, mapping = content.table(), settings.mapping
    columns = _grid.columns(grid, mapping.columns.named(), (*_grid.LONG, *PERSONAL))
    needed = [name for name in NEEDED if name != "candidate" or not settings.candidate]
    problems = _grid.unknown(grid, columns, needed, accept=settings.accept_guesses)
    if problems and not settings.drafting:
        raise Problems(problems)
    known = _grid.usable(columns, accept=settings.accept_guesses)
    places = {name: grid.place(heading) for name, heading in known.items()}
    order = _grid.order(grid, columns.get("submitted_at"), mapping.dates)
    moments = _grid.moments(grid, known.get("submitted_at"), order)
    found: dict[tuple[str, ...], Card] = {}
    for (number, cells), (moment, wrong) in zip(grid.rows, moments, strict=True):
        said = {name: _cell(cells, place) for name, place in places.items()}
        key = tuple(said.get(name, "") for name in ("id", "role", "candidate", "interviewer", "interview"))
        card = found.setdefault(key, _card(number, said, moment))
        _add(card, said, moment)
        card.raw.append(grid.cells(cells))
        card.problems += [wrong] if wrong and wrong not in card.problems else []
    used = set(known.values())
    ignored = [heading for heading in grid.headings if heading not in used]
    guesses = [
        f"Guessed: the column {column.heading[:80]!r} holds the {name}."
        for name, column in columns.items()
        if name in known and not column.certain
    ]
    return Found(list(found.values()), ignored=ignored, notices=guesses)


def _card(number: int, said: dict[str, str], moment: str) -> Card:
    raw: list[Any] = []
    return Card(
        number=number,
        id=said.get("id", ""),
        candidate=Person(name=said.get("candidate", "")),
        interviewer=Person(name=said.get("interviewer", "")),
        interview=said.get("interview", ""),
        role=said.get("role", ""),
        submitted_at=moment,
        updated_at=moment,
        raw=raw,
    )


def _add(card: Card, said: dict[str, str], moment: str) -> None:
    """A row's rating, and what it says of its card."""
    card.rated.append(Rated(said.get("competency", ""), said.get("rating", ""), said.get("note", "")))
    card.submitted_at = card.submitted_at or moment
    verdict = said.get("recommendation", "")
    if verdict and card.verdict and verdict != card.verdict:
        problem = "its rows recommend different things"
        card.problems += [] if problem in card.problems else [problem]
    card.verdict = card.verdict or verdict


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
