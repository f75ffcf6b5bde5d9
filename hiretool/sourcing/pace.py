"""One request at a time, three seconds apart, over all processes that share a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

INTERVAL_S = 3.0
"""Between the starts of two requests, of one connection. Source: https://info.arxiv.org/help/api/tou.html"""
_LATE_S = 0.1
"""A request reaches the server a moment after it was begun; the next one must not come early because of that."""

_A_DAY_S = 86_400.0


class Turn:
    """The right to ask, which one process has at a time; the file holds the time before which nobody asks."""

    def __init__(self, file: IO[str], clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._file, self._clock, self._sleep = file, clock, sleep

    def pause_s(self) -> float:
        """Seconds until the next request may start, 0 or more."""
        self._file.seek(0)
        try:
            pause = float(self._file.read() or 0) - self._clock()
        except ValueError:
            return 0.0
        # More than a day ahead, the clock was set back since; nobody asks for such a pause.
        return pause if 0 < pause <= _A_DAY_S else 0.0

    def wait(self, interval_s: float) -> None:
        """Sleep until a request may start, and put the next one `interval_s`, and a little, later."""
        if pause := self.pause_s():
            self._sleep(pause)
        self.hold_off(interval_s + _LATE_S)

    def hold_off(self, seconds: float) -> None:
        """From now on, nobody asks for that long."""
        self._file.seek(0)
        self._file.truncate()
        self._file.write(f"{self._clock() + seconds:.6f}\n")
        self._file.flush()


class Pace:
    """Turns, given out through a lock on one file."""

    def __init__(self, file: Path, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._file, self._clock, self._sleep = file, clock, sleep

    @contextmanager
    def turn(self, say: Callable[[str], None]) -> Iterator[Turn]:
        """Wait for the turn, saying so if another process has it; the turn ends with the block."""
        with self._file.open("a+", encoding="utf-8") as file:
            if not _lock(file, wait=False):
                say("Another hiretool is asking arXiv; waiting for it to finish its request.")
                _lock(file, wait=True)
            try:
                yield Turn(file, self._clock, self._sleep)
            finally:
                _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str], *, wait: bool) -> bool:
        while True:
            file.seek(0)
            try:
                # LK_LOCK itself gives up after ten seconds.
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True

    def _unlock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str], *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
