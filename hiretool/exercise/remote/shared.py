"""A folder that both processes see: what is new in one is written in the other."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hiretool.exercise.remote.wire import WireError
else:
    from wire import WireError

MOST_FILES = 20_000
MOST_BYTES = 200 << 20
"""Files and bytes that one end takes from the other, or gives, in one run."""


class Shared:
    """One end's copy of the folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._seen: dict[str, tuple[int, int]] = {}
        self._files = self._bytes = 0

    def changed(self) -> dict[str, bytes | None]:
        """Plain files that are new or differ since the last look, and new folders (None), by name below the root.

        Raises: WireError where there are more than can be looked at.
        """
        found: dict[str, bytes | None] = {}
        for folder, folders, names in os.walk(self.root):
            for path in (Path(folder, name) for name in folders + names):
                is_folder = path.is_dir()
                if path.is_symlink() or not (is_folder or path.is_file()):
                    continue
                name = path.relative_to(self.root).as_posix()
                stamp = (0, 0) if is_folder else _stamp(path)
                if self._seen.get(name) != stamp:
                    content = None if is_folder else path.read_bytes()
                    self._count(content)
                    found[name], self._seen[name] = content, stamp
        return found

    def take(self, files: Any) -> None:
        """Write what the other end has, below the root and nowhere else. Raises: WireError."""
        if not isinstance(files, dict):
            raise WireError("its files are no files")
        for name, content in files.items():
            parts = PurePosixPath(str(name)).parts
            if not parts or ".." in parts or parts[0] == "/" or "\0" in str(name):
                raise WireError("it named a file that cannot be")
            if content is not None and not isinstance(content, bytes):
                raise WireError("its files are no files")
            self._count(content)
            path = self.root.joinpath(*parts)
            if content is None:
                path.mkdir(parents=True, exist_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            self._seen["/".join(parts)] = _stamp(path) if content is not None else (0, 0)

    def _count(self, content: bytes | None) -> None:
        self._files, self._bytes = self._files + 1, self._bytes + len(content or b"")
        if self._files > MOST_FILES or self._bytes > MOST_BYTES:
            raise WireError("more files were written than can be looked at")


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
