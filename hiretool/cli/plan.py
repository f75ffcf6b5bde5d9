"""hiretool plan: pipeline, project."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiretool.cli._options import (
    emit,
    format_options,
    input_file,
    level_option,
    library,
    role_option,
    workspace_folder,
)
from hiretool.model import Level

if TYPE_CHECKING:
    import datetime

    from hiretool.plan.funnel import Funnel
    from hiretool.plan.history import Record
    from hiretool.plan.pipeline_page import Told
    from hiretool.roles import Role


@click.group()
def plan() -> None:
    """Plan hiring and projects with probabilities."""


def _between(ctx: click.Context, parameter: click.Parameter, value: float) -> float:
    if not 0 < value < 1:
        raise click.BadParameter(f"expected a chance above 0 and below 1, such as 0.8, got {value:g}")
    return value


def _positive(ctx: click.Context, parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and not (math.isfinite(value) and value > 0):
        raise click.BadParameter(f"expected a number of hours above 0, got {value:g}")
    return value


seed_option = click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Dice.")


@plan.command()
@role_option
@level_option
@click.option("--hires", type=click.IntRange(1, 100), required=True, metavar="N", help="How many are wanted.")
@click.option("--by", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Date by which they have accepted.")
@click.option(
    "--probability", type=float, default=0.8, show_default=True, callback=_between, help="Chance that is asked for."
)
@click.option(
    "--interviewer-hours",
    type=float,
    callback=_positive,
    metavar="HOURS",
    help="Hours a week that all interviewers together have.  [default: the funnel's]",
)
@click.option(
    "--history",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Own history: CSV of stage, entered, passed and, if known, days; - is standard input.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="First day of the plan.  [default: today]")
@seed_option
@click.option(
    "--simulations",
    type=click.IntRange(1000, 1_000_000),
    help="Runs.  [default: 10,000, and fewer for more than 10 hires]",
)
@format_options("table", "markdown", "html", "pdf", "docx", "json", "csv", "xlsx", default="table")
def pipeline(
    role: str,
    level: Level,
    hires: int,
    by: datetime.datetime,
    probability: float,
    interviewer_hours: float | None,
    history: Path | None,
    today: datetime.datetime | None,
    seed: int,
    simulations: int | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """How many people to contact each week, so that N hires by a date are likely.

    Simulates the funnel from the first letter over the rounds of the role to the accepted offer. Pass rates start from
    rubrics/plan/funnel.yaml; own history, from FILE or else from the workspace's scorecards, is laid over them. It is a
    forecast: it judges nobody.

    Example: hiretool plan pipeline --role ml-engineer --level senior --hires 2 --by 2027-06-30
    """
    import datetime

    from hiretool import roles
    from hiretool.plan import funnel, pipeline_page
    from hiretool.plan import pipeline as plans

    found = library()
    template, defaults = roles.get(role, found), funnel.get(found)
    start = today.date() if today else datetime.date.today()
    records, told = _history(history, defaults, template, level, start)
    believed = funnel.stages(defaults, template, level, records)
    question = plans.Question(
        hires,
        by.date(),
        start,
        probability,
        interviewer_hours * 60 if interviewer_hours else defaults.minutes_a_week(),
        defaults.one_more(),
        simulations or plans.runs(hires),
        seed,
    )
    made = plans.forecast([entry.stage for entry in believed], question)
    document = pipeline_page.document(
        made, believed, defaults, template, level=level, told=told, hours_given=interviewer_hours is not None
    )
    emit(document, format, output, default="table", force=force)


def _history(
    file: Path | None, defaults: Funnel, role: Role, level: Level, today: datetime.date
) -> tuple[list[Record], Told]:
    """Own history: from the file, else from the workspace, else none."""
    from hiretool.plan import funnel, history
    from hiretool.plan.pipeline_page import Told

    if file is not None:
        path, raw = input_file(file)
        return history.read(path, raw, stages=funnel.stage_ids(defaults, role, level)), Told(file=path.name)
    folder = workspace_folder()
    if folder is None:
        return [], Told()
    from hiretool.store import workspace

    with workspace.open(folder).store() as store:
        cards: Any = store.scorecards(role.id)
    if not cards:
        return [], Told()
    quiet = defaults.quiet_days.value
    derived = history.derived(cards, role.loop(level), today=today, quiet_days=quiet)
    return list(derived.records), Told(derived=derived)


@plan.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Start here.  [default: the file's as_of]")
@seed_option
@click.option("--simulations", type=click.IntRange(1000, 1_000_000), default=100_000, show_default=True, help="Runs.")
@format_options("table", "markdown", "html", "pdf", "docx", "json", "csv", "xlsx", default="table")
def project(
    file: Path,
    today: datetime.datetime | None,
    seed: int,
    simulations: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """How likely a goal is by its date, what each parallel approach is worth, what to try next.

    FILE is YAML with goals, approaches and tasks; - is standard input. Bring statuses and as_of up to date and run it
    again: the chances follow. docs/planning.md says what each key means.

    Example: hiretool plan project project.yaml --format html -o project.html
    """
    from hiretool.plan import portfolio, project_page
    from hiretool.plan import project as projects

    path, raw = input_file(file)
    found = projects.read(path, raw, today=today.date() if today else None)
    made = portfolio.portfolio(found, simulations=simulations, seed=seed)
    emit(project_page.document(made), format, output, default="table", force=force)
