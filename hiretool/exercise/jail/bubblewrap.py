"""bubblewrap: namespaces of its own for each run, and a view of the machine that holds next to nothing."""

from __future__ import annotations

import functools
import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hiretool.exercise.jail import inside, seccomp, tree, view
from hiretool.exercise.jail.limits import Limits
from hiretool.exercise.jail.wall import Backend
from hiretool.exercise.jail.watch import Launch

OLDEST = (0, 8)
"""The first release with --disable-userns (NEWS of 0.8.0, 2023)."""
SCRATCH = "/tmp/scratch"
"""A folder of its own: where the interpreter's libraries lie below /tmp, that is no empty one."""
DEVICES = ("null", "zero", "full", "random", "urandom")
# Not /dev as bubblewrap makes it: its /dev/shm can be filled until the machine's memory is full.
_APART = (
    "--unshare-user",
    "--unshare-ipc",
    "--unshare-pid",
    "--unshare-net",
    "--unshare-uts",
    "--unshare-cgroup-try",
    "--disable-userns",
    "--uid",
    "1000",
    "--gid",
    "1000",
    "--hostname",
    "jail",
    "--die-with-parent",
    "--new-session",
    "--cap-drop",
    "ALL",
)


class Bubblewrap(Backend):
    name = "bubblewrap"
    how_to_get = "apt-get install bubblewrap (0.8 or later)"

    def unavailable(self) -> str:
        if platform.system() != "Linux":
            return f"needs Linux, this is {platform.system()}"
        if not (program := shutil.which("bwrap")):
            return "not installed"
        if (version := _version(program)) < OLDEST:
            return f"version {'.'.join(map(str, version))} is too old, 0.8 is needed"
        if view.unused_uid() is not None and not shutil.which("setpriv"):
            return "as root it needs setpriv (of util-linux) too, which is not installed"
        return seccomp.lacking()

    def explained(self, problem: str) -> str:
        if re.search(r"uid map|user namespace|No permissions to create", problem, re.IGNORECASE):
            # Source: microsoft/vscode issue 316046, for the profile that Ubuntu ships and does not load.
            return (
                f"{problem}: no user namespace may be made here. On Ubuntu 24.04 install apparmor-profiles"
                " and load /usr/share/apparmor/extra-profiles/bwrap-userns-restrict with apparmor_parser -r"
                + ("; or run hiretool as an ordinary user" if os.geteuid() == 0 else "")
            )
        return problem

    def launch(self, code: bytes, name: str, files: Mapping[str, Path], limits: Limits) -> Launch:
        uid = view.unused_uid()
        staged = None
        if uid is not None and not all(map(view.readable_by_all, files.values())):
            # The code runs as a user who may not read what only root may.
            staged = tempfile.mkdtemp(prefix="hiretool-jail-")
            files = view.copied(files, Path(staged))
        replies, written = os.pipe()
        status, told = os.pipe()
        filter_fd = _in_memory(seccomp.program())
        seen = list(_view(files, limits))
        apart = [*_APART, "--json-status-fd", str(told), "--seccomp", str(filter_fd)]
        # Older kernels count the processes that the user has elsewhere too; then it is for the watch alone.
        counted = limits.processes if uid is not None or inside.kernel() >= (5, 14) else None
        settings = inside.settings(name, limits, reply_fd=written, sites=view.sites(), processes=counted)
        python = [*inside.python(view.interpreter()), settings]
        fds = [written, told, filter_fd]
        bwrap = shutil.which("bwrap") or "bwrap"
        if uid is None:
            command = [bwrap, "--args", _arguments([*seen, *_proc(), *apart, *_start()], fds), "--", *python]
        else:
            inner = [bwrap, "--args", _arguments(["--bind", "/", "/", *_proc(), *apart, *_start()], fds), "--", *python]
            outer = _arguments([*seen, "--ro-bind", bwrap, bwrap, *_as_root()], fds)
            command = [bwrap, "--args", outer, "--", *_dropped(uid), *inner]
        return Launch(
            command=command,
            text=code,
            end=_end,
            fds=tuple(fds),
            replies=replies,
            status=status,
            spare=1,
            scratch=_scratch,
            clean=lambda: shutil.rmtree(staged, ignore_errors=True) if staged else None,
        )


def _view(files: Mapping[str, Path], limits: Limits) -> Iterator[str]:
    """Arguments for all that is to be seen; nothing of it can be written to but /tmp."""
    given = {f"/given/{name}": str(folder.resolve()) for name, folder in files.items()}
    # First of all, for the interpreter and its libraries may themselves lie below /tmp.
    yield from ("--perms", "1777", "--size", str(limits.scratch_mb << 20), "--tmpfs", "/tmp")
    yield from ("--perms", "1777", "--dir", SCRATCH)
    # Made by hand, for a uid without rights could not pass what bubblewrap makes of a parent that only root may enter.
    for folder in view.parents([*view.shown(), *given, "/dev/null", "/proc/x"]):
        if folder != "/tmp":
            yield from ("--perms", "0755", "--dir", folder)
    for link, target in view.linked():
        yield from ("--symlink", target, link)
    for path in (*view.shown(), *(link for link in view.LINKED if os.path.isdir(link) and not os.path.islink(link))):
        yield from ("--ro-bind", path, path)
    for path in view.hidden():
        yield from ("--perms", "0555", "--size", "4096", "--tmpfs", path, "--remount-ro", path)
    for device in DEVICES:
        yield from ("--dev-bind", f"/dev/{device}", f"/dev/{device}")
    yield from ("--symlink", "/proc/self/fd", "/dev/fd", "--symlink", "/tmp", "/dev/shm")
    for inner, folder in given.items():
        yield from ("--ro-bind", folder, inner)
    yield from ("--remount-ro", "/")


def _proc() -> tuple[str, ...]:
    """Without bubblewrap's own first process in it, whose memory could be read, and written to."""
    return ("--proc", "/proc", "--perms", "0555", "--size", "4096", "--tmpfs", "/proc/1", "--remount-ro", "/proc/1")


def _start() -> Iterator[str]:
    yield from ("--chdir", SCRATCH)
    for name, value in {**view.ENVIRONMENT, **view.folders(SCRATCH, "/given")}.items():
        yield from ("--setenv", name, value)


def _as_root() -> Sequence[str]:
    """For the outer of two: it may change the user, and shows the real /proc, without which the inner gets none."""
    changing = ("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP")
    return ("--bind", "/proc", "/proc", *changing, "--die-with-parent")


def _dropped(uid: int) -> Sequence[str]:
    """setpriv to a user without any right; limits on processes do not bind root."""
    user = ("--reuid", str(uid), "--regid", str(uid), "--clear-groups")
    return ("/usr/bin/setpriv", *user, "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all")


def _scratch(first: int) -> tuple[int, int]:
    use = os.statvfs(f"/proc/{first}/root/tmp")
    return (use.f_blocks - use.f_bfree) * use.f_frsize, use.f_files - use.f_ffree


def _end(process: int, first: int | None, _: bool) -> set[int]:
    """The kernel ends all of a process namespace with its first process; bubblewrap then ends by itself."""
    if first is not None:
        tree.kill(first)
    return tree.end(process) | ({first} if first is not None else set())


def _arguments(words: Iterable[str], fds: list[int]) -> str:
    """A descriptor that holds the arguments: a command line is for everybody to read."""
    fds.append(_in_memory(b"".join(word.encode() + b"\0" for word in words)))
    return str(fds[-1])


def _in_memory(data: bytes) -> int:
    fd = os.memfd_create("hiretool", 0)
    os.write(fd, data)
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


@functools.cache
def _version(program: str) -> tuple[int, ...]:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, env={})
    return tuple(map(int, re.findall(r"\d+", done.stdout)))
