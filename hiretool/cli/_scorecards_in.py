"""Scorecards for `scorecard import`: in our own forms, or as another system exports them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import Command, completed, input_file, library, opened_store, put, say
from hiretool.errors import HiretoolError

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring import Reading
    from hiretool.scoring.imports import Content, Imported, Meanings, Settings
    from hiretool.store.cards import Card

LOOKED_AT = 400
"""Bytes in which our own JSON has said what it is."""
PASSED_OVER = 8
"""Columns that a line names before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command that say what a file is and what its names mean."""

    system: str | None
    mapping: Path | None
    people: Path | None
    role: str
    candidate: str
    accept_guesses: bool
    with_private_notes: bool

    @property
    def foreign(self) -> bool:
        """Some option makes sense for another system's file alone."""
        return bool(self.system or self.mapping or self.people or self.role or self.candidate or self.accept_guesses)


@dataclass(frozen=True, slots=True)
class Read:
    """The ratings, and what is kept of the cards they came on."""

    reading: Reading
    imported: Imported | None = None
    raws: Mapping[tuple[str, str, str, str], str] = field(default_factory=dict)
    """role, candidate, interviewer, interview -> the card as it came, as JSON text."""

    def whole(self) -> pd.DataFrame:
        """Raises: Problems, if anything was rejected."""
        return self.imported.whole() if self.imported else self.reading.whole()


def options(command: Command) -> Command:
    """What a file is, and what its names mean."""
    for option in (
        click.option(
            "--with-private-notes",
            is_flag=True,
            help="Keep private notes in the workspace's copy; nobody is shown them either way.",
        ),
        click.option(
            "--draft-mapping",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Write a mapping file with guesses to check, and import nothing.",
        ),
        click.option("--accept-guesses", is_flag=True, help="Use what was guessed of columns and competencies."),
        click.option("--candidate", default="", metavar="NAME", help="Whose the cards are, if the file does not say."),
        click.option(
            "--role", default="", shell_complete=completed("roles"), help="Role of the cards, if the file does not say."
        ),
        click.option(
            "--people", type=click.Path(path_type=Path), metavar="FILE", help="CSV with id and name of each person."
        ),
        click.option(
            "--mapping", type=click.Path(path_type=Path), metavar="FILE", help="YAML that says what the names mean."
        ),
        click.option(
            "--from",
            "system",
            metavar="SYSTEM",
            shell_complete=_systems,
            help="ashby, forms, greenhouse, lever or mapped.  [default: by the shape of the file]",
        ),
    ):
        command = option(command)
    return command


def _systems(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from hiretool.scoring import imports

    return [name for name in imports.names() if name.startswith(incomplete)]


def read(file: Path, asked: Asked) -> Read:
    """The ratings in a file of ours or of another system; what is to be said of it is said.

    Raises: HiretoolError where the file as a whole cannot be used.
    """
    from hiretool import scoring
    from hiretool.scoring import imports

    path, raw = _input(file)
    own: HiretoolError | None = None
    if not asked.system and not asked.mapping and not _is_export(path, raw):
        try:
            reading = scoring.reading(path, raw)
        except HiretoolError as error:
            own = error
        else:
            _pass_over(reading)
            if asked.foreign:
                say("The file is in the normal form already; it says itself what the options would say of another.")
            return Read(reading)
    meanings = imports.mapping(asked.mapping, library())
    content, system = _recognised(path, raw, asked, meanings, own)
    imported = imports.imported(content, system, _settings(asked, meanings))
    say(f"Read as {system}.")
    for notice in imported.notices:
        say(notice)
    _pass_over(imported.reading)
    raws = {origin.key: origin.raw for origin in imported.origins}
    return Read(imported.reading, imported, raws)


def without_ratings(read: Read) -> list[Card]:
    """Cards that recommend and rate nothing: the normal form has no row for them, a workspace keeps them."""
    from hiretool.store.cards import Card

    return [
        Card(*origin.key, recommendation=origin.recommendation, submitted_at=origin.submitted_at, raw=origin.raw)
        for origin in (read.imported.origins if read.imported else ())
        if not origin.rates
    ]


def refuse_second_names(read: Read) -> None:
    """Raises: Problems if the workspace has cards of somebody under an id, whom this import calls by a name."""
    from hiretool.errors import Problems

    renamed = read.imported.renamed if read.imported else {}
    if not renamed:
        return
    stored = opened_store(needed="scorecard import").scorecards()
    known = {name for card in stored for name in (card.candidate, card.interviewer)}
    if twice := [f"{old!r} is {renamed[old]!r} here" for old in renamed if old in known]:
        raise Problems(
            twice,
            "The workspace has cards under these ids; under the names, the same cards would count twice. Import without"
            " these lines of the people or mapping file, or into a new workspace.",
        )


def draft(file: Path, asked: Asked, target: Path, *, force: bool) -> None:
    """Write a mapping file for FILE with guesses to check."""
    from hiretool.scoring import imports

    path, raw = _input(file)
    meanings = imports.mapping(asked.mapping, library())
    content, system = _recognised(path, raw, asked, meanings, None)
    text = imports.draft(content, system, _settings(asked, meanings), library())
    put(text.encode(), target, force=force)
    name = "FILE" if str(target) == "-" else target
    say(f"Read as {system}. Check each line, then: hiretool scorecard import {file} --mapping {name}")


def _settings(asked: Asked, meanings: Meanings) -> Settings:
    from hiretool.scoring import imports

    return imports.settings(
        library(),
        meanings,
        people=imports.people(asked.people) if asked.people else None,
        role=asked.role,
        candidate=asked.candidate,
        accept_guesses=asked.accept_guesses,
        with_private_notes=asked.with_private_notes,
    )


def _input(file: Path) -> tuple[Path, bytes | None]:
    """As `input_file`, with the bytes of a pipe, whose beginning can be read only once."""
    from hiretool import files
    from hiretool.scoring.imports import AT_MOST_BYTES

    path, raw = input_file(file)
    if raw is None and path.exists() and not path.is_file() and not path.is_dir():
        raw = files.content(path, at_most=AT_MOST_BYTES)
    return path, raw


def _is_export(path: Path, raw: bytes | None) -> bool:
    """JSON that is not ours: parsing it as a table would only cost time."""
    from hiretool.scoring import imports

    head = raw[:LOOKED_AT] if raw is not None else _head(path)
    return imports.is_json(head) and not (b'"schema"' in head and b'"kind"' in head)


def _head(path: Path) -> bytes:
    from hiretool import files

    try:
        with path.open("rb") as handle:
            return handle.read(LOOKED_AT)
    except OSError as error:
        raise files.unreadable(path, error) from error


def _recognised(
    path: Path, raw: bytes | None, asked: Asked, meanings: Meanings, own: HiretoolError | None
) -> tuple[Content, str]:
    """The file and the system that it comes from. Raises: `own`, what keeps it from being in the normal form."""
    from hiretool.scoring import imports

    try:
        content = imports.content(path, raw, meanings)
    except HiretoolError as error:
        raise own or error from None
    if asked.system:
        imports.get(asked.system)
        return content, asked.system
    if system := imports.recognised(content):
        return content, system
    raise own or imports.unrecognised(content)


def _pass_over(reading: Reading) -> None:
    names: Sequence[str] = reading.ignored
    if names:
        more = f" and {len(names) - PASSED_OVER} more" if len(names) > PASSED_OVER else ""
        shown = ", ".join(name[:60] for name in names[:PASSED_OVER])
        say(f"Passed over columns that are not part of the normal form: {shown}{more}")
    if reading.untouched:
        say(f"Passed over {reading.untouched} rows that nobody filled in.")
