"""hiretool score: table."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import emit, extra_option, format_options, level_option, library, role_option
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
@format_options("table", "csv", "json", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def table(
    file: Path | None, role: str, level: Level, extra: str, format: str | None, output: Path | None, force: bool
) -> None:
    """One row for each candidate: weighted score, raw mean, how much it rests on.

    FILE is CSV or XLSX in the normal form, - for standard input; without it the workspace's scorecards are used. A
    blank is not a zero: the weights are rescaled over what was assessed.

    Example: hiretool score table cards.csv --role ml-engineer --level senior
    """
    from hiretool import roles, scoring
    from hiretool.cli._ratings import of_role
    from hiretool.scoring.documents import score_table

    template = roles.get(role, library())
    weights = template.weights(level)
    frame = scoring.table(of_role(file, role, needed="score table"), weights=weights, extra=extra)  # type: ignore[arg-type]
    title = f"Scores: {template.title}, {level}"
    emit(score_table(frame, weights, role=role, level=level, title=title), format, output, default="table", force=force)
