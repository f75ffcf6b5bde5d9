"""Taking people out of all that hiretool keeps: database, kept pages, corpus, files that it wrote."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from hiretool.errors import HiretoolError
from hiretool.sourcing.privacy import forms, naming

if TYPE_CHECKING:
    from hiretool.store.sourced import Removed
    from hiretool.store.store import Store

State = Literal["names them", "may name them", "gone", "deleted"]


class Forgets(Protocol):
    """A store of papers that can take people out of itself, such as a corpus."""

    def forget(self, names: Collection[str], *, paper_ids: Collection[str] = ()) -> int:
        """Leave no byte of these names in any index, table or cache of it.

        names: as they are spelled; paper_ids: only on these papers, if there are any.
        Returns: how many papers were changed.
        """


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was written about people on file."""

    path: Path
    state: State


def purged(store: Store, ids: Collection[int], *, names: Sequence[str] = (), actor: str, why: str) -> Removed:
    """Delete rows, and the names where they stand in other rows, with every byte of them.

    names: of people who are taken out by name; of rows that only grew old, none.
    """
    from hiretool.store import sourced

    return sourced.remove(store, ids, actor=actor, why=why, masked=_mask(names), hints=_hints)


def exports(store: Store, *, people: Collection[int], names: Sequence[str]) -> list[Export]:
    """The files that were written about these people, or that name them, as far as it can be told."""
    from hiretool.store import sourced

    found = []
    for text, person in sourced.exports(store):
        path = Path(text)
        if (state := _state(path, known=person in people, names=names)) is not None:
            found.append(Export(path, state))
    return found


def deleted(store: Store, found: Iterable[Export]) -> list[Export]:
    """The files deleted that name them for sure, and off the list; the others as they were.

    Raises: HiretoolError if one cannot be deleted.
    """
    from hiretool.store import sourced

    done = []
    for export in found:
        if export.state == "names them":
            try:
                export.path.unlink()
            except OSError as error:
                raise HiretoolError(f"{export.path}: cannot be deleted ({error.strerror})") from error
            export = Export(export.path, "deleted")  # noqa: PLW2901 - the same file, in its new state
        done.append(export)
    sourced.forget_exports(store, [str(export.path) for export in done if export.state in ("gone", "deleted")])
    return done


def pages(folders: Iterable[Path], wanted: Callable[[Path], bool]) -> int:
    """Delete kept files of the folders that are wanted gone. Returns: how many were deleted.

    What is kept can be got again, so that in doubt a file goes.
    """
    count = 0
    for file in _files(folders):
        try:
            if wanted(file):
                file.unlink()
                count += 1
        except FileNotFoundError:
            # Another process tidied up first.
            continue
        except OSError as error:
            raise HiretoolError(f"{file}: cannot be deleted ({error.strerror})") from error
    return count


def naming_one_of(names: Sequence[str]) -> Callable[[Path], bool]:
    """Whether a kept file names one of them, or is of a kind that cannot be read."""
    return lambda file: any(naming.in_file(file, name) is not False for name in names)


def older_than(seconds: float, now: float) -> Callable[[Path], bool]:
    """Whether a kept file is older. now: seconds since 1970."""
    return lambda file: now - file.stat().st_mtime > seconds


def _hints(path: str, name: str) -> bool:
    """Whether a path has a part of the name in it, of three letters or more."""
    folded = "".join(forms.parts(path))
    return any(part in folded for part in forms.parts(name) if len(part) > 2 or not part.isascii())


def _mask(names: Sequence[str]) -> Callable[[str], str]:
    return lambda text: reduce(naming.masked, names, text)


def _state(path: Path, *, known: bool, names: Sequence[str]) -> State | None:
    """What is to be said of a file; None if it has nothing to do with these people."""
    try:
        if not path.is_file():
            return "gone"
        if known:
            return "names them"
        answers = {naming.in_file(path, name) for name in names}
    except OSError:
        return "may name them"
    if True in answers:
        return "names them"
    return "may name them" if None in answers else None


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        # What has no ending is a lock: it holds no page, and whoever holds it would lose it.
        yield from (file for file in sorted(folder.rglob("*")) if file.suffix and file.is_file())
