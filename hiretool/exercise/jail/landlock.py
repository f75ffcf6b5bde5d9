"""Landlock, seccomp and limits: for machines where nobody may make namespaces. What exists can be seen, not read."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from hiretool.exercise.jail import inside, seccomp, tree, view
from hiretool.exercise.jail.limits import Limits
from hiretool.exercise.jail.wall import Backend
from hiretool.exercise.jail.watch import Launch

OLDEST = 6
"""Version of Landlock that keeps signals in (Linux 6.12); before it the code could end its user's other programs."""
DEVICES = ("/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
CAGE = Path(__file__).with_name("cage.py").read_text(encoding="utf-8")
_VERSION_FLAG = 1
_UNKNOWN = 1 << 40
"""More bytes than any limit, for a scratch folder of which not all can be seen."""
_LONGEST = 1000
"""Characters of a path; what lies deeper takes long to look at and longer to remove."""
LOST = 1 << 30
"""Bytes that the disk may lose meanwhile, to whatever program, beyond the scratch folder's limit."""


class Landlock(Backend):
    name = "landlock"
    how_to_get = "Linux 6.12 or later with Landlock enabled"
    caveat = (
        "hides no names: the code can see which files exist, how large they are and when they changed; "
        "its scratch folder is on the disk, and watched instead of capped"
    )

    def unavailable(self) -> str:
        if platform.system() != "Linux":
            return f"needs Linux, this is {platform.system()}"
        if reason := seccomp.lacking():
            return reason
        version = _version()
        if version < 1:
            return "this kernel has no Landlock, or it is not enabled"
        return "" if version >= OLDEST else f"Landlock has version {version} here, {OLDEST} is needed (Linux 6.12)"

    def launch(self, code: bytes, name: str, files: Mapping[str, Path], limits: Limits) -> Launch:
        uid = view.unused_uid()
        place = tempfile.mkdtemp(prefix="hiretool-jail-")
        scratch, given = Path(place, "scratch"), Path(place, "given")
        scratch.mkdir()
        given.mkdir()
        if uid is not None:
            os.chmod(place, 0o755)
            os.chown(scratch, uid, uid)
            files = view.copied(files, Path(place, "copies"))
        for entry, folder in files.items():
            (given / entry).symlink_to(folder.resolve())
        replies, written = os.pipe()
        read, listed = _allowed([*view.shown(), str(given), *(str(folder.resolve()) for folder in files.values())])
        settings = {
            "uid": uid,
            "place": place,
            "read": [*read, *DEVICES],
            "listed": listed,
            "written": [str(scratch), "/dev/null"],
            "filter": seccomp.program_alone().hex(),
            "environment": {**view.ENVIRONMENT, **view.folders(str(scratch), str(given))},
        }
        processes = limits.processes + (_tasks(os.getuid()) if uid is None else 0)
        told_inside = inside.settings(name, limits, reply_fd=written, sites=view.sites(), processes=processes)
        python = view.interpreter()
        cage = [str(python), "-I", "-S", "-B", "-X", "utf8", "-c", CAGE, repr(settings)]
        free = _free(place)
        return Launch(
            command=[*cage, *inside.python(python), told_inside],
            text=code,
            end=lambda pid, *_: tree.end(pid),
            fds=(written,),
            replies=replies,
            spare=1,
            scratch=lambda pid: _used(scratch, pid, limits, free),
            clean=lambda: _remove(place),
        )


def _version() -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    found: int = libc.syscall(444, None, 0, _VERSION_FLAG)
    return found


def _allowed(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """What may be read, and what may only be listed because answers lie within: no rule takes back what one gave."""
    read, listed = list[str](), list[str]()
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path in view.hidden():
            continue
        if not any(hidden.startswith(path.rstrip("/") + "/") for hidden in view.hidden()):
            read.append(path)
            continue
        listed.append(path)
        waiting += [entry.path for entry in os.scandir(path)]
    return read, listed


def _tasks(uid: int) -> int:
    """Processes and threads that the user has now: the kernel's limit counts them too."""
    count = 0
    for entry in os.scandir("/proc"):
        with contextlib.suppress(OSError):
            if entry.name.isdecimal() and entry.stat().st_uid == uid:
                count += len(os.listdir(f"{entry.path}/task"))
    return count


def _used(scratch: Path, pid: int, limits: Limits, free: int) -> tuple[int, int]:
    """Bytes and files in the folder, those without a name that processes hold open included."""
    if free - _free(str(scratch)) > LOST + (limits.scratch_mb << 20):
        return _UNKNOWN, 0
    size, count = 0, 0
    try:
        waiting = [str(scratch)]
        while waiting and count <= limits.files:
            if len(folder := waiting.pop()) > _LONGEST:
                return _UNKNOWN, count
            for entry in os.scandir(folder):
                count += 1
                size += entry.stat(follow_symlinks=False).st_blocks * 512
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    except FileNotFoundError:
        pass
    except OSError:
        # Locked.
        return _UNKNOWN, count
    return size + sum(tree.unlinked(pid).values()), count


def _free(place: str) -> int:
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize


def _remove(place: str) -> None:
    # Python's own way follows names, and fails at what lies too deep or may not be entered.
    for command in (["chmod", "-R", "u+rwx", place], ["rm", "-rf", place]):
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    shutil.rmtree(place, ignore_errors=True)
