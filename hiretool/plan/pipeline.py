"""Stages of a funnel -> how many people to contact each week, and what would change the chance."""

from __future__ import annotations

import datetime
import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hiretool.errors import HiretoolError
from hiretool.plan.ranges import Floats
from hiretool.plan.simulation import AT_ONCE, Outcome, Simulation, Stage, Variant, lags

LONGEST_WEEKS = 156
MOST_PEOPLE = 1024
"""People contacted a week beyond whom no answer is looked for."""
USUAL_RUNS, FEWEST_RUNS = 10_000, 1_000
# Contacting stops when fewer than one in ten of those who would be hired would be hired in time.
USEFUL = 0.1
SURE = 1e9
"""People whose history leaves no doubt about a pass rate."""
SOONER_DAYS, HIGHER_RATE = 7.0, 0.1
PERCENTILES = (10, 25, 50, 75, 90)
# Where no number of people gives the chance asked for, the one that is shown comes this close to the best there is.
NEARLY = 0.05
MEMORY, BYTES = 400_000_000, 24
"""Bytes to be taken at once for people on the way to their first interview, and for each of them."""
# Over three years a few runs tell the week well enough, and more take much memory.
RUNS_FOR_EARLIEST = 2_000


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a funnel."""

    hires: int
    by: datetime.date
    today: datetime.date
    probability: float = 0.8
    minutes: float = math.inf
    """Interviewers' minutes a week, all together."""
    one_more: float = 0.0
    """Minutes a week that one more interviewer would give."""
    simulations: int = 10_000
    seed: int = 1

    @property
    def weeks(self) -> int:
        """Whole weeks until the date."""
        return (self.by - self.today).days // 7

    def end_of(self, week: int) -> datetime.date:
        """Last day of a week, the first of which is 0."""
        return self.today + datetime.timedelta(days=7 * (week + 1))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done otherwise, at the same number of people contacted."""

    what: str
    kind: str
    """interviewer, sooner, higher or known."""
    stage: str
    chance: float
    difference: float
    error: float
    """Standard error of the difference, between runs with the same dice."""

    @property
    def is_seen(self) -> bool:
        """The difference stands out from the dice."""
        return abs(self.difference) > 2 * self.error


@dataclass(frozen=True, slots=True)
class Point:
    """What another number of people contacted would give."""

    people: int
    chance: float
    hours: float
    """Of interviewers, in all, on average."""


@dataclass(frozen=True, slots=True)
class Nth:
    """When the n-th hire comes."""

    number: int
    even_by: datetime.date | None
    """Day by which it has come in half of the runs; None if in fewer."""
    likely_by: datetime.date | None
    """Likewise, in as many runs as the probability asked for."""
    chance: float
    """That it has come by the date."""


@dataclass(frozen=True)
class Forecast:
    """The answer, for the fewest people that give the probability asked for, or nearly the best there is."""

    question: Question
    stages: tuple[Stage, ...]
    rates: Floats
    """(stage, run): pass rates that were drawn."""
    people: int
    reached: bool
    """Whether some number of people gives the probability asked for."""
    chance: float
    error: float
    """Standard error of the chance, from the number of runs."""
    contact_weeks: int
    outcome: Outcome
    expected: tuple[float, ...]
    """People who get to each stage, on average, until the last hire wanted or the date."""
    fan: Floats
    """(week, percentile): hires up to the end of that week."""
    nth: tuple[Nth, ...]
    points: tuple[Point, ...]
    changes: tuple[Change, ...]
    earliest: datetime.date | None
    """Where the probability is not reached: the day by which it would be, or None within three years."""

    @property
    def contact_until(self) -> datetime.date:
        return self.question.end_of(self.contact_weeks - 1)

    def spread(self, name: str) -> tuple[float, float, float]:
        """10th percentile, mean and 90th percentile of minutes, offers or people contacted, over the runs."""
        values = getattr(self.outcome, name)
        low, high = np.quantile(values, (0.1, 0.9))
        return float(low), float(values.mean()), float(high)


def runs(hires: int) -> int:
    """How many runs to make where nobody says it: fewer for many hires, each of which takes its time."""
    return min(max(10 * USUAL_RUNS // hires, FEWEST_RUNS), USUAL_RUNS)


def forecast(stages: Sequence[Stage], question: Question) -> Forecast:
    """Simulate the funnel and find the fewest people to contact each week.

    Raises: HiretoolError if the date is past, too near or too far, or if interviewers have less time than one interview
    takes.
    """
    _check(stages, question)
    search = _Search(stages, question)
    people, reached = search.fewest()
    outcome = search.outcome(people)
    enough = outcome.hires[-1] >= question.hires
    chance = float(enough.mean())
    return Forecast(
        question=question,
        stages=tuple(stages),
        rates=search.simulation.rates,
        people=people,
        reached=reached,
        chance=chance,
        error=math.sqrt(chance * (1 - chance) / question.simulations),
        contact_weeks=search.simulation.contact_weeks,
        outcome=outcome,
        expected=_expected(search.simulation, outcome, people),
        fan=np.quantile(outcome.hires, [part / 100 for part in PERCENTILES], axis=1, method="inverted_cdf").T,
        nth=tuple(_nth(outcome, question)),
        points=tuple(search.point(other) for other in _others(people)),
        changes=tuple(search.changes(people, enough)),
        earliest=None if reached else search.earliest(people),
    )


def _check(stages: Sequence[Stage], question: Question) -> None:
    by, today = question.by, question.today
    if by <= today:
        raise HiretoolError(f"The date {by} is not after today ({today}); expected a later day")
    if question.weeks < 1:
        raise HiretoolError(
            f"The date {by} is less than a week after {today}; a plan by weeks needs seven days at least"
        )
    if question.weeks > LONGEST_WEEKS:
        latest = today + datetime.timedelta(weeks=LONGEST_WEEKS)
        raise HiretoolError(f"The date {by} is too far away; expected one until {latest}, three years from {today}")
    longest = max(stages, key=lambda stage: stage.minutes)
    if longest.minutes > question.minutes:
        raise HiretoolError(
            f"{question.minutes / 60:g} interviewer hours a week are fewer than one person takes at the stage"
            f" {longest.id!r} ({longest.minutes / 60:.2g} hours); expected at least that much"
        )


class _Search:
    """Variants of one question, each run once."""

    def __init__(self, stages: Sequence[Stage], question: Question) -> None:
        self.stages, self.question = stages, question
        useful = _useful_weeks(stages, question.weeks)
        self.simulation = self._simulation(stages, question.weeks, useful, question.simulations)
        self._points: dict[int, Point] = {}

    def _simulation(self, stages: Sequence[Stage], weeks: int, contact_weeks: int, simulations: int) -> Simulation:
        hires, seed = self.question.hires, self.question.seed
        return Simulation(
            stages,
            weeks=weeks,
            contact_weeks=contact_weeks,
            hires=hires,
            simulations=simulations,
            seed=seed,
            at_once=_at_once(stages, weeks, self.question.minutes),
        )

    def outcome(self, people: int) -> Outcome:
        return self.simulation.run(Variant(people, self.question.minutes))

    def point(self, people: int) -> Point:
        if people not in self._points:
            outcome = self.outcome(people)
            chance = float((outcome.hires[-1] >= self.question.hires).mean())
            self._points[people] = Point(people, chance, float(outcome.minutes.mean()) / 60)
        return self._points[people]

    def fewest(self) -> tuple[int, bool]:
        """The smallest number of people a week with the chance asked for, and whether there is one.

        More people never give fewer hires but for the dice, so the number is found by halving.
        """
        rate = math.prod(stage.rate for stage in self.stages)
        guess = math.ceil(min(1.5 * self.question.hires / (rate * self.simulation.contact_weeks), MOST_PEOPLE / 4))
        target = self.question.probability
        high = next((many for many in (guess, 2 * guess, MOST_PEOPLE) if self.point(many).chance >= target), None)
        if high is not None:
            return self._halved(high, target), True
        return max(self._halved(MOST_PEOPLE, self.point(MOST_PEOPLE).chance - NEARLY), guess), False

    def _halved(self, high: int, target: float) -> int:
        """The smallest number of people whose chance is `target`, where that of `high` is."""
        low = max((many for many, point in self._points.items() if point.chance < target and many < high), default=0)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.point(middle).chance >= target else (middle, high)
        return high

    def changes(self, people: int, enough: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[Change]:
        """What one change alone does to the chance, the largest first."""
        minutes, tried = self.question.minutes, list[tuple[str, str, str, Variant]]()
        if self.question.one_more and not math.isinf(minutes):
            more = Variant(people, minutes + self.question.one_more)
            tried.append((f"One more interviewer ({self.question.one_more / 60:g} h a week)", "interviewer", "", more))
        for stage in self.stages:
            if stage.days.high > 0:
                tried.append(
                    (
                        f"{stage.title}: a week sooner",
                        "sooner",
                        stage.id,
                        Variant(people, minutes, {stage.id: SOONER_DAYS}),
                    )
                )
            if stage.failed > 0:
                higher = Variant(people, minutes, {}, {stage.id: HIGHER_RATE})
                tried.append((f"{stage.title}: 10 points more pass", "higher", stage.id, higher))
        found = []
        for what, kind, id, variant in tried:
            now = self.simulation.run(variant).hires[-1] >= self.question.hires
            gain = now.astype(np.int64) - enough
            error = float(gain.std()) / math.sqrt(len(gain))
            found.append(Change(what, kind, id, float(now.mean()), float(gain.mean()), error))
        found.append(self._known(people, float(enough.mean())))
        return sorted(found, key=lambda change: -change.difference)

    def _known(self, people: int, chance: float) -> Change:
        """What it would change if each pass rate were known to be its mean."""
        asked = self.question
        sure = [replace(stage, passed=stage.rate * SURE, failed=(1 - stage.rate) * SURE) for stage in self.stages]
        simulation = self._simulation(sure, asked.weeks, self.simulation.contact_weeks, asked.simulations)
        known = float((simulation.run(Variant(people, asked.minutes)).hires[-1] >= asked.hires).mean())
        # The runs have other rates, so that they cannot be compared one by one.
        error = math.sqrt((chance * (1 - chance) + known * (1 - known)) / asked.simulations)
        return Change("Pass rates known to be as used", "known", "", known, known - chance, error)

    def earliest(self, people: int) -> datetime.date | None:
        """The day by which the probability is reached if contacting goes on; None within the longest time there is."""
        simulations = min(self.question.simulations, RUNS_FOR_EARLIEST)
        simulation = self._simulation(self.stages, LONGEST_WEEKS, LONGEST_WEEKS, simulations)
        longer = simulation.run(Variant(people, self.question.minutes))
        chances = (longer.hires >= self.question.hires).mean(axis=1)
        weeks = np.flatnonzero(chances >= self.question.probability)
        return self.question.end_of(int(weeks[0])) if len(weeks) else None


def _at_once(stages: Sequence[Stage], weeks: int, minutes: float) -> int:
    """Runs computed together, fewer where many people come to a first interview and each takes memory."""
    first = next((stage.minutes for stage in stages if stage.minutes), 0)
    most = weeks * (2 * minutes / first if first and not math.isinf(minutes) else MOST_PEOPLE)
    return 1 << min(max(int(math.log2(MEMORY / (most * BYTES))), 7), AT_ONCE.bit_length() - 1)


def _useful_weeks(stages: Sequence[Stage], weeks: int) -> int:
    """Weeks from the first in which contacting somebody can still lead to a hire by the date; one at the least."""
    in_time = np.cumsum(functools.reduce(np.convolve, [lags(stage.days) for stage in stages]))
    left = np.arange(weeks - 1, -1, -1)
    useful = in_time[np.minimum(left, len(in_time) - 1)] >= USEFUL
    return max(int(useful.sum()), 1)


def _others(people: int) -> list[int]:
    """Numbers of people to compare with, in order."""
    return sorted({max(people // 2, 1), math.ceil(people * 0.75), people, math.ceil(people * 1.5), people * 2})


def _expected(simulation: Simulation, outcome: Outcome, people: int) -> tuple[float, ...]:
    """People who get to each stage; before the interviews as shares of those who are contacted."""
    found, reaching = [], float(outcome.contacted.mean())
    for stage in simulation.stages:
        found.append(outcome.seen.get(stage.id, reaching))
        reaching *= stage.rate
    return tuple(found)


def _nth(outcome: Outcome, question: Question) -> list[Nth]:
    found = []
    for number in range(1, question.hires + 1):
        chances = (outcome.hires >= number).mean(axis=1)
        days = []
        for share in (0.5, question.probability):
            weeks = np.flatnonzero(chances >= share)
            days.append(question.end_of(int(weeks[0])) if len(weeks) else None)
        found.append(Nth(number, days[0], days[1], float(chances[-1])))
    return found
