"""Claims about code that runs: what fails, fails on every seed; what is right, passes on every seed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from hiretool import files
from hiretool.errors import HiretoolError
from hiretool.exercise import diff, patch
from hiretool.exercise.grade import ENDS, modules
from hiretool.exercise.report import Claim, claim, skipped
from hiretool.exercise.sandbox import IMPORT_S, PATIENCE, Row, Run, Sandbox
from hiretool.exercise.start import TEMPLATE, faults, lay_out, own_files
from hiretool.questions import Entry

AT_ONCE = 8
"""Processes side by side; each may hold as much memory as the question needs."""
MOST_CHANGED = 15
"""Lines that fix.patch may change; a longer repair asks for more than an interview's minutes."""


@dataclass(frozen=True, slots=True)
class Version:
    """The candidate's files as given, or changed in one way."""

    name: str
    right: bool
    """Must pass on every seed; else it must fail on every seed."""
    change: Path | None = None
    """A patch, or a folder whose files are laid over the candidate's."""
    fault: str = ""
    """Which of the question's faults is put in first, where it has several."""
    may_not_load: bool = False
    """An empty starter may lack what check.py imports; that is a way to fail."""

    @property
    def claim(self) -> str:
        return f"{self.name} {'passes' if self.right else 'fails'} on every seed"


def of(entry: Entry) -> list[Version]:
    """Every version of the candidate's files that the question brings."""
    verify = entry.folder / "verify"
    if named := faults(entry):
        sound = Version("the project without a fault", right=True)
        return [sound, *(version for name in named for version in _of_fault(verify, name))]
    found = [Version("the code as given", right=False, may_not_load=entry.question.format != "pair-debugging")]
    if (verify / "fix.patch").exists():
        found.append(Version("fix.patch", right=True, change=verify / "fix.patch"))
    for kind, right in (("other_fixes", True), ("wrong_fixes", False)):
        patches = sorted((verify / kind).glob("*.patch"))
        found += [Version(f"{kind}/{path.name}", right=right, change=path) for path in patches]
    for kind, right in (("right", True), ("wrong", False)):
        folders = sorted(path for path in (verify / kind).glob("*") if path.is_dir() and path.name != "__pycache__")
        found += [Version(f"{kind}/{path.name}", right=right, change=path) for path in folders]
    return found


def _of_fault(verify: Path, name: str) -> Iterator[Version]:
    folder = f"faults/{name}"
    yield Version(f"{folder} as given", right=False, fault=name)
    for kind, right in (("other_fixes", True), ("wrong_fixes", False)):
        for path in sorted((verify / folder / kind).glob("*.patch")):
            yield Version(f"{folder}/{kind}/{path.name}", right=right, change=path, fault=name)


def claims(
    entry: Entry,
    sandbox: Sandbox,
    seeds: Mapping[str, list[int]],
    on_progress: Callable[[str], None],
    *,
    wrong_seeds: int | None = None,
    at_once: int | None = None,
) -> Iterator[Claim]:
    """One claim for each version, and what must hold of the versions together.

    seeds: by fault; under "" those of a question whose fault is always the same, and of a project without any.
    wrong_seeds: on how many of them what is tempting and wrong is tried; on all if None.
    """
    found = of(entry)
    tempting = [version.name for version in found if version.change and not version.right]
    mine = {version.name: seeds[version.fault] for version in found}
    mine |= {name: mine[name][:wrong_seeds] for name in tempting}
    yield _enough(entry, found)
    verify = entry.folder / "verify"
    for repair in (*verify.glob("fix.patch"), *sorted(verify.glob("faults/*/fault.patch"))):
        yield _short(repair, repair.relative_to(verify).as_posix())
    on_progress(f"{len(found)} versions")
    tried = list(_tried(entry, found, sandbox, mine, at_once or min(os.cpu_count() or 1, AT_ONCE)))
    yield from tried
    # Where a verdict is wrong already, another one says nothing more.
    if all(one.held for one in tried):
        on_progress("two processes")
        chosen = _enough_to_grade(found, styles=1 if wrong_seeds else 2)
        yield _graded(entry, chosen, sandbox, seeds[chosen[-1].fault][0])


def _enough(entry: Entry, found: Sequence[Version]) -> Claim:
    """A second right repair, for else the check may test a style; wrong ones, for else it may test nothing."""
    right, wrong = (2, 2) if entry.question.format == "pair-debugging" else (1, 1)
    named = list(dict.fromkeys(version.fault for version in found if version.fault))
    lacking = [f"{len(named)} fault; one that is always the same belongs into candidate/"] if len(named) == 1 else []
    for name in named or [""]:
        have = Counter(version.right for version in found if version.change and version.fault == name)
        # The project without the fault is a right answer too.
        have[True] += bool(name)
        told = f" of the fault {name}" if name else ""
        lacking += [f"{have[True]} right ones{told}; expected at least {right}"] if have[True] < right else []
        lacking += [f"{have[False]} wrong ones{told}; expected at least {wrong}"] if have[False] < wrong else []
    all_of_them = Counter(version.right for version in found if version.change)
    figures = f"{all_of_them[True]} right, {all_of_them[False]} wrong" + (f", {len(named)} faults" if named else "")
    return claim("there are enough right and wrong answers", lacking, figures)


def _short(repair: Path, called: str) -> Claim:
    name = f"{called} changes at most {MOST_CHANGED} lines"
    try:
        changed = len(diff.changed_lines(diff.read(files.text(repair), repair)))
    except HiretoolError as error:
        return claim(name, [str(error)])
    return claim(name, [f"it changes {changed}"] if changed > MOST_CHANGED else [], f"{changed} lines")


def _tried(
    entry: Entry, found: Sequence[Version], sandbox: Sandbox, seeds: Mapping[str, list[int]], at_once: int
) -> Iterator[Claim]:
    """What each version does on its seeds; they are laid out side by side and tried seed by seed."""
    with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as scratch:
        projects, broken = dict[str, Path](), dict[str, Claim]()
        for number, version in enumerate(found):
            project = Path(scratch).resolve() / str(number)
            try:
                _lay_out(entry, project, version, seeds[version.name][0])
                projects[version.name] = project
            except HiretoolError as error:
                broken[version.name] = claim(version.claim, [str(error).replace(str(project), "candidate")])
        runs = _runs(entry, [one for one in found if one.name in projects], projects, sandbox, seeds, at_once)
    for version in found:
        yield broken.get(version.name) or judged(version, runs[version.name], len(seeds[version.name]))


def _runs(
    entry: Entry,
    found: Sequence[Version],
    projects: Mapping[str, Path],
    sandbox: Sandbox,
    seeds: Mapping[str, list[int]],
    at_once: int,
) -> dict[str, Run]:
    """Seeds are dealt out to as many processes as run side by side."""
    # What is right goes first on each seed: check.py then keeps what it needs, and nothing ends early.
    order = sorted(found, key=lambda version: not version.right)
    if _has_data(entry):
        # Each process writes the data beside the files first; two would write to the same ones.
        at_once = 1
    every = dict.fromkeys(seed for version in order for seed in seeds[version.name])
    asked = [
        [(version.name, seed) for seed in part for version in order if seed in seeds[version.name]]
        for part in (list(every)[at::at_once] for at in range(at_once))
    ]
    if not order:
        return {}
    data_seed = seeds[order[0].name][0] if _has_data(entry) else None
    with ThreadPoolExecutor(at_once) as pool:
        try:
            trying = [pool.submit(sandbox.checks, projects, part, data_seed=data_seed) for part in asked if part]
            parts = [waiting.result() for waiting in trying]
        finally:
            # Only after an interrupt is there anything left; the pool would wait for it.
            pool.shutdown(wait=False, cancel_futures=True)
            sandbox.stop()
    return {version.name: _joined([part[version.name] for part in parts if version.name in part]) for version in order}


def _joined(parts: Sequence[Run]) -> Run:
    rows = sorted((row for part in parts for row in part.rows), key=lambda row: row["seed"])
    return Run(
        tuple(rows),
        next((part.unloadable for part in parts if part.unloadable), ""),
        next((part.ended for part in parts if part.ended), ""),
    )


def _enough_to_grade(found: Sequence[Version], *, styles: int) -> list[Version]:
    """One or two of what is right, and the code as given: values that cross between processes take time.

    Of several faults the first stands for all: they differ in the code, not in how it is reached.
    """
    first = next((version.fault for version in found if version.fault), "")
    found = [version for version in found if version.fault in ("", first)]
    right = [version for version in found if version.right]
    given = next(version for version in found if not version.right)
    return [version for version in found if version in (given, right[0], right[-1 if styles > 1 else 0])]


def _graded(entry: Entry, found: Sequence[Version], sandbox: Sandbox, seed: int) -> Claim:
    """The verdicts are the same where check.py reaches the candidate's files through another process only.

    That is how `question grade` runs a stranger's code.
    """
    name = "graded across two processes, each version has the same verdict"
    if sys.platform == "win32":
        return skipped(name, "needs a system with file descriptors that are passed on")
    with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as scratch:
        root = Path(scratch).resolve()
        projects = [root / str(number) for number in range(len(found))]
        try:
            for version, project in zip(found, projects, strict=True):
                _lay_out(entry, project, version, seed)
                if _has_data(entry):
                    sandbox.run("data", "data", project=str(project), seed=seed)
        except HiretoolError:
            # That a version cannot be made is told of it.
            return skipped(name, "not every version can be made")
        run = sandbox.run(
            "two processes",
            "remote",
            projects=[str(project) for project in projects],
            seeds=[seed],
            modules=modules(entry),
            # Each value crosses between the processes, which a busy machine does slowly.
            patience=4 * PATIENCE,
            answer_s=float(IMPORT_S),
            ends=str(ENDS),
            jail=None,
        )
    rows = {row["version"]: row for row in run.rows if "seed" in row}
    faults = [run.stopped] if run.stopped else []
    for number, version in enumerate(found):
        failed = _failed(rows.get(number, {"error": "gave nothing"}))
        if bool(failed) == version.right:
            faults.append(f"{version.name} {'fails' if failed else 'passes'}: {', '.join(failed) or 'all hold'}")
    return claim(name, faults, f"{len(found)} versions, 1 seed")


def _has_data(entry: Entry) -> bool:
    """Repairs are tried on what check.py makes; an answer may look at the data that came with the question."""
    return entry.question.format != "pair-debugging" and (entry.folder / "verify" / "variants.py").exists()


def _lay_out(entry: Entry, project: Path, version: Version, seed: int) -> None:
    """Copy the candidate's files to `project`, changed. Raises: HiretoolError if the change does not apply."""
    change = version.change
    project.mkdir(parents=True)
    templates = any(path.suffix == TEMPLATE for path in own_files(entry.folder / "candidate"))
    params = entry.params(seed) if templates else {}
    lay_out(entry.folder / "candidate", project, params)
    if version.fault:
        made = faults(entry)[version.fault]
        patch.applied(project, files.text(made), name=made)
    if change and change.is_dir():
        lay_out(change, project, params)
    if change and change.is_file():
        patch.applied(project, files.text(change), name=change)


def judged(version: Version, run: Run, seeds: int) -> Claim:
    """Whether the version did as it must. A seed on which something was raised is a seed on which it fails."""
    if run.unloadable:
        faults = [] if version.may_not_load else [f"it cannot be loaded: {run.unloadable}"]
        return claim(version.claim, faults, f"it cannot be loaded: {run.unloadable}")
    if faults := _unusable(run, seeds):
        return claim(version.claim, faults)
    failed = {row["seed"]: names for row in run.rows if (names := _failed(row))}
    counts = Counter(name for names in failed.values() for name in names)
    why = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    if version.right:
        faults = [f"it fails on {len(failed)} of {seeds} (first: seed {min(failed)}): {why}"] if failed else []
        return claim(version.claim, faults, f"{seeds} seeds")
    passed = [row["seed"] for row in run.rows if row["seed"] not in failed]
    faults = [f"it passes on {len(passed)} of {seeds} (first: seed {passed[0]})"] if passed else []
    return claim(version.claim, faults, f"{seeds} seeds: {why}")


def _failed(row: Row) -> list[str]:
    """Names of the invariants that did not hold, or what was raised."""
    return [row["error"]] if "error" in row else [name for name, held in row["held"].items() if held is not True]


def _unusable(run: Run, seeds: int) -> list[str]:
    """What keeps the rows from saying anything."""
    if run.ended or len(run.rows) != seeds:
        return [run.ended or f"{len(run.rows)} results came back for {seeds} seeds"]
    held = [row["held"] for row in run.rows if "held" in row]
    faults = [
        f"run gives {found!r}; expected a name and True or False for each invariant"
        for found in held
        if not _claims(found)
    ]
    return faults[:1]


def _claims(found: object) -> bool:
    return isinstance(found, dict) and bool(found) and all(isinstance(held, bool) for held in found.values())
