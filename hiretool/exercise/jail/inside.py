"""How Python is started inside, by whichever backend."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from hiretool.exercise.jail.limits import Limits

PRELUDE = Path(__file__).with_name("prelude.py").read_text(encoding="utf-8")
SPARE_MB = 3000
"""Address space beyond the memory in use: libraries and threads reserve far more than they touch."""
OPEN_FILES = 128


def python(program: Path | str) -> list[str]:
    """Its command, up to the settings."""
    return [str(program), "-I", "-S", "-B", "-u", "-X", "utf8", "-c", PRELUDE]


def settings(
    name: str,
    limits: Limits,
    *,
    reply_fd: int,
    sites: Sequence[str] | None,
    processes: int | None,
    filters: Mapping[str, str] | None = None,
) -> str:
    """What the prelude is told.

    sites: folders of libraries; None for the interpreter's own.
    processes: what the kernel holds the user to; None if that would count what is not ours.
    filters: of system calls, by kind of machine and as hexadecimal digits, where the launcher sets none.
    """
    return repr(
        {
            "name": name,
            "reply_fd": reply_fd,
            "wall_s": limits.wall_s,
            "filters": dict(filters or {}),
            "sites": sites if sites is None else list(sites),
            "limits": list(_rlimits(limits, processes)),
        }
    )


def _rlimits(limits: Limits, processes: int | None) -> list[tuple[str, int]]:
    """What the kernel holds each process to. The watch counts for all of them, but only every few milliseconds."""
    found = [
        ("RLIMIT_AS", limits.memory_mb + SPARE_MB << 20),
        ("RLIMIT_CPU", limits.cpu_s + 2),
        ("RLIMIT_FSIZE", limits.scratch_mb << 20),
        ("RLIMIT_NOFILE", OPEN_FILES),
        # Not 0, which a system that pipes cores to a program ignores; 1 it takes for "none" (Linux, fs/coredump.c).
        ("RLIMIT_CORE", 1),
        ("RLIMIT_MSGQUEUE", 0),
        ("RLIMIT_MEMLOCK", 0),
    ]
    return found if processes is None else [*found, ("RLIMIT_NPROC", processes)]


def kernel() -> tuple[int, ...]:
    """Version of Linux, as (5, 14)."""
    return tuple(int(part) for part in os.uname().release.split("-")[0].split(".")[:2])
