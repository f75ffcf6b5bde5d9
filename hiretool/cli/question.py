"""hiretool question: list, show."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import chosen_format, emit, format_options, library, put, question_argument
from hiretool.cli.question_check import check, new, stamp
from hiretool.cli.question_run import grade, start, stats
from hiretool.model import LEVELS, Level, serves


@click.group()
def question() -> None:
    """List, show, check, hand out and grade interview questions."""


for _command in (check, start, grade, stats, new, stamp):
    question.add_command(_command)


@question.command("list")
@click.option("--interview", help="Only of this interview format.")
@click.option("--role", help="Only for this role.")
@click.option("--level", type=click.Choice(LEVELS), help="Only for this level.")
@click.option("--competency", help="Only those that test this competency.")
@format_options("table", "json", "csv", "xlsx", "markdown", "html", default="table")
def list_(
    interview: str | None,
    role: str | None,
    level: Level | None,
    competency: str | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """List the questions of the bank.

    With --json: a list of objects with id, title, format, roles, levels, competencies, minutes.

    Example: hiretool question list --role ml-engineer --level senior
    """
    import json

    from hiretool import questions
    from hiretool.kit.listings import questions_listed

    bank = library()
    for kind, name, noun in (
        ("formats", interview, "interview format"),
        ("roles", role, "role"),
        ("competencies", competency, "competency"),
    ):
        if name is not None:
            # An empty list would say that the bank lacks something, where a letter is wrong.
            bank.rubric_file(kind, name, noun)
    found = [
        entry
        for entry in questions.all(bank)
        if (interview is None or entry.question.format == interview)
        and (role is None or role in entry.question.roles)
        and (level is None or serves(entry.question.levels, level))
        and (competency is None or competency in entry.question.competencies)
    ]
    listed = questions_listed(found)
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
