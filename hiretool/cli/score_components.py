"""hiretool score components."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import emit, format_options
from hiretool.errors import HiretoolError


def _names(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """`a,b` and `a:b` from one option or several, each once."""
    found = [":".join(part.strip() for part in name.split(":")) for value in values for name in value.split(",")]
    found = [name for name in dict.fromkeys(found) if name]
    if bad := [name for name in found if "" in name.split(":")]:
        raise click.BadParameter(f"expected columns, joined by a colon or not, got {bad[0]!r}")
    return found


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rating", default="rating", show_default=True, metavar="COL", help="Column of numbers.")
@click.option(
    "--terms",
    multiple=True,
    required=True,
    callback=_names,
    metavar="COL,...",
    help="Columns to divide the variance among; a:b for combinations of two.",
)
@click.option("--fixed", multiple=True, callback=_names, metavar="COL,...", help="Columns whose levels are means.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf", default="table")
def components(
    file: Path,
    rating: str,
    terms: list[str],
    fixed: list[str],
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """How much of the variance of a column comes from what: restricted likelihood.

    FILE is any CSV or XLSX with one row a value, - for standard input. Gaps and crossed terms are fine.

    With --json: variance, sd and share by term, criterion (as lme4's REMLcrit), fixed, levels, n, converged.

    Example: hiretool score components cards.csv --terms candidate,interviewer,candidate:interviewer
    """
    from hiretool import scoring
    from hiretool.cli import _figures
    from hiretool.scoring import columns, variances

    wanted = [part for name in [*terms, *fixed] for part in name.split(":")]
    frame, path = _figures.columns(file, [rating, *wanted], None)
    known = frame.assign(**{rating: columns.numbers(frame, rating, path)}).dropna(subset=rating).reset_index(drop=True)
    if known.empty:
        raise HiretoolError(f"{path}: the column {rating!r} has no number.")
    variances.check(known, terms, fixed)
    found = scoring.components(known, rating, terms, fixed=fixed)
    title = f"Components of {rating}" if str(file) == "-" else f"Components of {rating}: {file.name}"
    document = variances.page(found, known, response=rating, fixed=fixed, title=title)
    emit(document, format, output, default="table", force=force)
