"""A CSV file, or a workspace's scorecards -> how many entered each stage and how many passed."""

from __future__ import annotations

import csv
import datetime
import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hiretool import files
from hiretool.errors import DataError, Problems, suggestion
from hiretool.roles import Round

COLUMNS = ("stage", "entered", "passed", "days")
REQUIRED = COLUMNS[:3]
AT_MOST_BYTES = 5_000_000
AT_MOST_PEOPLE = 1_000_000
LONGEST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Record:
    """What happened at one stage."""

    stage: str
    entered: int
    passed: int
    days: float | None = None
    """Mean days from entering the stage to being seen there; None where that was not noted."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What scorecards say of a loop."""

    records: tuple[Record, ...]
    counted: int
    """Candidates whose process counts as ended."""
    running: int
    """Left out: a card within the quiet days, so that the process may still be running."""
    undated: int
    """Left out: none of their cards says when it was written."""
    strange: int
    """Cards left out: their interview is no round of this loop."""


class Card(Protocol):
    """As the store's rows of scorecards."""

    @property
    def candidate(self) -> str: ...
    @property
    def interview(self) -> str: ...
    @property
    def recommendation(self) -> str: ...
    @property
    def submitted_at(self) -> str: ...
    @property
    def rated(self) -> int: ...


def read(path: Path, raw: bytes | None, *, stages: Sequence[str]) -> list[Record]:
    """The history in a CSV file: stage, entered, passed, and days where they are known.

    raw: the bytes where they are in memory already; `path` is then for messages.
    Raises: DataError if the file cannot be read; Problems with every row that cannot be used.
    """
    content = files.content(path, at_most=AT_MOST_BYTES) if raw is None else raw
    text = files.decoded(content, path)
    separator = max(",;\t", key=text.lstrip().split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise DataError(path, reader.line_num, f"is not a readable CSV: {error}") from error
    rows = [(line, row) for line, row in rows if any(row)]
    if not rows:
        raise DataError(path, "", f"is empty; expected a header with the columns {', '.join(COLUMNS)}")
    header = _header(path, *rows[0])
    if len(rows) == 1:
        raise DataError(path, "", f"has a header and no stage; expected rows for {', '.join(stages)}")
    problems: list[DataError] = []
    found: dict[str, Record] = {}
    for line, row in rows[1:]:
        cells = dict(zip(header, row, strict=False))
        reasons = _reasons(cells, len(row), header, stages, found)
        if reasons:
            problems.append(DataError(path, line, "; ".join(reasons)))
            continue
        days = float(cells["days"]) if cells.get("days") else None
        found[cells["stage"]] = Record(cells["stage"], int(cells["entered"]), int(cells["passed"]), days)
    if problems:
        raise Problems(problems)
    return list(found.values())


def derived(cards: Iterable[Card], rounds: Sequence[Round], *, today: datetime.date, quiet_days: int) -> Derived:
    """What the scorecards of a role say of its loop.

    A candidate entered a round if somebody handed in a card of it, and passed it if there is a card of a later round.
    Of the last round nothing is known: offers are not kept. Candidates whose process may still be running are left
    out whole, since of them only what went well is known yet.
    """
    order = _order(rounds)
    reached: dict[str, set[int]] = {}
    newest: dict[str, datetime.date | None] = {}
    strange = 0
    for card in cards:
        if not card.rated and not card.recommendation:
            continue
        if card.interview not in order:
            strange += 1
            continue
        reached.setdefault(card.candidate, set()).add(order[card.interview])
        day = _day(card.submitted_at)
        before = newest.get(card.candidate)
        newest[card.candidate] = max(filter(None, (day, before)), default=None)
    since = today - datetime.timedelta(days=quiet_days)
    ended = [reached[name] for name, day in newest.items() if day is not None and day <= since]
    undated = sum(day is None for day in newest.values())
    records = []
    for place, entry in enumerate(rounds[:-1]):
        entered = [places for places in ended if place in places]
        if entered:
            records.append(Record(entry.id, len(entered), sum(max(places) > place for places in entered)))
    return Derived(tuple(records), len(ended), len(newest) - len(ended) - undated, undated, strange)


def _order(rounds: Sequence[Round]) -> dict[str, int]:
    """Place in the loop by what a card may call the interview: the round's id, or its format if no other has it."""
    formats = [entry.format for entry in rounds]
    by_format = {name: formats.index(name) for name in formats if formats.count(name) == 1}
    return by_format | {entry.id: place for place, entry in enumerate(rounds)}


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _header(path: Path, line: int, row: Sequence[str]) -> list[str]:
    header = [cell.casefold() for cell in row]
    strange = [name for name in header if name not in COLUMNS]
    problems = [DataError(path, line, f"no column {name[:40]!r}. {suggestion(name, COLUMNS)}") for name in strange]
    if missing := [name for name in REQUIRED if name not in header]:
        problems.append(DataError(path, line, f"lacks the column {', '.join(missing)}; expected {', '.join(COLUMNS)}"))
    if twice := sorted({name for name in header if header.count(name) > 1}):
        problems.append(DataError(path, line, f"names the column {', '.join(twice)} twice"))
    if problems:
        raise Problems(problems[:5])
    return header


def _reasons(
    cells: dict[str, str], width: int, header: Sequence[str], stages: Sequence[str], found: dict[str, Record]
) -> list[str]:
    """What is wrong with a row."""
    if width != len(header):
        return [f"has {width} cells, the header {len(header)}"]
    reasons = []
    if cells["stage"] not in stages:
        reasons.append(f"no stage named {cells['stage'][:40]!r}. {suggestion(cells['stage'], stages)}")
    elif cells["stage"] in found:
        reasons.append(f"stage {cells['stage']} stands twice; add the counts up")
    counts = [_whole(cells[name]) for name in ("entered", "passed")]
    for name, count in zip(("entered", "passed"), counts, strict=True):
        if count is None:
            reasons.append(f"{name}: expected a whole number from 0, got {cells[name][:40]!r}")
    if None not in counts and counts[1] > counts[0]:  # type: ignore[operator]
        reasons.append(f"passed: expected at most entered ({counts[0]}), got {counts[1]}")
    if (days := cells.get("days")) and not _is_days(days):
        reasons.append(f"days: expected a number from 0 to {LONGEST_DAYS}, or blank, got {days[:40]!r}")
    return reasons


def _whole(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    return number if number is not None and number <= AT_MOST_PEOPLE else None


def _is_days(text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return math.isfinite(number) and 0 <= number <= LONGEST_DAYS
