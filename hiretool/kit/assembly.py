"""Which questions go into which round: inside the minutes, covering what the role weighs, none given before."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from hiretool import questions, rubrics
from hiretool.discover import Library
from hiretool.document import Cell, Column, Document, Table, bullets, cells, inline
from hiretool.errors import HiretoolError, NotFoundError
from hiretool.model import Level, serves
from hiretool.questions import Entry
from hiretool.roles import Role, Round, percent
from hiretool.rubrics import Format

MOST_TOGETHER = 4
"""Questions in one round at the most."""
MOST_COMPARED = 24
"""Questions of a format that are tried in all combinations; of a larger bank a sample drawn by seed."""


@dataclass(frozen=True, slots=True)
class Task:
    """A question as one candidate meets it: with the numbers of one variant."""

    entry: Entry
    variant: int
    params: dict[str, Any]

    @property
    def id(self) -> str:
        return self.entry.question.id

    @property
    def minutes(self) -> int:
        return self.entry.question.minutes.total()


@dataclass(frozen=True, slots=True)
class KitRound:
    """One interview: its format and what is asked in it."""

    round: Round
    format: Format
    tasks: tuple[Task, ...]
    gap: str = ""
    """Why the round has no question, in a sentence; empty where it has what it needs."""

    def competencies(self) -> list[str]:
        """What can be rated in this round as it was put together: with questions, what they are about."""
        if self.gap:
            return []
        about = {name for task in self.tasks for name in task.entry.question.competencies}
        own = self.format.questions != "bank"
        return [name for name in self.round.competencies if name in about or own or not self.tasks]


@dataclass(frozen=True)
class Kit:
    """The interviews of one candidate."""

    role: Role
    level: Level
    candidate: str
    seed: int
    rounds: tuple[KitRound, ...]

    def uncovered(self) -> list[str]:
        """Competencies that the role weighs and no round of this kit can rate."""
        met = {name for entry in self.rounds for name in entry.competencies()}
        return [name for name in self.role.weights(self.level) if name not in met]

    def gaps(self) -> list[str]:
        """What is missing, a sentence each."""
        sentences = [f"Round {entry.round.id}: {entry.gap}" for entry in self.rounds if entry.gap]
        if names := self.uncovered():
            sentences.append(f"Not met in any round: {', '.join(names)}.")
        return sentences

    def minutes(self) -> int:
        return sum(entry.round.minutes for entry in self.rounds)


def build(
    role: Role,
    library: Library,
    *,
    level: Level,
    candidate: str,
    seed: int,
    given: Set[str] = frozenset(),
    only: Sequence[str] = (),
    minutes: int | None = None,
) -> Kit:
    """The kit for one candidate; the same arguments and the same history give the same kit.

    seed: chooses the questions, so that one seed for an opening gives every candidate the same ones. The numbers of a
    variant are drawn from the seed and the candidate, so that two candidates do not meet the same ones.
    given: ids of questions that this candidate has had; none is repeated.
    only: ids of rounds; the role's loop if empty. minutes: the most that the live rounds may take together; rounds are
    left out, those that add the least weight first, until they fit.
    Raises: NotFoundError for an unknown round; HiretoolError if not one round fits into the minutes.
    """
    chosen: list[Entry] = []
    bank = list(questions.all(library))
    rounds = []
    for entry in _fitting(_loop(role, level, only), role.weights(level), minutes):
        spoken = rubrics.format(entry.format, library)
        found = KitRound(entry, spoken, (), "")
        if spoken.questions != "standing":
            had = {question for question in given if question.startswith(f"{spoken.id}/")}
            usable = [
                question
                for question in bank
                if _fits(question, role, level, spoken) and question.question.id not in given
            ]
            best = _best(usable, entry, spoken, chosen, role.id, f"{seed}|{entry.id}")
            gap = (
                ""
                if best or spoken.questions == "both"
                else _gap(role, level, spoken, entry, had=len(had), clashing=len(usable))
            )
            tasks = tuple(_task(question, seed, candidate) for question in best)
            chosen += best
            found = KitRound(entry, spoken, tasks, gap)
        rounds.append(found)
    return Kit(role, level, candidate, seed, tuple(rounds))


def _loop(role: Role, level: Level, only: Sequence[str]) -> list[Round]:
    loop = role.loop(level)
    known = [entry.id for entry in loop]
    for name in only:
        if name not in known:
            raise NotFoundError(f"round of {role.id} at level {level}", name, known)
    return [entry for entry in loop if not only or entry.id in only]


def _fitting(loop: list[Round], weights: dict[str, float], minutes: int | None) -> list[Round]:
    """The rounds that fit, in the order of the loop: those that together meet the most weight."""
    if minutes is None or sum(entry.minutes for entry in loop) <= minutes:
        return loop
    best: tuple[float, int, list[Round]] = (0.0, 0, [])
    for size in range(1, len(loop)):
        for subset in itertools.combinations(loop, size):
            total = sum(entry.minutes for entry in subset)
            met = {name for entry in subset for name in entry.competencies}
            worth = sum(weights.get(name, 0.0) for name in met)
            if total <= minutes and (worth, total) > best[:2]:
                best = (worth, total, list(subset))
    if not best[2]:
        shortest = min(entry.minutes for entry in loop)
        raise HiretoolError(f"No round fits into {minutes} minutes; the shortest takes {shortest}.")
    return best[2]


def _fits(entry: Entry, role: Role, level: Level, spoken: Format) -> bool:
    question = entry.question
    return (
        question.format == spoken.id
        and role.id in question.roles
        and serves(question.levels, level)
        and question.minutes.total() <= spoken.question_minutes
    )


def _best(
    usable: Sequence[Entry], entry: Round, spoken: Format, chosen: Sequence[Entry], role: str, draw: str
) -> tuple[Entry, ...]:
    """The questions that cover most, then use the minutes best, then fit the role best; equals are drawn by seed."""
    dice = random.Random(draw)
    order = sorted(usable, key=lambda question: question.question.id)
    dice.shuffle(order)
    order = [question for question in order if _get_on([*chosen, question])][:MOST_COMPARED]
    wanted = set(entry.competencies)
    best: tuple[tuple[int, int, float], tuple[Entry, ...]] = ((-1, 0, 0.0), ())
    for together in _sets(order, spoken.question_minutes):
        covered = {name for question in together for name in question.question.competencies} & wanted
        time = sum(question.question.minutes.total() for question in together)
        fit = sum(question.question.roles[role] for question in together) / len(together)
        worth = (len(covered), time, fit)
        if worth > best[0]:
            best = (worth, together)
    return best[1]


def _sets(order: Sequence[Entry], minutes: int) -> Iterator[tuple[Entry, ...]]:
    """Sets of questions that fit the minutes and get on."""
    for size in range(1, MOST_TOGETHER + 1):
        for together in itertools.combinations(order, size):
            if sum(entry.question.minutes.total() for entry in together) <= minutes and _get_on(together):
                yield together


def _get_on(together: Sequence[Entry]) -> bool:
    """No two of a family, so none twice either, and no enemies."""
    families = [entry.question.family for entry in together]
    ids = {entry.question.id for entry in together}
    return len(set(families)) == len(families) and not any(ids & set(entry.question.enemies) for entry in together)


def _task(entry: Entry, seed: int, candidate: str) -> Task:
    """The question with the variant that this seed and candidate draw."""
    if entry.variants is None:
        return Task(entry, 0, {})
    variant = entry.variant(seed, candidate)
    return Task(entry, variant, entry.params(variant))


def _gap(role: Role, level: Level, spoken: Format, entry: Round, *, had: int, clashing: int) -> str:
    history = f" that this candidate has not had ({had} given before)" if had else ""
    clash = " that goes with the questions of the other rounds" if clashing else ""
    return (
        f"the bank has no {spoken.id} question for {role.id} at level {level}{history}{clash};"
        f" not rated there: {', '.join(entry.competencies)}."
    )


def overview(kit: Kit) -> Document:
    """What the kit holds, on one page: rounds, questions, minutes, coverage, and what is missing."""
    weights = kit.role.weights(kit.level)
    rounds = [
        {
            "id": entry.round.id,
            "format": entry.format.id,
            "title": entry.format.title,
            "minutes": entry.round.minutes,
            "at_home_minutes": entry.format.at_home_minutes,
            "competencies": entry.competencies(),
            "questions": [
                {
                    "id": task.id,
                    "title": task.entry.question.title,
                    "version": task.entry.question.version,
                    "variant": task.variant,
                    "family": task.entry.question.family,
                    "minutes": task.minutes,
                }
                for task in entry.tasks
            ],
            "gap": entry.gap or None,
        }
        for entry in kit.rounds
    ]
    met = {name: [entry.round.id for entry in kit.rounds if name in entry.competencies()] for name in weights}
    table = Table(
        columns=(Column("Round", width=2.2), Column("Minutes", "right", 1.1), Column("Questions", width=4)),
        rows=tuple(
            (
                Cell(inline(entry.round.id), "head", entry.format.title),
                Cell(
                    inline(str(entry.round.minutes)),
                    note=f"+{entry.format.at_home_minutes} at home" if entry.format.at_home_minutes else "",
                ),
                Cell(inline(_asked(entry))),
            )
            for entry in kit.rounds
        ),
    )
    covered = Table(
        columns=(Column("Competency", width=2.2), Column("Weight", "right", 1.1), Column("Met in", width=4)),
        rows=tuple(cells(name, percent(weights[name]), ", ".join(where) or "no round") for name, where in met.items()),
    )
    data = {
        "role": kit.role.id,
        "level": kit.level,
        "candidate": kit.candidate,
        "seed": kit.seed,
        "minutes": kit.minutes(),
        "rounds": rounds,
        "coverage": met,
        "uncovered": kit.uncovered(),
        "gaps": kit.gaps(),
    }
    title = f"Interview kit for {kit.candidate}: {kit.role.title}, {kit.level}"
    return Document(
        "kit", title, data, {"rounds": table, "coverage": covered, "missing": bullets(kit.gaps() or ["Nothing."])}
    )


def _asked(entry: KitRound) -> str:
    own = ["the format's own questions"] if entry.format.questions != "bank" else []
    return "; ".join([*(task.id for task in entry.tasks), *own]) or "none: see below"
