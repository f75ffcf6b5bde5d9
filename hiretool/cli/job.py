"""hiretool job: write."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import emit, format_options, level_option, library, role_argument, say
from hiretool.model import Level


@click.group()
def job() -> None:
    """Write job posts."""


@job.command()
@role_argument
@level_option
@click.option(
    "--company", type=click.Path(path_type=Path), required=True, metavar="FILE", help="Company facts in YAML."
)
@click.option(
    "--org", "organization", help="How ML sits in the company, such as embedded. [default: what the company file says]"
)
@format_options("markdown", "html", "docx", "pdf", "jsonld", "json", "table", default="markdown")
def write(
    role: str,
    level: Level,
    company: Path,
    organization: str | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write the job post of ROLE.

    Example: hiretool job write ml-engineer --level senior --company company.yaml -o post.html
    """
    import datetime

    from hiretool import job, roles

    found = library()
    facts = job.company(company)
    chosen = organization or facts.organization
    if chosen is None:
        chosen = job.DEFAULT_ORGANIZATION
        say(f"Neither --org nor {company} says how ML sits in the company; written for {chosen!r}.")
    document = job.build(
        roles.get(role, found), facts, found, level=level, organization=chosen, today=datetime.date.today()
    )
    emit(document, format, output, default="markdown", force=force)
