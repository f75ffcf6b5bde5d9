"""Runs a command that can reach only what it is told, by Landlock and seccomp, and ends what it leaves behind.

    python -I -S -c CAGE SETTINGS COMMAND...

Handed over as text like prelude.py. This process stays outside the cage as the parent of all that is in it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# include/uapi/linux/landlock.h, prctl.h, capability.h
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << bit for bit in range(6))
MAKE_DIR, MAKE_REG, MAKE_SYM, REFER, TRUNCATE = 1 << 7, 1 << 8, 1 << 12, 1 << 13, 1 << 14
EVERYTHING = (1 << 16) - 1
READ = EXECUTE | READ_FILE | READ_DIR
WRITE = WRITE_FILE | READ_FILE | READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
NO_TCP, NO_ABSTRACT_SOCKETS_AND_SIGNALS = 3, 3
PR_SET_PDEATHSIG, PR_SET_KEEPCAPS, PR_CAPBSET_DROP, PR_SET_SUBREAPER = 1, 8, 24, 36
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_CAP_AMBIENT, AMBIENT_RAISE = 38, 22, 47, 2
CAP_DAC_READ_SEARCH, CAPABILITY_VERSION_3 = 2, 0x20080522
PF_EXITING = 0x4  # include/linux/sched.h, shown in /proc/PID/stat

libc = ctypes.CDLL(None, use_errno=True)


def called(name: str, *arguments: Any) -> int:
    result: int = getattr(libc, name)(*arguments)
    if result < 0:
        error = ctypes.get_errno()
        sys.exit(f"{name}: {os.strerror(error)}")
    return result


def restrict_files(settings: dict[str, Any]) -> None:
    attributes = struct.pack("QQQ", EVERYTHING, NO_TCP, NO_ABSTRACT_SOCKETS_AND_SIGNALS)
    ruleset = called("syscall", CREATE_RULESET, attributes, len(attributes), 0)
    for rights, paths in ((READ, settings["read"]), (READ_DIR, settings["listed"]), (WRITE, settings["written"])):
        for path in paths:
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
            allowed = rights if os.path.isdir(path) else rights & OF_FILES
            called("syscall", ADD_RULE, ruleset, 1, struct.pack("=Qi", allowed, folder), 0)
            os.close(folder)
    called("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    called("syscall", RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def restrict_calls(filter: bytes) -> None:
    steps = ctypes.create_string_buffer(filter, len(filter))
    program = struct.pack("HxxxxxxP", len(filter) // 8, ctypes.addressof(steps))
    called("prctl", PR_SET_SECCOMP, 2, program, 0, 0)


def leave_root(uid: int) -> None:
    # The interpreter may lie below a folder that only root may enter. This one right opens no more than Landlock lets.
    kept = 1 << CAP_DAC_READ_SEARCH
    for capability in range(64):
        if capability != CAP_DAC_READ_SEARCH:
            libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    called("prctl", PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    # Where root itself lacks it (containers), all are given up.
    if libc.capset(header, struct.pack("6I", kept, kept, kept, 0, 0, 0)) == 0:
        libc.prctl(PR_CAP_AMBIENT, AMBIENT_RAISE, CAP_DAC_READ_SEARCH, 0, 0)
    else:
        called("capset", header, bytes(24))


def enter(settings: dict[str, Any], command: list[str]) -> None:
    os.setsid()
    os.chdir(settings["written"][0])
    if settings["uid"] is not None:
        leave_root(settings["uid"])
    restrict_files(settings)
    restrict_calls(bytes.fromhex(settings["filter"]))
    os.execve(command[0], command, settings["environment"])


def end_all() -> None:
    """Kill children until there are none; what they leave behind becomes ours."""
    while True:
        for thread in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{thread}/children") as file:
                for child in file.read().split():
                    os.kill(int(child), signal.SIGKILL)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return


def orphaned(place: str) -> None:
    """Nobody is left outside who would clean up."""
    # The parent's end may be told to us only now, and would end what removes the folder.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    end_all()
    os.execv("/bin/rm", ["rm", "-rf", place])


def forsaken(parent: int) -> bool:
    """Whether the parent has ended, or is about to: its files are closed, which ends the code, before we are told."""
    if os.getppid() != parent:
        return True
    try:
        with open(f"/proc/{parent}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return fields[0] in "ZX" or bool(int(fields[6]) & PF_EXITING)


def main() -> None:
    parent = os.getppid()
    # Written by hiretool and by nobody else.
    settings = eval(sys.argv[1])
    called("prctl", PR_SET_SUBREAPER, 1, 0, 0, 0)
    first = os.fork()
    if not first:
        enter(settings, sys.argv[2:])
    signal.signal(signal.SIGTERM, lambda *_: orphaned(settings["place"]))
    called("prctl", PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    # Whoever reads on the other side waits for as long as somebody here may still write.
    os.closerange(0, 4096)
    while True:
        ended, status = os.wait()
        if ended == first:
            break
    end_all()
    if forsaken(parent):
        orphaned(settings["place"])
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


main()
