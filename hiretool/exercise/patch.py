"""Changes + folder -> changed files: exact context at the exact line, or nothing is changed.

Written here because what PyPI has either finds hunks by offset and guesswork (purepatch 0.1, patch-ng, whatthepatch)
or only reads (unidiff). A question whose patch has drifted must be told so, not helped.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from hiretool import files
from hiretool.errors import DataError
from hiretool.exercise.diff import Hunk, read, split


def applied(folder: Path, patch_text: str, *, name: Path | str = "patch") -> list[Path]:
    """Change the files of `folder` as the patch says, all of them or none; return those that were touched.

    Raises: DataError, with file and line, if a hunk does not match exactly or a path leaves the folder.
    """
    results: dict[Path, bytes | None] = {}
    for change in read(patch_text, name):
        path = _inside(folder, change.path, name)
        if path in results:
            raise DataError(name, "", f"changes {change.path} in two places; expected one section a file")
        if change.creates and path.exists():
            raise DataError(path, "", "exists already; the patch would make it anew")
        new = _patched("" if change.creates else _exact(path), change.hunks, path)
        if change.deletes and new:
            raise DataError(path, "", "has more lines than the patch that deletes it takes out")
        results[path] = None if change.deletes else new.encode(errors="surrogateescape")
    for path, content in results.items():
        if content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return list(results)


def _inside(folder: Path, name: str, patch: Path | str) -> Path:
    """The file's path. Raises: DataError if it would lie outside the folder."""
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or not path.parts or set("\\:") & set(name)
    if outside or not (folder / path).resolve().is_relative_to(folder.resolve()):
        raise DataError(patch, "", f"names {name!r}; expected a file inside the folder")
    return folder / path


def _exact(path: Path) -> str:
    """Text that encodes to the very same bytes, line ends and all."""
    try:
        return path.read_bytes().decode(errors="surrogateescape")
    except OSError as error:
        raise files.unreadable(path, error) from error


def _patched(text: str, hunks: list[Hunk], path: Path) -> str:
    old, new, done = split(text), list[str](), 0
    for hunk in hunks:
        if hunk.start < done:
            raise DataError(path, hunk.start + 1, "hunks overlap or are out of order")
        new += old[done : hunk.start]
        done = hunk.start
        if done > len(old):
            raise DataError(path, done + 1, f"the patch expects a line here; the file has {len(old)}")
        for sign, line in hunk.lines:
            if sign != "+":
                if done >= len(old) or old[done] != line:
                    found = repr(old[done]) if done < len(old) else "the end of the file"
                    raise DataError(path, done + 1, f"the patch expects {line!r}, found {found}")
                done += 1
            if sign != "-":
                new.append(line)
    return "".join(new + old[done:])
