"""hiretool score: table; agreement, components, fairness, reliability and sensitivity have files of their own."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._fit import bar_option, conflicts_option, seed_option
from hiretool.cli._options import emit, extra_option, format_options, level_option, library, role_option
from hiretool.cli.score_agreement import agreement
from hiretool.cli.score_components import components
from hiretool.cli.score_fairness import fairness
from hiretool.cli.score_reliability import reliability
from hiretool.cli.score_sensitivity import sensitivity
from hiretool.model import Level


@click.group()
def score() -> None:
    """Compute scores from ratings.

    A score orders the discussion; people decide.
    """


@score.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@role_option
@level_option
@extra_option
@bar_option
@conflicts_option
@seed_option
@click.option("--explain", is_flag=True, help="With each candidate's corrections in sentences.")
@click.option(
    "--remember",
    is_flag=True,
    help="Keep in the workspace what is learnt of interviewers, for other roles' scores.",
)
@format_options("table", "csv", "json", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def table(
    file: Path | None,
    role: str,
    level: Level,
    extra: str,
    bar: float | None,
    conflicts: Path | None,
    seed: int,
    explain: bool,
    remember: bool,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """One row for each candidate: score with its interval, raw mean, how much it rests on.

    FILE is CSV or XLSX in the normal form, - for standard input; without it the workspace's scorecards are used, and
    what the workspace remembers of interviewers from other roles. A blank is not a zero.

    Example: hiretool score table cards.csv --role ml-engineer --level senior --explain
    """
    from hiretool import roles, scoring
    from hiretool.cli import _fit
    from hiretool.cli._ratings import of_role
    from hiretool.scoring.score_table import score_table

    if remember and file is not None:
        raise click.UsageError("--remember is for the scorecards of a workspace; leave FILE out.")
    template = roles.get(role, library())
    weights = template.weights(level)
    ratings = scoring.weighed(of_role(file, role, needed="score table"), weights, extra)
    fit = _fit.fitted(ratings, template, weights, bar=bar, conflicts=conflicts, seed=seed, in_workspace=file is None)
    plain = scoring.table(ratings, weights=weights)
    title = f"Scores: {template.title}, {level}"
    document = score_table(fit, plain, role=role, level=level, title=title, explain=explain)
    emit(document, format, output, default="table", force=force)
    if remember:
        _fit.remember(ratings, template, weights, conflicts=conflicts)


score.add_command(fairness)
score.add_command(agreement)
score.add_command(reliability)
score.add_command(components)
score.add_command(sensitivity)
