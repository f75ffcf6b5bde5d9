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
    """Verify the workspace's log and its sealed scorecards."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def verify(as_json: bool) -> None:
    """Check every link of the log's hash chain, and every scorecard against its seal in the log.

    Exit code 1 if a row of the log was changed, or if a card is not what was sealed.

    Example: hiretool audit verify
    """
    import json

    from hiretool.store import audit, seals

    store = opened_store(needed="audit verify")
    verdict = audit.verify(store)
    # The seals stand in the log: one that does not hold proves nothing of the cards.
    cards = seals.verify(store) if verdict.broken is None else None
    ok = cards is not None and not cards.wrong
    if as_json:
        wrong = [{"scorecard": entry.scorecard, "problem": entry.problem} for entry in cards.wrong] if cards else []
        found = {"schema": 1, "ok": ok, "rows": verdict.rows, "head": verdict.head}
        checked = {"scorecards": cards.scorecards if cards else None, "wrong": wrong}
        click.echo(json.dumps({**found, "broken": verdict.broken, "reason": verdict.reason, **checked}, indent=2))
    elif cards is None:
        click.echo(f"Broken at row {verdict.broken}: {verdict.reason}")
    else:
        click.echo(f"{verdict.rows} rows, unbroken. Head: {verdict.head}")
        for entry in cards.wrong:
            click.echo(f"Scorecard {entry.scorecard}: {entry.problem}")
        if not cards.wrong:
            click.echo(f"{cards.scorecards} scorecards, each as it was sealed.")
    if not ok:
        raise click.exceptions.Exit(1)
