"""What a candidate sent -> which invariants hold: their code behind a wall, the checks on this side of it."""

from __future__ import annotations

import difflib
import random
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.exercise import draws, jail, libraries, submissions
from hiretool.exercise.sandbox import SPARE_MB, Row, Run, Sandbox
from hiretool.exercise.start import PROMPT, faults, lay_out_project, own_files
from hiretool.questions import FAULT, Entry

ENDS = Path(__file__).with_name("remote")
SEEDS = 5
WALL_S = 600
"""The most that all seeds together may take."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What was found. It says whether the code does what it has to, and nothing of how a person got there."""

    question: str
    version: int
    backend: str
    """What the code was run behind."""
    seeds: tuple[int, ...]
    held: dict[str, int]
    """Invariant -> seeds on which it held."""
    errors: dict[int, str]
    """Seed -> what the code raised; nothing was compared there."""
    changed: tuple[str, ...]
    """Files that differ from those handed out, or are new."""
    seconds: float
    mb: float
    ended: str
    log: str
    """What the code wrote, made harmless."""

    @property
    def passed(self) -> bool:
        """Every invariant held on every seed."""
        return bool(self.held) and not self.errors and set(self.held.values()) == {len(self.seeds)}

    def as_dict(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {
            "question": self.question,
            "version": self.version,
            "passed": self.passed,
            "backend": self.backend,
            "seeds": len(self.seeds),
            "invariants": [{"name": name, "held": held} for name, held in self.held.items()],
            "errors": [{"seed": seed, "error": error} for seed, error in self.errors.items()],
            "files": list(self.changed),
            "seconds": round(self.seconds, 3),
            "mb": round(self.mb, 1),
            "ended": self.ended or None,
            "log": self.log,
        }


def grade(
    entry: Entry,
    submission: Path,
    *,
    seeds: int = SEEDS,
    backend: str | None = None,
    wall_s: float = WALL_S,
    drawn_from: int | None = None,
) -> Grade:
    """Run a submission's code in a sandbox on fresh variants, and compare on this side what comes back.

    seeds: on how many variants; they are drawn anew each time, so that none of them can be prepared for.
    backend: which sandbox; the best one here if None. wall_s: the most that all variants together may take.
    drawn_from: fixes the draw, for tests.
    Raises: HiretoolError if the question has no code to grade, no sandbox can be used, or the submission is unreadable.
    """
    verify = entry.folder / "verify"
    if not (verify / "check.py").exists():
        raise HiretoolError(f"{entry.question.id} has no code to grade; its answers are rated by people.")
    if reason := libraries.missing(entry.question.libraries):
        raise HiretoolError(f"{entry.question.id}: {reason}")
    chosen = jail.backend(backend)
    guard = Sandbox(verify, entry.question.needs)
    picked = _picked(entry, guard, seeds, drawn_from)
    with (
        submissions.opened(submission) as sent,
        tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as scratch,
    ):
        project = Path(scratch).resolve() / "project"
        project.mkdir()
        _handed_out(entry, guard, project, picked[0], sent)
        # Prompt, data and filled-in templates differ from one variant to the next, whatever the candidate did.
        drawn = {PROMPT, *_names(project)} - _names(entry.folder / "candidate")
        changed = [name for name in submissions.copied(sent, project) if name not in drawn]
        run = guard.run(
            "grade",
            "remote",
            projects=[str(project)],
            seeds=picked,
            modules=modules(entry),
            # The jail ends at `wall_s`; what waits for it must not end before.
            patience=2 + wall_s / entry.question.needs.max_seconds,
            answer_s=float(wall_s),
            ends=str(ENDS),
            jail={"backend": chosen.name, "limits": _limits(entry, wall_s)},
        )
    if run.ended or run.unloadable:
        raise HiretoolError(f"{entry.question.id}: grading did not come to its end ({run.stopped}).")
    return _found(entry, chosen.name, picked, run, changed)


def modules(entry: Entry) -> list[str]:
    """Names of the exercise's modules, those among them that a right answer adds. What is ours is not theirs."""
    folders = [entry.folder / "candidate", *(entry.folder / "verify" / "right").glob("*")]
    found = {path.name.split(".")[0] for folder in folders for path in (*folder.glob("*.py*"), *folder.glob("*/"))}
    ours = {path.stem for path in (entry.folder / "verify").glob("*.py")} | sys.stdlib_module_names
    return sorted(name for name in found - ours if name.isidentifier())


def question_of(submission: Path, bank: Sequence[Entry]) -> Entry:
    """The question whose prompt a submission still holds. Raises: DataError if that cannot be told."""
    with submissions.opened(submission) as sent:
        try:
            first = files.text(sent / PROMPT, at_most=100_000).lstrip().splitlines()[0].strip()
        except (HiretoolError, IndexError):
            first = ""
    # The title line has no number of the variant in any question of ours; where one has, it does not match.
    found = [entry for entry in bank if first and _title(entry) == first]
    if len(found) != 1:
        raise DataError(submission, "", f"does not say which question it answers (no {PROMPT} of one); pass --question")
    return found[0]


def _title(entry: Entry) -> str:
    try:
        return files.text(entry.folder / "prompt.md").lstrip().splitlines()[0].strip()
    except (HiretoolError, IndexError):
        return ""


def _picked(entry: Entry, guard: Sandbox, count: int, drawn_from: int | None) -> list[int]:
    dice = random.SystemRandom() if drawn_from is None else random.Random(drawn_from)
    if not (entry.folder / "verify" / "variants.py").exists():
        return dice.sample(range(10_000), count)
    fair = list(draws.drawn(entry, guard, 4 * count).fair)
    if not fair:
        raise DataError(entry.folder / "verify" / "variants.py", "", "gives no fair draw")
    return dice.sample(fair, min(count, len(fair)))


def _handed_out(entry: Entry, guard: Sandbox, project: Path, seed: int, sent: Path) -> None:
    """The candidate's files as they were handed out; a submission may hold those alone that were changed."""
    run = guard.run("data", "data", project=str(project), seed=seed) if entry.variants else None
    if run is not None and (not run.rows or "error" in run.rows[0]):
        raise DataError(entry.folder / "verify" / "variants.py", "", run.stopped or str(run.rows[0].get("error")))
    params = run.rows[0]["params"] if run is not None else {}
    if known := faults(entry):
        params = {**params, FAULT: _nearest(entry, params, known, sent)}
    lay_out_project(entry, project, params)


def _nearest(entry: Entry, params: Mapping[str, Any], known: Iterable[str], sent: Path) -> str:
    """The fault of the project from which a submission was made: the one that leaves the fewest lines changed."""

    def changed(fault: str) -> int:
        with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as scratch:
            project = Path(scratch)
            lay_out_project(entry, project, {**params, FAULT: fault})
            return sum(_lines_changed(path, sent / path.relative_to(project), sent) for path in own_files(project))

    return min(known, key=changed)


def _lines_changed(ours: Path, theirs: Path, sent: Path) -> int:
    if not theirs.is_file():
        # Taken from another variant, it could bring a fault that the candidate has never seen.
        name = theirs.relative_to(sent).as_posix()
        raise DataError(sent, "", f"lacks {name}; expected all files that were handed out, changed or not")
    given, got = (path.read_text(encoding="utf-8", errors="replace").splitlines() for path in (ours, theirs))
    lines = difflib.unified_diff(given, got, n=0, lineterm="")
    return sum(line[0] in "+-" for line in lines)


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in own_files(folder)}


def _limits(entry: Entry, wall_s: float) -> dict[str, Any]:
    needs = entry.question.needs
    return {
        "wall_s": float(wall_s),
        "cpu_s": int(wall_s) + 1,
        "memory_mb": needs.max_mb + SPARE_MB // 4,
        "scratch_mb": 128,
    }


def _found(entry: Entry, backend: str, seeds: Sequence[int], run: Run, changed: Sequence[str]) -> Grade:
    rows = [row for row in run.rows if "seed" in row]
    took: Row = next((row for row in run.rows if "log" in row), {})
    held: dict[str, int] = {}
    for row in rows:
        for name, holds in row.get("held", {}).items():
            held[name] = held.get(name, 0) + (holds is True)
    errors = {row["seed"]: str(row["error"]) for row in rows if "error" in row}
    return Grade(
        question=entry.question.id,
        version=entry.question.version,
        backend=backend,
        seeds=tuple(seeds),
        held=held,
        errors=errors,
        changed=tuple(changed),
        seconds=float(took.get("seconds", 0.0)),
        mb=float(took.get("mb", 0.0)),
        ended=str(took.get("ended", "")).replace("stopped", ""),
        log=str(took.get("log", "")),
    )
