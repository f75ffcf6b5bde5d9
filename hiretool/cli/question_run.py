"""hiretool question start, grade, stats: an exercise goes out, comes back, and is looked back at."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import completed, emit, format_options, library, question_argument, say


@click.command()
@question_argument
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="A new or empty folder."
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Which variant.")
@click.option("--candidate", help="For whom: draws a variant that is theirs, as their kit does.")
def start(question: str, output: Path, seed: int, candidate: str | None) -> None:
    """Write what a candidate receives for QUESTION into a folder, and nothing else.

    Example: hiretool question start pair-debugging/selection-before-split -o session --seed 3
    """
    from hiretool import exercise, questions

    entry = questions.get(question, library())
    variant = entry.variant(seed, candidate) if candidate else seed
    exercise.start(entry, output, seed=variant, candidate=candidate or "")
    say(f"Wrote {output}: what the candidate receives (variant {variant}).")
    say(f"Copy {exercise.mark(entry, variant, candidate or '')}: note it; where it turns up, this copy has got out.")
    say(f"The guide is in: hiretool question show {question} --seed {variant} --guide")


@click.command()
@click.argument("submission", required=False, type=click.Path(path_type=Path))
@click.option("--question", shell_complete=completed("questions"), help="Its question.  [default: by its PROMPT.md]")
@click.option("--seeds", type=click.IntRange(1, 50), default=5, show_default=True, help="Fresh variants to run it on.")
@click.option("--backend", help="Which sandbox; see hiretool doctor.  [default: the best one here]")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="KEY=VALUE",
    help="Instead of a submission: what was said to a computed question; repeatable.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="With --answer: the variant.")
@format_options("table", "json", "markdown", "html", default="table")
def grade(
    submission: Path | None,
    question: str | None,
    seeds: int,
    backend: str | None,
    answers: tuple[str, ...],
    seed: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Grade SUBMISSION, a folder, zip or tar of a candidate's files.

    The code is run in a sandbox that was tried with attacks first, never without one. The checks and their answers stay
    outside; only values come back. Exit code 1 if an invariant does not hold. It advises: people rate.

    Example: hiretool question grade session
    """
    from hiretool import exercise, questions
    from hiretool.exercise import pages

    bank = library()
    if answers:
        if submission is not None or question is None:
            raise click.UsageError("--answer needs --question and no SUBMISSION.")
        entry = questions.get(question, bank)
        marked = exercise.marked(entry, entry.params(seed), _pairs(answers))
        emit(pages.marked_page(question, marked, seed), format, output, default="table", force=force)
        passed = all(answer.is_right for answer in marked)
    elif submission is None:
        raise click.UsageError("Missing SUBMISSION: a folder, a zip or a tar.")
    else:
        entry = (
            questions.get(question, bank)
            if question is not None
            else exercise.question_of(submission, list(questions.all(bank)))
        )
        say(f"Grading {entry.question.id} on {seeds} fresh variant{'s' if seeds != 1 else ''}.")
        found = exercise.grade(entry, submission, seeds=seeds, backend=backend)
        emit(pages.graded_page(found), format, output, default="table", force=force)
        passed = found.passed
    if not passed:
        raise click.exceptions.Exit(1)


def _pairs(answers: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(answer.partition("=")[::2] for answer in answers)
    if "" in pairs.values() or "" in pairs:
        raise click.BadParameter("expected KEY=VALUE, such as share=3/8", param_hint="--answer")
    return pairs


@click.command()
@format_options("table", "json", "csv", "xlsx", "markdown", "html", default="table")
def stats(format: str | None, output: Path | None, force: bool) -> None:
    """Show how the questions do that this workspace's kits gave out: use, difficulty, discrimination, leaks.

    Computed from the scorecards of the rounds in which they were asked; a round's ratings count for each of its
    questions. Says "not enough data" below 30 scores.

    Example: hiretool question stats --json
    """
    from hiretool import questions
    from hiretool.cli._options import opened_store
    from hiretool.kit import usage, usage_page

    store = opened_store(needed="question stats")
    bank = {entry.question.id: entry.question for entry in questions.all(library())}
    about = {name: list(question.competencies) for name, question in bank.items()}
    answers = usage.answers(store.rated_answers(), about)
    titles = {name: question.title for name, question in bank.items()}
    page = usage_page.page(usage.figures(answers), store.times_given(), titles)
    emit(page, format, output, default="table", force=force)
