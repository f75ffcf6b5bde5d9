"""hiretool people forget and purge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import actor, say
from hiretool.cli.people_kept import from_option, given_day, listed_person, this_workspace, today_option

if TYPE_CHECKING:
    import datetime
    from contextlib import AbstractContextManager

    from hiretool.sourcing.privacy.purge import Export, Forgets
    from hiretool.store.sourced import Removed, Saved


@click.command()
@click.argument("person", metavar="NUMBER|NAME")
@click.option("--paper", "papers", multiple=True, metavar="ID", help="An arXiv paper of theirs; may be repeated.")
@click.option("--orcid", metavar="ID", help="Their ORCID iD.")
@click.option("--spelling", "spellings", multiple=True, metavar="NAME", help="Another spelling; may be repeated.")
@from_option
@click.option("--withdraw", is_flag=True, help="Take the objection back, named as it was when it was recorded.")
@click.option("--exports", is_flag=True, help="Delete the files about them that hiretool noted down.")
@click.option("--key-lost", is_flag=True, help="First drop all earlier objections, whose key is lost for good.")
@today_option
def forget(
    person: str,
    papers: tuple[str, ...],
    orcid: str | None,
    spellings: tuple[str, ...],
    source: Path | None,
    withdraw: bool,
    exports: bool,
    key_lost: bool,
    today: datetime.datetime | None,
) -> None:
    """Leave a person who objected out of every list and export from now on, and delete what is on file of them.

    What stays is a digest that names nobody; it outlives a new corpus and every purge. With --paper the person is the
    one of this name on these papers. With the name alone all who bear it are left out, namesakes too. A number, or
    --from with a rank, takes name and papers from the file or the list.

    Example: hiretool people forget 'Ada Example' --paper 2401.00001
    """
    from hiretool.sourcing.privacy import keeping, purge, suppressions
    from hiretool.store import sourced

    here, day = this_workspace("people forget"), given_day(today)
    with here.store() as store:
        people = sourced.saved(store)
        names, ids, digits = [person, *spellings], list(papers), orcid
        if source is not None:
            found = listed_person(person, source)
            names, ids = [*found.spellings, *spellings], ids or list(found.papers)
            digits = orcid or found.orcid
        elif person.strip().isdecimal():
            row = keeping.one(people, person)
            names, ids, digits = [row.name, *spellings], ids or list(row.papers), orcid or row.orcid
        if withdraw:
            count = suppressions.withdraw(store, here.folder, "hide", names, papers=ids, orcid=digits, actor=actor())
            say("Taken back." if count else "No such objection is recorded; nothing was changed.")
            return
        if key_lost:
            count = suppressions.begin_anew(store, here.folder, actor=actor())
            say(f"Dropped {count} digests that nobody could read. Record each objection again, from your letters.")
        count = suppressions.object_to(
            store, here.folder, "hide", names, papers=ids, orcid=digits, actor=actor(), today=day
        )
        say("Recorded." if count else "This objection was recorded before.")
        objections = suppressions.Suppressions.load(here)
        gone = [row for row in people if objections.hides(row.name, row.papers, row.orcid)]
        written = purge.exports(store, people={row.id for row in gone}, names=names)
        if exports:
            written = purge.deleted(store, written)
        removed = purge.purged(store, {row.id for row in gone}, names=names, actor=actor(), why="objection")
    pages = purge.pages(_kept_folders(), purge.naming_one_of(names))
    if not ids:
        say("All who bear the name are left out. To leave out one of them alone, withdraw and name a --paper.")
    if digits and not ids:
        say("arXiv gives no ORCID iD; a --paper would tell them from others of the name.")
    _say_removed(removed, pages)
    _say_exports(written)


@click.command("purge")
@click.option("--person", metavar="NUMBER|NAME", help="Whoever has this number, or all who bear the name.")
@click.option("--older-than", type=click.IntRange(0, 36_500), metavar="DAYS", help="Whoever was found before that.")
@click.option("--expired", is_flag=True, help="Whoever is kept longer than was set for them.")
@click.option("--all", "everybody", is_flag=True, help="Everybody on file. Objections stay.")
@click.option(
    "--corpus", type=click.Path(path_type=Path), metavar="DIR", help="With --person: take the name out of it as well."
)
@click.option(
    "--exports", is_flag=True, help="Delete the files that hiretool wrote about them, as far as it noted any."
)
@today_option
def purge_(
    person: str | None,
    older_than: int | None,
    expired: bool,
    everybody: bool,
    corpus: Path | None,
    exports: bool,
    today: datetime.datetime | None,
) -> None:
    """Delete people on file with every byte of them: rows, kept pages of arXiv and, with --corpus, the corpus.

    A SQLite database is written anew without them. Files that were exported are listed, and deleted with --exports.
    Nothing is recorded against them: the next search may find them again, unless they objected (hiretool people
    forget).

    Example: hiretool people purge --expired
    """
    import time
    from contextlib import ExitStack

    from hiretool.sourcing.privacy import forms, purge
    from hiretool.store import sourced

    if (person is not None) + (older_than is not None) + expired + everybody != 1:
        raise click.UsageError("Say whom, in one way: --person, --older-than, --expired or --all.")
    if corpus is not None and person is None:
        raise click.UsageError("--corpus needs --person: a corpus holds papers, and grows old as a whole.")
    here, day = this_workspace("people purge"), given_day(today)
    with ExitStack() as stack:
        # First, so that a wrong folder is said before anything is deleted.
        papers = stack.enter_context(_opened_corpus(corpus)) if corpus is not None else None
        store = stack.enter_context(here.store())
        people = sourced.saved(store)
        rows, names = _whom(people, person, older_than, expired, day)
        ids = {row.id for row in rows}
        # Only by name are other rows and files searched for it: somebody whose time is over may be in a new list.
        written = purge.exports(store, people=ids, names=names)
        if exports:
            written = purge.deleted(store, written)
        why = "person" if person is not None else "expired" if expired else "age" if older_than is not None else "all"
        removed = purge.purged(store, ids, names=names, actor=actor(), why=why)
        asked = {forms.name(name) for name in names}
        if candidates := sourced.candidates(store, lambda name: forms.name(name) in asked):
            say(f"In a hiring process here, which is another purpose, and left as it is: {candidates} of that name.")
        if papers is not None:
            # A number means one person: the one of these papers.
            one = {paper for row in rows for paper in row.papers} if (person or "").strip().isdecimal() else ()
            say(f"Corpus: papers from which the name was taken: {papers.forget(names, paper_ids=one)}.")
    if person is not None:
        wanted = purge.naming_one_of(names)
    else:
        wanted = purge.older_than((older_than or 0) * 86_400.0, time.time())
    pages = 0 if expired else purge.pages(_kept_folders(), wanted)
    _say_removed(removed, pages)
    _say_exports(written)
    if person is not None and papers is None:
        _say_corpus()
    if here.settings.database.startswith("postgresql"):
        say("PostgreSQL keeps deleted rows on disk until VACUUM FULL, and its log and backups keep them after that.")


def _whom(
    people: list[Saved], person: str | None, older_than: int | None, expired: bool, day: datetime.date
) -> tuple[list[Saved], list[str]]:
    """The rows to delete, and the names to look for elsewhere, of somebody who was named."""
    from datetime import timedelta

    from hiretool.errors import NotFoundError
    from hiretool.sourcing.privacy import forms, keeping

    if person is not None:
        if person.strip().isdecimal():
            rows = keeping.several(people, person)
            return rows, [row.name for row in rows]
        name = forms.asked_name(person)
        try:
            rows = keeping.several(people, person)
        except NotFoundError:
            # Pages and files may name somebody who is not on file.
            rows = []
        return rows, list(dict.fromkeys((name, *(row.name for row in rows))))
    if expired:
        return [row for row in people if keeping.expired(row, day)], []
    if older_than is not None:
        return [row for row in people if row.first_seen < day - timedelta(days=older_than)], []
    return people, []


def _kept_folders() -> list[Path]:
    from hiretool.sourcing import kept

    return [kept.folder()]


def _opened_corpus(folder: Path) -> AbstractContextManager[Forgets]:
    from hiretool.sourcing.corpus import Corpus

    return Corpus(folder)


def _say_corpus() -> None:
    from hiretool.sourcing.corpus import place

    if place.exists(folder := place.default()):
        say(f"The corpus was left as it is. To take the name out of it as well: --corpus {folder}")


def _say_removed(removed: Removed, pages: int) -> None:
    say(f"Deleted: {removed.people} on file; kept pages of arXiv: {pages}.")
    if removed.masked:
        say(f"Other rows from which the name was taken: {removed.masked}.")
    if not removed.whole:
        say(
            "Somebody is reading the database right now, so that deleted text may still be in its journal. Run the"
            " command again when they have finished."
        )


def _say_exports(written: list[Export]) -> None:
    for export in written:
        say(f"  {export.path}: {export.state}")
    if any(export.state in ("names them", "may name them") for export in written):
        say("These files were written by hiretool and are still there; copies that were sent on are beyond it.")
