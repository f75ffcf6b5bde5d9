"""What goes in and what comes out: the schemas of the tables, stated here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.errors import DataError, Problems

if TYPE_CHECKING:
    import ibis

PAPERS = {
    "paper": "string",  # id without version
    "primary": "string",  # category
    "categories": "string",  # space between them, primary first
    "submitted": "date",  # of version 1
    "updated": "date",  # of the latest version
    "versions": "int16",
    "title": "string",
    "comment": "string",
    "journal_ref": "string",
    "doi": "string",
    "n_authors": "int16",
    "code": "boolean",  # whether abstract or comment link code
}
"""One row a paper."""

MENTIONS = {
    "paper": "string",
    "position": "int16",  # 0 is the one named first
    "n": "int16",  # names on the paper
    "name": "string",
}
"""One row an author of a paper."""


@dataclass(frozen=True, slots=True)
class Output:
    """A table that is written; its rows are sorted by `order`, which no two rows share."""

    columns: Mapping[str, str]
    order: tuple[str, ...]


OUTPUTS = {
    "names": Output(
        {
            "key": "string",
            "mentions": "int64",
            "expected_homonyms": "float64",  # people to expect under the name; 6 digits
            "shared": "boolean",  # whether so many that co-authors have to tell them apart
        },
        ("key",),
    ),
    "people": Output(
        {"paper": "string", "position": "int16", "key": "string", "person": "string"},
        ("paper", "position"),
    ),
    "evidence": Output(
        {
            "person": "string",
            "key": "string",
            "name": "string",  # spelling used most often where named first; of equals, the newest
            "shared": "boolean",
            "expected_homonyms": "float64",
            "mentions": "int64",  # papers at any place of the byline
            "papers": "int64",  # named first
            "alphabetical": "int64",  # of these, bylines that may be owed to the alphabet
            "credit": "float64",  # sum of 1, or of 1/n where the byline is alphabetical; 6 digits
            "weight": "float64",  # sum of credit x recency, in papers of the last day; 6 digits
            "claims": "int64",  # papers whose comment says that they are at a venue
            "venues": "int64",  # different venues of these claims
            "distinctions": "int64",  # claims that say oral, spotlight, highlight, award or best paper
            "code": "int64",  # papers that link code
            "first_year": "int16",  # of their papers at any place
            "newest_year": "int16",  # of those named first
            "newest": "date",
            "newest_paper": "string",
        },
        ("person",),
    ),
}
"""names: one row a name key. people: one row a mention, with a person's id. evidence: one row a person named first."""


def checked(table: ibis.Table, expected: Mapping[str, str], path: str | Path) -> ibis.Table:
    """The expected columns of the table, in their order; others are left out, wider integers are narrowed.

    Raises: Problems, one DataError a column that is missing or of another type.
    """
    found = dict(table.schema().items())
    problems = []
    for name, kind in expected.items():
        if name not in found:
            problems.append(DataError(path, name, f"no such column; expected one of type {kind}"))
        elif not _fits(str(found[name]).removeprefix("!"), kind):
            problems.append(DataError(path, name, f"is of type {found[name]}; expected {kind}"))
    if problems:
        known = ", ".join(found)
        raise Problems(problems, f"{path} has the columns {known}. Write it with: hiretool corpus export -o DIR")
    return table.select(**{name: table[name].cast(kind) for name, kind in expected.items()})


def _fits(found: str, kind: str) -> bool:
    # A writer that knows no 16-bit integers is no reason to refuse the file; a float is, as it may have lost digits.
    return found == kind or (kind.startswith("int") and found.lstrip("u").startswith("int"))
