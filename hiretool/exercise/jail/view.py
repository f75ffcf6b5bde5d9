"""What a jail shows of this machine: the interpreter, its libraries, and nothing of hiretool."""

from __future__ import annotations

import functools
import itertools
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

SYSTEM = ("/usr/lib", "/usr/lib64", "/usr/lib32", "/usr/bin", "/usr/share/zoneinfo", "/nix/store", "/gnu/store")
"""Where the C library, what it loads, and plain commands are. Not /usr as a whole: people keep sources there."""
ETC = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime")
LINKED = ("/lib", "/lib64", "/lib32", "/bin")
"""Links into /usr on today's systems, and folders on older ones."""
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "USER": "candidate",
    "LOGNAME": "candidate",
    # Results must not hang on the number of processors, and threads count as processes.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
_UNUSED_UIDS = 1_900_000_000
"""Nobody's: systemd's list of uid ranges has 1879048192 to 2147483647 unassigned (systemd.io/UIDS-GIDS)."""
_counter = itertools.count()
_PACKAGE = Path(__file__).resolve().parents[2]


def interpreter() -> Path:
    """The Python that runs this, and not the link to it in a virtual environment."""
    return Path(os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable))


@functools.cache
def sites() -> tuple[str, ...]:
    """The folders of installed libraries that this Python looks into, in its order."""
    found = dict.fromkeys(os.path.abspath(entry) for entry in sys.path if entry)
    return tuple(path for path in found if path.endswith(("site-packages", "dist-packages")) and os.path.isdir(path))


@functools.cache
def shown() -> tuple[str, ...]:
    """Folders and files of this machine to be seen inside under their own names; none lies within another."""
    python = interpreter().parent.parent
    # The names that the interpreter was built with need not be where the links end.
    roots = dict.fromkeys((str(python), sys.base_prefix, sys.base_exec_prefix))
    own = [f"{root}/{part}" for root in roots if root != "/usr" for part in ("bin", "lib", "lib64")]
    return _outermost(path for path in [*SYSTEM, *ETC, *own, *sites()] if os.path.exists(path))


@functools.cache
def hidden() -> tuple[str, ...]:
    """Folders within those that would tell the answers: hiretool and what came with it."""
    within = [Path(entry) for entry in sites()]
    records = [record for entry in within for record in entry.glob("hiretool-*.*-info") if record.is_dir()]
    copies = [entry / "hiretool" for entry in within if (entry / "hiretool").is_dir()]
    candidates = dict.fromkeys(map(str, [_PACKAGE, *copies, *records]))
    return tuple(path for path in candidates if any(_is_in(path, top) for top in shown()))


def linked() -> tuple[tuple[str, str], ...]:
    """Top-level links and where they lead."""
    return tuple((link, os.readlink(link)) for link in LINKED if os.path.islink(link))


def folders(scratch: str, given: str) -> dict[str, str]:
    """Variables that name the folder to write to and the one that holds what was handed in."""
    return {"GIVEN": given, **dict.fromkeys(("HOME", "TMPDIR", "NUMBA_CACHE_DIR", "MPLCONFIGDIR"), scratch)}


def unused_uid() -> int | None:
    """The user that root becomes for one jail; None for others, who stay what they are."""
    if os.geteuid() != 0:
        return None
    lines = [tuple(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()]
    known = [range(first, first + length) for first, _, length in lines]
    # Two jails that run at the same time are strangers to each other as well. 65534 is nobody, for containers.
    own = _UNUSED_UIDS + 16 * os.getpid() + next(_counter) % 16
    return next((uid for uid in (own, 65534) if any(uid in ids for ids in known)), None)


def parents(paths: Iterable[str]) -> list[str]:
    """The folders above, from the top down."""
    above = (str(parent) for path in paths for parent in reversed(Path(path).parents))
    return list(dict.fromkeys(parent for parent in above if parent != "/"))


def readable_by_all(folder: Path) -> bool:
    """Whether a user with no rights of their own can read all of it."""
    for path in (folder, *folder.rglob("*")):
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            continue
        wanted = 0o005 if stat.S_ISDIR(mode) else 0o004
        if mode & wanted != wanted:
            return False
    return True


def copied(folders: Mapping[str, Path], into: Path) -> dict[str, Path]:
    """Copies that everybody can read. Links stay links, and what is neither file nor folder is left out."""
    copies = {}
    for name, folder in folders.items():
        copies[name] = into / name
        shutil.copytree(folder, into / name, symlinks=True, ignore=_special)
        for path in (into / name, *(into / name).rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() else 0o644)
    return copies


def _special(folder: str, names: list[str]) -> list[str]:
    kinds = {name: stat.S_IFMT(os.lstat(os.path.join(folder, name)).st_mode) for name in names}
    return [name for name, kind in kinds.items() if kind not in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK)]


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    kept = dict.fromkeys(paths)
    return tuple(path for path in kept if not any(path != other and _is_in(path, other) for other in kept))


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
