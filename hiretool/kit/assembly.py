"""Which questions go into which round: inside the minutes, covering what the role weighs, none given before."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from hiretool import questions, rubrics
from hiretool.discover import Library
from hiretool.document import Cell, Column, Document, Table, bullets, cells, inline
from hiretool.errors import HiretoolError, NotFoundError
from hiretool.kit.choice import MOST_TOGETHER, Choice, Item, Limits, Past, Shortfall, Slot, chosen, noise
from hiretool.model import ANCHOR_LEVELS, Level, anchor_level, serves
from hiretool.questions import Entry
from hiretool.roles import Role, Round, percent
from hiretool.rubrics import Format

# Difficulty is given for the middle of a question's levels; a level further up or down moves it by so many logits. Our
# own figure until answers have been counted.
LEVEL_STEP = 0.5


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
    notes: tuple[str, ...] = ()
    """Where a rule could not be kept though nothing is missing, a sentence each."""
    sample: Task | None = None
    """A question that is shown to the candidate beforehand and not asked, now or later."""

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
    past: Past | None = None,
    limits: Limits | None = None,
    only: Sequence[str] = (),
    minutes: int | None = None,
) -> Kit:
    """The kit for one candidate; the same arguments and the same history give the same kit.

    seed: chooses the questions, so that one seed for an opening gives every candidate the same ones. The numbers of a
    variant are drawn from the seed and the candidate, so that two candidates do not meet the same ones.
    past: what was asked before; limits: how far questions are spared.
    only: ids of rounds; the role's loop if empty. minutes: the most that the live rounds may take together; rounds are
    left out, those that add the least weight first, until they fit.
    Raises: NotFoundError for an unknown round; HiretoolError if not one round fits into the minutes.
    """
    past = past or Past()
    weights = role.weights(level)
    loop = _fitting(_loop(role, level, only), weights, minutes)
    spoken = {entry.format: rubrics.format(entry.format, library) for entry in loop}
    bank = questions.serving(library, role=role.id, formats=spoken)
    usable = {entry.question.id: entry for entry in bank if _fits(entry, level, spoken)}
    slots = [_slot(entry, spoken[entry.format]) for entry in loop if spoken[entry.format].questions != "standing"]
    met = {name for entry in loop for name in entry.competencies} & weights.keys()
    enemies = _enemies(usable)
    items = [_item(entry, role, level, past, enemies[name]) for name, entry in usable.items()]
    choice = chosen(items, slots, past, limits or Limits(), weights=met, draw=f"{role.id}|{level}|{seed}")
    rounds = []
    for entry in loop:
        format = spoken[entry.format]
        tasks = tuple(_task(usable[name], seed, candidate) for name in choice.asked.get(entry.id, ()))
        gap = "" if tasks or format.questions != "bank" else _gap(role, level, format, entry, past, usable)
        rounds.append(KitRound(entry, format, tasks, gap))
    known = past.seen | {task.id for entry in rounds for task in entry.tasks}
    unknown = {name: entry for name, entry in usable.items() if name not in known and not known & enemies[name]}
    families = {usable[name].question.family for name in known & usable.keys()} | past.families
    sample = _sample(unknown, families, f"{role.id}|{level}|{seed}")
    return Kit(
        role,
        level,
        candidate,
        seed,
        tuple(rounds),
        _notes(choice, role, level, past),
        _task(sample, seed, candidate) if sample else None,
    )


def _enemies(bank: Mapping[str, Entry]) -> dict[str, frozenset[str]]:
    """Which questions may not be met together: naming the other in one of them is enough."""
    named = [(name, enemy) for name, entry in bank.items() for enemy in entry.question.enemies]
    found: dict[str, set[str]] = {name: set() for name in bank}
    for name, enemy in named:
        found[name].add(enemy)
        found.setdefault(enemy, set()).add(name)
    return {name: frozenset(enemies) for name, enemies in found.items()}


def _sample(unknown: Mapping[str, Entry], families: Set[str], draw: str) -> Entry | None:
    """A question that is read in a minute and spares the bank: of the format that has most of them left.

    unknown: what the candidate has not met and does not meet in this kit; families: those of which they meet one.
    """
    left = [entry for entry in unknown.values() if entry.question.family not in families]
    # What a talk asks of one's own work is no secret, and code cannot be shown on a page.
    read = [entry for entry in left if not (entry.folder / "candidate").is_dir() and not entry.question.replaces]
    counted = Counter(entry.question.format for entry in read)
    return min(
        read,
        key=lambda entry: (-counted[entry.question.format], noise(draw, entry.question.id)),
        default=None,
    )


def _slot(entry: Round, spoken: Format) -> Slot:
    own = spoken.questions == "both"
    most = 1 if own else MOST_TOGETHER
    return Slot(entry.id, spoken.id, spoken.question_minutes, tuple(entry.competencies), most=most, standing=own)


def _item(entry: Entry, role: Role, level: Level, past: Past, enemies: frozenset[str]) -> Item:
    question = entry.question
    learnt = past.learnt.get(question.id)
    places = [ANCHOR_LEVELS.index(anchor_level(name)) for name in question.levels]
    step = sum(places) / len(places) - ANCHOR_LEVELS.index(anchor_level(level))
    return Item(
        id=question.id,
        format=question.format,
        minutes=question.minutes.total(),
        family=question.family,
        competencies=frozenset(question.competencies),
        enemies=enemies,
        fit=question.roles[role.id],
        difficulty=(question.difficulty.prior if learnt is None else learnt[0]) + LEVEL_STEP * step,
        discrimination=None if learnt is None else learnt[1],
    )


def _notes(choice: Choice, role: Role, level: Level, past: Past) -> tuple[str, ...]:
    """Shortfalls that leave no round without a question, in words."""
    where = f"for {role.id} at level {level}"

    def note(found: Shortfall) -> str:
        if found.kind == "twice":
            return f"{found.about} is met in one round only: the bank has no other question about it {where} that fits."
        if found.kind == "filled":
            return f"Round {found.about} has {found.amount:.0f} minutes less of questions than planned: no other fits."
        if found.kind == "sibling":
            return f"{found.about} is of a family of which the candidate has had a question: the bank has no other."
        if found.kind == "rested":
            used = past.uses.get(found.about, 0)
            return f"{found.about} should rest: {used} of the last {past.kits} kits had it. The bank has no other."
        kit = past.recent[int(found.about)]
        return f"It shares {found.amount:.0f} questions more with an earlier kit (of {len(kit)}) than it should."

    return tuple(note(found) for found in choice.shortfalls if found.kind not in ("empty", "never"))


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


def _fits(entry: Entry, level: Level, spoken: Mapping[str, Format]) -> bool:
    question = entry.question
    return serves(question.levels, level) and question.minutes.total() <= spoken[question.format].question_minutes


def _task(entry: Entry, seed: int, candidate: str) -> Task:
    """The question with the variant that this seed and candidate draw."""
    if entry.variants is None:
        return Task(entry, 0, {})
    variant = entry.variant(seed, candidate)
    return Task(entry, variant, entry.params(variant))


def _gap(role: Role, level: Level, spoken: Format, entry: Round, past: Past, usable: Mapping[str, Entry]) -> str:
    """Why a round has no question."""
    of_format = [name for name in usable if name.startswith(f"{spoken.id}/")]
    had = sum(name.startswith(f"{spoken.id}/") for name in past.seen)
    left = [name for name in of_format if name not in past.seen]
    history = f" that this candidate has not had ({had} given before)" if had else ""
    clash = " that goes with the questions of the other rounds" if left else ""
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
        columns=(Column("Round", width=2), Column("Minutes", "right", 0.8), Column("Questions", width=4.5)),
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
        "notes": list(kit.notes),
    }
    title = f"Interview kit for {kit.candidate}: {kit.role.title}, {kit.level}"
    return Document(
        "kit",
        title,
        data,
        {"rounds": table, "coverage": covered, "missing": bullets([*kit.gaps(), *kit.notes] or ["Nothing."])},
    )


def _asked(entry: KitRound) -> str:
    own = ["the format's own questions"] if entry.format.questions != "bank" else []
    return "; ".join([*(task.id for task in entry.tasks), *own]) or "none: see below"
