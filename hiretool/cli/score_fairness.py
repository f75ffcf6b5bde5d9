"""hiretool score fairness."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import emit, format_options, input_file


@click.command()
@click.argument("outcomes", type=click.Path(path_type=Path))
@click.option("--group", "columns", multiple=True, required=True, metavar="COLUMN", help="Kind of group; repeatable.")
@click.option(
    "--groups",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="CSV or XLSX with candidate and the columns of groups.  [default: OUTCOMES has them]",
)
@click.option("--intersect", is_flag=True, help="Also each two kinds of group crossed, such as sex x race.")
@click.option("--role", default="", help="Only outcomes of this role, if OUTCOMES has a column role.")
@click.option("--unknown", multiple=True, metavar="WORD", help="Counts as an unknown group, as a blank; repeatable.")
@click.option(
    "--smallest",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Warn of groups of fewer people: their counts point at persons.",
)
@click.option(
    "--leave-out-small",
    "reason",
    default="",
    metavar="REASON",
    help="Keep groups under 2% of all out of the ratios; their counts and the reason are shown.",
)
@format_options("table", "json", "html", "pdf", "docx", "markdown", "csv", "xlsx", default="table")
def fairness(
    outcomes: Path,
    columns: tuple[str, ...],
    groups: Path | None,
    intersect: bool,
    role: str,
    unknown: tuple[str, ...],
    smallest: int,
    reason: str,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Rates by group: four fifths, exact tests, intervals, and how much of it can be chance.

    OUTCOMES is CSV or XLSX, - for standard input, with candidate and selected (1 or 0) or score, or both; with score
    and uncorrected, as `score table` writes them, rates are shown before and after the correction. It is evidence
    and no finding, and no independent audit.

    Example: hiretool score fairness outcomes.csv --groups groups.csv --group sex --group race --intersect
    """
    from hiretool.scoring.fairness import page
    from hiretool.scoring.fairness.audit import audit
    from hiretool.scoring.fairness.outcomes import read

    if groups is not None and str(groups) == str(outcomes) == "-":
        raise click.UsageError("Only one of OUTCOMES and --groups can be standard input.")
    apart = input_file(groups) if groups is not None else None
    found = read(input_file(outcomes), groups=columns, apart=apart, role=role, unknown=unknown)
    made = audit(found, intersect=intersect, smallest=smallest, reason=" ".join(reason.split()))
    emit(page.document(made), format, output, default="table", force=force)
