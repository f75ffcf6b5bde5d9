"""hiretool score reliability."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import emit, format_options, level_option
from hiretool.model import Level


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--role", help="Only ratings of this role.  [default: all]")
@level_option
@click.option(
    "--each",
    type=click.IntRange(1, 50),
    metavar="N",
    help="Competencies that each interviewer rates.  [default: as on the scorecards]",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Dice of the intervals.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def reliability(
    file: Path | None,
    role: str | None,
    level: Level,
    each: int | None,
    seed: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """How much noise is in the ratings, and how many interviewers are enough.

    FILE is CSV or XLSX in the normal form, - for standard input; without it the workspace's scorecards are used. Noise
    is told in rating points: how far two interviewers are apart on one candidate, and why. Weights are those of the
    role at its level; of a role that the library does not know, all competencies weigh alike.

    Example: hiretool score reliability cards.csv --role ml-engineer --level senior
    """
    from hiretool import scoring
    from hiretool.cli import _figures
    from hiretool.model import RATINGS
    from hiretool.scoring import reliability as audits
    from hiretool.scoring.reliability.page import page

    ratings = _figures.ratings(file, role, needed="score reliability")
    alike = {str(name): dict.fromkeys(mine["competency"], 1.0) for name, mine in ratings.groupby("role")}
    # Weights and bar move scores, not components.
    fitted = scoring.fit(ratings, weights=alike, bar=sum(RATINGS) / len(RATINGS), seed=seed)
    weights = {name: _figures.weights(name, level) or mine for name, mine in alike.items()}
    found = audits.audit(ratings, fitted.components, weights=weights, each=each, seed=seed)
    title = f"Reliability: {role}" if role else "Reliability"
    emit(page(found, title=title), format, output, default="table", force=force)
