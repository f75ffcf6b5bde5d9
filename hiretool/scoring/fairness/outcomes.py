"""Files of outcomes and groups -> who was selected, with which score, and of which groups."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from hiretool.errors import DataError, HiretoolError, NotFoundError, suggestion
from hiretool.scoring.fairness import sheet
from hiretool.scoring.fairness.sheet import Sheet

SELECTED = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
BEFORE = ("uncorrected", "score_uncorrected")
"""The score before interviewers' severity was taken out, as `score table` names it, and as others may."""
NO_GROUPS = ("candidate", "role", "selected", "score", *BEFORE)
MOST_GROUPS = 100
FEW = 12
"""Groups that there may be however few people there are."""
# Said instead of an answer: of nobody who says so is the group known.
UNKNOWN = (
    "unknown",
    "not known",
    "n/a",
    "not available",
    "not disclosed",
    "not stated",
    "not specified",
    "undisclosed",
    "declined",
    "decline to answer",
    "declined to answer",
    "decline to say",
    "decline to self identify",
    "decline to self-identify",
    "i don't wish to answer",
    "i do not wish to answer",
    "i do not want to answer",
    "prefer not to say",
    "prefer not to answer",
    "prefer not to disclose",
    "-",
    "?",
)
_NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)

Input = tuple[Path, bytes | None]
"""A file, and its bytes where they are in memory; the path is then for messages only."""


@dataclass(frozen=True, slots=True)
class Groups:
    """One kind of group, such as sex: what is known of each candidate, "" where nothing is."""

    title: str
    values: tuple[str, ...]
    said_unknown: Mapping[str, int] = field(default_factory=dict)
    """Words that were counted as unknown -> how often."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Everybody in the file of outcomes, in its order. No name is kept."""

    source: str
    groups_source: str
    """Name of the separate file of groups; "" where the groups stand beside the outcomes."""
    n: int
    selected: tuple[bool | None, ...] | None
    """None for who is not decided on; None altogether if the file has no such column."""
    score: np.ndarray | None
    """NaN where there is no score."""
    uncorrected: np.ndarray | None
    groups: tuple[Groups, ...]
    roles: tuple[str, ...] = ()
    without_groups: tuple[int, ...] = ()
    """Rows of the outcomes whose candidate is not in the file of groups."""
    without_outcome: tuple[int, ...] = ()
    """Rows of the file of groups whose candidate has no outcome."""
    by_case: int = 0
    """Candidates of these that would be found but for capitals."""


def read(
    outcomes: Input, *, groups: Sequence[str], apart: Input | None = None, role: str = "", unknown: Sequence[str] = ()
) -> Outcomes:
    """Outcomes with the groups of each candidate.

    groups: titles of columns, of the file `apart` where there is one, else of the outcomes. role: only its outcomes.
    unknown: more words that stand for a group that is not known.
    Raises: DataError or Problems where a file cannot be used; no message names a candidate.
    """
    found = sheet.read(*outcomes)
    found, roles = _of_role(found, role)
    names = found.column("candidate")
    _checked_names(found, names)
    selected, score, before = _selected(found), _scores(found, "score"), _uncorrected(found)
    if selected is None and score is None:
        raise DataError(found.path, "", "lacks an outcome; expected a column selected (1 or 0), or score, with values")
    other = sheet.read(*apart) if apart else found
    columns = list(dict.fromkeys(_column(other, title, found if apart else None) for title in groups))
    words = {word.casefold() for word in (*UNKNOWN, *unknown)}
    made = Outcomes(found.path.name, other.path.name if apart else "", len(names), selected, score, before, (), roles)
    if apart is None:
        return replace(made, groups=tuple(_kind(other, column, other.column(column), words) for column in columns))
    here, there = set(names), other.column("candidate")
    of_whom = _of_whom(other, there, columns)
    blank = ("",) * len(columns)
    rows = [of_whom.get(name, blank) for name in names]
    lost = [index for index, name in enumerate(names) if name not in of_whom]
    capitals = {name.casefold() for name in of_whom} if lost else ()
    return replace(
        made,
        groups=tuple(_kind(other, column, [row[place] for row in rows], words) for place, column in enumerate(columns)),
        without_groups=tuple(found.numbers[index] for index in lost),
        without_outcome=tuple(number for number, name in zip(other.numbers, there, strict=True) if name not in here),
        by_case=sum(names[index].casefold() in capitals for index in lost),
    )


def _of_role(found: Sheet, role: str) -> tuple[Sheet, tuple[str, ...]]:
    """The rows of one role, or all, and the roles that are in them."""
    if not found.has("role"):
        if role:
            raise DataError(found.path, "", "has no column role; leave --role out")
        return found, ()
    roles = found.column("role")
    known = sorted(set(roles) - {""})
    if not role:
        return found, tuple(known)
    if role not in known:
        raise NotFoundError(f"role in {found.path}", role, known)
    mine = [index for index, value in enumerate(roles) if value == role]
    numbers, rows = [found.numbers[index] for index in mine], [found.rows[index] for index in mine]
    return replace(found, numbers=numbers, rows=rows), (role,)


def _checked_names(found: Sheet, names: Sequence[str]) -> None:
    """Raises: Problems if a candidate has no name, or two outcomes for one role."""
    roles = found.column("role") if found.has("role") else [""] * len(names)
    first: dict[tuple[str, str], int] = {}
    problems = []
    for index, key in enumerate(zip(roles, names, strict=True)):
        if not key[1]:
            problems.append(found.problem(index, "candidate: is blank"))
        elif first.setdefault(key, index) != index:
            again = f"has the candidate of row {found.numbers[first[key]]} again; expected one row for each candidate"
            problems.append(found.problem(index, f"{again} of a role"))
    sheet.raise_all(problems)


def _selected(found: Sheet) -> tuple[bool | None, ...] | None:
    if not found.has("selected"):
        return None
    column = found.column("selected")
    sheet.raise_all(
        [
            found.problem(index, f"selected: expected 1 or 0, yes or no, got {text[:40]!r}")
            for index, text in enumerate(column)
            if text and text.casefold() not in SELECTED
        ]
    )
    values = tuple(SELECTED.get(text.casefold()) for text in column)
    return values if any(value is not None for value in values) else None


def _uncorrected(found: Sheet) -> np.ndarray | None:
    return next((_scores(found, name) for name in BEFORE if found.has(name)), None)


def _scores(found: Sheet, name: str) -> np.ndarray | None:
    """A column of numbers, NaN where blank; None if there is none. A comma may stand for the point."""
    if not found.has(name):
        return None
    column = found.column(name)
    has_commas = any("," in text for text in column) and not any("." in text for text in column)
    values = [_number(text.replace(",", ".") if has_commas else text) for text in column]
    sheet.raise_all(
        [
            found.problem(index, f"{name}: expected a number, got {text[:40]!r}")
            for index, (text, value) in enumerate(zip(column, values, strict=True))
            if value is None
        ]
    )
    numbers = np.array(values, float)
    return None if np.isnan(numbers).all() else numbers


def _number(text: str) -> float | None:
    if not text:
        return math.nan
    # float() also takes 1_000, nan and digits of other scripts.
    return float(text) if _NUMBER.fullmatch(text) else None


def _column(other: Sheet, title: str, outcomes: Sheet | None) -> str:
    """The name of a column of groups. Raises: DataError if there is none, or it is no group."""
    name = sheet.named(title)
    if name in NO_GROUPS:
        raise HiretoolError(f"--group {title[:40]} is what is measured, and no group; expected a column such as sex.")
    if not other.has(name):
        known = [shown for found, shown in other.titles.items() if found not in NO_GROUPS]
        hint = suggestion(title, known) if known else "Name the file that has it with --groups."
        if outcomes is not None and outcomes.has(name):
            hint = f"{outcomes.path.name} has one; leave --groups out to take it from there."
        raise DataError(other.path, "", f"has no column {title[:40]!r}. {hint}")
    return name


def _of_whom(other: Sheet, names: Sequence[str], columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Candidate -> groups. Raises: Problems if a row has no candidate, or says something else than an earlier one."""
    found: dict[str, tuple[str, ...]] = {}
    first: dict[str, int] = {}
    problems = []
    for index, (name, *values) in enumerate(zip(names, *map(other.column, columns), strict=True)):
        if not name:
            problems.append(other.problem(index, "candidate: is blank"))
        elif found.setdefault(name, tuple(values)) != tuple(values):
            again = f"has the candidate of row {other.numbers[first[name]]} again, in another group"
            problems.append(other.problem(index, again))
        first.setdefault(name, index)
    sheet.raise_all(problems)
    return found


def _kind(other: Sheet, column: str, values: Sequence[str], unknown: set[str]) -> Groups:
    title = other.titles[column]
    said = Counter(value for value in values if value.casefold() in unknown)
    known = tuple("" if value in said else value for value in values)
    kinds, people = len(set(known) - {""}), sum(map(bool, known))
    # A column of names or of addresses would be printed, and is no group.
    if kinds > MOST_GROUPS or (kinds > FEW and 2 * kinds > people):
        problem = f"{title} has {kinds:,} different values among {people:,} candidates: is it a group?"
        raise DataError(other.path, "", f"{problem} Expected at most {MOST_GROUPS}, most of several people")
    return Groups(title, known, dict(sorted(said.items())))
