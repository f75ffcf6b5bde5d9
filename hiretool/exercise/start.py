"""Question + seed -> the folder that a candidate receives, and nothing secret."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import DataError
from hiretool.exercise import libraries, patch
from hiretool.exercise.sandbox import Sandbox
from hiretool.questions import FAULT, Entry, filled

PROMPT = "PROMPT.md"
TEMPLATE = ".j2"
"""Ending of a candidate's file in which the variant's numbers are filled in; it is handed out without it."""

LEFT_BEHIND = {"__pycache__", ".DS_Store", ".git", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".ipynb_checkpoints"}


def start(entry: Entry, folder: Path, *, seed: int, candidate: str = "", guarded: bool = True) -> list[Path]:
    """Write the prompt, the candidate's files and the data of one variant into a new or empty folder; return the files.

    seed: the first fair draw from it on is taken, as in `Entry.params`.
    candidate: for whom; the mark of the copy at the foot of the prompt is theirs alone.
    guarded: make the data in a process of its own, within limits; without, many exports take less time.
    Raises: HiretoolError if the folder holds something, or the question cannot be handed out; nothing is left then.
    """
    with files.new_folder(folder) as scratch:
        _fill(entry, scratch, seed, guarded=guarded)
        foot = f"\n---\n\nCopy {mark(entry, seed, candidate)}, made for one interview. Please keep it to yourself.\n"
        with (scratch / PROMPT).open("a", encoding="utf-8", newline="\n") as prompt:
            prompt.write(foot)
        _no_canary(entry, scratch)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def mark(entry: Entry, seed: int, candidate: str) -> str:
    """What tells one handed-out copy from every other: a page on which it turns up has it from there.

    Nobody can work out the candidate from it who does not know the seed.
    """
    digest = hashlib.sha256(f"{entry.question.uuid}|{seed}|{candidate}".encode()).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}-{digest[8:12]}"


def own_files(folder: Path) -> list[Path]:
    """The files below a folder, if there is one, without what tools leave there. Raises: DataError at a link."""
    if not folder.is_dir():
        return []
    found = [path for path in sorted(folder.rglob("*")) if not LEFT_BEHIND & set(path.relative_to(folder).parts)]
    for path in found:
        # A link could lead to what is secret.
        if path.is_symlink():
            raise DataError(path, "", "is a link; expected a file or folder of its own")
    return [path for path in found if path.is_file()]


def matching(patterns: Iterable[str], names: Iterable[str]) -> set[str]:
    """Names (paths with slashes) that some pattern matches; `*` stays within a folder, `**` does not.

    >>> sorted(matching(["a/**", "*.md"], ["a/b/c.py", "x.md", "b/y.md"]))
    ['a/b/c.py', 'x.md']
    """
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    found = [
        re.compile("".join(words.get(part) or re.escape(part) for part in re.split(r"(\*\*/|\*\*|\*|\?)", pattern)))
        for pattern in patterns
    ]
    return {name for name in names if any(pattern.fullmatch(name) for pattern in found)}


def _fill(entry: Entry, folder: Path, seed: int, *, guarded: bool) -> None:
    if (entry.folder / "candidate").is_symlink():
        raise DataError(entry.folder / "candidate", "", "is a link; expected a file or folder of its own")
    for path in own_files(entry.folder / "candidate"):
        name = path.relative_to(entry.folder).as_posix()
        if matching(entry.question.files.secret, [name]):
            raise DataError(entry.folder / "question.yaml", "files.secret", f"{name} would go to the candidate")
        if path.name == PROMPT:
            raise DataError(path, "", "would be overwritten by the prompt; expected another name")
    params = _params(entry, folder, seed) if guarded else _params_here(entry, folder, seed)
    lay_out_project(entry, folder, params)
    (folder / PROMPT).write_bytes(entry.prompt(params).encode())


def faults(entry: Entry) -> dict[str, Path]:
    """The patches of verify/faults/<name>/fault.patch by name: each spoils the sound project of candidate/ in one way.

    Empty where the fault is in candidate/ itself, the same in every variant.
    """
    return {path.parent.name: path for path in sorted((entry.folder / "verify" / "faults").glob("*/fault.patch"))}


def lay_out_project(entry: Entry, folder: Path, params: Mapping[str, Any]) -> None:
    """The candidate's files of one variant, with the fault that it has. Raises: DataError."""
    lay_out(entry.folder / "candidate", folder, params)
    if known := faults(entry):
        name = params.get(FAULT)
        if name not in known:
            where = entry.folder / "verify" / "variants.py"
            raise DataError(where, "", f"{FAULT!r}: expected one of {', '.join(known)}, got {name!r}")
        patch.applied(folder, files.text(known[name]), name=known[name])


def lay_out(source: Path, folder: Path, params: Mapping[str, Any]) -> None:
    """Copy the files of a question's folder into `folder`; templates among them are filled in. Raises: DataError."""
    for path in own_files(source):
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == TEMPLATE:
            target.with_suffix("").write_bytes(filled(path, params).encode())
        else:
            shutil.copy(path, target)


def _no_canary(entry: Entry, folder: Path) -> None:
    """The last look before something is handed out; how a secret came there does not matter."""
    for path in own_files(folder):
        if entry.canary.encode() in path.read_bytes():
            name = path.relative_to(folder).as_posix()
            raise DataError(entry.folder, "", f"{name} of the export holds the canary of a secret file; not handed out")


def _params(entry: Entry, folder: Path, seed: int) -> dict[str, Any]:
    """The parameters of the variant, whose data are written into the folder."""
    verify = entry.folder / "verify"
    if not (verify / "variants.py").exists():
        return {}
    run = Sandbox(verify, entry.question.needs).run("data", "data", project=str(folder), seed=seed)
    found: dict[str, Any] = run.rows[0] if run.rows else {"error": run.stopped}
    params = found.get("params")
    if not isinstance(params, dict):
        reason = found.get("error") or "generate gives no dict"
        lacking = libraries.missing(entry.question.libraries)
        raise DataError(verify / "variants.py", "", f"{reason}{f'; {lacking}' if lacking else ''}")
    return params


def _params_here(entry: Entry, folder: Path, seed: int) -> dict[str, Any]:
    module = entry.variants
    if module is None:
        return {}
    fair = next((drawn for drawn in range(seed, seed + 1000) if module.generate(drawn) is not None), seed)
    if hasattr(module, "write"):
        module.write(folder, fair)
    return entry.params(fair)
