"""Unified diff -> changes, file by file, hunk by hunk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hiretool.errors import DataError

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_UNREADABLE = ("rename from", "copy from", "GIT binary patch", "Binary files", "old mode")
_NOWHERE = "/dev/null"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that follow each other: (" ", "-" or "+", the line with its own line end)."""

    start: int
    """Line of the old file at which the hunk begins, from 0."""
    lines: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Change:
    """What a patch does to one file."""

    path: str
    """Relative to the folder, with slashes."""
    creates: bool
    deletes: bool
    hunks: list[Hunk] = field(default_factory=list)


def read(text: str, name: Path | str = "patch") -> list[Change]:
    """The changes of a unified diff, a/ and b/ left out; `name` is for messages. Raises: DataError."""
    found: list[Change] = []
    lines = _Lines(text, name)
    for line in lines:
        if line.startswith("--- "):
            following = next(lines, "")
            if not following.startswith("+++ "):
                raise lines.error("expected a line that begins with '+++ '")
            found.append(_change(line, following, lines))
        elif line.startswith("@@"):
            if not found:
                raise lines.error("a hunk stands before the first '--- ' line")
            found[-1].hunks.append(_hunk(line, lines))
        elif line.startswith(_UNREADABLE):
            raise lines.error(f"{line.strip()!r} cannot be applied; expected changed lines of text only")
        elif found and line[:1] in ("+", "-", " ") and line.strip():
            raise lines.error("more lines than the hunk's @@ line announces")
    if not any(change.hunks for change in found):
        raise DataError(name, "", "is no unified diff; expected '--- a/FILE', '+++ b/FILE' and '@@' lines")
    return found


def changed_lines(changes: list[Change]) -> list[str]:
    """The lines that are taken out or put in, without their line ends."""
    every = [(sign, line) for change in changes for hunk in change.hunks for sign, line in hunk.lines]
    return [line.rstrip("\r\n") for sign, line in every if sign != " "]


class _Lines(Iterator[str]):
    """Lines of a patch with their numbers; only a line feed ends one, so that CRLF and form feeds stay as they are."""

    def __init__(self, text: str, name: Path | str) -> None:
        self._lines = split(text)
        self._name, self._number = name, 0

    def __next__(self) -> str:
        if self._number == len(self._lines):
            raise StopIteration
        self._number += 1
        return self._lines[self._number - 1]

    def next_is(self, start: str) -> bool:
        return self._number < len(self._lines) and self._lines[self._number].startswith(start)

    def error(self, problem: str) -> DataError:
        return DataError(self._name, self._number, problem)


def split(text: str) -> list[str]:
    """Lines with their ends; together they are the text again."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _change(old_line: str, new_line: str, lines: _Lines) -> Change:
    # A tab parts the name from the time that diff writes behind it.
    old, new = (line[4:].split("\t")[0].strip() for line in (old_line, new_line))
    if old == new == _NOWHERE:
        raise lines.error(f"both names are {_NOWHERE}; expected a file")
    for side, prefix in ((old, "a/"), (new, "b/")):
        if side != _NOWHERE and not side.startswith(prefix):
            raise lines.error(f"expected a name that begins with {prefix}, got {side!r}")
    if _NOWHERE not in (old, new) and old[2:] != new[2:]:
        raise lines.error(f"renames {old[2:]} to {new[2:]}; expected the same name twice")
    return Change((old if new == _NOWHERE else new)[2:], creates=old == _NOWHERE, deletes=new == _NOWHERE)


def _hunk(header: str, lines: _Lines) -> Hunk:
    match = _HUNK.match(header)
    if not match:
        raise lines.error("expected '@@ -LINE,COUNT +LINE,COUNT @@'")
    start, old_left, _, new_left = (1 if number is None else int(number) for number in match.groups())
    # With no old lines, the number names the line after which the new ones go.
    hunk = Hunk(start - 1 if old_left else start, [])
    while old_left or new_left:
        line = next(lines, "")
        # Editors strip the single space of an empty context line.
        sign, content = (" ", line) if line in ("\n", "\r\n") else (line[:1], line[1:])
        old_left, new_left = old_left - (sign in "- "), new_left - (sign in "+ ")
        if not sign or sign not in " -+" or old_left < 0 or new_left < 0:
            raise lines.error("the hunk's lines do not add up to what its @@ line announces")
        if lines.next_is("\\ "):
            next(lines)
            content = content.removesuffix("\n")
        hunk.lines.append((sign, content))
    return hunk
