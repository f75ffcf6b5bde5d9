"""hiretool kit: build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiretool.cli._options import actor, emit, level_option, library, role_argument, say, workspace_folder
from hiretool.model import Level

if TYPE_CHECKING:
    import datetime

    from hiretool.discover import Library
    from hiretool.kit import Kit, Past
    from hiretool.store.store import Store

PAGES = ("markdown", "html", "docx", "pdf")
LOOKED_BACK, COMPARED = 200, 40
"""Kits by which it is judged how often a question is used, and those with which a new one is compared."""


@click.group()
def kit() -> None:
    """Build interview kits."""


@kit.command()
@role_argument
@level_option
@click.option(
    "--candidate", required=True, help="Name or code of the candidate; the workspace remembers what they were asked."
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="One seed for an opening: the same questions for everybody."
)
@click.option(
    "--vary",
    is_flag=True,
    help="Other questions for each candidate, rather than the same for one role, level and seed.",
)
@click.option(
    "--exposure",
    type=click.FloatRange(0.01, 1),
    default=0.2,
    show_default=True,
    help="Largest share of the last 200 kits that may have one question.",
)
@click.option(
    "--overlap",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Largest share of its questions that one of the last 40 kits of other openings may have too.",
)
@click.option("--minutes", type=click.IntRange(min=10), help="The most that the live rounds may take together.")
@click.option("--rounds", help="Ids of rounds, separated by commas.  [default: the role's loop]")
@click.option(
    "--starts",
    metavar="WHEN",
    help="Day and hour of the first round, such as '2026-12-07 09:30'; adds calendar files to -o DIR.",
)
@click.option("--timezone", default="UTC", show_default=True, help="Of --starts, such as Europe/Berlin.")
@click.option(
    "--interviewer", "interviewers", multiple=True, metavar="ROUND=NAME", help="Who holds a round; repeatable."
)
@click.option("--contact", default="", help="Whom the candidate writes to, also for an adjustment.")
@click.option(
    "--page",
    "pages",
    type=click.Choice(PAGES),
    multiple=True,
    help="Format of the pages in -o DIR; repeatable.  [default: html]",
)
@click.option(
    "--format",
    type=click.Choice(["table", "markdown", "json"]),
    help="Of the overview on standard output.  [default: table]",
)
@click.option("--json", "format", flag_value="json", help="Short for --format json.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the whole kit into a new or empty folder.",
)
@click.option(
    "--remember/--forget",
    default=True,
    show_default=True,
    help="Whether the workspace remembers the questions as given.",
)
def build(
    role: str,
    level: Level,
    candidate: str,
    seed: int,
    vary: bool,
    exposure: float,
    overlap: float,
    minutes: int | None,
    rounds: str | None,
    starts: str | None,
    timezone: str,
    interviewers: tuple[str, ...],
    contact: str,
    pages: tuple[str, ...],
    format: str | None,
    output: Path | None,
    remember: bool,
) -> None:
    """Build the interview kit of one candidate for ROLE.

    Prints what is in it. With -o DIR it writes the interviewers' pack, the plan of the day, the candidate's guide,
    blank scorecards, the files of each exercise and, with --starts, calendar files. In a workspace the questions are
    then remembered: none is given to the same candidate twice, and those that were given often rest. Exit code 1 if
    the kit cannot cover what the role weighs; what is missing is said.

    Example: hiretool kit build ml-engineer --level senior --candidate "Ọlá Adéyẹmí" --seed 2041 -o kits/ola
    """
    from hiretool import kit, roles

    if not candidate.strip():
        raise click.UsageError("--candidate is blank; pass a name or a code.")
    found = library()
    folder = workspace_folder()
    store, past = None, kit.Past()
    if folder is not None:
        from hiretool.store import workspace

        store = workspace.open(folder).store()
        past = _past(store, found, candidate, None if vary else (role, level, seed))
    chosen = [name.strip() for name in rounds.split(",") if name.strip()] if rounds else []
    made = kit.build(
        roles.get(role, found),
        found,
        level=level,
        candidate=candidate,
        seed=seed,
        past=past,
        limits=kit.Limits(exposure=exposure, overlap=overlap),
        only=chosen,
        minutes=minutes,
    )
    overview = kit.overview(made)
    loop = kit.arranged(
        made, starts=_hour(starts, timezone), interviewers=_names(interviewers), contact=contact.strip()
    )
    if output is not None:
        from hiretool.cli._kit_folder import write

        write(made, found, output, pages or ("html",), loop)
        if store is not None and remember:
            _remember(store, made, overview.data)
        elif store is None:
            say("No workspace here: what this candidate was asked is not remembered. See: hiretool init --help")
    emit(overview, format, None, default="table", force=False)
    for note in made.notes:
        say(f"Note: {note}")
    for gap in made.gaps():
        say(f"Missing: {gap}")
    if made.gaps():
        raise click.exceptions.Exit(1)


def _hour(starts: str | None, timezone: str) -> datetime.datetime | None:
    """The first hour, in its zone; None where none is given."""
    import datetime

    from hiretool import kit

    zone = kit.zone(timezone)
    if starts is None:
        return None
    try:
        return datetime.datetime.fromisoformat(starts.strip()).replace(tzinfo=zone)
    except ValueError as error:
        problem = f"expected a day and an hour such as '2026-12-07 09:30', got {starts!r}"
        raise click.BadParameter(problem, param_hint="--starts") from error


def _names(interviewers: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(entry.partition("=")[::2] for entry in interviewers)
    if not all(name.strip() for pair in pairs.items() for name in pair):
        raise click.BadParameter("expected ROUND=NAME, such as find-out=Kim", param_hint="--interviewer")
    return {round.strip(): name.strip() for round, name in pairs.items()}


def _past(store: Store, found: Library, candidate: str, opening: tuple[str, str, int] | None) -> Past:
    """What was asked before; kits of one opening have the same questions on purpose."""
    from collections import Counter

    from hiretool import kit

    latest = store.recent_kits(most=LOOKED_BACK)
    same = [given for given in latest if (given.role, given.level, given.seed) == opening]
    others = [given.questions for given in latest if (given.role, given.level, given.seed) != opening]
    return kit.Past(
        seen=store.given_to(candidate),
        families=store.families_given_to(candidate),
        uses=Counter(name for questions in others for name in questions),
        kits=len(others),
        recent=list(dict.fromkeys(questions for questions in others[:COMPARED] if questions)),
        opening=same[-1].questions if same else frozenset(),
        learnt=_learnt(store, found),
    )


def _learnt(store: Store, found: Library) -> dict[str, tuple[float, float | None]]:
    """Difficulty and discrimination of the questions whose answers were rated often enough to tell."""
    from hiretool import questions
    from hiretool.kit import usage

    rated = store.rated_answers()
    if len(rated) < usage.ENOUGH:
        return {}
    known = found.question_folders().keys() & {row.question for row in rated}
    about = {name: list(questions.get(name, found).question.competencies) for name in known}
    return {
        row.question: (row.difficulty_logits, row.discrimination)
        for row in usage.figures(usage.answers(rated, about))
        if row.difficulty_logits is not None
    }


def _remember(store: Any, made: Kit, data: Any) -> None:
    import json

    from hiretool.store.kits import SAMPLE, Given

    asked = [
        Given(
            question_id=task.id,
            question_version=task.entry.question.version,
            family=task.entry.question.family,
            round=entry.round.id,
        )
        for entry in made.rounds
        for task in entry.tasks
    ]
    if made.sample is not None:
        seen = made.sample.entry.question
        asked.append(Given(question_id=seen.id, question_version=seen.version, family=seen.family, round=SAMPLE))
    content = json.dumps(data, ensure_ascii=False)
    store.give_kit(
        made.candidate,
        role=made.role.id,
        level=made.level,
        seed=made.seed,
        questions=asked,
        content=content,
        actor=actor(),
    )
    shown = " (one of them as the sample of the guide)" if made.sample else ""
    say(f"Remembered {len(asked)} questions as given to {made.candidate}{shown}.")
