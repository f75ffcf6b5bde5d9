"""Claims about canaries: each secret file carries the question's own, so that it is known wherever it turns up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hiretool import files
from hiretool.errors import HiretoolError
from hiretool.exercise.report import Claim, claim
from hiretool.exercise.start import matching, own_files
from hiretool.questions import Entry


def _hash(words: str, text: str) -> str:
    return f"{text.rstrip()}\n# {words}\n"


def _first(words: str, text: str) -> str:
    """Before the docstring, which stays the first statement."""
    return f"# {words}\n{text}"


def _link(words: str, text: str) -> str:
    """A Markdown reference that nothing refers to: no page shows it."""
    return f"{text.rstrip()}\n\n[//]: # ({words})\n"


def _before(words: str, text: str) -> str:
    """What stands before the first file of a unified diff is passed over by every tool that applies one."""
    return f"{words}\n{text}"


WRITTEN: dict[str, Callable[[str, str], str]] = {
    ".yaml": _hash,
    ".py": _first,
    ".toml": _hash,
    ".md": _link,
    ".patch": _before,
}
"""How a canary is written into a file of each kind; other kinds go without."""


def carried(entry: Entry) -> Claim:
    """Each secret file of a kind that can holds the question's canary."""
    faults = [f"{path.relative_to(entry.folder).as_posix()} has none" for path in _secret(entry) if _lacks(entry, path)]
    told = [f"{len(faults)} files, first {faults[0]}; put {entry.canary} into a comment"] if faults else []
    return claim("each secret file carries the canary", told, f"{len(_secret(entry))} files")


def stamped(entry: Entry) -> list[Path]:
    """Write the canary into each secret file that lacks it; return the files that were changed."""
    lacking = [path for path in _secret(entry) if _lacks(entry, path)]
    for path in lacking:
        path.write_text(WRITTEN[path.suffix](entry.canary, files.text(path)), encoding="utf-8", newline="")
    return lacking


def _secret(entry: Entry) -> list[Path]:
    try:
        own = {path.relative_to(entry.folder).as_posix(): path for path in own_files(entry.folder)}
    except HiretoolError:
        return []
    names = matching(entry.question.files.secret, own)
    return [path for name, path in own.items() if name in names and path.suffix in WRITTEN]


def _lacks(entry: Entry, path: Path) -> bool:
    try:
        return entry.canary not in files.text(path)
    except HiretoolError:
        return False
