"""What the user can mend: errors whose text is the sentence that they read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path


class HiretoolError(Exception):
    """Something the user can mend; `str(error)` is what they read."""

    exit_code = 1


class DataError(HiretoolError):
    """A file says something that cannot be used.

    path: the file; where: a line number, a row or a key path ("" if the whole file); problem: what is wrong and what
    would be right.
    """

    def __init__(self, path: Path | str, where: str | int, problem: str) -> None:
        self.path, self.where, self.problem = path, where, problem
        place = f"{path}:{where}" if where != "" else f"{path}"
        super().__init__(f"{place}: {problem}")


class Problems(HiretoolError):
    """Several problems found in one pass, one a line; `problems` keeps them apart."""

    def __init__(self, problems: Sequence[HiretoolError | str], summary: str = "") -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems]
        super().__init__("\n".join([*lines, summary] if summary else lines))


class NotFoundError(HiretoolError):
    """A name that nothing has; `known` are those that exist."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(f"No {kind} named {name!r}. {suggestion(name, self.known)}")


class RemoteError(HiretoolError):
    """A server failed, or refused, after what could be tried was tried."""

    exit_code = 3


def suggestion(name: str, known: Sequence[str]) -> str:
    """A sentence that names what was probably meant, or all there is.

    >>> suggestion("ml-enginer", ["ml-engineer", "ml-researcher"])
    "Did you mean 'ml-engineer'?"
    """
    if close := get_close_matches(name, known, n=1, cutoff=0.6):
        return f"Did you mean {close[0]!r}?"
    if not known:
        return "There are none."
    shown = ", ".join(sorted(known)[:20])
    return f"Known: {shown}{', ...' if len(known) > 20 else ''}."
