"""Scorecards of other systems -> the normal form; the folder is the list of systems.

A system is a module with `recognises(content)`, by the shape of a file and never by its name, and
`cards(content, settings)`.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

from hiretool.errors import DataError, NotFoundError, Problems

if TYPE_CHECKING:
    from hiretool.discover import Library
    from hiretool.scoring.imports._card import Found
    from hiretool.scoring.imports._content import Content as Content
    from hiretool.scoring.imports._imported import Imported as Imported
    from hiretool.scoring.imports._mapping import Meanings as Meanings
    from hiretool.scoring.imports._settled import Settings as Settings


AT_MOST_BYTES = 2_000_000_000
"""100,000 cards of Greenhouse are about 200 MB."""


class System(Protocol):
    """What a module of this folder has."""

    def recognises(self, content: Content) -> bool: ...

    def cards(self, content: Content, settings: Settings) -> Found: ...


def names() -> list[str]:
    """The systems there are; readers of our own forms stand in the folder too, and recognise no system."""
    found = (path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    return sorted(name for name in found if hasattr(_module(name), "recognises"))


def get(name: str) -> System:
    """Raises: NotFoundError."""
    if name not in names():
        raise NotFoundError("system", name, names())
    return cast(System, _module(name))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")


def is_json(head: bytes) -> bool:
    """Whether a file that begins so is JSON, which the normal form never is."""
    from hiretool.scoring.imports import _content

    return _content.is_json(head)


def mapping(path: Path | None, library: Library) -> Meanings:
    """The mapping file, or an empty one.

    Raises: Problems, with all that is wrong in the file, competencies that the library does not have among it.
    """
    from hiretool.scoring.imports import _mapping, _vocabulary

    if path is None:
        return _mapping.Mapping()
    found = _mapping.read(path)
    named = [*found.competencies.values(), *(name for name in found.notes.values() if name != "card")]
    if problems := _vocabulary.check(named, library):
        raise Problems([DataError(path, "competencies", problem) for problem in problems])
    return found


def people(path: Path) -> Mapping[str, str]:
    """Id -> name, from a CSV or XLSX with the columns id and name. Raises: Problems."""
    from hiretool.scoring.imports import _names

    return _names.read(path)


def content(path: Path, raw: bytes | None, meanings: Meanings) -> Content:
    """The file's JSON values, or its table. Raises: DataError."""
    from hiretool.scoring.imports import _content

    return _content.read(path, raw, meanings)


def recognised(content: Content) -> str | None:
    """The system that a file of this shape comes from, if it is one of those that are known."""
    return next((name for name in names() if get(name).recognises(content)), None)


def settings(
    library: Library,
    meanings: Meanings,
    *,
    people: Mapping[str, str] | None = None,
    role: str = "",
    candidate: str = "",
    accept_guesses: bool = False,
    with_private_notes: bool = False,
) -> Settings:
    """What the names in a file mean, and what is to be done with guesses and private notes."""
    from hiretool.scoring.imports._settled import Settings
    from hiretool.scoring.imports._vocabulary import Vocabulary

    guessed_for = role or (meanings.role if isinstance(meanings.role, str) else "")
    return Settings(
        Vocabulary(library, guessed_for, meanings.competencies),
        meanings,
        people or {},
        role,
        candidate,
        accept_guesses,
        with_private_notes,
    )


def imported(content: Content, system: str, settings: Settings) -> Imported:
    """The cards in the file, in the normal form, with what was not taken and why.

    Raises: DataError or Problems where the file as a whole cannot be used; NotFoundError for an unknown system.
    """
    from hiretool.scoring.imports import _settled

    found = get(system).cards(content, settings)
    if not found.cards and not found.orphans:
        raise DataError(content.path, "", f"holds no scorecard of {system}")
    return _settled.settled(content.path, system, found, settings)


def draft(content: Content, system: str, settings: Settings, library: Library) -> str:
    """A mapping file for the file at hand, with guesses to be checked by a person.

    Raises: DataError or Problems where the file as a whole cannot be used; NotFoundError for an unknown system.
    """
    import dataclasses

    from hiretool.scoring.imports import _draft

    tolerant = dataclasses.replace(settings, accept_guesses=True, drafting=True)
    return _draft.draft(content, system, get(system).cards(content, tolerant), tolerant, library)


def unrecognised(content: Content) -> DataError:
    """What to say of a file whose shape nobody knows."""
    what = "a table" if content.grid is not None else "JSON"
    known = ", ".join(names())
    return DataError(content.path, "", f"is {what} of a shape that no system here has; --from names it: {known}")
