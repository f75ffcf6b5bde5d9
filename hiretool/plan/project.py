"""A project in YAML -> checked: goals, parallel approaches to each, tasks with chances, durations and their state."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from hiretool import files, load
from hiretool.errors import DataError, suggestion
from hiretool.plan.ranges import Range
from hiretool.rubrics import Schema, Slug, Text

LONGEST_YEARS = 5
Status = Literal["planned", "running", "stalled", "succeeded", "failed"]
DECIDED = ("succeeded", "failed")
UNDER_WAY = ("running", "stalled")


def _a_day(value: str) -> str:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError
        datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"expected a day such as 2026-12-31, got {value[:40]!r}") from None
    return value


Day = Annotated[str, AfterValidator(_a_day)]
Weeks = Annotated[float, Field(ge=0, le=260, allow_inf_nan=False)]


class Chance(load.Strict):
    """A chance of success; where only a range is believed, the middle counts."""

    low: float
    high: float

    @model_validator(mode="before")
    @classmethod
    def _one_number(cls, value: object) -> object:
        return {"low": value, "high": value} if _is_number(value) else value

    @model_validator(mode="after")
    def _uncertain(self) -> Chance:
        for value in (self.low, self.high):
            if not 0 < value < 1:
                raise ValueError(
                    f"expected a chance above 0 and below 1, got {value:g}; what is certain is done, and has a status"
                )
        if self.low > self.high:
            raise ValueError(f"low: expected at most high ({self.high:g}), got {self.low:g}")
        return self

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


class Duration(load.Strict):
    """Weeks from start to outcome, whether success or failure."""

    low: Weeks
    likely: Weeks | None = None
    high: Weeks

    @model_validator(mode="before")
    @classmethod
    def _one_number(cls, value: object) -> object:
        return {"low": value, "high": value} if _is_number(value) else value

    @model_validator(mode="after")
    def _in_order(self) -> Duration:
        middle = self.low if self.likely is None else self.likely
        if not self.low <= middle <= self.high:
            shown = ", ".join(f"{value:g}" for value in (self.low, self.likely, self.high) if value is not None)
            raise ValueError(f"high: expected low <= likely <= high, got {shown}")
        if self.high <= 0:
            raise ValueError("high: expected more than 0 weeks")
        return self

    def range(self) -> Range:
        return Range(self.low, self.high, self.likely)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class Inputs(load.Strict):
    """What was done for a task, and how well. No figure is made of it."""

    done: Text
    how_well: Text


class Task(load.Strict):
    """Something that succeeds or fails, after some weeks."""

    id: Slug
    title: Text
    needs: list[Slug] = []
    """Tasks that have to succeed before this one starts."""
    success: Chance
    weeks: Duration
    effort: Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)] | None = None
    """Person-weeks."""
    status: Status = "planned"
    not_before: Day | None = None
    since: Day | None = None
    """Day on which it was begun, where it is running or stalled."""
    done_on: Day | None = None
    inputs: Inputs | None = None

    @model_validator(mode="after")
    def _days_fit_the_status(self) -> Task:
        if self.status in UNDER_WAY and self.since is None:
            raise ValueError(f"since: is missing; a task that is {self.status} needs the day on which it was begun")
        if self.status == "planned" and self.since is not None:
            raise ValueError("since: stands at a planned task; set status to running or stalled, or take it out")
        if self.status in DECIDED and self.done_on is None:
            raise ValueError(f"done_on: is missing; a task that has {self.status} needs the day")
        if self.status not in DECIDED and self.done_on is not None:
            raise ValueError(f"done_on: stands at a task that is {self.status}; set status to succeeded or failed")
        if self.status != "planned" and self.not_before is not None:
            raise ValueError(f"not_before: stands at a task that is {self.status}; it is for planned tasks")
        if self.done_on and self.since and self.done_on < self.since:
            raise ValueError(f"done_on: {self.done_on} is before since ({self.since})")
        return self


class Approach(load.Strict):
    """One way to a goal: all of its tasks, and all that these need, have to succeed."""

    id: Slug
    title: Text
    tasks: Annotated[list[Slug], Field(min_length=1)]


class Goal(load.Strict):
    """Reached as soon as one of its approaches is through."""

    id: Slug
    title: Text
    by: Day
    approaches: Annotated[list[Approach], Field(min_length=1, max_length=8)]

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.by)


class Project(load.Strict):
    """Goals, and the tasks that lead to them, as they stood on one day."""

    schema_: Schema = Field(alias="schema")
    title: Text
    as_of: Day
    """The day on which the statuses were brought up to date; the forecast starts there."""
    goals: Annotated[list[Goal], Field(min_length=1, max_length=5)]
    tasks: Annotated[list[Task], Field(min_length=1, max_length=60)]

    @model_validator(mode="after")
    def _names_are_known(self) -> Project:
        known = [task.id for task in self.tasks]
        _no_twins("tasks", known)
        _no_twins("goals", [goal.id for goal in self.goals])
        for number, task in enumerate(self.tasks):
            _no_twins(f"tasks.{number}.needs", task.needs)
            _all_known(f"tasks.{number}.needs", task.needs, known)
        for number, goal in enumerate(self.goals):
            _no_twins(f"goals.{number}.approaches", [approach.id for approach in goal.approaches])
            for place, approach in enumerate(goal.approaches):
                _all_known(f"goals.{number}.approaches.{place}.tasks", approach.tasks, known)
        if circle := _circle({task.id: task.needs for task in self.tasks}):
            number = known.index(circle[0])
            raise ValueError(f"tasks.{number}.needs: the tasks need each other in a circle: {' needs '.join(circle)}")
        used = {id for goal in self.goals for approach in goal.approaches for id in self.closure(approach.tasks)}
        for number, name in enumerate(known):
            if name not in used:
                raise ValueError(
                    f"tasks.{number}: {name} is part of no approach and changes nothing; name it in one, or take it out"
                )
        return self

    @model_validator(mode="after")
    def _days_are_in_order(self) -> Project:
        latest = self.day.replace(year=self.day.year + LONGEST_YEARS, day=min(self.day.day, 28))
        for number, goal in enumerate(self.goals):
            if goal.by <= self.as_of:
                raise ValueError(
                    f"goals.{number}.by: {goal.by} is not after as_of ({self.as_of}); expected a later day"
                )
            if goal.day > latest:
                raise ValueError(f"goals.{number}.by: {goal.by} is more than {LONGEST_YEARS} years after {self.as_of}")
        for number, task in enumerate(self.tasks):
            for name in ("since", "done_on"):
                day = getattr(task, name)
                if day is not None and day > self.as_of:
                    raise ValueError(
                        f"tasks.{number}.{name}: {day} is after as_of ({self.as_of}); bring as_of up to date"
                    )
            if problem := overrun(task, self.day):
                raise ValueError(f"tasks.{number}.weeks: {problem}")
        return self

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.as_of)

    def closure(self, tasks: Iterable[str]) -> list[str]:
        """The tasks with all that they need, in the order of the file."""
        by_id, found, open_ = {task.id: task for task in self.tasks}, set[str](), list(tasks)
        while open_:
            name = open_.pop()
            if name not in found:
                found.add(name)
                open_ += by_id[name].needs
        return [task.id for task in self.tasks if task.id in found]


def read(path: Path, raw: bytes | None = None, *, today: datetime.date | None = None) -> Project:
    """The project in a YAML file, as of `today` where that is given.

    raw: the bytes where they are in memory already. Raises: DataError, Problems.
    """
    text = files.text(path, at_most=load.AT_MOST_BYTES) if raw is None else files.decoded(raw, path)
    found = load.parsed(text, Project, path)
    if today is None:
        return found
    for number, goal in enumerate(found.goals):
        if goal.day <= today:
            raise DataError(path, f"goals[{number}].by", f"{goal.by} is not after --today ({today})")
    if today < found.day:
        raise DataError(
            path, "as_of", f"{found.as_of} is after --today ({today}); the statuses are not known that early"
        )
    for number, task in enumerate(found.tasks):
        if problem := overrun(task, today):
            raise DataError(path, f"tasks[{number}].weeks", problem)
    return found.model_copy(update={"as_of": today.isoformat()})


def gone(task: Task, day: datetime.date) -> float:
    """Weeks for which a task has been under way."""
    return (day - datetime.date.fromisoformat(task.since)).days / 7 if task.since else 0.0


def overrun(task: Task, day: datetime.date) -> str:
    """Why the range of a running task cannot be right any more; nothing if it can."""
    if task.status != "running" or gone(task, day) < task.weeks.high:
        return ""
    return (
        f"{task.id} has been running for {gone(task, day):.1f} weeks, longer than high ({task.weeks.high:g}); raise"
        " high to what is believed now, or set status to stalled or failed"
    )


def _no_twins(where: str, names: Sequence[str]) -> None:
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{where}: {', '.join(twice)} stands twice; expected it once")


def _all_known(where: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(f"{where}: no task named {name!r}. {suggestion(name, known)}")


def _circle(needs: dict[str, list[str]]) -> list[str]:
    """Tasks that need each other in turn, the first one again at the end; empty if there are none."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for other in needs[name]:
            if found := walk(other, [*path, name]):
                return found
        done.add(name)
        return []

    return next((found for name in needs if (found := walk(name, []))), [])
