"""A project -> chance of each goal over time, what each approach is worth, which task to start next."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import numpy as np

from hiretool.plan.odds import exact, now, required
from hiretool.plan.project import Approach, Chance, Goal, Project, Task, gone
from hiretool.plan.ranges import Floats

WAIT_WEEKS = 4
"""How much later a task starts, to see what waiting costs."""
ROOM_AFTER = 0.25
"""Share of the time until the date by which the chart goes on after it."""
NEVER = math.inf


@dataclass(frozen=True, slots=True)
class State:
    """A task on the day of the forecast."""

    task: Task
    written: float
    """Chance of success as it stands in the file, its middle."""
    chance: float
    """The chance that counts now."""
    gone: float
    """Weeks for which it has been under way."""
    median_end: datetime.date | None
    """Day by which its outcome is known in half of the runs in which it starts; None if it is known or never starts."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one approach does for a goal."""

    approach: Approach
    alone: float
    """Chance of the goal by the date with this approach only."""
    without: float
    """Chance of the goal by the date without this approach."""
    value: float
    """What the chance of the goal loses without it."""
    effort: float
    """Person-weeks of its tasks that are not begun, for all that state them."""
    curve: Floats
    """Chance of the goal over time without this approach."""


@dataclass(frozen=True, slots=True)
class Next:
    """A task that can start today."""

    task: Task
    waiting: float
    """What the chance of the goal loses if the task starts so many weeks later."""
    left_out: float
    """What it loses if the task is never done."""
    frees: float
    """Person-weeks of other tasks that need not be done if it fails."""
    known_by: datetime.date


@dataclass(frozen=True)
class Outlook:
    """What is to be expected of one goal."""

    goal: Goal
    chance: float
    """By the date."""
    error: float
    low: float
    """By the date, with every chance at its lowest."""
    high: float
    ever: float
    """At any time."""
    ever_is_exact: bool
    reached: bool
    """An approach is through already."""
    days: tuple[datetime.date, ...]
    curve: Floats
    """Chance of the goal on each of the days."""
    worths: tuple[Worth, ...]
    next: tuple[Next, ...]


@dataclass(frozen=True)
class Portfolio:
    """The whole project."""

    project: Project
    states: tuple[State, ...]
    outlooks: tuple[Outlook, ...]
    simulations: int
    seed: int


def portfolio(project: Project, *, simulations: int, seed: int) -> Portfolio:
    """Simulate the project, every variant with the same dice."""
    runs = _Runs(project, simulations=simulations, seed=seed)
    return Portfolio(project, tuple(runs.states()), tuple(map(runs.outlook, project.goals)), simulations, seed)


@dataclass(frozen=True, slots=True)
class _Variant:
    """What is done otherwise than the file says."""

    chance: Callable[[Chance], float] = lambda chance: chance.middle
    left_out: str = ""
    later: Mapping[str, float] = field(default_factory=dict)


class _Runs:
    """All runs of a project; weeks are counted from its day."""

    def __init__(self, project: Project, *, simulations: int, seed: int) -> None:
        self._project, self._day, self._simulations = project, project.day, simulations
        self._tasks = {task.id: task for task in _in_order(project.tasks)}
        dice = np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed)))
        self._luck, self._length = dict[str, Floats](), dict[str, Floats]()
        for task in project.tasks:
            # Both are drawn for every task, so that a change of status elsewhere leaves a task's dice alone.
            self._luck[task.id] = dice.random(simulations, dtype=np.float32)
            shares = dice.random(simulations, dtype=np.float32)
            self._length[task.id] = self._lengths(task, shares)
        self._base = self._ends(_Variant())

    def _lengths(self, task: Task, shares: Floats) -> Floats:
        """Weeks that a task takes from now if it is under way, else from its start."""
        length = task.weeks.range()
        elapsed = gone(task, self._day)
        past = length.share_below(elapsed)
        left = length.at(past + shares.astype(np.float64) * (1 - past)) - elapsed
        found: Floats = np.maximum(left, 0).astype(np.float32)
        return found

    def _ends(self, variant: _Variant) -> dict[str, Floats]:
        """Week in which each task succeeds, in each run; NEVER where it does not."""
        found: dict[str, Floats] = {}
        for name, task in self._tasks.items():
            if task.status == "succeeded":
                found[name] = np.zeros(self._simulations, np.float32)
                continue
            start = self._start(task, found, variant)
            # What is under way does not wait for its needs, and counts only once they are there too.
            length = self._length[name]
            end = start + length if task.status == "planned" else np.maximum(start, length)
            succeeds = self._luck[name] < now(task, variant.chance(task.success), self._day)
            found[name] = np.where(succeeds & (name != variant.left_out), end, np.float32(NEVER))
        return found

    def _start(self, task: Task, ends: Mapping[str, Floats], variant: _Variant) -> Floats:
        earliest = variant.later.get(task.id, 0.0)
        if task.not_before:
            days = (datetime.date.fromisoformat(task.not_before) - self._day).days
            earliest = max(earliest, days / 7)
        start = np.full(self._simulations, earliest, np.float32)
        for need in task.needs:
            np.maximum(start, ends[need], out=start)
        return start

    def _reached(
        self, goal: Goal, ends: Mapping[str, Floats], approaches: Collection[Approach] | None = None
    ) -> Floats:
        """Week in which the goal is reached by one of the approaches; all of the goal's where none are named."""
        found = np.full(self._simulations, NEVER, np.float32)
        for approach in goal.approaches if approaches is None else approaches:
            through = np.zeros(self._simulations, np.float32)
            for name in required(self._project, approach):
                np.maximum(through, ends[name], out=through)
            np.minimum(found, through, out=found)
        return found

    def _by(self, day: datetime.date, reached: Floats) -> float:
        return float((reached <= (day - self._day).days / 7).mean())

    def states(self) -> list[State]:
        found = []
        for task in self._project.tasks:
            written = task.success.middle
            known = self._outcome_known(task)
            median = float(np.median(known)) if len(known) else NEVER
            end = None if math.isinf(median) else self._day + datetime.timedelta(weeks=median)
            chance = now(task, written, self._day)
            found.append(State(task, written, chance, gone(task, self._day), end))
        return found

    def _outcome_known(self, task: Task) -> Floats:
        """Week in which the outcome of a task is known, in the runs in which it starts; none if it is known."""
        if task.status in ("succeeded", "failed"):
            return np.zeros(0)
        if task.status != "planned":
            return self._length[task.id]
        start = self._start(task, self._base, _Variant())
        return (start + self._length[task.id])[np.isfinite(start)]

    def outlook(self, goal: Goal) -> Outlook:
        reached = self._reached(goal, self._base)
        chance = self._by(goal.day, reached)
        low, high = (
            self._by(goal.day, self._reached(goal, self._ends(_Variant(chance=edge))))
            for edge in (lambda chance: chance.low, lambda chance: chance.high)
        )
        days = self._days(goal)
        ever = exact(self._project, goal)
        return Outlook(
            goal=goal,
            chance=chance,
            error=math.sqrt(chance * (1 - chance) / self._simulations),
            low=low,
            high=high,
            ever=float(np.isfinite(reached).mean()) if ever is None else ever,
            ever_is_exact=ever is not None,
            reached=any(self._is_through(approach) for approach in goal.approaches),
            days=days,
            curve=self._curve(reached, days),
            worths=tuple(self._worth(goal, approach, chance, days) for approach in goal.approaches),
            next=tuple(self._next(goal, chance)),
        )

    def _is_through(self, approach: Approach) -> bool:
        return all(self._tasks[name].status == "succeeded" for name in approach.tasks)

    def _days(self, goal: Goal) -> tuple[datetime.date, ...]:
        """Weekly, from the day of the forecast to some time after the goal's date, which is one of them."""
        whole = (goal.day - self._day).days
        end = self._day + datetime.timedelta(days=whole + max(round(whole * ROOM_AFTER), 28))
        weekly = {self._day + datetime.timedelta(days=days) for days in range(0, (end - self._day).days + 1, 7)}
        return tuple(sorted({*weekly, goal.day, end}))

    def _curve(self, reached: Floats, days: Collection[datetime.date]) -> Floats:
        weeks = np.array([(day - self._day).days / 7 for day in days], np.float32)
        found: Floats = np.searchsorted(np.sort(reached), weeks, side="right") / self._simulations
        return found

    def _worth(self, goal: Goal, approach: Approach, chance: float, days: Collection[datetime.date]) -> Worth:
        others = [other for other in goal.approaches if other.id != approach.id]
        without = self._reached(goal, self._base, others)
        effort = sum(
            self._tasks[name].effort or 0.0
            for name in required(self._project, approach)
            if self._tasks[name].status == "planned"
        )
        return Worth(
            approach,
            alone=self._by(goal.day, self._reached(goal, self._base, [approach])),
            without=self._by(goal.day, without),
            value=chance - self._by(goal.day, without),
            effort=effort,
            curve=self._curve(without, days),
        )

    def _next(self, goal: Goal, chance: float) -> list[Next]:
        """Tasks of the goal that can start today: first what loses most by waiting, then what loses most left out."""
        serving = {
            name
            for approach in goal.approaches
            if self._is_open(approach)
            for name in required(self._project, approach)
        }
        found = []
        for name, task in self._tasks.items():
            if name not in serving or not self._can_start(task):
                continue
            waits = self._reached(goal, self._ends(_Variant(later={name: float(WAIT_WEEKS)})))
            lacks = self._reached(goal, self._ends(_Variant(left_out=name)))
            middle = task.weeks.range().at(np.array([0.5]))[0]
            found.append(
                Next(
                    task,
                    waiting=chance - self._by(goal.day, waits),
                    left_out=chance - self._by(goal.day, lacks),
                    frees=self._freed(name),
                    known_by=self._day + datetime.timedelta(weeks=float(middle)),
                )
            )
        return sorted(found, key=lambda entry: (-round(entry.waiting, 3), -entry.left_out))

    def _can_start(self, task: Task) -> bool:
        free = all(self._tasks[need].status == "succeeded" for need in task.needs)
        return task.status == "planned" and free and (task.not_before or "") <= self._day.isoformat()

    def _is_open(self, approach: Approach, failed: str = "") -> bool:
        """Whether an approach can still get through, also if one more task fails."""
        names = required(self._project, approach)
        return failed not in names and all(self._tasks[name].status != "failed" for name in names)

    def _freed(self, failed: str) -> float:
        """Person-weeks of planned tasks that serve no approach of any goal once this task has failed."""

        def serving(lost: str) -> set[str]:
            approaches = [approach for goal in self._project.goals for approach in goal.approaches]
            return {
                name for entry in approaches if self._is_open(entry, lost) for name in required(self._project, entry)
            }

        freed = serving("") - serving(failed) - {failed}
        return sum(self._tasks[name].effort or 0.0 for name in freed if self._tasks[name].status == "planned")


def _in_order(tasks: Collection[Task]) -> list[Task]:
    """Tasks after all that they need; there is no circle."""
    found: list[Task] = []
    placed: set[str] = set()
    left = list(tasks)
    while left:
        ready = [task for task in left if placed.issuperset(task.needs)]
        found += ready
        placed.update(task.id for task in ready)
        left = [task for task in left if task.id not in placed]
    return found
