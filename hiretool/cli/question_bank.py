"""hiretool question catalogue, counts: the bank as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import chosen_format, emit, format_options, library, put, say
from hiretool.cli._question_filters import Filters, filters


@click.command()
@filters
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="A new or empty folder.",
)
@click.option("--guide", is_flag=True, help="With answers, guides and hints. Not for candidates.")
def catalogue(filters: Filters, output: Path, guide: bool) -> None:
    """Write the bank as pages to look through: a list to search, and a page a question.

    Without --guide the pages hold what a candidate reads, and nothing else.

    Example: hiretool question catalogue --interview math --guide -o catalogue
    """
    from hiretool import files, writers
    from hiretool.errors import HiretoolError
    from hiretool.kit import catalogue as pages

    found = filters.chosen()
    if not found:
        raise HiretoolError("No question of the bank passes all of these options.")
    with files.new_folder(output) as scratch:
        for name, document in pages.catalogue(found, secret=guide):
            path = scratch / f"{name}.html"
            path.parent.mkdir(exist_ok=True)
            files.write(path, writers.write(document, "html"))
    kept = "for interviewers only" if guide else "no answers, guides or hints"
    say(f"Wrote {output} ({len(found)} questions, {kept}). Open {output / 'index.html'}.")


@click.command()
@format_options("table", "json", "markdown", "html", default="table")
def counts(format: str | None, output: Path | None, force: bool) -> None:
    """Count the questions of the bank, by format, role and level.

    The last table has families for each kind of round that a role holds at a level: with three, two candidates need not
    meet the same question, and one that became known can rest.

    Example: hiretool question counts --json
    """
    import json

    from hiretool import exercise, questions, roles, rubrics
    from hiretool.exercise import pages
    from hiretool.kit import coverage

    found = library()
    bank = list(questions.all(found))
    formats = {name: rubrics.format(name, found) for name in found.rubric_files("formats")}
    cells = coverage.coverage([roles.get(name, found) for name in found.rubric_files("roles")], bank, formats)
    page = coverage.counted(pages.counted_tables(exercise.counts(bank)), exercise.counts(bank).as_dict(), bank, cells)
    if chosen_format(format, output, "table") == "json":
        put((json.dumps({"schema": 1, **page.data}, indent=2) + "\n").encode(), output, force=force)
    else:
        emit(page, format, output, default="table", force=force)
