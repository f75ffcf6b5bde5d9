"""hiretool score agreement."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hiretool.cli._options import emit, format_options

UNIT = ("role", "candidate", "competency")
CLUSTER = ("role", "candidate")
RATER, VALUE = "interviewer", "rating"


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--unit",
    multiple=True,
    metavar="COL",
    help="Column that tells what was rated; repeat it for columns together.  [default: role, candidate, competency]",
)
@click.option("--rater", metavar="COL", help=f"Column that tells who rated.  [default: {RATER}]")
@click.option("--value", metavar="COL", help=f"Column of the ratings: numbers or words.  [default: {VALUE}]")
@click.option(
    "--cluster",
    multiple=True,
    metavar="COL",
    help="Column that tells which units hang together, for the intervals.  [default of scorecards: role, candidate]",
)
@click.option("--role", help="Only ratings of this role.  [default: all]")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Dice of the intervals.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def agreement(
    file: Path | None,
    unit: tuple[str, ...],
    rater: str | None,
    value: str | None,
    cluster: tuple[str, ...],
    role: str | None,
    seed: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """How far interviewers agree: Krippendorff's alpha, kappas, ICCs.

    FILE is CSV or XLSX in the normal form, - for standard input; without it the workspace's scorecards are used. With
    --unit, --rater or --value, any file in long form (one row a rating). Gaps and any number of raters are fine. If
    somebody rated a unit twice, the first rating counts.

    With --json: krippendorff_alpha, cohen_kappa, weighted_kappa, fleiss_kappa, icc as numbers; intervals and reasons
    beside them under the same names.

    Example: hiretool score agreement cards.csv --role ml-engineer
    """
    from hiretool.cli import _figures
    from hiretool.scoring import agreement as agreements
    from hiretool.scoring import columns
    from hiretool.scoring.agreement.page import page

    units, raters, values = unit or UNIT, rater or RATER, value or VALUE
    if file is None or not (unit or rater or value):
        options = "--unit COL --rater COL --value COL"
        ratings = _figures.normal_or_named(file, role, needed="score agreement", options=options)
        frame = _figures.first_come(ratings)
    else:
        frame, path = _figures.columns(file, [*units, raters, values, *cluster], role)
        frame[values] = columns.numbers_or_words(frame, values, path)
    together = cluster or (() if unit else CLUSTER if set(CLUSTER) <= set(frame.columns) else ())
    about = f": {role}" if role else "" if file is None or str(file) == "-" else f": {file.name}"
    names: dict[str, Any] = {"unit": units, "rater": raters, "value": values, "cluster": together}
    found = agreements.statistics(frame, **names, seed=seed)
    document = page(found, title=f"Agreement{about}", **names, seed=seed)
    emit(document, format, output, default="table", force=force)
