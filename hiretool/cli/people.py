"""hiretool people: find, and the commands of its neighbours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import completed, emit, format_options, library, say, workspace_folder
from hiretool.cli.people_forgotten import forget, purge_
from hiretool.cli.people_kept import contact, note_written, notice, save, saved
from hiretool.cli.people_report import report

if TYPE_CHECKING:
    from hiretool.sourcing.asked import Asked
    from hiretool.sourcing.finding import Found


@click.group()
def people() -> None:
    """Find first authors on arXiv."""


for _command in (report, save, saved, notice, contact, forget, purge_):
    people.add_command(_command)


@people.command()
@click.argument("query", required=False)
@click.option("--role", shell_complete=completed("roles"), help="Use this role's query and weights.")
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Papers to search: arXiv Atom or OAI-PMH XML, or metadata-snapshot JSON lines (packed too); - is stdin.",
)
@click.option(
    "--corpus",
    "corpus_folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A corpus to search. Also HIRETOOL_CORPUS. A corpus that is there is searched if nothing else is said.",
)
@click.option("--live", is_flag=True, help="Ask arXiv over the network; so it is done where there is no corpus.")
@click.option(
    "--source",
    type=click.Choice(["arxiv", "conference", "code", "all"]),
    default="arxiv",
    show_default=True,
    help="Whom to find: first authors on arXiv, or of accepted papers; or accounts that implement papers again.",
)
@click.option("--venue", "venues", multiple=True, metavar="NAME", help="With --source conference: only of this venue.")
@click.option(
    "--tier",
    "tiers",
    multiple=True,
    type=click.Choice(["award", "oral", "spotlight", "highlight", "poster"]),
    help="With --source conference: only of this tier.",
)
@click.option("--months", type=click.IntRange(1, 600), default=24, show_default=True, help="How far back papers count.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day that counts.  [default: today]")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="People at the most.")
@click.option("--papers", type=click.IntRange(1, 1_000_000), default=1000, show_default=True, help="Papers to ask for.")
@click.option("--weights", metavar="NAME|FILE", help="What moves a person up the list.  [default: by the role]")
@click.option(
    "--identities",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your decisions on who is who: CSV with decision (merge, split), group, paper, name. They win, in a corpus.",
)
@click.option("--with", "services", metavar="NAMES", help="Ask openalex, semantic-scholar, github about those listed.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def find(
    query: str | None,
    role: str | None,
    file: Path | None,
    corpus_folder: Path | None,
    live: bool,
    source: str,
    venues: tuple[str, ...],
    tiers: tuple[str, ...],
    months: int,
    until: object,
    limit: int,
    papers: int,
    weights: str | None,
    identities: Path | None,
    services: str | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Find people who are first on papers that match QUERY, with the evidence.

    QUERY is arXiv's query language (ti: abs: au: cat: all:, AND OR ANDNOT, quotes); it means the same in a file, in a
    corpus and live. Over the network one request is made every 3 seconds, pages are kept for a day, and an interrupted
    search resumes where it was.

    Example: hiretool people find 'cat:cs.LG AND abs:"distribution shift"' --from papers.jsonl.xz --limit 20
    """
    import datetime

    from hiretool import sourcing
    from hiretool.sourcing import asked as asking
    from hiretool.sourcing import weights as profiles

    if (query is None) == (role is None):
        raise click.UsageError("Give QUERY, or --role to use the role's query.")
    if sum((file is not None, live, corpus_folder is not None)) > 1:
        raise click.UsageError("--from, --corpus and --live exclude each other.")
    if source != "arxiv" and (file is not None or live):
        raise click.UsageError(f"--source {source} needs a corpus that lists or links were put into.")
    if (venues or tiers) and source != "conference":
        raise click.UsageError("--venue and --tier go with --source conference.")
    asked = asking.Asked(
        query=sourcing.parse(query if query is not None else _query_of(str(role))),
        today=until.date() if isinstance(until, datetime.datetime) else datetime.date.today(),
        months=months,
        limit=limit,
        papers=papers,
        profile=profiles.chosen(weights) if weights else profiles.get(profiles.profile_for(role)),
        services=tuple(filter(None, (services or "").split(","))),
        identities=identities,
        workspace=workspace_folder(),
        say=say,
    )
    place = asking.corpus(corpus_folder) if file is None and not live else None
    if identities is not None and place is None:
        raise click.UsageError(
            "--identities needs a corpus: only there are people told apart by more than their names."
        )
    if source != "arxiv" and place is None:
        raise click.UsageError(f"--source {source} needs a corpus; make one with hiretool corpus build.")
    if source == "code" and place is not None:
        emit(asking.accounts(asked, place), format, output, default="table", force=force)
        note_written(output)
        return
    found = _found(asked, file, place, source, venues, tiers)
    from hiretool.sourcing.report import report as people_report

    emit(people_report(found), format, output, default="table", force=force)
    note_written(output)


def _query_of(role: str) -> str:
    from hiretool import roles

    return roles.get(role, library()).sourcing.query


def _found(
    asked: Asked, file: Path | None, place: Path | None, source: str, venues: tuple[str, ...], tiers: tuple[str, ...]
) -> Found:
    from hiretool.sourcing import asked as asking

    if file is not None:
        return asking.in_file(asked, file)
    if place is None:
        say("Searching arXiv over the network; nothing but the query is sent. To search a file: --from FILE")
        return asking.live(asked)
    say(f"Searching the corpus in {place}")
    return asking.in_corpus(asked, place, source=source, venues=venues, tiers=tiers)
