"""Files in and out: text read with a clear reason when it cannot be, and written whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from hiretool.errors import DataError, HiretoolError

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text(path: Path, *, at_most: int = 200_000_000) -> str:
    """The file's text, without a byte-order mark.

    at_most: bytes; a larger file is refused rather than read into memory.
    Raises: DataError if it is missing, a folder, unreadable, too large, or not UTF-8.
    """
    return decoded(content(path, at_most=at_most), path)


def content(path: Path, *, at_most: int) -> bytes:
    """The file's bytes. Raises: DataError if it is missing, a folder, unreadable or too large."""
    try:
        with path.open("rb") as handle:
            size = os.fstat(handle.fileno()).st_size
            # A pipe says 0, and /dev/zero never ends.
            raw = b"" if size > at_most else handle.read(size or at_most + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if max(size, len(raw)) > at_most:
        raise DataError(path, "", f"is too large; expected at most {at_most:,} bytes")
    return raw


def decoded(raw: bytes, path: Path | str) -> str:
    """UTF-8 text of `raw`; `path` is for the message only."""
    if raw.startswith(UTF16):
        raise DataError(path, "", "is UTF-16, expected UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')")
    try:
        found = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = f"is not UTF-8 (byte 0x{raw[error.start]:02x}); save it as UTF-8, or convert it from Windows-1252"
        raise DataError(path, line, problem) from error
    if "\0" in found:
        raise DataError(path, found.count("\n", 0, found.index("\0")) + 1, "has a NUL byte; expected plain text")
    return found


def unreadable(path: Path | str, error: OSError) -> DataError:
    """What went wrong with `path`, in words."""
    if isinstance(error, FileNotFoundError):
        return DataError(path, "", "does not exist")
    if isinstance(error, IsADirectoryError):
        return DataError(path, "", "is a folder; expected a file")
    if isinstance(error, PermissionError):
        return DataError(path, "", "may not be opened (permission denied)")
    return DataError(path, "", f"cannot be used ({error.strerror or error})")


@contextlib.contextmanager
def replacing(path: Path, *, force: bool = True) -> Iterator[IO[bytes]]:
    """A file to write to that takes `path`'s place only when all of it is on disk; else nothing is left.

    Folders that are missing are made. A file that is replaced keeps its permissions.
    Raises: HiretoolError if `path` exists and `force` is not set, is no file, or cannot be written.
    """
    missing: list[Path] = []
    temporary = None
    try:
        may_write(path, force=force)
        mode = _mode(path)
        missing = [folder for folder in path.parents if not folder.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = tempfile.NamedTemporaryFile(dir=path.parent, prefix=".hiretool-", delete=False)  # noqa: SIM115
        temporary = Path(handle.name)
        with handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
        temporary, missing = None, []
    except OSError as error:
        reason = error.strerror or str(error)
        raise HiretoolError(f"{path}: cannot be written ({reason}). Nothing was changed there.") from error
    finally:
        if temporary:
            temporary.unlink(missing_ok=True)
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()


def write(path: Path, content: bytes, *, force: bool = True) -> None:
    """Write all of `content` to `path`, or nothing. Raises: as `replacing`."""
    with replacing(path, force=force) as handle:
        handle.write(content)


def may_write(path: Path, *, force: bool) -> None:
    """Raises: HiretoolError if something stands at `path` that must not be replaced."""
    if path.is_dir():
        raise DataError(path, "", "is a folder; expected a file name")
    if path.exists() and not path.is_file():
        raise DataError(path, "", "is a device or a pipe; expected a file name (- is standard output)")
    if path.exists() and not force:
        raise HiretoolError(f"{path} exists. Use --force to replace it, or another name.")


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those of a new one."""
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A scratch folder to fill, which becomes `folder` when all of it is there; else nothing is left.

    Raises: HiretoolError if `folder` holds something already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise HiretoolError(f"{folder} is not empty; name a new or empty folder.")
    with replaced_folder(folder) as scratch:
        yield scratch


@contextlib.contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """As `new_folder`, for a folder that may hold something: what is filled in takes the place of files of its name.

    Raises: HiretoolError if `folder` cannot be written.
    """
    scratch = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".hiretool-")).resolve()
        yield scratch
        scratch.chmod(0o777 & ~_umask())
        if folder.is_dir() and any(folder.iterdir()):
            shutil.copytree(scratch, folder, dirs_exist_ok=True)
        else:
            if folder.is_dir():
                folder.rmdir()
            scratch.rename(folder)
    except OSError as error:
        raise HiretoolError(f"{folder}: cannot be written ({error.strerror}). Nothing was left there.") from error
    finally:
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
