"""Attacks that are run before a backend may run anything: what must not happen is looked for from outside."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiretool.exercise.jail import view
from hiretool.exercise.jail.limits import Canary, Ended, Limits

if TYPE_CHECKING:
    from hiretool.exercise.jail.wall import Backend

LIMITS = Limits(wall_s=10, cpu_s=10, memory_mb=200, processes=24, scratch_mb=8)
_TOLD = """
import json, os
def tell(found):
    data = json.dumps(found).encode()
    os.write(3, len(data).to_bytes(4, "big") + data)
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one attack brought."""

    told: Any
    """What it said itself; None if it was ended before."""
    ended: str
    seconds: float
    log: bytes
    began: bool


Attack = Callable[["Backend"], tuple[bool, str]]


def released(backend: Backend) -> list[Canary]:
    """All of them, a few at a time."""
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda attack: _outcome(backend, attack), ATTACKS))


def _outcome(backend: Backend, attack: Attack) -> Canary:
    contained, detail = attack(backend)
    return Canary(attack.__name__.strip("_").replace("_", " "), contained, detail)


def _run(backend: Backend, code: str, limits: Limits = LIMITS, **given: object) -> Seen:
    told = None
    text = _TOLD + f"given = {given!r}\n" + code
    with backend.start(text, files={}, limits=limits) as jailed, contextlib.suppress(Ended, ValueError):
        told = json.loads(jailed.receive(limits.wall_s + 5))
    return Seen(told, jailed.ended, jailed.seconds, jailed.log, jailed.began)


def _verdict(seen: Seen, held: bool, detail: str) -> tuple[bool, str]:
    """An attack that never began proves nothing."""
    return (held, detail) if seen.began else (False, seen.ended)


def _reading_files(backend: Backend) -> tuple[bool, str]:
    secret = secrets.token_hex(16)
    with tempfile.TemporaryDirectory(prefix="hiretool-canary-") as name:
        path = Path(name, "answers")
        path.write_text(secret)
        os.chmod(name, 0o755)
        path.chmod(0o644)
        code = """
found = []
for path in given["paths"]:
    try: found.append(open(path).read())
    except OSError: pass
tell(found)
"""
        here = Path(__file__)
        seen = _run(backend, code, paths=[str(path), str(here), f"/proc/1/root{path}", "/etc/shadow"])
    held = seen.told == []
    return _verdict(seen, held, "no file of the host was read" if held else "read a file of the host")


def _reading_the_environment(backend: Backend) -> tuple[bool, str]:
    code = """
import glob
found = ["\\n".join(os.environ.values())]
for path in glob.glob("/proc/*/environ"):
    try: found.append(open(path, errors="replace").read())
    except OSError: pass
tell("\\n".join(found).replace("\\0", "\\n"))
"""
    seen = _run(backend, code)
    ours = {value for value in os.environ.values() if len(value) > 8} - set(view.ENVIRONMENT.values())
    shown = [value for value in ours if value in "\n".join(filter(None, _lines(seen.told)))]
    held = seen.told is not None and not shown
    return _verdict(seen, held, "no variable was seen" if held else f"{len(shown)} variables of the host were seen")


def _lines(told: object) -> list[str]:
    return told.splitlines() if isinstance(told, str) else []


def _reaching_the_network(backend: Backend) -> tuple[bool, str]:
    code = """
import socket
def attempt():
    try: connection = socket.create_connection(("127.0.0.1", given["port"]), timeout=1)
    except OSError: return
    connection.sendall(b"out")
attempt()
for family in range(2, 46):
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as other: other.connect(("127.0.0.1", given["port"]))
        other.send(b"out")
    except (OSError, TypeError, OverflowError): pass
tell("done")
"""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        seen = _run(backend, code, port=server.getsockname()[1])
        reached = False
        with contextlib.suppress(BlockingIOError):
            server.accept()
            reached = True
    held = not reached and seen.told == "done"
    return _verdict(seen, held, "no connection came" if held else "it connected to this machine")


def _writing_outside(backend: Backend) -> tuple[bool, str]:
    token = f"hiretool-canary-{secrets.token_hex(8)}"
    with tempfile.TemporaryDirectory(prefix="hiretool-canary-") as name:
        os.chmod(name, 0o777)
        places = [name, "/", "/usr/lib", "/var/tmp", "/etc", "/dev", os.path.expanduser("~"), *view.sites()]
        code = """
for place in given["places"]:
    try: open(os.path.join(place, given["token"]), "w").write("here")
    except OSError: pass
tell("done")
"""
        seen = _run(backend, code, places=places, token=token)
        written = [place for place in [*places, "/tmp"] if os.path.lexists(os.path.join(place, token))]
    held = not written and seen.told == "done"
    return _verdict(seen, held, "nothing was written" if held else f"it wrote to {', '.join(written)}")


def _taking_memory(backend: Backend) -> tuple[bool, str]:
    code = """
taken = []
for _ in range(60):
    taken.append(bytearray(os.urandom(1)) * (10 << 20))
tell(len(taken))
"""
    seen = _run(backend, code, replace(LIMITS, memory_mb=100))
    held = seen.told is None
    return _verdict(seen, held, f"ended: {seen.ended}" if held else "it took 600 MB of the 100 allowed")


def _never_ending(backend: Backend) -> tuple[bool, str]:
    with backend.start(_TOLD + "tell(0)\nwhile True: pass", files={}, limits=LIMITS) as jailed:
        try:
            jailed.receive(LIMITS.wall_s)
            began = time.monotonic()
            jailed.receive(0.3)
        except Ended as end:
            if not jailed.began:
                return False, end.reason
        seconds = time.monotonic() - began
    held = jailed.ended == "time" and seconds < 5
    return held, f"ended within {seconds:.1f} s"


def _flooding_the_log(backend: Backend) -> tuple[bool, str]:
    seen = _run(backend, "while True: os.write(1, b'x' * 65536)", replace(LIMITS, log_bytes=4096))
    held = seen.ended == "output" and len(seen.log) <= 4096
    return _verdict(seen, held, f"{len(seen.log)} bytes kept, ended: {seen.ended}")


def _multiplying(backend: Backend) -> tuple[bool, str]:
    code = """
import time
made = 0
for _ in range(200):
    try: child = os.fork()
    except OSError: break
    if not child: time.sleep(60)
    made += 1
tell(made)
"""
    seen = _run(backend, code)
    held = seen.told is None or seen.told <= LIMITS.processes
    return _verdict(seen, held, f"{seen.told} processes of {LIMITS.processes}" if held else "200 processes were made")


def _staying_behind(backend: Backend) -> tuple[bool, str]:
    token = secrets.token_hex(16)
    code = """
import subprocess, sys
if not os.fork():
    os.setsid()
    if not os.fork():
        os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", "import time; time.sleep(30)", given["token"]])
    os._exit(0)
import time
time.sleep(0.2)
tell("done")
"""
    seen = _run(backend, code, token=token)
    left = _running(token)
    held = not left and seen.told == "done"
    return _verdict(seen, held, "nothing was left" if held else f"process {left} was left running")


def _running(token: str) -> list[int]:
    """Processes that have a word in their command line, once those that are being ended have gone."""
    found = list[int]()
    for _ in range(20):
        found = list(_with(token))
        if not found:
            break
        time.sleep(0.05)
    return found


def _with(token: str) -> Iterator[int]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if token in path.read_text(errors="replace"):
                yield int(path.parent.name)


def _ending_others(backend: Backend) -> tuple[bool, str]:
    code = """
import signal
for target in (given["pid"], given["parent"], -1):
    try: os.kill(target, signal.SIGKILL)
    except OSError: pass
tell("done")
"""
    with subprocess.Popen([sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"]) as bystander:
        seen = _run(backend, code, pid=bystander.pid, parent=os.getpid())
        alive = bystander.poll() is None
        bystander.kill()
    return _verdict(seen, alive, "a process outside lived on" if alive else "it ended a process outside")


def _asking_the_kernel(backend: Backend) -> tuple[bool, str]:
    code = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
calls = {
    "unshare": lambda: libc.unshare(0x10000000),
    "setns": lambda: libc.setns(0, 0),
    "ptrace": lambda: libc.ptrace(0, 0, 0, 0) if not os.fork() else -1,
    "mount": lambda: libc.mount(b"none", b"/tmp", b"tmpfs", 0, 0),
    "setuid": lambda: libc.setresuid(0, 0, 0) if os.getuid() else -1,
}
tell([name for name, call in calls.items() if name != "ptrace" and call() == 0])
"""
    seen = _run(backend, code)
    held = seen.told == []
    return _verdict(seen, held, "no right was gained" if held else f"the kernel granted {seen.told}")


ATTACKS: tuple[Attack, ...] = (
    _reading_files,
    _reading_the_environment,
    _reaching_the_network,
    _writing_outside,
    _taking_memory,
    _never_ending,
    _flooding_the_log,
    _multiplying,
    _staying_behind,
    _ending_others,
    _asking_the_kernel,
)
