"""The first thing that runs inside, as `python -I -S -B -u -X utf8 -c PRELUDE SETTINGS`: limits, then the code.

It is handed over as text and never imported. It reads the code from standard input: four bytes of length, then the
code; what follows there are the requests. It uses nothing that takes long to load.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any


def limit(settings: dict[str, Any]) -> None:
    import resource

    for name, wanted in settings["limits"]:
        _, allowed = resource.getrlimit(getattr(resource, name))
        most = wanted if allowed == resource.RLIM_INFINITY else min(wanted, allowed)
        # With a higher hard limit the code could raise it again.
        # Of processor time the first limit is told by a signal, and the second by the end.
        resource.setrlimit(getattr(resource, name), (most - 1 if name == "RLIMIT_CPU" else most, most))


def stand_guard(settings: dict[str, Any]) -> None:
    """Run on as a child of the container's first process, which is deaf to signals and has to wait for every orphan."""
    import ctypes
    import signal

    libc = ctypes.CDLL(None)
    # PR_SET_DUMPABLE: the child cannot reach into this process, though it has the same user.
    libc.prctl(4, 0, 0, 0, 0)
    child = os.fork()
    if not child:
        libc.prctl(4, 1, 0, 0, 0)
        return
    os.closerange(0, 65536)
    # If nobody is left outside who would end the container.
    signal.signal(signal.SIGALRM, lambda *_: os._exit(128 + signal.SIGXCPU))
    signal.alarm(int(settings["wall_s"]) + 5)
    ended = 0
    while ended != child:
        ended, status, use = os.wait4(-1, 0)
    code = os.waitstatus_to_exitcode(status)
    late = use.ru_utime + use.ru_stime >= dict(settings["limits"])["RLIMIT_CPU"] - 1
    # A program that is deaf to SIGXCPU is killed for the same reason.
    os._exit(128 + signal.SIGXCPU if code == -signal.SIGKILL and late else code if code >= 0 else 128 - code)


def restrict_calls(settings: dict[str, Any]) -> None:
    import ctypes

    steps = bytes.fromhex(settings["filters"][os.uname().machine])
    held = ctypes.create_string_buffer(steps, len(steps))
    program = struct_of(len(steps) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    # PR_SET_NO_NEW_PRIVS; PR_SET_SECCOMP with SECCOMP_MODE_FILTER.
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, program, 0, 0):
        sys.exit(f"the filter of system calls: {os.strerror(ctypes.get_errno())}")


def struct_of(length: int, address: int) -> bytes:
    # struct sock_fprog
    return length.to_bytes(8, "little") + address.to_bytes(8, "little")


def volunteer() -> None:
    # When the machine as a whole runs out of memory, the kernel shall end this one first.
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
    except OSError:
        pass


def connect(settings: dict[str, Any]) -> None:
    # fd 3 = replies, 1 and 2 = log; whatever else the launchers left open is closed.
    if settings["reply_fd"] != 3:
        os.dup2(settings["reply_fd"], 3)
    if settings["reply_fd"] == 1:
        os.dup2(2, 1)
    os.set_inheritable(3, True)
    os.closerange(4, 65536)


def received(length: int) -> bytes:
    # Not through sys.stdin: its buffer would swallow the first requests.
    parts = []
    while length:
        part = os.read(0, min(length, 1 << 20))
        if not part:
            sys.exit("the code did not arrive whole")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def start() -> CodeType:
    # Written by hiretool and by nobody else.
    settings = eval(sys.argv[1])
    sys.argv[:] = [settings["name"]]
    connect(settings)
    volunteer()
    limit(settings)
    if settings["filters"]:
        # Where the launcher is a container's, which has neither of its own.
        restrict_calls(settings)
        stand_guard(settings)
    if settings["sites"] is None:
        import site

        site.main()
    else:
        # No .pth file is followed: they run code and lead outside.
        sys.path += settings["sites"]
    import _sitebuiltins
    import builtins

    builtins.exit = builtins.quit = _sitebuiltins.Quitter("exit", "Ctrl-D")
    text = received(int.from_bytes(received(4), "big"))
    # Tells the outside that the wall stands and the code begins.
    os.write(3, b"\x06")
    return compile(text, settings["name"], "exec", dont_inherit=True)


__code = start()
# The code is the main module, as far as it can see.
for __name in [name for name in globals() if not name.startswith("__")]:
    del globals()[__name]
del __name
exec(globals().pop("__code"))
