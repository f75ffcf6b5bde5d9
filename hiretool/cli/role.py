"""hiretool role: list, show, compare, check."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import completed, emit, format_options, level_option, library, role_argument, say
from hiretool.model import Level


@click.group()
def role() -> None:
    """List, show, compare and check role templates."""


@role.command("list")
@format_options("table", "json", "csv", "markdown", "html", default="table")
def list_(format: str | None, output: Path | None, force: bool) -> None:
    """List the roles there are.

    Example: hiretool role list
    """
    from hiretool import roles
    from hiretool.kit.listings import roles_listed

    found = library()
    emit(
        roles_listed([roles.get(name, found) for name in roles.names(found)]),
        format,
        output,
        default="table",
        force=force,
    )


@role.command()
@role_argument
@level_option
@format_options("table", "json", "markdown", "html", "pdf", "docx", default="table")
def show(role: str, level: Level, format: str | None, output: Path | None, force: bool) -> None:
    """Show ROLE: mission, duties, weights, rounds, bar.

    Example: hiretool role show ml-engineer --level senior
    """
    from hiretool import roles
    from hiretool.kit.listings import role_shown

    emit(role_shown(roles.get(role, library()), level), format, output, default="table", force=force)


@role.command()
@click.argument("one", shell_complete=completed("roles"))
@click.argument("other", shell_complete=completed("roles"))
@level_option
@click.option("--org", "organization", default="embedded", show_default=True, help="Kind of organization.")
@format_options("table", "json", "csv", "markdown", "html", "pdf", "docx", default="table")
def compare(
    one: str, other: str, level: Level, organization: str, format: str | None, output: Path | None, force: bool
) -> None:
    """Show roles ONE and OTHER side by side: duties, deliverables, weights.

    Example: hiretool role compare data-scientist data-analyst
    """
    from hiretool import roles
    from hiretool.kit.listings import roles_compared

    found = library()
    made = roles_compared(roles.get(one, found), roles.get(other, found), level, organization)
    emit(made, format, output, default="table", force=force)


@role.command()
@click.argument("role", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def check(role: str | None, as_json: bool) -> None:
    """Prove that the library has no gap; all of it, or ROLE alone.

    Each weight names a competency; each competency of a role is met in a round at every level; each round's format has
    a dimension that informs it; each question names competencies, roles and a format that exist. All problems are
    printed, one a line; exit code 1 if there is any.

    Example: hiretool role check
    """
    import json

    from hiretool import chain

    verdict = chain.check(library(), role)
    if as_json:
        found = {"schema": 1, "ok": not verdict.problems, "problems": [str(problem) for problem in verdict.problems]}
        click.echo(
            json.dumps({**found, "remarks": verdict.remarks, "counts": verdict.counts}, indent=2, ensure_ascii=False)
        )
    else:
        for problem in verdict.problems:
            click.echo(str(problem))
    for remark in verdict.remarks:
        say(f"Remark: {remark}")
    counts = ", ".join(f"{number} {kind}" for kind, number in verdict.counts.items())
    say(f"Checked {counts}: {len(verdict.problems) or 'no'} problem{'s' if len(verdict.problems) != 1 else ''}.")
    if verdict.problems:
        raise click.exceptions.Exit(1)
