"""hiretool scorecard: blank, import, list, changes, forget."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiretool.cli import _scorecards_in
from hiretool.cli._options import (
    actor,
    emit,
    format_options,
    level_option,
    library,
    opened_store,
    role_argument,
    say,
    workspace_folder,
)
from hiretool.cli.scorecard_forget import forget
from hiretool.model import Level

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.cli._scorecards_in import Read
    from hiretool.store.cards import Added
    from hiretool.store.store import Store


@click.group()
def scorecard() -> None:
    """Blank scorecards; import, list and correct filled ones."""


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
    """Write a blank scorecard of ROLE: a form to fill in, or paper to print.

    xlsx is a sheet with lists to choose from, html a page that saves what is filled in as a file, markdown a text with
    boxes to tick, csv and json rows for programs; `scorecard import` reads each of these as it is. docx and pdf are
    for paper.

    Example: hiretool scorecard blank ml-engineer --level senior --interview find-out -o card.xlsx
    """
    from hiretool import kit, roles
    from hiretool.errors import NotFoundError
    from hiretool.scoring import rowwise

    for column, name in {"candidate": candidate, "interviewer": interviewer}.items():
        # Better said now than when the filled card is handed in.
        if reasons := rowwise.wrong_name(column, name):
            raise click.UsageError(f"--{reasons[0]}")
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
    "--replace",
    is_flag=True,
    help="Let a card take the place of an earlier one of the same interviewer and interview, which is kept.",
)
@click.option("--reason", default="", metavar="TEXT", help="Why, where --replace changes a card; kept with the change.")
@_scorecards_in.options
@format_options("csv", "xlsx", "json", default="csv")
def import_(
    file: Path,
    skip_bad: Path | None,
    replace: bool,
    reason: str,
    draft_mapping: Path | None,
    format: str | None,
    output: Path | None,
    force: bool,
    **asked: Any,
) -> None:
    """Check the scorecards in FILE (- for standard input) and take them into the workspace.

    FILE is CSV or XLSX in the normal form, a filled scorecard of ours, JSON of Greenhouse, Ashby or Lever, or a table
    of another shape, such as Google Forms writes it. What its names mean is said by --mapping; guesses are shown, and
    used with --accept-guesses alone.

    All problems are listed, and a file with a bad row imports nothing, unless --skip-bad names a file for the rejected
    rows. Importing the same file again changes nothing. Without a workspace, or with -o, the normal form is written.

    Example: hiretool scorecard import cards.xlsx

    Example: hiretool scorecard import greenhouse.json --role ml-engineer --draft-mapping map.yaml
    """
    from hiretool import files
    from hiretool.scoring.documents import normal_form, rejected_rows

    if reason and not replace:
        raise click.UsageError("--reason says why --replace changes a card; pass both.")
    if draft_mapping is not None:
        _scorecards_in.draft(file, _scorecards_in.Asked(**asked), draft_mapping, force=force)
        return
    if skip_bad is not None and skip_bad == output:
        raise click.UsageError("--skip-bad and -o name the same file; one would replace the other.")
    for target in (skip_bad, output):
        # Before anything is written or taken: else the command would stop half-way.
        if target is not None and str(target) != "-":
            files.may_write(target, force=force)
    read = _scorecards_in.read(file, _scorecards_in.Asked(**asked))
    folder = workspace_folder()
    if folder is not None:
        _scorecards_in.refuse_second_names(read)
    reading = read.reading
    frame, rejected = (reading.frame, reading.rejected) if skip_bad else (read.whole(), [])
    if skip_bad is not None and rejected:
        emit(rejected_rows(rejected, reading.header), None, skip_bad, default="csv", force=force)
    if output is not None or folder is None:
        emit(normal_form(frame), format, output, default="csv", force=force)
    if folder is not None:
        added = _taken(frame, str(file), replace=replace, reason=reason, read=read)
        say(f"Workspace: {added.new} cards new, {added.same} already there, {added.replaced} replaced.")
    cards = len(frame.drop_duplicates(["role", "candidate", "interviewer", "interview"]))
    say(f"{len(frame)} rows in {cards} scorecards taken, {len(rejected)} rejected.")
    if rejected:
        raise click.exceptions.Exit(1)


def _taken(frame: pd.DataFrame, source: str, *, replace: bool, reason: str, read: Read) -> Added:
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
            raw=read.raws.get(key, ""),
        )
        for key, rows in scoring.cards(frame)
    ]
    made += _scorecards_in.without_ratings(read)
    store = opened_store(needed="scorecard import")
    return store.add_scorecards(made, source=source, actor=actor(), replace=replace, reason=reason)


@scorecard.command("list")
@click.option("--role", help="Only of this role.")
@click.option("--votes", is_flag=True, help="With the recommendations; the log then says that cards were shown.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", default="table")
def list_(role: str | None, votes: bool, format: str | None, output: Path | None, force: bool) -> None:
    """List the scorecards in the workspace, one row a card.

    When each came in and was sealed, and whether it was changed since.

    Example: hiretool scorecard list --role ml-engineer
    """
    from hiretool.scoring.sealed import cards_listed

    store = opened_store(needed="scorecard list")
    cards = store.scorecards(role)
    if votes:
        _shown(store, {card.role for card in cards}, "scorecard list")
    emit(cards_listed(cards, votes=votes), format, output, default="table", force=force)


@scorecard.command()
@click.option("--role", help="Only of this role.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def changes(role: str | None, format: str | None, output: Path | None, force: bool) -> None:
    """List what was changed on cards that had been handed in.

    Each change with when and why, how many cards of others were in by then, and whether they had been shown.

    Example: hiretool scorecard changes --role ml-engineer
    """
    from hiretool.scoring.sealed import changes_listed

    store = opened_store(needed="scorecard changes")
    found = store.changes(role)
    _shown(store, {change.role for change in found}, "scorecard changes")
    emit(changes_listed(found), format, output, default="table", force=force)


scorecard.add_command(forget)


def _shown(store: Store, roles: Iterable[str], what: str) -> None:
    for role in sorted(roles):
        store.shown(role, what, actor=actor())
