"""The world outside an attack: what could be harmed or told, and what of it was, seen from outside."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiretool.exercise.jail import Backend, Ended, Limits, view

FOLDER = Path(__file__).parent
TOOLS = FOLDER / "tools"
PATIENCE_S = 8
"""On a busy machine, beyond what the limits allow."""
_START = "import os, sys; sys.path.insert(0, os.environ['GIVEN'] + '/tools')\n"


@dataclass(frozen=True)
class Attack:
    """One file beside this one."""

    name: str
    text: str
    marks: dict[str, Any]

    @property
    def limits(self) -> Limits:
        return Limits(**{"wall_s": 10, "processes": 32, **self.marks.get("LIMITS", {})})


@dataclass
class Seen:
    """What it said and how it ended."""

    told: list[list[str]] = field(default_factory=list)
    ended: str = ""
    log: bytes = b""
    seconds: float = 0
    peak_mb: float = 0


def attacks() -> list[Attack]:
    return [_attack(path) for path in sorted(FOLDER.glob("[a-z]*.py"))]


def _attack(path: Path) -> Attack:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), f"{path.name} does not say what it tries"
    # ast.literal_eval does not know `1 << 20`.
    marks = {
        node.targets[0].id: eval(compile(ast.Expression(node.value), path.name, "eval"), {})
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper()
        if node.targets[0].id in ("LIMITS", "ENDS", "REAL", "CALLED", "FLOODS")
    }
    return Attack(path.stem, text, marks)


class World:
    """Files, sockets and a process that an attack is told of; a context manager."""

    def __init__(self, folder: Path, places: list[str] | None = None) -> None:
        self.token, self.secret = f"token{secrets.token_hex(8)}", f"secret{secrets.token_hex(8)}"
        self.folder = folder
        self.places = [str(folder / "open"), *(places or [])]
        folder.chmod(0o755)
        (folder / "open").mkdir()
        (folder / "open").chmod(0o777)
        (folder / "secret").write_text(self.secret)
        own = folder / "own"
        own.mkdir()
        (own / "code.py").write_text("x = 1\n")
        (own / "link").symlink_to(folder / "secret")
        self.problems: list[str] = []
        self._sockets: dict[str, socket.socket] = {}

    def __enter__(self) -> World:
        self.bystander = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", "import time; time.sleep(300)", self.secret],
            env={"SECRET": self.secret},
            start_new_session=True,
        )
        path = str(self.folder / "open" / "socket")
        for name, family, kind, address in (
            ("tcp", socket.AF_INET, socket.SOCK_STREAM, ("", 0)),
            ("udp", socket.AF_INET, socket.SOCK_DGRAM, ("", 0)),
            ("abstract", socket.AF_UNIX, socket.SOCK_STREAM, f"\0{self.token}"),
            ("socket", socket.AF_UNIX, socket.SOCK_STREAM, path),
        ):
            server = self._sockets[name] = socket.socket(family, kind)
            server.setblocking(False)
            server.bind(address)
            if kind == socket.SOCK_STREAM:
                server.listen()
        os.chmod(path, 0o777)
        with socket.socket() as free:
            free.bind(("", 0))
            self.free = free.getsockname()[1]
        self._before = self._state()
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._sockets.values():
            server.close()
        self.bystander.kill()
        self.bystander.wait()
        for pid in self._left():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for path in self._written():
            path.unlink()
        shutil.rmtree(self.folder, ignore_errors=True)

    def given(self) -> bytes:
        """The first line on the attack's standard input."""
        told = {
            "secret": str(self.folder / "secret"),
            "private": [str(self.folder / "secret"), __file__, view.__file__, "/etc/shadow", "/etc/hostname"],
            "open": str(self.folder / "open"),
            "places": self.places,
            "token": self.token,
            "bystander": self.bystander.pid,
            "parent": os.getpid(),
            "tcp": self._sockets["tcp"].getsockname()[1],
            "udp": self._sockets["udp"].getsockname()[1],
            "abstract": self.token,
            "socket": str(self.folder / "open" / "socket"),
            "addresses": _addresses(),
            "free": self.free,
        }
        return json.dumps(told).encode() + b"\n"

    def suffer(self, attack: Attack, backend: Backend) -> Seen:
        """Let the attack run to its end, and find what it has done."""
        code, seen = self.folder / f"{self.token}.py", Seen()
        code.write_text(_START + attack.text)
        began = time.monotonic()
        with backend.start(code, files={"own": self.folder / "own", "tools": TOOLS}, limits=attack.limits) as jailed:
            jailed.send(self.given())
            with contextlib.suppress(Ended, ValueError):
                while attack.marks.get("FLOODS") or ["done", ""] not in seen.told:
                    reply = jailed.receive(attack.limits.wall_s + PATIENCE_S)
                    if not attack.marks.get("FLOODS"):
                        seen.told.append(json.loads(reply))
            if attack.marks.get("CALLED"):
                self._call()
            if "ENDS" in attack.marks:
                with contextlib.suppress(Ended):
                    jailed.receive(1 if ["done", ""] in seen.told else attack.limits.wall_s + PATIENCE_S)
        seen.ended, seen.log, seen.peak_mb = jailed.ended, jailed.log, jailed.peak_mb
        seen.seconds = time.monotonic() - began
        self._judge(attack, seen)
        return seen

    def _judge(self, attack: Attack, seen: Seen) -> None:
        found = [f"escaped: {what}" for kind, what in seen.told if kind == "escaped"]
        text = seen.log + json.dumps(seen.told).encode()
        if self.secret.encode() in text:
            found.append("a secret was told")
        if attack.name.startswith("read_environment") and any(value.encode() in text for value in _private_values()):
            found.append("the environment of the tool was told")
        found += [f"{name}: somebody came" for name, server in self._sockets.items() if _somebody_came(server)]
        if self.bystander.poll() is not None or _state_of(self.bystander.pid) == "T":
            found.append("a process outside was ended or stopped")
        found += [f"process {pid} is left" for pid in self._left(patient=True)]
        found += [f"{path} was written" for path in self._written()]
        if self._state() != self._before:
            found.append("the submission was changed")
        if seen.seconds > attack.limits.wall_s + PATIENCE_S:
            found.append(f"it took {seen.seconds:.1f} s")
        if len(seen.log) > attack.limits.log_bytes:
            found.append(f"{len(seen.log)} bytes of log")
        self.problems = found + self.problems

    def _call(self) -> None:
        for _ in range(10):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.free), timeout=0.2):
                self.problems.append("it could be called from outside")
                return
            time.sleep(0.05)

    def _state(self) -> list[tuple[str, bytes]]:
        """All that can be changed in the submission."""
        return [
            (f"{path} {path.lstat().st_mode:o} {path.lstat().st_mtime}", b"" if path.is_dir() else path.read_bytes())
            for path in sorted((self.folder / "own").rglob("*"))
        ]

    def _left(self, *, patient: bool = False) -> list[int]:
        """Processes of the attack: each has the name of its code in its command line."""
        for _ in range(40 if patient else 1):
            if not (found := list(_with(self.token))):
                break
            time.sleep(0.025)
        return found

    def _written(self) -> list[Path]:
        places = [*self.places, "/tmp", "/var/tmp", "/dev/shm"]
        return [path for place in places for path in Path(place).glob(f"*{self.token}*") if path.exists()]


def _with(token: str) -> Iterator[int]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if token.encode() in path.read_bytes():
                yield int(path.parent.name)


def _state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def _somebody_came(server: socket.socket) -> bool:
    try:
        if server.type == socket.SOCK_DGRAM:
            return bool(server.recv(100))
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def _private_values() -> set[str]:
    """What our own environment holds and nothing else would."""
    return {value for value in os.environ.values() if len(value) > 12} - set(view.ENVIRONMENT.values())


def _addresses() -> list[str]:
    """IPv4 addresses of this machine, the loopback ones left out."""
    routes = Path("/proc/net/fib_trie").read_text()
    found = set(re.findall(r"\|-- (\S+)\n\s+/32 host LOCAL", routes))
    return sorted(address for address in found if not address.startswith("127."))
