"""hiretool people save, saved, notice and contact."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiretool.cli._options import actor, emit, format_options, input_file, opened_store, say, workspace_folder

if TYPE_CHECKING:
    import datetime

    from hiretool.sourcing.privacy.chosen import Chosen
    from hiretool.store.store import Store
    from hiretool.store.workspace import Workspace

_DAY = click.DateTime(["%Y-%m-%d"])
today_option = click.option("--today", type=_DAY, hidden=True, help="In place of today's date, for tests.")
from_option = click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What hiretool people find --json wrote; - is standard input.",
)


@click.command()
@click.argument("person", metavar="RANK|NAME")
@from_option
@click.option("--opening", metavar="ID", help="The opening that they may fit.")
@click.option("--note", default="", help="Why their papers may fit; they may ask for it.")
@click.option("--retain", type=click.IntRange(1, 120), metavar="MONTHS", help="Keep so long.  [default: hiretool.toml]")
@click.option("--basis", metavar="TEXT", help="Legal basis.  [default: hiretool.toml, else legitimate interest]")
@click.option("--balancing-test", metavar="TEXT", help="How interests were weighed, or where that is written down.")
@today_option
def save(
    person: str,
    source: Path | None,
    opening: str | None,
    note: str,
    retain: int | None,
    basis: str | None,
    balancing_test: str | None,
    today: datetime.datetime | None,
) -> None:
    """Keep one person of a list on file in the workspace, with the dates that the law asks for.

    Kept are the name, the arXiv ids of the papers, how they were found and why they may be kept: no addresses, no
    guesses about the person. From then on they have to be told (hiretool people notice), within a month of being found.

    Example: hiretool people save 3 --from found.json --note 'Three papers on label shift'
    """
    from dataclasses import replace

    from hiretool.sourcing.privacy import keeping
    from hiretool.sourcing.privacy.suppressions import Suppressions
    from hiretool.store import sourced

    if source is None:
        raise click.UsageError("Say in which list they are: --from FILE.")
    here, day = this_workspace("people save"), given_day(today)
    given: dict[str, Any] = {"retention_months": retain, "legal_basis": basis, "balancing_test": balancing_test}
    controller = replace(here.settings.privacy, **{name: value for name, value in given.items() if value is not None})
    found = listed_person(person, source)
    row = keeping.kept(found, controller, Suppressions.load(here), today=day, opening=opening, note=note)
    with here.store() as store:
        row, new = sourced.save(store, row, same=lambda there: keeping.same(row, there), actor=actor())
    if new:
        say(f"Saved {row.name} as number {row.id}; kept until {row.retain_until}.")
    else:
        say(f"{row.name} is on file already, as number {row.id}; papers were added, dates stay as they were.")
    if row.do_not_contact:
        say("They asked not to be contacted; that stands beside their name.")
    say(keeping.to_do(row, day) or f"Tell them by {row.notice_due}: hiretool people notice {row.id} -o letter.docx")


@click.command()
@click.option("--due", is_flag=True, help="Only those for whom a notice or a deletion is due.")
@click.option("--opening", metavar="ID", help="Only those of this opening.")
@today_option
@format_options("table", "json", "csv", "xlsx", "markdown", "html", default="table")
def saved(
    due: bool,
    opening: str | None,
    today: datetime.datetime | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """List the people on file: source, dates, and what is due next.

    Example: hiretool people saved --due
    """
    from hiretool.sourcing.privacy import keeping, saved_page
    from hiretool.sourcing.privacy.suppressions import Suppressions
    from hiretool.store import sourced

    here, day = this_workspace("people saved"), given_day(today)
    objections = Suppressions.load(here)
    with here.store() as store:
        rows = [row for row in sourced.saved(store) if not objections.hides(row.name, row.papers, row.orcid)]
        shown = [
            row for row in rows if (not due or keeping.to_do(row, day)) and (opening is None or row.opening == opening)
        ]
        empty = "Nothing is due." if due and rows else "Nobody is on file."
        emit(saved_page.page(shown, today=day, empty=empty), format, output, default="table", force=force)
        _note_export(store, output, None)


@click.command()
@click.argument("person", metavar="NUMBER|NAME")
@click.option("--sent", type=_DAY, metavar="DATE", help="Record that the letter was sent on this day.")
@today_option
@format_options("markdown", "html", "docx", "pdf", "json", default="markdown")
def notice(
    person: str,
    sent: datetime.datetime | None,
    today: datetime.datetime | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write the letter that tells a person on file who keeps what, why, how long, and how to object.

    It says what Article 14 of the GDPR asks for; who you are is taken from [privacy] in hiretool.toml. With --sent and
    no output, nothing is written and the day is recorded. Have somebody who knows the law read it once.

    Example: hiretool people notice 7 -o letter.docx
    """
    from hiretool.sourcing.privacy import keeping
    from hiretool.sourcing.privacy.notice import letter
    from hiretool.store import sourced

    here, day = this_workspace("people notice"), given_day(today)
    with here.store() as store:
        row = keeping.one(sourced.saved(store), person)
        if sent is not None:
            keeping.check_sent(row, sent.date(), today=day)
            row = sourced.change(store, row.id, actor=actor(), action="send_notice", notice_sent=sent.date())
            say(f"Recorded: the notice to {row.name} was sent on {sent.date()}.")
            if output is None and format is None:
                return
        emit(letter(row, here.settings.privacy, today=day), format, output, default="markdown", force=force)
        sourced.change(store, row.id, actor=actor(), action="write_notice", notice_written=day)
        _note_export(store, output, row.id)
    _say_presumed(here)
    if row.notice_sent is None:
        say(f"Send it by {row.notice_due}, then: hiretool people notice {row.id} --sent {day}")


@click.command()
@click.argument("person", metavar="NUMBER|NAME")
@click.option("--do-not", "wanted", flag_value="do_not", help="They asked not to be written to.")
@click.option("--allow", "wanted", flag_value="allow", help="They allow it again.")
@today_option
def contact(person: str, wanted: str | None, today: datetime.datetime | None) -> None:
    """Note that somebody on file asked not to be contacted; they stay on file and in lists.

    A coded mark stays when the row goes, so that whoever finds and saves them again is told. To leave somebody out of
    lists altogether: hiretool people forget.

    Example: hiretool people contact 7 --do-not
    """
    from hiretool.sourcing.privacy import keeping, suppressions
    from hiretool.store import sourced

    if wanted is None:
        raise click.UsageError("Say which: --do-not or --allow.")
    here = this_workspace("people contact")
    with here.store() as store:
        row = keeping.one(sourced.saved(store), person)
        which: dict[str, Any] = {"papers": row.papers, "orcid": row.orcid, "actor": actor()}
        if wanted == "do_not":
            suppressions.object_to(store, here.folder, "contact", [row.name], **which, today=given_day(today))
        else:
            suppressions.withdraw(store, here.folder, "contact", [row.name], **which)
        asked = wanted == "do_not"
        sourced.change(store, row.id, actor=actor(), action="note_contact", do_not_contact=asked)
    say(f"{row.name}: {'not to be contacted' if asked else 'may be contacted'}.")


def this_workspace(needed: str) -> Workspace:
    """The one at hand. Raises: HiretoolError where there is none."""
    from hiretool.store import workspace

    folder = workspace_folder()
    if folder is None:
        # It says what to do.
        opened_store(needed=needed).close()
        raise AssertionError("a store without a workspace")
    return workspace.open(folder)


def given_day(today: datetime.datetime | None) -> datetime.date:
    """The day that counts as today."""
    import datetime

    return today.date() if today is not None else datetime.date.today()


def listed_person(person: str, source: Path) -> Chosen:
    """The one of this rank or name in what people find wrote."""
    from hiretool.sourcing import found_file
    from hiretool.sourcing.privacy.chosen import chosen

    path, content = input_file(source)
    return chosen(found_file.read(path, content), person, path)


def note_written(output: Path | None) -> None:
    """Remember that a file about people was written, so that a purge can name it, if a workspace is in use."""
    folder = workspace_folder()
    if output is not None and str(output) != "-" and folder is not None:
        with this_workspace("").store() as store:
            _note_export(store, output, None)


def _note_export(store: Store, output: Path | None, person: int | None) -> None:
    from hiretool.store import sourced

    if output is not None and str(output) != "-":
        sourced.note_export(store, str(output.absolute()), person=person)


def _say_presumed(here: Workspace) -> None:
    """What the letter claims because hiretool.toml says nothing else."""
    settings = here.settings.privacy
    if not settings.recipients:
        say("The letter says that nobody outside gets the data; if that is wrong: [privacy] recipients.")
    if not settings.transfers:
        say("The letter says that the data stay in the EU and EEA; if that is wrong: [privacy] transfers.")
