"""docker and podman: a container for each run, without network, from an image that is already there.

It passes only if its canaries pass on the machine at hand: what a container keeps apart hangs on how the daemon was set
up, and nothing here can know that. The Python and the libraries inside are the image's own.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from hiretool.exercise.jail import inside, seccomp, tree, view
from hiretool.exercise.jail.limits import Limits
from hiretool.exercise.jail.wall import Backend
from hiretool.exercise.jail.watch import Launch

IMAGE_VARIABLE, IMAGE = "HIRETOOL_IMAGE", "python:3.12-slim"
NOBODY = 65534
_ANSWERS_S = 20
"""What a daemon may take for an answer."""
_CLIENTS = (
    *("PATH", "HOME", "USER", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "DBUS_SESSION_BUS_ADDRESS", "TMPDIR"),
    *("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"),
    *("CONTAINER_HOST", "CONTAINERS_CONF", "CONTAINERS_STORAGE_CONF"),
)
"""Variables of the client, which hands none of them on."""


class Container(Backend):
    caveat = "shares what the image and the daemon were set up to share; its Python and libraries are the image's"

    def __init__(self, program: str) -> None:
        self.name = program
        # podman would ask the code to end, and wait ten seconds for it.
        self._at_once = ("--time", "0") if program == "podman" else ()
        self.how_to_get = f"{program}, with an image that has Python ({program} pull {IMAGE}, or {IMAGE_VARIABLE}=...)"

    def unavailable(self) -> str:
        if sys.platform == "win32":
            return "not on Windows; within WSL it can be"
        if not shutil.which(self.name):
            return "not installed"
        try:
            asked = self._ask("image", "inspect", "--format", "{{.Id}}", image())
        except subprocess.TimeoutExpired:
            return f"its daemon did not answer within {_ANSWERS_S} s"
        if asked.returncode == 0:
            return ""
        said = (asked.stderr.strip() or f"exit code {asked.returncode}").splitlines()[-1]
        if "no such image" in said.lower() or "not known" in said.lower():
            return f"there is no image {image()}: {self.name} pull {image()}, or name another by {IMAGE_VARIABLE}"
        return said

    def launch(self, code: bytes, name: str, files: Mapping[str, Path], limits: Limits) -> Launch:
        staged = None
        if not all(map(view.readable_by_all, files.values())):
            staged = tempfile.mkdtemp(prefix="hiretool-jail-")
            files = view.copied(files, Path(staged))
        container = f"hiretool-{secrets.token_hex(8)}"
        # A container passes no descriptors on: replies come on standard output, and the log on standard error.
        settings = inside.settings(name, limits, reply_fd=1, sites=None, processes=None, filters=_filters())
        python = [*inside.python("python3"), settings]
        return Launch(
            command=[shutil.which(self.name) or self.name, *self.arguments(container, python, files, limits)],
            text=code,
            end=lambda pid, _, began: self._end(container, pid, began),
            environment=_clients(),
            watched=False,
            kill_means="memory",
            clean=lambda: shutil.rmtree(staged, ignore_errors=True) if staged else None,
        )

    def arguments(self, container: str, python: Sequence[str], files: Mapping[str, Path], limits: Limits) -> list[str]:
        """What comes after `docker`."""
        scratch = f"/tmp:rw,nosuid,nodev,mode=1777,size={limits.scratch_mb << 20}"
        if self.name == "docker":
            # podman refuses the option.
            scratch += f",nr_inodes={limits.files}"
        memory = f"{limits.memory_mb}m"
        set_here = {**view.ENVIRONMENT, **view.folders("/tmp", "/given")}
        return [
            *("run", "--rm", "--interactive", "--pull", "never", "--name", container, "--log-driver", "none"),
            *("--network", "none", "--hostname", "jail", "--user", f"{NOBODY}:{NOBODY}"),
            *("--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"),
            *("--pids-limit", str(limits.processes), "--memory", memory, "--memory-swap", memory),
            *("--tmpfs", scratch, "--shm-size", "64k", "--workdir", "/tmp"),
            *(word for name, folder in files.items() for word in ("--mount", _mount(folder, f"/given/{name}"))),
            *(word for name, value in set_here.items() if name != "PATH" for word in ("--env", f"{name}={value}")),
            *("--entrypoint", python[0], image(), *python[1:]),
        ]

    def _end(self, container: str, client: int, began: bool) -> set[int]:
        # Killed while it starts a container, podman leaves a process behind; later it may wait for ever for us to read.
        seen = tree.end(client) if began else set()
        until = time.monotonic() + _ANSWERS_S
        running = True
        while running and time.monotonic() < until:
            running = tree.lives(client)
            # Once more after the client's end, for what it had asked for may have been made meanwhile. A failure says
            # nothing: the container may be gone, or not there yet.
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._ask("rm", "--force", *self._at_once, container)
            if running:
                time.sleep(0.05)
        return seen | tree.end(client)

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.name, *words], capture_output=True, text=True, check=False, timeout=_ANSWERS_S, env=_clients()
        )


def image() -> str:
    return os.environ.get(IMAGE_VARIABLE) or IMAGE


def _mount(folder: Path, target: str) -> str:
    """The value of --mount, which is a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(
        ["type=bind", f"source={folder.resolve()}", f"target={target}", "readonly"]
    )
    return line.getvalue()


def _filters() -> dict[str, str]:
    """Of both kinds of machine: the one inside may be a virtual one. Some engines let containers make namespaces."""
    return {machine: seccomp.program(machine).hex() for machine in seccomp.MACHINES}


def _clients() -> dict[str, str]:
    return {name: os.environ[name] for name in _CLIENTS if name in os.environ}


def both() -> Sequence[Container]:
    return Container("docker"), Container("podman")
