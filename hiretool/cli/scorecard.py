"""hiretool scorecard: blank, import, list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import (
    actor,
    emit,
    format_options,
    input_file,
    level_option,
    library,
    opened_store,
    role_argument,
    say,
    workspace_folder,
)
from hiretool.model import Level

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.store.cards import Added


@click.group()
def scorecard() -> None:
    """Blank scorecards; import and list filled ones."""


@scorecard.command()
@role_argument
@level_option
@click.option("--interview", help="Only of this round, or interview format.  [default: all rounds of the loop]")
@click.option("--candidate", default="", help="Filled in where given.")
@click.option("--interviewer", default="", help="Filled in where given.")
@format_options("html", "csv", "xlsx", "docx", "pdf", "markdown", "json", "table", default="csv")
def blank(
    role: str,
    level: Level,
    interview: str | None,
    candidate: str,
    interviewer: str,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write a blank scorecard of ROLE: paper to print, or rows to fill in.

    Example: hiretool scorecard blank ml-engineer --level senior --interview find-out -o card.xlsx
    """
    from hiretool import kit, roles
    from hiretool.errors import NotFoundError

    found = library()
    template = roles.get(role, found)
    loop = template.loop(level)
    rounds = [entry for entry in loop if interview in (None, entry.id, entry.format)]
    if not rounds:
        raise NotFoundError(f"round of {role} at level {level}", str(interview), [entry.id for entry in loop])
    document = kit.blank(template, found, rounds=rounds, level=level, candidate=candidate, interviewer=interviewer)
    emit(document, format, output, default="csv", force=force)


@scorecard.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--skip-bad",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the good rows; write the rejected ones, with reasons, to FILE.",
)
@click.option(
    "--replace", is_flag=True, help="Let a card take the place of an earlier one of the same interviewer and interview."
)
@format_options("csv", "xlsx", "json", default="csv")
def import_(
    file: Path, skip_bad: Path | None, replace: bool, format: str | None, output: Path | None, force: bool
) -> None:
    """Check the scorecards in FILE (CSV or XLSX, - for standard input) and take them into the workspace.

    All problems are listed, and a file with a bad row imports nothing, unless --skip-bad names a file for the rejected
    rows. Importing the same file again changes nothing. Without a workspace, or with -o, the normal form is written.

    Example: hiretool scorecard import cards.xlsx
    """
    from hiretool import files, scoring
    from hiretool.scoring.documents import normal_form, rejected_rows

    if skip_bad is not None and skip_bad == output:
        raise click.UsageError("--skip-bad and -o name the same file; one would replace the other.")
    for target in (skip_bad, output):
        # Before anything is written or taken: else the command would stop half-way.
        if target is not None and str(target) != "-":
            files.may_write(target, force=force)
    reading = scoring.reading(*input_file(file))
    if reading.ignored:
        say(f"Passed over columns that are not part of the normal form: {', '.join(reading.ignored)}")
    frame, rejected = (reading.frame, reading.rejected) if skip_bad else (reading.whole(), [])
    if skip_bad is not None and rejected:
        emit(rejected_rows(rejected, reading.header), None, skip_bad, default="csv", force=force)
    folder = workspace_folder()
    if output is not None or folder is None:
        emit(normal_form(frame), format, output, default="csv", force=force)
    if folder is not None:
        added = _taken(frame, str(file), replace=replace)
        say(f"Workspace: {added.new} cards new, {added.same} already there, {added.replaced} replaced.")
    cards = len(frame.drop_duplicates(["role", "candidate", "interviewer", "interview"]))
    say(f"{len(frame)} rows in {cards} scorecards taken, {len(rejected)} rejected.")
    if rejected:
        raise click.exceptions.Exit(1)


def _taken(frame: pd.DataFrame, source: str, *, replace: bool) -> Added:
    from hiretool import scoring
    from hiretool.store.cards import Card, CardRating

    made = [
        Card(
            role=key[0],
            candidate=key[1],
            interviewer=key[2],
            interview=key[3],
            recommendation=next((row["recommendation"] for row in rows if row["recommendation"]), ""),
            submitted_at=next((row["submitted_at"] for row in rows if row["submitted_at"]), ""),
            ratings=tuple(CardRating(row["competency"], row["rating"], row["label"], row["note"]) for row in rows),
        )
        for key, rows in scoring.cards(frame)
    ]
    store = opened_store(needed="scorecard import")
    return store.add_scorecards(made, source=source, actor=actor(), replace=replace)


@scorecard.command("list")
@click.option("--role", help="Only of this role.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", default="table")
def list_(role: str | None, format: str | None, output: Path | None, force: bool) -> None:
    """List the scorecards in the workspace, one row a card.

    Example: hiretool scorecard list --role ml-engineer
    """
    from hiretool.scoring.documents import cards_listed

    emit(
        cards_listed(row._asdict() for row in opened_store(needed="scorecard list").scorecards(role)),
        format,
        output,
        default="table",
        force=force,
    )
