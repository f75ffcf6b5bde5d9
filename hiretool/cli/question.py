"""hiretool question: list, show, check, start."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import chosen_format, emit, format_options, library, put, question_argument, say
from hiretool.model import LEVELS, Level, serves


@click.group()
def question() -> None:
    """List, show, check and hand out interview questions."""


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


@question.command()
@click.argument("question", required=False)
@click.option(
    "--seeds", type=click.IntRange(1, 200), default=20, show_default=True, help="Seeds for questions that run code."
)
@click.option(
    "--variants", type=click.IntRange(1, 5000), default=200, show_default=True, help="Variants of generated questions."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def check(question: str | None, seeds: int, variants: int, as_json: bool) -> None:
    """Prove that the questions of the bank are right: QUESTION, or all.

    The fault shows on every seed, every right repair passes on every seed, every wrong one fails; answers agree with an
    independent oracle; figures follow from the facts; nothing secret is in what the candidate receives.

    Example: hiretool question check pair-debugging/selection-before-split
    """
    import json

    from hiretool import exercise, questions, rubrics
    from hiretool.errors import HiretoolError

    found = library()
    formats = {name: rubrics.format(name, found) for name in found.rubric_files("formats")}
    names = [question] if question is not None else list(found.question_folders())
    reports, failed = [], 0
    for number, name in enumerate(names, start=1):
        try:
            report = exercise.check(questions.get(name, found), formats, seeds=seeds, variants=variants)
            problems, reported = report.problems(), report.as_dict()
            skipped = [claim.detail for claim in report.claims if claim.skipped]
        except HiretoolError as error:
            if question is not None:
                raise
            problems, reported, skipped = str(error).splitlines(), {"id": name, "claims": []}, []
        failed += bool(problems)
        reports.append({**reported, "ok": not problems, "problems": problems})
        without = f" (skipped: {skipped[0]})" if skipped else ""
        say(f"[{number}/{len(names)}] {name}: {'FAILS' if problems else 'holds'}{without}")
        if not as_json:
            for problem in problems:
                click.echo(f"{name}: {problem}")
    if as_json:
        click.echo(json.dumps({"schema": 1, "ok": not failed, "questions": reports}, indent=2, ensure_ascii=False))
    say(f"Checked {len(names)} question{'s' if len(names) != 1 else ''}: {failed or 'none'} failed.")
    if failed:
        raise click.exceptions.Exit(1)


@question.command()
@question_argument
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="A new or empty folder."
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Which variant.")
def start(question: str, output: Path, seed: int) -> None:
    """Write what a candidate receives for QUESTION into a folder, and nothing else.

    Example: hiretool question start pair-debugging/selection-before-split -o session --seed 3
    """
    from hiretool import exercise, questions

    exercise.start(questions.get(question, library()), output, seed=seed)
    say(f"Wrote {output}: what the candidate receives. The guide is in: hiretool question show {question} --guide")
