"""The thread that starts a jail, watches what it takes and ends it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

from hiretool.exercise.jail import tree
from hiretool.exercise.jail.limits import Limits
from hiretool.exercise.jail.wires import Wires

_SOONEST_S, _LATEST_S = 0.004, 0.04
"""Between two looks at the tree: most programs end early, and those that last need not be disturbed."""


@dataclass(frozen=True, slots=True)
class Launch:
    """How a backend starts one jail and ends it."""

    command: Sequence[str]
    text: bytes
    """The code, which the prelude reads first."""
    end: Callable[[int, int | None, bool], set[int]]
    """Kills all, and returns what it saw of it.

    Given the process that was started, the one that it named on `status`, and whether the code had begun.
    """
    environment: Mapping[str, str] = field(default_factory=dict)
    """Of the launcher; what the code sees is made inside."""
    fds: tuple[int, ...] = ()
    """For the process alone; closed here once it has them."""
    replies: int | None = None
    """Where replies are read. None: they come on standard output, and the log on standard error alone."""
    status: int | None = None
    """Where bubblewrap names its child. None: the tree to watch begins at the process itself."""
    watched: bool = True
    """Whether the tree is this machine's to look at, and not a daemon's."""
    spare: int = 0
    """Processes in the tree that are the launcher's own."""
    scratch: Callable[[int], tuple[int, int]] | None = None
    """Bytes and files in the scratch folder, given the first process of the tree. Raises: OSError."""
    kill_means: str = ""
    """What it means if the code was killed and not from here, where only the kernel does that."""
    clean: Callable[[], None] = lambda: None


class Watch(threading.Thread):
    """It is the parent of what it starts, for bubblewrap ends with the thread that started it."""

    def __init__(self, launch: Launch, limits: Limits) -> None:
        super().__init__(daemon=True, name="jail")
        self.wires = Wires(limits)
        self.ended, self.failed, self.launched = "", "", False
        self.peak, self.began, self.seconds = 0, time.perf_counter(), 0.0
        self.started = threading.Event()
        self._launch, self._limits = launch, limits
        self._asked, self._over = "", False
        self._child: int | None = None
        self._streams: list[IO[bytes]] = []
        self._pause, self._look_at = _SOONEST_S, 0.0

    def stop(self, reason: str) -> None:
        """Ask for the end; `join` waits for it."""
        self._asked = self._asked or reason
        self.wires.wake()

    def run(self) -> None:
        try:
            # What a container engine leaves running is a daemon of its own, and none of our children.
            with tree.Adopting() if self._launch.watched else contextlib.nullcontext():
                self._start()
                self.launched = True
                self.started.set()
                try:
                    self._serve()
                finally:
                    self._end()
        except OSError as error:
            self.failed = f"{self._launch.command[0]}: {error.strerror}"
        finally:
            self.ended = self.ended or self.failed or "failed"
            self._close()
            self._launch.clean()
            self.seconds = time.perf_counter() - self.began
            self.started.set()
            self.wires.replies.put(None)

    def _start(self) -> None:
        launch = self._launch
        try:
            self._process = subprocess.Popen(
                launch.command,
                env=dict(self._launch.environment),
                cwd="/",
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE if launch.replies is None else subprocess.STDOUT,
                pass_fds=launch.fds,
                start_new_session=True,
                bufsize=0,
            )
        finally:
            for fd in launch.fds:
                os.close(fd)
        requests, out, err = self._process.stdin, self._process.stdout, self._process.stderr
        self._streams = [stream for stream in (requests, out, err) if stream is not None]
        assert requests is not None
        assert out is not None
        self.wires.connect(
            requests=requests.fileno(),
            replies=out.fileno() if launch.replies is None else launch.replies,
            log=err.fileno() if err else out.fileno(),
        )
        if launch.status is not None:
            self.wires.listen(launch.status, self._hear)
        self.wires.give(len(launch.text).to_bytes(4, "big") + launch.text)

    def _hear(self, said: bytes) -> None:
        if found := re.search(rb'"child-pid":\s*(\d+)', said):
            self._child = int(found[1])
            self._look_at = 0

    def _serve(self) -> None:
        until = self.began + self._limits.wall_s
        # Its end is seen at once where the system can tell of it, and else at the next look.
        alive = os.pidfd_open(self._process.pid) if hasattr(os, "pidfd_open") else None
        try:
            if alive is not None:
                self.wires.listen_for_end(alive)
            while not self.ended and not self.wires.over:
                self.wires.carry(min(until, self._look_at) - time.perf_counter())
                self.ended = self._asked or ("output" if self.wires.flooded else "")
                if not self.ended and time.perf_counter() > until:
                    self.ended = "time"
                if not self.ended and time.perf_counter() >= self._look_at:
                    self._look()
                if alive is None and self._process.poll() is not None:
                    return
        finally:
            if alive is not None:
                os.close(alive)

    def _look(self) -> None:
        began = time.perf_counter()
        root = self._process.pid if self._launch.status is None else self._child
        if root is not None and self._launch.watched:
            self.ended = self._beyond(root)
        self._pause = min(self._pause * 1.5, _LATEST_S)
        # A tree of many takes long to look at; most of the time is to be left to it.
        self._look_at = began + max(self._pause, 5 * (time.perf_counter() - began))

    def _beyond(self, root: int) -> str:
        """Which limit the tree is beyond; empty if none."""
        limits, use = self._limits, tree.use(root)
        if self._counted(root, use) > limits.memory_mb << 20:
            return "memory"
        if use.cpu_s > limits.cpu_s:
            return "time"
        if use.threads > limits.processes + self._launch.spare:
            return "processes"
        # Before the code begins the place may still be another; and the process may have ended meanwhile.
        with contextlib.suppress(OSError):
            if self._launch.scratch and self.wires.ready:
                size, files = self._launch.scratch(root)
                return "scratch" if size > limits.scratch_mb << 20 or files > limits.files else ""
        return ""

    def _counted(self, root: int, use: tree.Use) -> int:
        """Bytes of memory in use, with the peak brought up to date."""
        memory = use.memory if use.memory <= self._limits.memory_mb << 20 else tree.shared_once(root) or use.memory
        self.peak = max(self.peak, memory)
        return memory

    def _end(self) -> None:
        # Once more, for what was done between the last look and now.
        root = self._process.pid if self._launch.status is None else self._child
        if root is not None and self._launch.watched:
            self._counted(root, tree.use(root))
        seen = self._launch.end(self._process.pid, self._child, self.wires.ready)
        code = self._process.wait()
        for orphan in seen:
            tree.reap(orphan)
        self.wires.drain()
        if not self.ended:
            self.ended = "output" if self.wires.flooded else self._described(code)

    def _close(self) -> None:
        self.wires.close()
        for stream in self._streams:
            stream.close()
        for fd in (self._launch.replies, self._launch.status):
            if fd is not None:
                os.close(fd)

    def _described(self, code: int) -> str:
        if not self.wires.ready:
            said = self.wires.log.decode(errors="replace").strip().splitlines()
            self.failed = said[-1] if said else f"exit code {code}"
            return f"the sandbox did not start: {self.failed}"
        # bubblewrap and docker say 128 + the signal, as a shell does.
        number = -code if code < 0 else code - 128
        if number <= 0:
            return f"exit code {code}"
        if number == signal.SIGXCPU:
            return "time"
        if number == signal.SIGKILL and self._launch.kill_means:
            return self._launch.kill_means
        try:
            return f"ended by {signal.Signals(number).name}"
        except ValueError:
            return f"exit code {code}"
