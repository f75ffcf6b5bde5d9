"""hiretool question: list, show."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import chosen_format, emit, format_options, library, put, question_argument
from hiretool.cli._question_filters import Filters, filters
from hiretool.cli.question_bank import catalogue, counts
from hiretool.cli.question_check import check, new, stamp
from hiretool.cli.question_run import grade, start, stats


@click.group()
def question() -> None:
    """List, show, check, hand out and grade interview questions."""


for _command in (catalogue, check, counts, start, grade, stats, new, stamp):
    question.add_command(_command)


@question.command("list")
@filters
@format_options("table", "json", "csv", "xlsx", "markdown", "html", default="table")
def list_(filters: Filters, format: str | None, output: Path | None, force: bool) -> None:
    """List the questions of the bank.

    With --json: a list of objects with id, title, format, roles, levels, competencies, minutes.

    Example: hiretool question list --role ml-engineer --level senior
    """
    import json

    from hiretool.kit.listings import questions_listed

    listed = questions_listed(filters.chosen())
    if chosen_format(format, output, "table") == "json":
        text = json.dumps(listed.data["questions"], indent=2, ensure_ascii=False) + "\n"
        put(text.encode(), output, force=force)
    else:
        emit(listed, format, output, default="table", force=force)


@question.command()
@question_argument
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Which variant.")
@click.option("--guide", is_flag=True, help="Show the interviewer's guide too. Not for candidates.")
@format_options("markdown", "html", "docx", "pdf", "json", "table", default="markdown")
def show(question: str, seed: int, guide: bool, format: str | None, output: Path | None, force: bool) -> None:
    """Show QUESTION as a candidate reads it.

    Example: hiretool question show math/shrinkage-bias-variance --seed 7
    """
    from hiretool import questions
    from hiretool.kit.listings import question_shown

    emit(
        question_shown(questions.get(question, library()), seed, secret=guide),
        format,
        output,
        default="markdown",
        force=force,
    )
