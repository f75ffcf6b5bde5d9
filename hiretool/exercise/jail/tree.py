"""A process and its descendants, as /proc shows them from outside: what they use, and their end."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a tree takes now."""

    memory: int
    """Bytes in memory or in swap; shared pages count once for each process."""
    cpu_s: float
    """Processor seconds, of ended children too where their parents have waited for them."""
    threads: int


def use(pid: int) -> Use:
    memory, ticks, threads = 0, 0, 0
    swapping = _swapping()
    for member in members(pid):
        if (fields := _stat(member)) is None:
            continue
        memory += int(fields[21]) * _PAGE + (_swapped(member) if swapping else 0)
        ticks += sum(map(int, fields[11:15]))
        threads += int(fields[17])
    return Use(memory, ticks / _TICKS, threads)


def shared_once(pid: int) -> int | None:
    """Bytes in memory or in swap, where what several share counts once. None if the system does not tell."""
    total = 0
    for member in members(pid):
        try:
            text = (PROC / str(member) / "smaps_rollup").read_text()
        except (ProcessLookupError, FileNotFoundError):
            continue
        except OSError:
            return None
        sizes = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
        total += sum(int(sizes[name].split()[0]) << 10 for name in ("Pss", "SwapPss") if name in sizes)
    return total or None


def unlinked(pid: int) -> dict[tuple[int, int], int]:
    """Files without a name that the tree holds open, and the bytes that each takes."""
    found = dict[tuple[int, int], int]()
    for member in members(pid):
        with contextlib.suppress(OSError):
            for entry in os.scandir(PROC / str(member) / "fd"):
                with contextlib.suppress(OSError):
                    status = os.stat(entry.path)
                    if stat.S_ISREG(status.st_mode) and not status.st_nlink:
                        found[status.st_dev, status.st_ino] = status.st_blocks * 512
    return found


def members(pid: int) -> list[int]:
    """The process and all its descendants that there are."""
    found, waiting = list[int](), [pid]
    while waiting:
        member = waiting.pop()
        found.append(member)
        waiting += children(member)
    return found


def children(pid: int) -> list[int]:
    try:
        threads = os.listdir(PROC / str(pid) / "task")
    except OSError:
        return []
    found = list[int]()
    for thread in threads:
        try:
            found += map(int, (PROC / str(pid) / "task" / thread / "children").read_text().split())
        except FileNotFoundError:
            # Some kernels are built without these lists (CONFIG_PROC_CHILDREN).
            return [other for other, parent in _parents() if parent == pid]
        except OSError:
            continue
    return found


def end(pid: int, *, within_s: float = 5) -> set[int]:
    """Kill a process and all its descendants.

    Returns: the descendants. Those that nobody waits for become the children of who adopts them, see `reap`.
    """
    until = time.monotonic() + within_s
    # All stand still before the first is killed: the child of one that was killed too early is nobody's descendant.
    told = set[int]()
    while time.monotonic() < until:
        moving = [member for member in members(pid) if member not in told or runs(member)]
        if not moving:
            break
        for member in moving:
            kill(member, signal.SIGSTOP)
        told.update(moving)
    seen, until = told - {pid}, time.monotonic() + within_s
    while time.monotonic() < until:
        seen.update(members(pid)[1:])
        left = [member for member in seen if lives(member)]
        if not left:
            break
        for member in left:
            kill(member)
        time.sleep(0.002)
    kill(pid)
    return seen


def kill(pid: int, wanted: int = signal.SIGKILL) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, wanted)


class Adopting:
    """While any of these is open, what our descendants leave behind becomes our child, so that we can wait for it.

    Where the first process of a container waits for nobody, it would stay as a zombie.
    """

    _open = 0
    _lock = threading.Lock()

    def __enter__(self) -> None:
        self._count(1)

    def __exit__(self, *_: object) -> None:
        self._count(-1)

    @classmethod
    def _count(cls, more: int) -> None:
        with cls._lock:
            cls._open += more
            first_or_last = cls._open in (0, more)
            if first_or_last and sys.platform == "linux":
                ctypes.CDLL(None).prctl(_ADOPT, int(cls._open > 0), 0, 0, 0)


def reap(pid: int, *, within_s: float = 1) -> None:
    """Wait for an adopted child, if it is one."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        try:
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                return
        except ChildProcessError:
            return
        time.sleep(0.001)


def _stat(pid: int) -> list[str] | None:
    """Fields of /proc/PID/stat from the third on; the second may hold anything."""
    try:
        return (PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return None


def runs(pid: int) -> bool:
    """Whether it can do something now: it is not stopped, and does not wait for a disk."""
    fields = _stat(pid)
    return fields is not None and fields[0] in "RS"


def lives(pid: int) -> bool:
    """Whether it runs, and has not only not been waited for yet."""
    if not PROC.is_dir():
        return _answers(pid)
    fields = _stat(pid)
    return fields is not None and fields[0] not in "ZX"


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _parents() -> Iterator[tuple[int, int]]:
    for name in os.listdir(PROC):
        if name.isdecimal() and (fields := _stat(int(name))) is not None:
            yield int(name), int(fields[1])


def _swapping() -> bool:
    try:
        return (PROC / "swaps").read_text().count("\n") > 1
    except OSError:
        return False


def _swapped(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in (PROC / str(pid) / "status").read_text(errors="replace").splitlines():
            if line.startswith("VmSwap:"):
                return int(line.split()[1]) << 10
    return 0
