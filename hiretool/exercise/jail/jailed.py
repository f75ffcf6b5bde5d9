"""One run of a stranger's code, from the side that may be trusted."""

from __future__ import annotations

import queue
import time

from hiretool.errors import HiretoolError
from hiretool.exercise.jail.limits import Ended, Limits
from hiretool.exercise.jail.watch import Launch, Watch


class Jailed:
    """A context manager: leaving it ends everything that was started inside."""

    def __init__(self, launch: Launch, limits: Limits) -> None:
        """Raises: HiretoolError if the launcher itself cannot be run."""
        self._watch = Watch(launch, limits)
        self._watch.start()
        self._watch.started.wait()
        if not self._watch.launched:
            self._watch.join()
            raise HiretoolError(self._watch.failed)

    def __enter__(self) -> Jailed:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def send(self, data: bytes) -> None:
        """Put bytes on its standard input, as they are; returns at once. What it does not read is lost with it."""
        self._watch.wires.give(data)

    def receive(self, timeout_s: float) -> bytes:
        """Its next reply: what it wrote to fd 3 as four bytes of length, big-endian, and as many bytes.

        If there is none within `timeout_s`, the jail ends: a reply that came later would be taken for the next.
        Raises: Ended, with the reason.
        """
        wires = self._watch.wires
        try:
            reply = wires.replies.get(timeout=timeout_s)
        except queue.Empty:
            self.stop("time")
            reply = None
        if reply is None:
            # So that the next call does not wait.
            wires.replies.put(None)
            raise Ended(self.ended)
        wires.received(reply)
        return reply

    def stop(self, reason: str = "stopped") -> None:
        """End it, if it has not ended by itself; returns when nothing of it is left."""
        self._watch.stop(reason)
        self._watch.join()

    @property
    def log(self) -> bytes:
        """The first of what it wrote to standard output and error. For a person, `cleaned(log)`."""
        return bytes(self._watch.wires.log)

    @property
    def dropped(self) -> int:
        """Bytes that it wrote to them beyond that."""
        return self._watch.wires.dropped

    @property
    def ended(self) -> str:
        """Why it ended; empty while it runs.

        A limit ("memory", "time", "output", "processes", "scratch"), "exit code 3", "ended by SIGSEGV", "stopped" if it
        was left or stopped from here, "the sandbox did not start: ..." if the code never began.
        """
        return self._watch.ended

    @property
    def began(self) -> bool:
        """Whether the wall stood and the code was reached; if not, the candidate has no part in what went wrong."""
        return self._watch.wires.ready

    @property
    def seconds(self) -> float:
        """From the start until now, or until the end."""
        return self._watch.seconds or time.perf_counter() - self._watch.began

    @property
    def peak_mb(self) -> float:
        """Most memory that was seen in use by all of its processes; a peak between two looks is missed."""
        return self._watch.peak / (1 << 20)
