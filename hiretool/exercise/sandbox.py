"""A question's code in a process of its own, within its limits: what came back, and what it took.

This guards against accidents (endless loops, full memory, stray files, what the shell happens to hold), for code that the
library's authors wrote. It is no wall against strangers: the process may still read files and open sockets.
"""

from __future__ import annotations

import contextlib
import json
import os
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
    ended: str = ""
    """Why not all steps were made, as the end of a sentence; empty if all were."""


@dataclass
class Sandbox:
    """Runs what one question brings, and remembers the most that any step took."""

    verify: Path
    needs: Needs
    seconds: dict[str, float] = field(default_factory=dict)
    """Slowest step by run."""
    mb: dict[str, float] = field(default_factory=dict)
    """Most memory by run, where the system tells."""

    def run(self, name: str, do: str, steps: int = 1, **task: Any) -> Run:
        """One of runner.py's tasks. name: what it is called in messages; steps: how many it has at the most."""
        step_s = self.needs.max_seconds
        given = {"do": do, "verify": str(self.verify), "import_s": IMPORT_S, "step_s": step_s, **task}
        with _scratch({**given, **self._limits(IMPORT_S + steps * step_s)}) as scratch:
            code = _ended([str(_RUNNER), str(scratch)], scratch, scratch, IMPORT_S + steps * step_s + 10)
            rows = _rows(scratch / "results")
            overdue = (scratch / "overdue").exists() and (scratch / "overdue").stat().st_size > 0
        done = bool(rows) and rows[-1] == {"done": True}
        stopped = next((row["unloadable"] for row in rows if "unloadable" in row), "")
        found = tuple(row for row in rows if not {"done", "unloadable"} & row.keys())
        self._remember(name, found)
        if done:
            return Run(found, stopped)
        where = "loading the files" if not found else f"the step after {found[-1].get('seed', 'the first')}"
        late = f"took more than {step_s if found or steps == 1 else IMPORT_S} s"
        return Run(found, f"{where} {late}" if overdue or code is None else f"ended early ({_exit(code)})")

    def command(self, arguments: Sequence[str], project: Path, *, at_most_s: float = IMPORT_S) -> str:
        """Run `python ARGUMENTS` in `project`, as the candidate would. Returns why it failed, or nothing."""
        with _scratch(self._limits(at_most_s)) as scratch:
            python = [sys.executable, "-B", *arguments]
            code = _ended([str(_RUNNER), str(scratch), *python], scratch, project, at_most_s)
            said = (scratch / "said").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if code is None:
            return f"took more than {at_most_s:g} s"
        return f"{_exit(code)}: {said[-1][:300] if said else 'nothing was printed'}" if code else ""

    def _limits(self, seconds: float) -> dict[str, int]:
        return {"limit_mb": self.needs.max_mb + SPARE_MB, "limit_s": int(seconds) + 10}

    def _remember(self, name: str, rows: Sequence[Row]) -> None:
        if seconds := [row["seconds"] for row in rows if isinstance(row.get("seconds"), float)]:
            self.seconds[name] = max(seconds)
        if mb := [row["peak_mb"] for row in rows if isinstance(row.get("peak_mb"), float)]:
            self.mb[name] = max(mb)


@contextlib.contextmanager
def _scratch(task: Mapping[str, Any]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        (folder / "tmp").mkdir()
        # A Python literal, for JSON would turn the whole numbers that are keys into texts.
        (folder / "task").write_text(repr(dict(task)), encoding="utf-8")
        yield folder


def _ended(arguments: Sequence[str], scratch: Path, cwd: Path, at_most_s: float) -> int | None:
    """Exit code of Python run with `arguments`; None if it was stopped after `at_most_s`. Leaves nothing running."""
    with (scratch / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-P", "-B", *arguments],
            cwd=cwd,
            env=_environment(scratch / "tmp"),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            return process.wait(at_most_s)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)


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
    return {**kept, **own, **places, **threads, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


def _rows(path: Path) -> list[Row]:
    """The rows that were written whole; the last may have been cut off."""
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            text = lines.read(AT_MOST_BYTES)
    except FileNotFoundError:
        return []
    return [json.loads(line, object_hook=_fraction) for line in text.split("\n")[:-1]]


def _fraction(found: Row) -> Row | Fraction:
    return Fraction(*found["fraction"]) if found.keys() == {"fraction"} else found


def _exit(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"ended by signal {-code}"
