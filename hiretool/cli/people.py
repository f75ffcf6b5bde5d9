"""hiretool people: find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import completed, emit, format_options, library, say

if TYPE_CHECKING:
    from hiretool.sourcing import Reading


@click.group()
def people() -> None:
    """Find first authors on arXiv."""


@people.command()
@click.argument("query", required=False)
@click.option("--role", shell_complete=completed("roles"), help="Use this role's query.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Papers to search: arXiv Atom XML, or metadata-snapshot JSON lines (.gz and .xz too); - is standard input.",
)
@click.option("--live", is_flag=True, help="Ask arXiv over the network; so it is done where --from is not given.")
@click.option("--months", type=click.IntRange(1, 600), default=24, show_default=True, help="How far back papers count.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day that counts.  [default: today]")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="People at the most.")
@click.option(
    "--papers", type=click.IntRange(1, 30_000), default=1000, show_default=True, help="Papers to ask arXiv for."
)
@format_options("table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def find(
    query: str | None,
    role: str | None,
    source: Path | None,
    live: bool,
    months: int,
    until: object,
    limit: int,
    papers: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Find people who are first on papers that match QUERY, with the evidence.

    QUERY is arXiv's query language (ti: abs: au: cat: all:, AND OR ANDNOT, quotes); it means the same in a file and
    live. Over the network one request is made every 3 seconds, pages are kept for a day, and an interrupted search
    resumes where it was.

    Example: hiretool people find 'cat:cs.LG AND abs:"distribution shift"' --from papers.jsonl.xz --limit 20
    """
    import datetime

    from hiretool import roles, sourcing
    from hiretool.sourcing.report import report as people_report

    if (query is None) == (role is None):
        raise click.UsageError("Give QUERY, or --role to use the role's query.")
    if source is not None and live:
        raise click.UsageError("--from and --live exclude each other.")
    asked = sourcing.parse(query if query is not None else roles.get(str(role), library()).sourcing.query)
    today = until.date() if isinstance(until, datetime.datetime) else datetime.date.today()
    reading = sourcing.Reading()
    if source is None:
        say("Searching arXiv over the network; nothing but the query is sent. To search a file: --from FILE")
        since = sourcing.first_day(today, months)
        found_papers = sourcing.Arxiv(say=say).papers(asked, limit=papers, since=since, until=today, report=reading)
    else:
        found_papers = sourcing.papers(source, query=asked, report=reading)
    found = sourcing.find(found_papers, asked, today=today, months=months, limit=limit, report=reading)
    _tell(reading)
    emit(people_report(found), format, output, default="table", force=force)


def _tell(reading: Reading) -> None:
    """Which lines could not be used, the first few by number."""
    if reading.bad:
        say(f"{reading.bad:,} lines could not be used and were passed over:")
        for line, reason in reading.bad_lines[:5]:
            say(f"  line {line}: {reason}")
