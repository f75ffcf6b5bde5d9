"""What a stranger's code may take, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one jail may take; going beyond any of them ends it."""

    wall_s: float = 60
    """Seconds from the start to the end, those in which nobody asked for anything included."""
    cpu_s: int = 60
    """Processor seconds of all processes together."""
    memory_mb: int = 1500
    """Memory in use by all processes together; what they share counts once."""
    processes: int = 64
    """Processes and threads at one time."""
    scratch_mb: int = 64
    """Size of the folder that may be written to, which is kept in memory."""
    files: int = 20_000
    """Files and folders in it: empty ones take memory of the kernel's that no size counts."""
    log_bytes: int = 256 << 10
    """What is kept of standard output and error. More is dropped; beyond FLOOD times as much the jail ends."""
    reply_bytes: int = 32 << 20
    """Size of one reply, and of all that wait to be received."""


FLOOD = 64
"""A program may print more than is worth keeping; one that prints this many times as much does nothing else."""


@dataclass(frozen=True, slots=True)
class Canary:
    """One attack that was run to see whether the wall holds."""

    name: str
    contained: bool
    detail: str
    """What was seen, for people."""


class Ended(Exception):
    """There is no reply, nor will there be one: the jail came to its end."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        """As `Jailed.ended`: "memory", "time", "output", "exit code 3"."""
        super().__init__(reason)
