"""A question's code in a process of its own, within its limits: what came back, and what it took.

This guards against accidents (endless loops, full memory, stray files, what the shell happens to hold), for code that
the library's authors wrote. It is no wall against strangers: the process may still read files and open sockets.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import signal
import site
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from hiretool.questions import Needs

IMPORT_S = 60
"""Seconds that loading the files may take; a cold disk and scikit-learn can need ten."""
PATIENCE = 4
"""`max_seconds` counts processor time; on a busy machine the clock may run so many times as fast."""
SPARE_MB = 3000
"""Address space beyond `max_mb`, which counts memory in use: libraries reserve far more than they touch."""
AT_MOST_BYTES = 50_000_000

_RUNNER = Path(__file__).with_name("runner.py")
_KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process gave."""

    rows: tuple[Row, ...]
    """One for each step that ended: what it found, or `error`."""
    unloadable: str = ""
    """What was raised before the first step; empty if nothing was."""
    ended: str = ""
    """Why the process did not come to its end: too slow, killed. Empty if it did."""

    @property
    def stopped(self) -> str:
        """Why not every step was made; empty if all were."""
        return self.ended or self.unloadable


@dataclass
class Sandbox:
    """Runs what one question brings, and remembers the most that any step took."""

    verify: Path
    needs: Needs
    python: str = sys.executable
    seconds: dict[str, float] = field(default_factory=dict)
    """Processor seconds of the slowest step by run."""
    mb: dict[str, float] = field(default_factory=dict)
    """Most memory by run, where the system tells."""
    _running: set[subprocess.Popen[bytes]] = field(default_factory=set)

    def run(self, name: str, do: str, *, hash_seed: int = 0, patience: float = PATIENCE, **task: Any) -> Run:
        """One of runner.py's tasks, with what it needs; `name` is what its figures are kept under.

        patience: how many times `max_seconds` a step may take by the clock.
        """
        step_s, steps = patience * self.needs.max_seconds, task.get("seeds", task.get("asked", ()))
        most_s = IMPORT_S + max(len(steps), 1) * step_s
        given = {"do": do, "verify": str(self.verify.resolve()), "import_s": IMPORT_S, "step_s": step_s, **task}
        with _scratch({**given, **self._limits(most_s)}) as scratch:
            cwd = Path(task.get("project", scratch))
            code = self._exit_code([str(_RUNNER), str(scratch)], scratch, cwd, most_s + 10, hash_seed)
            found, marks = _rows(scratch / "results")
            overdue = code is None or bool((scratch / "overdue").read_bytes())
        if name:
            self._remember(name, found)
        if "done" in marks:
            return Run(found, unloadable=marks.get("unloadable", ""))
        reason = "took more than {} s" if overdue else f"ended early ({_described(code or 0)})"
        if "loaded" not in marks:
            return Run(found, ended="loading the files " + reason.format(IMPORT_S))
        where = f"{_step(steps[len(found)])} " if len(found) < len(steps) else ""
        return Run(found, ended=where + reason.format(step_s))

    def checks(
        self, projects: Mapping[str, Path], asked: Sequence[tuple[str, int]], *, data_seed: int | None = None
    ) -> dict[str, Run]:
        """verify/check.py on versions of the candidate's files, by name.

        asked: name and seed of each step; the first version named should be right, for it is tried in the process of
        which the others are copies. data_seed: whose data lie beside the files; None for none.
        """
        folders = {name: str(path) for name, path in projects.items()}
        cwd = str(projects[asked[0][0]])
        run = self.run("", "checks", project=cwd, projects=folders, asked=list(asked), data_seed=data_seed)
        return {name: self._of_version(name, run, asked) for name in dict.fromkeys(name for name, _ in asked)}

    def _of_version(self, name: str, whole: Run, asked: Sequence[tuple[str, int]]) -> Run:
        mine = [row for row in whole.rows if row.get("version") == name]
        rows = tuple(row for row in mine if not row.keys() & {"ended", "unloadable"})
        self._remember(name, rows)
        wanted = sum(version == name for version, _ in asked)
        if len(mine) < wanted and whole.stopped:
            return Run(rows, whole.unloadable, whole.ended)
        unloadable = next((row["unloadable"] for row in mine if "unloadable" in row), "")
        code = next((row["ended"] for row in mine if "ended" in row), None)
        if code is None:
            return Run(rows, unloadable)
        # Exit code 1 and nothing told is how the watch ends a step.
        step_s = PATIENCE * self.needs.max_seconds
        reason = f"took more than {step_s} s" if code == 1 else f"ended early ({_described(code)})"
        return Run(rows, ended=f"seed {mine[-1]['seed']} {reason}")

    def command(self, arguments: str, project: Path, *, at_most_s: float = IMPORT_S) -> str:
        """Run `python ARGUMENTS` in `project`, as the candidate would. Returns why it failed, or nothing."""
        try:
            words = shlex.split(arguments)
        except ValueError as error:
            return str(error)
        with _scratch(self._limits(at_most_s)) as scratch:
            python = [self.python, "-B", *words]
            code = self._exit_code([str(_RUNNER), str(scratch), *python], scratch, project, at_most_s)
            said = (scratch / "said").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if code is None:
            return f"took more than {at_most_s:g} s"
        return f"{_described(code)}: {said[-1][:300] if said else 'nothing was printed'}" if code else ""

    def stop(self) -> None:
        """End what other threads are running."""
        for process in tuple(self._running):
            _end(process)

    def _exit_code(
        self, arguments: Sequence[str], scratch: Path, cwd: Path, at_most_s: float, hash_seed: int = 0
    ) -> int | None:
        """Exit code of Python run with `arguments`, None if it took more than `at_most_s`. Leaves nothing running."""
        with (scratch / "said").open("wb") as said:
            process = subprocess.Popen(
                [self.python, "-P", "-B", *arguments],
                cwd=cwd,
                env={**_environment(scratch / "tmp"), "PYTHONHASHSEED": str(hash_seed)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._running.add(process)
        try:
            return process.wait(at_most_s)
        except subprocess.TimeoutExpired:
            return None
        finally:
            self._running.discard(process)
            _end(process)

    def _limits(self, seconds: float) -> dict[str, int]:
        return {"limit_mb": self.needs.max_mb + SPARE_MB, "limit_s": int(seconds) + 10}

    def _remember(self, name: str, rows: Sequence[Row]) -> None:
        if seconds := [row["seconds"] for row in rows if isinstance(row.get("seconds"), float)]:
            self.seconds[name] = max(seconds)
        if mb := [row["peak_mb"] for row in rows if isinstance(row.get("peak_mb"), float)]:
            self.mb[name] = max(mb)


def _step(named: object) -> str:
    return f"{named[0]} on seed {named[1]}" if isinstance(named, tuple) else f"seed {named}"


@contextlib.contextmanager
def _scratch(task: Mapping[str, Any]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        (folder / "tmp").mkdir()
        (folder / "overdue").touch()
        # A Python literal, for JSON would turn the whole numbers that are keys into texts.
        (folder / "task").write_text(repr(dict(task)), encoding="utf-8")
        yield folder


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started, also after it ended itself."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(temporary: Path) -> dict[str, str]:
    """What Python needs and nothing else: no tokens, no settings of the person who runs this."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    own = {"PYTHONUSERBASE": site.getuserbase()} if site.ENABLE_USER_SITE else {"PYTHONNOUSERSITE": "1"}
    places = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(temporary))
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**kept, **own, **places, **threads, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


def _rows(path: Path) -> tuple[tuple[Row, ...], Row]:
    """What each step found, and the marks between them; what was cut off is left out."""
    found, marks = list[Row](), Row()
    # No file, or half a line, where the process was stopped.
    with contextlib.suppress(OSError, ValueError), path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines.read(AT_MOST_BYTES).split("\n")[:-1]:
            row: Row = json.loads(line, object_hook=_fraction)
            if row.keys() & {"loaded", "unloadable", "done"}:
                marks |= row
            else:
                found.append(row)
    return tuple(found), marks


def _fraction(found: Row) -> Row | Fraction:
    return Fraction(*found["fraction"]) if found.keys() == {"fraction"} else found


def _described(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"ended by signal {-code}"
