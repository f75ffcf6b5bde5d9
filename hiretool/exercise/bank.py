"""Many questions -> their reports, several at once; which of them have changed; how many there are of each kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hiretool import questions
from hiretool.discover import Library
from hiretool.errors import HiretoolError
from hiretool.exercise.check import check
from hiretool.exercise.report import Report, claim
from hiretool.model import ANCHOR_LEVELS, serves
from hiretool.questions import Entry
from hiretool.rubrics import Format


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, and the seconds that it took."""

    report: Report
    seconds: float


def checked(
    names: Sequence[str],
    library: Library,
    formats: Mapping[str, Format],
    *,
    seeds: int,
    wrong_seeds: int | None = None,
    variants: int,
    python: str | None = None,
    on_progress: Callable[[str, str], None] = lambda question, step: None,
) -> Iterator[Checked]:
    """Reports in the order in which they are ready. A question that cannot be read has a report that says so.

    python: the interpreter that runs the questions' code; this one if None.
    on_progress: told a question and what is tried on it, from several threads.
    """
    # One question keeps all processors busy with its versions; of many, each keeps one.
    at_once = min(os.cpu_count() or 1, len(names))

    def one(name: str) -> Checked:
        started = time.monotonic()
        try:
            report = check(
                questions.get(name, library),
                formats,
                seeds=seeds,
                wrong_seeds=wrong_seeds,
                variants=variants,
                python=python,
                at_once=1 if at_once > 1 else None,
                on_progress=lambda step: on_progress(name, step),
            )
        except HiretoolError as error:
            report = Report(name, (claim("question.yaml can be read", str(error).splitlines()),))
        return Checked(report, time.monotonic() - started)

    pool = ThreadPoolExecutor(max(at_once, 1))
    folders = library.question_folders()
    # What brings the most files takes longest; last of all, it would keep one processor busy and the others waiting.
    order = sorted(names, key=lambda name: -sum(1 for _ in folders[name].rglob("*")))
    try:
        for done in as_completed([pool.submit(one, name) for name in order]):
            yield done.result()
    finally:
        # After an interrupt the rest is not begun.
        pool.shutdown(wait=False, cancel_futures=True)


def changed(library: Library, since: str) -> list[str]:
    """Ids of the questions whose folder differs from what git has at `since`, new ones too.

    Where a library of one's own lies over the shipped one, only its questions are looked at.
    Raises: HiretoolError where there is no git, no repository or no such commit.
    """
    own = library.roots[-1]
    folders = library.question_folders()
    return [name for name, folder in folders.items() if folder.is_relative_to(own) and _differs(folder, since)]


def _differs(folder: Path, since: str) -> bool:
    tracked = _git(folder, "diff", "--name-only", "--end-of-options", since, "--", ".")
    return bool(tracked or _git(folder, "ls-files", "--others", "--exclude-standard", "--", "."))


def _git(folder: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        raise HiretoolError("--changed asks git what has changed, and git is not installed.")
    run = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, text=True, check=False)
    if run.returncode:
        reason = run.stderr.strip().splitlines()
        raise HiretoolError(f"{folder}: git says: {reason[0] if reason else f'exit code {run.returncode}'}")
    return run.stdout.strip()


@dataclass(frozen=True, slots=True)
class Counts:
    """Questions of a bank: in all, by format, by role and level."""

    total: int
    by_format: Mapping[str, Mapping[str, int]]
    """Format -> level -> questions; "all" is one of the levels."""
    by_role: Mapping[str, Mapping[str, int]]
    """Role -> level -> questions that serve it there; "all" is one of the levels."""

    def as_dict(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {"total": self.total, "by_format": self.by_format, "by_role": self.by_role}


def counts(bank: Sequence[Entry]) -> Counts:
    """How many questions there are; one that serves two roles counts in both."""

    def at_levels(found: Sequence[Entry]) -> dict[str, int]:
        levels: dict[str, int] = {
            level: sum(serves(entry.question.levels, level) for entry in found) for level in ANCHOR_LEVELS
        }
        return {"all": len(found), **levels}

    formats = sorted({entry.question.format for entry in bank})
    roles = sorted({role for entry in bank for role in entry.question.roles})
    return Counts(
        total=len(bank),
        by_format={name: at_levels([entry for entry in bank if entry.question.format == name]) for name in formats},
        by_role={name: at_levels([entry for entry in bank if name in entry.question.roles]) for name in roles},
    )
