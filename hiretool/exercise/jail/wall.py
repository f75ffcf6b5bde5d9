"""What every backend can be asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

from hiretool.errors import HiretoolError
from hiretool.exercise.jail.jailed import Jailed
from hiretool.exercise.jail.limits import Canary, Ended, Limits
from hiretool.exercise.jail.watch import Launch

_HELLO = "import os; os.write(3, (2).to_bytes(4, 'big') + b'ok')"
_HELLO_S = 20
"""A container's first start, from a cold disk."""


class Backend(ABC):
    """One way to wall off a stranger's code."""

    name: str
    how_to_get: str
    caveat: str = ""
    """What it does not keep apart though its canaries are contained; for `hiretool doctor` to tell."""

    def lacking(self) -> str:
        """Why it cannot be used here; empty if it can. It starts one jail to see."""
        if problem := self.unavailable():
            return problem
        try:
            with self.start(_HELLO, files={}, limits=Limits(wall_s=_HELLO_S)) as jailed:
                jailed.receive(_HELLO_S)
        except (Ended, HiretoolError) as problem:
            return self.explained(str(problem))
        return ""

    def canaries(self) -> list[Canary]:
        """Attacks that are run now, and whether each was contained."""
        from hiretool.exercise.jail import canaries

        return canaries.released(self)

    def start(self, code: str | Path, *, files: Mapping[str, Path], limits: Limits) -> Jailed:
        """Run `code` (a program's text, or its file) inside.

        files: name -> folder, to be read as /given/NAME; where a backend cannot give it that name, os.environ["GIVEN"]
        tells which folder it is instead, so a bootstrap best asks there.
        Raises: HiretoolError if the launcher cannot be run. If the wall cannot be put up, `receive` raises Ended.
        """
        path = code if isinstance(code, Path) else None
        text = path.read_bytes() if path else str(code).encode()
        return Jailed(self.launch(text, path.name if path else "bootstrap", files, limits), limits)

    @abstractmethod
    def unavailable(self) -> str:
        """Why there is no use in trying; empty if there is."""

    def explained(self, problem: str) -> str:
        """What a launcher said, with what can be done about it."""
        return problem

    @abstractmethod
    def launch(self, code: bytes, name: str, files: Mapping[str, Path], limits: Limits) -> Launch:
        """How to start a jail."""
