"""A recruiter's decisions on who is who, in a CSV file that outlives every new reading of the papers."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from hiretool import files
from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.sourcing.identity.spelling import spelling

_COLUMNS = ("decision", "group", "paper", "name")
_DECISIONS = {"merge": True, "split": False}


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name on a paper: what a decision is about, since ids of people change when papers come in."""

    paper: str
    """Id without version."""
    name: str
    """As it is written there; first and last name decide, so accents and middle names may differ."""

    @property
    def key(self) -> tuple[str, str]:
        """What it is looked up by."""
        return self.paper, spelling(self.name).key


@dataclass(frozen=True, slots=True)
class Overrides:
    """Groups of mentions, each of one person, or each mention of another."""

    merge: tuple[tuple[Mention, ...], ...] = ()
    """Each group is one person."""
    split: tuple[tuple[Mention, ...], ...] = ()
    """No two of a group are one person; what else they wrote goes with whom they share co-authors."""

    def __post_init__(self) -> None:
        """Raises: HiretoolError if a split parts what a merge joins, over however many steps."""
        if conflicts := list(_conflicts(self)):
            raise Problems(conflicts)

    @classmethod
    def load(cls, path: Path) -> Overrides:
        """The decisions in a CSV file with columns decision (merge or split), group, paper, name; others are ignored.

        Rows of one decision and group belong together; a group is any word or number.
        Raises: DataError, or Problems that lists each row that cannot be used and each conflict.
        """
        groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        problems: list[HiretoolError | str] = []
        for line, row in _rows(path):
            if problem := _wrong(row):
                problems.append(DataError(path, line, problem))
            else:
                groups[row["decision"].lower(), row["group"]].append(Mention(row["paper"], row["name"]))
        for (decision, group), members in groups.items():
            if len({member.key for member in members}) < 2:
                text = f"{decision} group {group!r} has one name on one paper; expected two or more rows"
                problems.append(DataError(path, "", text))
        if problems:
            raise Problems(problems)
        ordered = sorted((decision, tuple(members)) for (decision, _), members in groups.items())
        try:
            return cls(*(tuple(members for word, members in ordered if word == wanted) for wanted in _DECISIONS))
        except Problems as conflicts:
            raise Problems([DataError(path, "", str(problem)) for problem in conflicts.problems]) from conflicts

    def save(self, path: Path, *, force: bool = True) -> None:
        """Write the decisions as CSV. Raises: HiretoolError if the file cannot be written."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for decision, groups in (("merge", self.merge), ("split", self.split)):
            for number, group in enumerate(groups, 1):
                writer.writerows([decision, number, member.paper, member.name] for member in group)
        files.write(path, text.getvalue().encode(), force=force)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(files.text(path), newline=""), strict=True)
    try:
        header = [(name or "").strip().lower() for name in reader.fieldnames or []]
        if missing := [name for name in _COLUMNS if name not in header]:
            raise DataError(path, 1, f"no column {missing[0]!r}; expected {', '.join(_COLUMNS)}")
        reader.fieldnames = header
        for row in reader:
            cells = {name: (row[name] or "").strip() for name in _COLUMNS}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as error:
        raise DataError(path, reader.line_num, f"is not CSV: {error}") from error


def _wrong(row: dict[str, str]) -> str:
    if empty := [name for name in _COLUMNS if not row[name]]:
        return f"{empty[0]}: is empty"
    if row["decision"].lower() not in _DECISIONS:
        return f"decision: expected merge or split, got {row['decision'][:40]!r}"
    if not spelling(row["name"]).key:
        return f"name: expected a name, got {row['name'][:40]!r}"
    return ""


def _conflicts(overrides: Overrides) -> Iterator[str]:
    person: dict[tuple[str, str], tuple[str, str]] = {}

    def found(key: tuple[str, str]) -> tuple[str, str]:
        while (above := person.get(key, key)) != key:
            key = above
        return key

    for one, other in _pairs(overrides.merge):
        person[found(one.key)] = found(other.key)
    for one, other in _pairs(overrides.split):
        if one.key != other.key and found(one.key) == found(other.key):
            yield (
                f"{one.name} on {one.paper} and {other.name} on {other.paper} are kept apart by a split and joined "
                "by a merge; remove one of the two decisions"
            )


def _pairs(groups: Iterable[tuple[Mention, ...]]) -> Iterator[tuple[Mention, Mention]]:
    for group in groups:
        yield from combinations(group, 2)
