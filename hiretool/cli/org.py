"""hiretool org: assess, show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from hiretool.cli._options import emit, format_options, input_file, library, put, say

# The shipped questions with their answers, so that --help needs no YAML; a test holds them to questions.yaml.
CHOICES = {
    "stage": ("pre-seed", "seed", "series-a", "series-b", "series-c", "enterprise"),
    "research_share": None,
    "pushes_state_of_the_art": ("yes", "no"),
    "ml_people": None,
    "where_ml_sits": ("nobody", "volunteers", "r-and-d", "product-teams", "own-function", "everywhere"),
    "reports_to": ("nobody", "team-leads", "research-head", "senior-leadership"),
    "leadership": ("unsure", "supportive", "committed"),
    "data_owner": ("nobody", "other-teams", "data-team", "ml-team"),
    "data_and_compute": ("lacking", "partial", "good"),
    "model_owner": ("nobody", "other-teams", "ml-team"),
    "own_software_people": ("yes", "no"),
    "prioritisation": ("ad-hoc", "one-product", "open-process"),
    "room_for_experiments": ("fixed-plans", "some-room", "own-budget"),
    "fairness_owner": ("nobody", "everybody", "named-person"),
}
HELP = {
    "stage": "Stage of the company.",
    "research_share": "Share of ML work that explores rather than ships, 0 to 1.",
    "pushes_state_of_the_art": "Whether the product needs methods that nobody has shown to work.",
    "ml_people": "How many people work on ML.",
    "where_ml_sits": "Where the people who do ML sit.",
    "reports_to": "To whom whoever leads them reports.",
    "leadership": "How the leadership stands to ML.",
    "data_owner": "Who decides on the data.",
    "data_and_compute": "Whether data and machines are to be had.",
    "model_owner": "Who deploys models and looks after them.",
    "own_software_people": "Whether the ML team has software and product people.",
    "prioritisation": "How it is settled what comes first.",
    "room_for_experiments": "Whether plans can stand experiments.",
    "fairness_owner": "Who answers for bias and fairness.",
}


def answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each question."""
    for name, choices in reversed(CHOICES.items()):
        kind: Any = click.Choice(choices) if choices else click.FLOAT
        metavar = None if choices else "NUMBER"
        command = click.option(_option(name), name, type=kind, metavar=metavar, help=HELP[name])(command)
    return command


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from hiretool import discover, organizations

    found = discover.library((ctx.find_root().params or {}).get("library"))
    return [name for name in organizations.names(found) if name.startswith(incomplete)]


@click.group()
def org() -> None:
    """Advise where to put ML people; show archetypes, axes and structures."""


@org.command()
@click.argument("answers", type=click.Path(path_type=Path), required=False, metavar="[ANSWERS]")
@click.option("--blank", is_flag=True, help="Write the questionnaire, to be filled in.")
@answer_options
@format_options("table", "json", "markdown", "html", "pdf", "docx", default="table")
def assess(
    answers: Path | None,
    blank: bool,
    format: str | None,
    output: Path | None,
    force: bool,
    **options: str | float | None,
) -> None:
    """Say where the company stands and which structure, roles and posts the documents advise.

    ANSWERS is a filled questionnaire in YAML (- is standard input). Options answer one question each, and win over the
    file. What is not answered counts as unknown, and the advice says what it would change.

    Example: hiretool org assess --stage seed --research-share 0.2 --ml-people 1
    """
    import datetime

    from hiretool import organizations
    from hiretool.plan import advice, advice_page, questionnaire

    given = {name: value for name, value in options.items() if value is not None}
    found = organizations.checked(library())
    if blank:
        if answers is not None or given or format:
            raise click.UsageError("--blank writes an empty questionnaire; it takes no answers and no --format.")
        put(questionnaire.blank(found.questions.values()).encode(), output, force=force)
        return
    if answers is None and not given:
        raise click.UsageError(
            "Nothing was answered. Pass ANSWERS, or options such as --stage seed, or --blank for the questions."
        )
    read = dict(_from_file(answers, found.questions) if answers else {})
    for name, value in given.items():
        of_file, read[name] = read.get(name), _from_option(name, value, found.questions)
        if of_file not in (None, read[name]):
            say(f"{_option(name)} counts ({read[name]}), not what {answers} says ({of_file}).")
    document = advice_page.page(advice.advise(read, found), found, today=datetime.date.today())
    emit(document, format, output, default="table", force=force)


def _from_file(answers: Path, questions: Any) -> Any:
    from hiretool import files
    from hiretool.plan import questionnaire

    path, content = input_file(answers)
    if content is None:
        return questionnaire.answers(path, questions)
    return questionnaire.answered(files.decoded(content, path), path, questions)


def _from_option(name: str, value: str | float, questions: Any) -> Any:
    from hiretool.plan import questionnaire

    option = _option(name)
    if name not in questions:
        raise click.UsageError(f"{option}: the questions of this library have no {name!r}.")
    try:
        return questionnaire.answer(questions[name], value)
    except ValueError as error:
        raise click.UsageError(f"{option}: {error}.") from error


@org.command()
@click.argument("name", required=False, shell_complete=_complete)
@format_options("table", "json", "csv", "markdown", "html", "pdf", "docx", default="table")
def show(name: str | None, format: str | None, output: Path | None, force: bool) -> None:
    """Show all archetypes, axes and structures, or NAME alone.

    Example: hiretool org show embedded
    """
    from hiretool import organizations
    from hiretool.plan import organization_page

    found = library()
    everything = organizations.checked(found)
    if name is None:
        document = organization_page.listed(everything)
    else:
        document = organization_page.page(organizations.shown(name, found), everything)
    emit(document, format, output, default="table", force=force)
