"""hiretool init and hiretool audit."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import opened_store, say


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--database", help="Where to keep it, such as postgresql+psycopg://...  [default: hiretool.db in DIR]")
def init(folder: Path, database: str | None) -> None:
    """Make a workspace that remembers kits, scorecards and decisions.

    Writes hiretool.toml, hiretool.db and a company.yaml to fill in into DIR (the current folder if left out).

    Example: hiretool init hiring
    """
    from hiretool import files, shipped
    from hiretool.store import workspace

    workspace.create(folder, database=database)
    company = folder / "company.yaml"
    if not company.exists():
        files.write(company, (shipped.demo() / "company.yaml").read_bytes())
    say(f"Made a workspace in {folder}: hiretool.toml, the database, company.yaml.")
    say(f"Next: hiretool job write ml-engineer --level senior --company {company}")


@click.group()
def audit() -> None:
    """Verify the workspace's append-only log."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def verify(as_json: bool) -> None:
    """Check every link of the log's hash chain; exit code 1 if a row was changed.

    Example: hiretool audit verify
    """
    import json

    from hiretool.store import audit

    verdict = audit.verify(opened_store(needed="audit verify"))
    if as_json:
        found = {"schema": 1, "ok": verdict.broken is None, "rows": verdict.rows, "head": verdict.head}
        click.echo(json.dumps({**found, "broken": verdict.broken, "reason": verdict.reason}, indent=2))
    elif verdict.broken is None:
        click.echo(f"{verdict.rows} rows, unbroken. Head: {verdict.head}")
    else:
        click.echo(f"Broken at row {verdict.broken}: {verdict.reason}")
    if verdict.broken is not None:
        raise click.exceptions.Exit(1)
