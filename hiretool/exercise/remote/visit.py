"""Modules of the other process, imported as if they were here, for as long as one project is looked at."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hiretool.exercise.remote.near import Gone, Line, Near, There
else:
    from near import Gone, Line, Near, There

_TRACED = {name: getattr(tracemalloc, name) for name in ("start", "stop", "get_traced_memory", "reset_peak")}


class Module(types.ModuleType):
    """A module of the other side; it is imported there when it is first used."""

    def __init__(self, name: str, near: Callable[[], Near]) -> None:
        super().__init__(name)
        self.__dict__["_near_now"] = near

    def there(self) -> There:
        if "_there" not in self.__dict__:
            self.__dict__["_there"] = self.__dict__["_near_now"]().ask({"do": "import", "name": self.__name__})
        found: There = self.__dict__["_there"]
        return found

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.there(), name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            super().__setattr__(name, value)
        else:
            setattr(self.there(), name, value)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports of the exercise's modules lead to the other side; the question says which these are, never the answer."""

    def __init__(self, names: Sequence[str], near: Callable[[], Near]) -> None:
        self._names, self.near = frozenset(names), near

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        return importlib.machinery.ModuleSpec(name, self) if name in self._names else None

    def create_module(self, spec: Any) -> types.ModuleType:
        return Module(spec.name, self.near)

    def exec_module(self, module: types.ModuleType) -> None:
        assert isinstance(module, Module)
        # So that a module that cannot be imported there cannot be imported here.
        module.there()


class Visit:
    """While it lasts, modules of a project are those of the other side; afterwards nothing of them is left here."""

    def __init__(self, line: Line, names: Sequence[str], *, step_s: float) -> None:
        """names: of the modules that are there.  Raises: Gone, if the other side does not answer."""
        near = Near(line, step_s=step_s)
        self._finder = Finder(names, lambda: near)

    def __enter__(self) -> None:
        # Before all others: an installed package may have the name of an exercise's module.
        sys.meta_path.insert(0, self._finder)
        # Memory is used there, so it is measured there.
        for name in _TRACED:
            setattr(tracemalloc, name, getattr(Module("tracemalloc", self._finder.near), name))

    def __exit__(self, *_: object) -> None:
        for name, own in _TRACED.items():
            setattr(tracemalloc, name, own)
        sys.meta_path.remove(self._finder)
        for name in [name for name, module in sys.modules.items() if isinstance(module, Module)]:
            del sys.modules[name]


class Plain:
    """A process of the library's own code, without a wall; a candidate's never comes here."""

    def __init__(self, project: Path) -> None:
        read, write = os.pipe()
        code = (
            "import sys; ends, project, fd = sys.argv[1:]; sys.path.insert(0, ends); import far; sys.path.remove(ends);"
            " far.main(project, int(fd))"
        )
        self._folder = tempfile.mkdtemp(prefix="far-", dir=os.path.dirname(os.path.realpath(tempfile.gettempdir())))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-B", "-c", code, os.path.dirname(__file__), str(project), str(write)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[write],
            cwd=self._folder,
        )
        os.close(write)
        self._read = os.fdopen(read, "rb")

    def send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def receive(self, timeout_s: float) -> bytes:
        length = self._read.read(4)
        if len(length) < 4:
            raise Gone("the process has ended")
        return self._read.read(int.from_bytes(length, "big"))

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._read.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        shutil.rmtree(self._folder, ignore_errors=True)
