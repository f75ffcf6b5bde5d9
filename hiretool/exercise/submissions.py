"""What a candidate sent (folder, zip, tar) -> plain files in a folder of ours; nothing in it is run or followed."""

from __future__ import annotations

import contextlib
import shutil
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from hiretool.errors import DataError
from hiretool.exercise.start import LEFT_BEHIND

MOST_FILES = 2_000
MOST_BYTES = 50_000_000
MOST_NAME = 240
# One megabyte of a zip can claim a gigabyte.
MOST_RATIO = 200
_CHUNK = 1 << 16
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Path]:
    """A folder with the submission's plain files, gone afterwards.

    Links, devices, sockets and what tools leave behind stay out. Raises: DataError if it is none of the three, holds
    names that lead outside, or is larger than a person's work can be.
    """
    with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch).resolve() / "submission"
        folder.mkdir()
        try:
            _Taken(path, folder).take()
        except _BROKEN as error:
            raise DataError(path, "", f"cannot be read as a folder, zip or tar ({error})") from error
        yield _inner(folder)


class _Taken:
    """Copies one submission, counting."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder
        self._files = self._bytes = 0

    def take(self) -> None:
        if self._path.is_dir():
            self._take_folder()
        elif not self._path.is_file():
            raise DataError(self._path, "", "does not exist; expected a folder, a zip or a tar")
        elif zipfile.is_zipfile(self._path):
            self._take_zip()
        elif tarfile.is_tarfile(self._path):
            self._take_tar()
        else:
            raise DataError(self._path, "", "is neither a folder nor a zip nor a tar")

    def _take_folder(self) -> None:
        root = self._path.resolve()
        for path in sorted(root.rglob("*")):
            # What lies behind a link is not the candidate's.
            behind = any(parent.is_symlink() for parent in path.parents if root in parent.parents)
            if behind or not stat.S_ISREG(path.lstat().st_mode):
                continue
            with path.open("rb") as source:
                self._write(path.relative_to(root).as_posix(), source)

    def _take_zip(self) -> None:
        with zipfile.ZipFile(self._path) as archive:
            for entry in archive.infolist():
                kind = stat.S_IFMT(entry.external_attr >> 16)
                if entry.is_dir() or kind not in (0, stat.S_IFREG):
                    continue
                if entry.file_size > MOST_RATIO * max(entry.compress_size, 1_000):
                    raise self._refused(f"{entry.filename!r} unpacks to more than {MOST_RATIO} times its size")
                with archive.open(entry) as source:
                    self._write(entry.filename, source)

    def _take_tar(self) -> None:
        packed = self._path.stat().st_size
        with tarfile.open(self._path) as archive:
            for number, entry in enumerate(archive):
                if number > 10 * MOST_FILES or archive.offset > MOST_RATIO * max(packed, 1_000_000):
                    raise self._refused("unpacks to far more than it holds")
                if entry.isreg() and (source := archive.extractfile(entry)):
                    with source:
                        self._write(entry.name, source)

    def _write(self, name: str, source: IO[bytes]) -> None:
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if LEFT_BEHIND & set(parts):
            return
        if not parts or parts[0].startswith("/") or ".." in parts or ":" in parts[0] or not name.isprintable():
            raise self._refused(f"{name[:80]!r} leads outside, or is no name")
        if len(name) > MOST_NAME or len(parts) > 20:
            raise self._refused(f"{name[:80]!r}... is too long a name")
        self._files += 1
        if self._files > MOST_FILES:
            raise self._refused(f"holds more than {MOST_FILES:,} files")
        target = self._folder.joinpath(*parts)
        if target.exists():
            raise self._refused(f"{name[:80]!r} stands in it twice")
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as copy:
            while chunk := source.read(_CHUNK):
                # What a header claims is not what comes out.
                self._bytes += len(chunk)
                if self._bytes > MOST_BYTES:
                    raise self._refused(f"holds more than {MOST_BYTES // 1_000_000} MB")
                copy.write(chunk)

    def _refused(self, problem: str) -> DataError:
        return DataError(self._path, "", f"{problem}; nothing of it was run")


def _inner(folder: Path) -> Path:
    """An archive often has one folder at its top, and the work in it."""
    entries = list(folder.iterdir())
    return _inner(entries[0]) if len(entries) == 1 and entries[0].is_dir() else folder


def copied(source: Path, target: Path) -> list[str]:
    """Lay the files of one folder over another; names of those that are new or differ."""
    changed = []
    for path in sorted(entry for entry in source.rglob("*") if entry.is_file()):
        name = path.relative_to(source)
        over = target / name
        if over.is_dir():
            raise DataError(name, "", "is a file where the exercise has a folder")
        if not over.exists() or over.read_bytes() != path.read_bytes():
            changed.append(name.as_posix())
        over.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, over)
    return changed
