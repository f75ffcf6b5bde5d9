"""hiretool score sensitivity."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._fit import bar_option, conflicts_option, seed_option
from hiretool.cli._options import emit, extra_option, format_options, level_option, library, role_option
from hiretool.model import Level


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@role_option
@level_option
@extra_option
@click.option(
    "--concentration",
    type=click.FloatRange(min=0, min_open=True),
    default=50.0,
    show_default=True,
    help="How closely the weights stay to the role's; a larger number moves them less.",
)
@bar_option
@conflicts_option
@seed_option
@format_options("table", "csv", "json", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def sensitivity(
    file: Path | None,
    role: str,
    level: Level,
    extra: str,
    concentration: float,
    bar: float | None,
    conflicts: Path | None,
    seed: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """How often the order changes when the role's weights are moved, beside what chance in the ratings does.

    FILE is CSV or XLSX in the normal form, - for standard input; without it the workspace's scorecards are used.

    Example: hiretool score sensitivity cards.csv --role ml-engineer --level senior
    """
    from hiretool import roles, scoring
    from hiretool.cli import _fit
    from hiretool.cli._ratings import of_role
    from hiretool.scoring import sensitivity as weighing
    from hiretool.scoring.sensitivity_page import page

    template = roles.get(role, library())
    weights = template.weights(level)
    ratings = scoring.weighed(of_role(file, role, needed="score sensitivity"), weights, extra)
    fit = _fit.fitted(ratings, template, weights, bar=bar, conflicts=conflicts, seed=seed, in_workspace=file is None)
    found = weighing.sensitivity(ratings, fit, weights=weights, concentration=concentration, seed=seed)
    title = f"How much hangs on the weights: {template.title}, {level}"
    emit(page(found, role=role, level=level, title=title), format, output, default="table", force=force)
