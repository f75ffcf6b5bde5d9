"""Defaults and own history -> the stages of a role's funnel, with where each figure comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, model_validator

from hiretool import load
from hiretool.discover import Library
from hiretool.errors import HiretoolError
from hiretool.model import Level
from hiretool.plan.history import Record
from hiretool.plan.ranges import Range
from hiretool.plan.simulation import Stage
from hiretool.roles import Role
from hiretool.rubrics import Schema, Slug, Text

KIND, NAME = "plan", "funnel"
Days = Annotated[float, Field(ge=0, le=120, allow_inf_nan=False)]
MINUTES = 60


class Default(load.Strict):
    """A figure with its source, or an assumption with its reason."""

    source: Text | None = None
    assumption: bool = False
    reason: Text | None = None

    @model_validator(mode="after")
    def _has_a_ground(self) -> Default:
        if self.assumption == (self.source is not None):
            raise ValueError("expected a source, or assumption: true with a reason; one of the two")
        if self.assumption and self.reason is None:
            raise ValueError("reason: is missing; an assumption needs one")
        return self

    @property
    def ground(self) -> str:
        """`assumption`, or the source."""
        return self.source or "assumption"

    def shown(self) -> str:
        """The figure, as a reader sees it."""
        raise NotImplementedError


class PassRate(Default):
    value: Annotated[float, Field(gt=0, lt=1)]
    worth: Annotated[float, Field(gt=0, le=1_000_000)]
    """How many people's history it counts as much as."""

    def shown(self) -> str:
        return f"{self.value:.0%}"


class Delay(Default):
    low: Days
    likely: Days
    high: Days

    @model_validator(mode="after")
    def _in_order(self) -> Delay:
        if not self.low <= self.likely <= self.high:
            raise ValueError(
                f"likely: expected low <= likely <= high, got {self.low:g}, {self.likely:g} and {self.high:g}"
            )
        return self

    def range(self) -> Range:
        return Range(self.low, self.high, self.likely)

    def shown(self) -> str:
        return str(self.range())


class Amount(Default):
    value: Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False)]

    def shown(self) -> str:
        return f"{self.value:g}"


class Whole(Amount):
    value: Annotated[int, Field(ge=1, le=10_000)]


class Minutes(Amount):
    value: Annotated[int, Field(ge=0, le=480)]


class EachRound(load.Strict):
    pass_rate: PassRate
    days: Delay


class Step(EachRound):
    """A stage outside the loop."""

    id: Slug
    title: Text


class LastStep(Step):
    minutes_each: Minutes | None = None
    """Of everyone who interviewed."""


class Interviewers(load.Strict):
    people: Whole
    hours_a_week_each: Amount
    for_each_round: Whole
    write_up_minutes: Minutes


class Funnel(load.Strict):
    """What is believed of a hiring process before it is known."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    before_the_loop: Annotated[list[Step], Field(min_length=1)]
    each_round: EachRound
    after_the_loop: Annotated[list[LastStep], Field(min_length=1)]
    interviewers: Interviewers
    quiet_days: Whole

    @model_validator(mode="after")
    def _ids_differ(self) -> Funnel:
        named = [step.id for step in (*self.before_the_loop, *self.after_the_loop)]
        if twice := sorted({name for name in named if named.count(name) > 1}):
            raise ValueError(f"after_the_loop: {', '.join(twice)} is the id of two stages; expected one each")
        return self

    def minutes_a_week(self) -> float:
        """Of all interviewers together."""
        return self.interviewers.people.value * self.one_more()

    def one_more(self) -> float:
        """Minutes a week that one interviewer gives."""
        return self.interviewers.hours_a_week_each.value * MINUTES

    def grounds(self) -> list[tuple[str, Default]]:
        """(what it is, the default) for everything that stands in the file."""
        found: list[tuple[str, Default]] = []
        for title, step in (*self._titled(self.before_the_loop), ("Each round", self.each_round)):
            found += [(f"{title}: pass rate", step.pass_rate), (f"{title}: days", step.days)]
        for title, step in self._titled(self.after_the_loop):
            found += [(f"{title}: pass rate", step.pass_rate), (f"{title}: days", step.days)]
        people = self.interviewers
        found += [(f"{step.title}: minutes", step.minutes_each) for step in self.after_the_loop if step.minutes_each]
        return [
            *found,
            ("Interviewers", people.people),
            ("Hours a week of each", people.hours_a_week_each),
            ("Interviewers for each round", people.for_each_round),
            ("Minutes to write up", people.write_up_minutes),
            ("Days after which a process counts as ended", self.quiet_days),
        ]

    @staticmethod
    def _titled(steps: Iterable[Step]) -> list[tuple[str, EachRound]]:
        return [(step.title, step) for step in steps]


@dataclass(frozen=True, slots=True)
class Believed:
    """One stage: the default, own history, and what the two make together."""

    default: PassRate
    days: Delay
    history: Record | None
    stage: Stage


def get(library: Library) -> Funnel:
    """The library's funnel. Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file(KIND, NAME, "funnel"), Funnel)


def stage_ids(funnel: Funnel, role: Role, level: Level) -> list[str]:
    """Ids of the stages in their order. Raises: HiretoolError if a round is called like another stage."""
    rounds = [entry.id for entry in role.loop(level)]
    found = [*(step.id for step in funnel.before_the_loop), *rounds, *(step.id for step in funnel.after_the_loop)]
    if twice := sorted({name for name in found if found.count(name) > 1}):
        raise HiretoolError(
            f"{role.id}: the round {twice[0]!r} is called like a stage of rubrics/plan/funnel.yaml; rename one of them"
        )
    return found


def stages(funnel: Funnel, role: Role, level: Level, records: Sequence[Record] = ()) -> list[Believed]:
    """The role's funnel at a level: each default with the history of that stage.

    A pass rate is Beta(worth * value, worth * (1 - value)) before, and own history adds those who passed to the first
    and those who did not to the second.
    Raises: HiretoolError as `stage_ids`.
    """
    known = stage_ids(funnel, role, level)
    by_stage: Mapping[str, Record] = {record.stage: record for record in records}
    rounds, people = role.loop(level), funnel.interviewers
    each = people.for_each_round.value
    found: list[Believed] = []
    for step in funnel.before_the_loop:
        found.append(_believed(step.id, step.title, step, 0, by_stage.get(step.id)))
    for entry in rounds:
        minutes = each * (entry.minutes + people.write_up_minutes.value)
        title = f"Round {entry.id} ({entry.format})"
        found.append(_believed(entry.id, title, funnel.each_round, minutes, by_stage.get(entry.id)))
    for last in funnel.after_the_loop:
        minutes = len(rounds) * each * (last.minutes_each.value if last.minutes_each else 0)
        found.append(_believed(last.id, last.title, last, minutes, by_stage.get(last.id)))
    assert [entry.stage.id for entry in found] == known
    return found


def _believed(id: str, title: str, step: EachRound, minutes: int, record: Record | None) -> Believed:
    passed, failed = step.pass_rate.value * step.pass_rate.worth, (1 - step.pass_rate.value) * step.pass_rate.worth
    days = step.days.range()
    if record:
        passed, failed = passed + record.passed, failed + record.entered - record.passed
        days = _with_history(days, step.pass_rate.worth, record)
    return Believed(step.pass_rate, step.days, record, Stage(id, title, passed, failed, days, minutes))


def _with_history(days: Range, worth: float, record: Record) -> Range:
    """The range stretched to the mean of default and history, each weighed by the people that it stands for."""
    if record.days is None or not record.entered:
        return days
    mean = (worth * days.mean + record.entered * record.days) / (worth + record.entered)
    return days.scaled(mean / days.mean) if days.mean > 0 else Range(mean, mean)
