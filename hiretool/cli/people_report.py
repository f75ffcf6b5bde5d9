"""hiretool people report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import emit, format_options, input_file, workspace_folder
from hiretool.cli.people_kept import note_written

if TYPE_CHECKING:
    from hiretool.sourcing.person_page import Hides


@click.command()
@click.argument("found", type=click.Path(path_type=Path), metavar="FOUND.json")
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="RANK|NAME",
    help="Only this person, by place in the list or by name; may be given several times.",
)
@format_options("markdown", "html", "pdf", "docx", "csv", "xlsx", "json", default="markdown")
def report(found: Path, persons: tuple[str, ...], format: str | None, output: Path | None, force: bool) -> None:
    """Write a page a person about the people in FOUND.json.

    FOUND.json is what `hiretool people find ... --json` wrote; - is standard input. Each page has the papers, the
    evidence with its sources, why the person stands where they stand, who they write with, and what to check by hand.
    Whoever objected (hiretool people forget) is left out, as of today and not of the day of the search.

    Example: hiretool people report found.json --person 1 --person 4 -o people.pdf
    """
    from hiretool.sourcing import found_file
    from hiretool.sourcing.people_report import people_report

    path, content = input_file(found)
    document = people_report(found_file.read(path, content), persons=persons, hides=_hides())
    emit(document, format, output, default="markdown", force=force)
    note_written(output)


def _hides() -> Hides:
    """Whether somebody objected, in the workspace at hand."""
    from hiretool.sourcing.people_report import nobody

    folder = workspace_folder()
    if folder is None:
        return nobody
    from hiretool.sourcing.privacy.suppressions import Suppressions

    return Suppressions.load(folder).hides
