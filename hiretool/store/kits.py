"""Kits given to candidates, and the questions that no candidate gets twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from hiretool.errors import HiretoolError, NotFoundError, Problems
from hiretool.store import audit, models, people
from hiretool.store.keys import key

SAMPLE = "sample"
"""In place of a round: shown to the candidate beforehand, and never asked."""
# What a 64-bit column holds on both databases.
_SEEDS = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class Given:
    """A question as it stands in a kit."""

    question_id: str
    question_version: int
    family: str
    round: str
    """The interview round's id."""


def give(
    session: Session,
    candidate: str,
    *,
    role: str,
    level: str,
    seed: int,
    questions: Sequence[Given],
    content: str,
    opening: str | None,
    now: str,
) -> tuple[int, dict[str, audit.Json]]:
    """Store a kit. Returns: its id, and what the log is told.

    Raises: Problems, naming each question that the candidate was given before; NotFoundError for the opening.
    """
    if seed not in _SEEDS:
        raise HiretoolError(f"The seed {seed} has more than 64 bits; expected a smaller one")
    questions = [_tidied(question) for question in questions]
    id = people.remembered(session, [candidate], now=now)[candidate]
    _refuse_repeats(session, id, candidate, questions)
    if opening is not None:
        known = session.scalars(select(models.Opening.id)).all()
        if opening not in known:
            raise NotFoundError("opening", opening, known)
        session.execute(update(models.Candidate).where(models.Candidate.id == id).values(opening_id=opening))
    columns = {"candidate_id": id, "role": role, "level": level, "seed": seed, "created_at": now, "content": content}
    kit = session.execute(insert(models.Kit).values(columns).returning(models.Kit.id)).scalar_one()
    rows = [{"candidate_id": id, "kit_id": kit, **asdict(question)} for question in questions]
    if rows:
        session.execute(insert(models.Given), rows)
    return kit, {
        "kit": kit,
        "candidate": id,
        "role": role,
        "level": level,
        "seed": seed,
        "questions": [[question.question_id, question.question_version] for question in questions],
    }


def given_to(session: Session, candidate: str) -> set[str]:
    statement = select(models.Given.question_id).join(models.Candidate).where(models.Candidate.name == candidate)
    return set(session.scalars(statement))


def families_given_to(session: Session, candidate: str) -> set[str]:
    statement = select(models.Given.family).join(models.Candidate).where(models.Candidate.name == candidate)
    return set(session.scalars(statement))


@dataclass(frozen=True, slots=True)
class Recent:
    """A kit that was given, without whom it was for."""

    role: str
    level: str
    seed: int
    questions: frozenset[str]
    """Those that were asked; samples are not among them."""


def recent(session: Session, *, most: int) -> list[Recent]:
    """The latest kits, the newest first."""
    kit = models.Kit
    latest = session.execute(select(kit.id, kit.role, kit.level, kit.seed).order_by(kit.id.desc()).limit(most)).all()
    asked: dict[int, set[str]] = {id: set() for id, *_ in latest}
    if asked:
        columns = (models.Given.kit_id, models.Given.question_id)
        statement = select(*columns).where(models.Given.kit_id >= min(asked), models.Given.round != SAMPLE)
        for id, question in session.execute(statement):
            asked[id].add(question)
    return [Recent(role, level, seed, frozenset(asked[id])) for id, role, level, seed in latest]


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """A rating given in the round in which a question was asked."""

    candidate: str
    question: str
    interviewer: str
    competency: str
    rating: float
    submitted_at: str


def rated(session: Session) -> list[RatedAnswer]:
    """Every rating of a round in which the candidate's kit has questions, once for each of these questions."""
    card, rating, given = models.Scorecard, models.Rating, models.Given
    statement = (
        select(
            models.Candidate.name,
            given.question_id,
            card.interviewer,
            rating.competency,
            rating.rating,
            card.submitted_at,
        )
        .select_from(given)
        .join(models.Kit, models.Kit.id == given.kit_id)
        .join(models.Candidate, models.Candidate.id == given.candidate_id)
        .join(
            card,
            (card.candidate_id == given.candidate_id)
            & (card.role == models.Kit.role)
            & (card.interview == given.round),
        )
        .join(rating, rating.scorecard_id == card.id)
        .where(rating.rating.is_not(None))
    )
    return [
        RatedAnswer(candidate, question, interviewer, competency, float(value), at)
        for candidate, question, interviewer, competency, value, at in session.execute(statement)
        if value is not None
    ]


def times_given(session: Session) -> dict[str, tuple[int, str]]:
    """Question -> how many candidates had it, and the date of the last time."""
    statement = (
        select(models.Given.question_id, func.count(), func.max(models.Kit.created_at))
        .join(models.Kit, models.Kit.id == models.Given.kit_id)
        .group_by(models.Given.question_id)
    )
    return {question: (count, last[:10]) for question, count, last in session.execute(statement)}


def _tidied(question: Given) -> Given:
    return Given(
        question_id=key(question.question_id, "question"),
        question_version=question.question_version,
        family=key(question.family, "question family"),
        round=key(question.round, "round"),
    )


def _refuse_repeats(session: Session, id: int, candidate: str, questions: Sequence[Given]) -> None:
    statement = (
        select(models.Given.question_id, models.Given.kit_id, models.Kit.created_at)
        .join(models.Kit)
        .where(models.Given.candidate_id == id)
    )
    before = {question: (kit, when[:10]) for question, kit, when in session.execute(statement)}
    wanted = [question.question_id for question in questions]
    problems = [
        f"{candidate!r} was given the question {question!r} before (kit {before[question][0]}, {before[question][1]});"
        " build the kit with another one"
        for question in wanted
        if question in before
    ]
    twice = {question for question in wanted if wanted.count(question) > 1}
    problems += [f"The kit has the question {question!r} twice" for question in sorted(twice)]
    if problems:
        raise Problems(problems)
