"""Run in a process of its own: one task of a question -> a line of JSON for each step.

    python runner.py SCRATCH        task in SCRATCH/task, results in SCRATCH/results
    python runner.py SCRATCH COMMAND...

It uses the standard library alone and imports nothing of hiretool: what it loads may do anything to this process.
"""

from __future__ import annotations

import ast
import contextlib
import faulthandler
import importlib.util
import json
import os
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

Task = dict[str, Any]
Row = dict[str, Any]
Step = tuple[Row, Callable[[], Row]]
"""What names the step (its seed), and the work."""


def limit(task: Task) -> None:
    """Bound memory, processor time and file size, where the system can. The kernel then ends what goes beyond."""
    try:
        import resource
    except ImportError:
        return
    wanted = (("RLIMIT_AS", task["limit_mb"] << 20), ("RLIMIT_CPU", task["limit_s"]), ("RLIMIT_FSIZE", 200 << 20))
    for name, most in wanted:
        # Some systems refuse one of them (macOS: the address space); the others still hold.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def peak_mb() -> float | None:
    """Most memory held so far. None where the system does not tell."""
    # getrusage counts what the parent held when it started this process; VmHWM does not.
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return round(int(line.split()[1]) / 1024, 1)
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


def plain(value: Any) -> Any:
    """As JSON can carry it: a Fraction as {"fraction": [3, 4]}, an array's number as a number."""
    if isinstance(value, Fraction):
        return {"fraction": [value.numerator, value.denominator]}
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError(f"a key of {value!r} is not text")
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        value = value.item()
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"expected numbers and texts, got a {type(value).__name__}")


def loaded(path: Path) -> Any:
    """A file as a module that stands alone, as hiretool loads it; nothing beside it can be imported."""
    # A name of its own: a module called `numbers` would stand in for Python's.
    name = f"verify_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path.name} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def checks(task: Task) -> Iterator[Step]:
    """verify/check.py on several versions of the candidate's files, one step a seed and version.

    The first version is tried in this process and each other one in a copy of it, which finds libraries loaded and
    everything worked out that check.py keeps for a seed. Where a process cannot be copied, all are tried in this one.
    """
    projects, wanted = task["projects"], task["asked"]
    sys.path[:0] = [projects[wanted[0][0]], task["verify"]]
    if task["data_seed"] is not None and (write := getattr(importlib.import_module("variants"), "write", None)):
        for project in projects.values():
            write(Path(project), task["data_seed"])
    check = importlib.import_module("check")
    first, stopped = _Version(check, projects[wanted[0][0]]), set[str]()
    apart = _copied if sys.platform == "linux" else _here

    def tried(version: str, seed: int) -> Row:
        if version == wanted[0][0]:
            found = first.held(seed)
        else:
            found = apart(task, _Version(check, projects[version], instead_of=first.project), seed)
        if found.keys() & {"ended", "unloadable"}:
            stopped.add(version)
        return found

    for version, seed in wanted:
        if version not in stopped:
            yield {"version": version, "seed": seed}, partial(tried, version, seed)


class _Version:
    """One version of the candidate's files, loaded when it is first tried."""

    def __init__(self, check: Any, project: str, *, instead_of: str = "") -> None:
        self.project = project
        self._check, self._instead_of = check, instead_of
        self._modules: Any = None

    def held(self, seed: int, on_loaded: Callable[[], None] = lambda: None) -> Row:
        """What holds on a seed, or why the files cannot be loaded."""
        if self._modules is None:
            try:
                self._load()
            except (Exception, SystemExit) as problem:  # noqa: BLE001 - an author's file can raise anything
                return {"unloadable": error_of(problem)}
        on_loaded()
        started = time.process_time()
        return {"held": self._check.run(self._modules, seed), "seconds": time.process_time() - started}

    def _load(self) -> None:
        if self._instead_of:
            for name, module in tuple(sys.modules.items()):
                if str(getattr(module, "__file__", None) or "").startswith(self._instead_of + os.sep):
                    del sys.modules[name]
            sys.path[sys.path.index(self._instead_of)] = self.project
        importlib.invalidate_caches()
        os.chdir(self.project)
        self._modules = self._check.modules()


def _here(task: Task, version: _Version, seed: int) -> Row:
    """As `_copied`, in this process, which is left as it was found."""
    path, loaded_before, folder = sys.path[:], dict(sys.modules), Path.cwd()
    try:
        return version.held(seed)
    finally:
        sys.path[:] = path
        sys.modules.clear()
        sys.modules.update(loaded_before)
        os.chdir(folder)


def _copied(task: Task, version: _Version, seed: int) -> Row:
    """One step in a copy of this process: whatever it does to itself is gone with it."""
    told = Path(task["scratch"], "told")
    told.unlink(missing_ok=True)
    # The watch is a thread, and a copy has none of the threads.
    faulthandler.cancel_dump_traceback_later()
    copy = os.fork()
    if not copy:
        with contextlib.suppress(BaseException):
            _tell(told, task, version, seed)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    try:
        found: Row = json.loads(told.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"ended": code}
    return found


def _tell(told: Path, task: Task, version: _Version, seed: int) -> None:
    me = os.getpid()
    with Path(task["scratch"], "overdue").open("w") as overdue:

        def watch(seconds: float) -> None:
            faulthandler.dump_traceback_later(seconds, exit=True, file=overdue)

        watch(task["import_s"])
        found = attempted(partial(version.held, seed, lambda: watch(task["step_s"])))
        # What was tried may have copied itself as well.
        if os.getpid() == me:
            part = told.with_name("part")
            part.write_text(json.dumps({**found, "peak_mb": peak_mb()}), encoding="utf-8")
            part.replace(told)


def remote(task: Task) -> Iterator[Step]:
    """verify/check.py here, the candidate's files in another process, one step a version and seed.

    With `jail` the other process is behind a wall, and one more step says what it took.
    """
    sys.path.insert(0, task["ends"])
    visits = importlib.import_module("visit")
    # An exercise may have modules of these names.
    sys.path.remove(task["ends"])
    for name in ("near", "reading", "shared", "visit", "wire", "writing"):
        sys.modules.pop(name, None)
    sys.path.insert(0, task["verify"])
    check = importlib.import_module("check")
    for version, project in enumerate(task["projects"]):
        os.chdir(project)
        line = _jailed(task, project) if task["jail"] else visits.Plain(Path(project))
        try:
            yield from _visited(visits, check, line, version, project, task)
        finally:
            line.stop()
        if task["jail"]:
            yield {"version": version}, partial(_told, line)


def _visited(visits: Any, check: Any, line: Any, version: int, project: str, task: Task) -> Iterator[Step]:
    """The steps of one version. What keeps the visit from beginning is what each of them finds."""
    stop: list[BaseException] = []
    visit = modules = None
    try:
        visit = visits.Visit(line, task["modules"], step_s=task["answer_s"])
        visit.__enter__()
        modules = check.modules()
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - a stranger's file can raise anything
        stop.append(problem)

    def held(seed: int) -> Row:
        if stop:
            raise stop[0]
        try:
            return {"held": check.run(modules, seed)}
        except visits.Gone as gone:
            # Nothing answers from now on.
            stop.append(gone)
            raise

    for seed in task["seeds"]:
        yield {"version": version, "seed": seed}, partial(held, seed)
    if visit is not None:
        visit.__exit__()


def _jailed(task: Task, project: str) -> Any:
    """A line to a process behind a wall; `grade` has seen the wall hold."""
    from hiretool.exercise import jail

    wanted = task["jail"]
    code = (
        "import os, sys; given = os.environ['GIVEN']; ends = given + '/ends'; sys.path.insert(0, ends); import far;"
        " sys.path.remove(ends); far.main(given + '/project', 3)"
    )
    (chosen,) = (one for one in jail.backends() if one.name == wanted["backend"])
    files = {"ends": Path(task["ends"]), "project": Path(project)}
    return chosen.start(code, files=files, limits=jail.Limits(**wanted["limits"]))


def _told(line: Any) -> Row:
    """What a jail took, and what was said in it."""
    from hiretool.exercise import jail

    return {
        "seconds": line.seconds,
        "mb": line.peak_mb,
        "ended": line.ended,
        "log": jail.cleaned(line.log),
        "dropped": line.dropped,
    }


def draws(task: Task) -> Iterator[Step]:
    """verify/variants.py's parameters, one step a seed; None for a draw that it calls poor."""
    variants = loaded(Path(task["verify"], "variants.py"))
    for seed in task["seeds"]:
        yield {"seed": seed}, lambda: {"params": variants.generate(seed)}  # noqa: B023 - called before the next seed


def answers(task: Task) -> Iterator[Step]:
    """Answer, oracle and known mistakes, one step a seed; each gets parameters that nobody else has touched."""
    variants = loaded(Path(task["verify"], "variants.py"))
    oracle = loaded(Path(task["verify"], "oracle.py"))

    def row(seed: int) -> Row:
        started = time.process_time()
        found = {
            "right": variants.answer(variants.generate(seed)),
            "oracle": oracle.answer(variants.generate(seed)),
            "mistakes": variants.misconceptions(variants.generate(seed)),
        }
        if seed in task["drawn"] and hasattr(oracle, "drawn"):
            found["drawn"] = oracle.drawn(variants.generate(seed), seed)
        return {**found, "seconds": time.process_time() - started}

    for seed in task["seeds"]:
        yield {"seed": seed}, partial(row, seed)


def numbers(task: Task) -> Iterator[Step]:
    """verify/numbers.py's figures from the facts."""
    derived = loaded(Path(task["verify"], "numbers.py")).derived
    yield {}, lambda: {"derived": derived(task["facts"])}


def data(task: Task) -> Iterator[Step]:
    """The first fair parameters from a seed on, and the candidate's data files of that seed in the project."""
    variants = loaded(Path(task["verify"], "variants.py"))

    def written() -> Row:
        first = task["seed"]
        draws = ((seed, variants.generate(seed)) for seed in range(first, first + 1000))
        seed, params = next((drawn for drawn in draws if drawn[1] is not None), (first, None))
        if params is None:
            raise LookupError(f"no fair draw in 1,000 from seed {first}")
        if hasattr(variants, "write"):
            variants.write(Path(task["project"]), seed)
        return {"seed": seed, "params": params}

    yield {}, written


TASKS = {
    "checks": checks,
    "remote": remote,
    "draws": draws,
    "answers": answers,
    "numbers": numbers,
    "data": data,
}


def _is_the_questions(file: str) -> bool:
    """Whether a file is neither Python's, nor a library's, nor this one."""
    return (
        file != __file__
        and Path(file).is_file()
        and not {"site-packages", Path(os.__file__).parent.name} & set(Path(file).parts)
    )


def error_of(problem: BaseException) -> str:
    """The last line of a traceback, and where it was raised."""
    text = traceback.format_exception_only(problem)[-1].strip().splitlines()[0]
    frames = traceback.extract_tb(problem.__traceback__, limit=-20)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames if _is_the_questions(frame.filename)]
    return text[:300] + (f" ({places[-1]})" if places else "")


def main() -> None:
    scratch = Path(sys.argv[1])
    task: Task = {"scratch": str(scratch), **ast.literal_eval((scratch / "task").read_text(encoding="utf-8"))}
    limit(task)
    if command := sys.argv[2:]:
        if sys.platform == "win32":
            import subprocess

            sys.exit(subprocess.call(command))
        os.execv(command[0], command)
    warnings.simplefilter("error")
    with (scratch / "results").open("w", encoding="utf-8") as results, (scratch / "overdue").open("w") as overdue:

        def report(row: Row) -> None:
            results.write(json.dumps(row) + "\n")
            results.flush()

        def allow(seconds: float) -> None:
            faulthandler.dump_traceback_later(seconds, exit=True, file=overdue)

        allow(task["import_s"])
        steps = TASKS[task["do"]](task)
        try:
            for number, (row, work) in enumerate(steps):
                if not number:
                    report({"loaded": True})
                allow(task["step_s"])
                found = attempted(work)
                report({**row, "peak_mb": peak_mb(), **found})
        # Whatever the loaded files raise is a result, not a fault of this program.
        except (Exception, SystemExit) as problem:  # noqa: BLE001
            report({"unloadable": error_of(problem)})
        report({"done": True})
    # What was loaded may have left threads or exit handlers behind.
    os._exit(0)


def attempted(work: Callable[[], Row]) -> Row:
    try:
        found: Row = plain(work())
        json.dumps(found)
    except (Exception, SystemExit) as problem:  # noqa: BLE001
        return {"error": error_of(problem)}
    return found


if __name__ == "__main__":
    main()
