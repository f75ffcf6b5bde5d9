"""People contacted each week -> hires by week, many times over and with the same dice for each variant."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from hiretool.plan.fates import Counts, Fates, Table
from hiretool.plan.ranges import Floats, Range
from hiretool.plan.weeks import Walk, arriving, line

WEEK = 7.0
"""Days; the step of the simulation."""
AT_ONCE = 4096
"""Runs computed together."""
KEPT_BYTES = 400_000_000
"""Memory for fates that are kept from variant to variant."""
GRID = 4000
"""Lengths of a delay over which its effect in whole weeks is averaged."""
# No more people's replies are drawn together, or (1 - rate) ** people is too small for a number.
_BLOCK = 64
# Where the dice of pass rates and of replies are numbered from; those of the stages begin at 0.
_RATES, _REPLIES = 1_000_000, 2_000_000
_NO_LIMIT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the funnel: who enters is seen after some days, and then passes or does not."""

    id: str
    title: str
    passed: float
    failed: float
    """The pass rate's beta distribution, counted in people; failed = 0 is a rate of exactly 1."""
    days: Range
    """From entering to being seen, without the time spent waiting for an interviewer."""
    minutes: int = 0
    """Interviewers' minutes for one person, those of all who are needed together; 0 where none is."""

    @property
    def rate(self) -> float:
        return self.passed / (self.passed + self.failed)


@dataclass(frozen=True, slots=True)
class Variant:
    """What is tried: how many people are contacted, how much time interviewers have, what is changed."""

    people: int
    """Contacted each week."""
    minutes: float
    """Of all interviewers together, each week; inf for no limit."""
    sooner: Mapping[str, float] = field(default_factory=dict)
    """Stage -> days by which it is faster; no delay falls below 0."""
    higher: Mapping[str, float] = field(default_factory=dict)
    """Stage -> what is added to its pass rate, up to 1."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a variant in each simulation. Minutes, offers and people count until the last hire wanted."""

    hires: npt.NDArray[np.int16]
    """(week, simulation): hires up to the end of that week; the search goes on after the last one wanted."""
    minutes: Counts
    offers: Counts
    contacted: Counts
    seen: Mapping[str, float]
    """Stage -> people seen there, on average; stages from the first interview on."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Which fates: of which part of the runs, at which stage, with what added to its pass rate."""

    part: int
    stage: int
    added: float


@dataclass(frozen=True, slots=True)
class _Contacts:
    """People contacted: in which part of the runs, how many a week, with what added to the rates; the most to come."""

    part: int
    people: int
    added: tuple[float, ...]
    most: int


class Simulation:
    """Many runs of a funnel.

    The k-th person seen at a stage in the i-th run has the same luck in every variant, so that two variants differ by
    what was changed and by nothing else (common random numbers).
    """

    def __init__(
        self,
        stages: Sequence[Stage],
        *,
        weeks: int,
        contact_weeks: int,
        hires: int,
        simulations: int,
        seed: int,
        at_once: int = AT_ONCE,
    ) -> None:
        """weeks: until the date; contact_weeks: those, from the first, in which people are contacted.

        hires: how many are wanted; the counts of minutes, offers and people end with them. at_once: runs computed
        together, which takes memory; another number means other dice.
        """
        if len(stages) < 2 or stages[0].minutes:
            raise ValueError("expected two stages or more, the first of them without interviewers")
        self.weeks, self.contact_weeks, self.wanted = weeks, min(contact_weeks, weeks), hires
        self.simulations, self._seed, self._at_once = simulations, seed, at_once
        # Stages before the first interview hold nobody up: to the simulation they are one.
        first = next((place for place, stage in enumerate(stages) if stage.minutes), len(stages) - 1)
        self.stages, self._first = tuple(stages), first
        self.rates = self._drawn_rates()
        self._kept: dict[tuple[_Place, bytes], Table] = {}
        self._room = KEPT_BYTES
        self._coming: dict[tuple[_Contacts, bytes], npt.NDArray[np.int16]] = {}
        self._people = 0

    def run(self, variant: Variant) -> Outcome:
        """The variant in all runs."""
        starts = range(0, self.simulations, self._at_once)
        parts = [
            self._part(number, slice(start, start + self._at_once), variant) for number, start in enumerate(starts)
        ]
        seen = np.sum([part.seen for part in parts], axis=0) / self.simulations
        later = self.stages[self._first :]
        return Outcome(
            np.concatenate([part.hires for part in parts], axis=1),
            np.concatenate([part.minutes for part in parts]),
            np.concatenate([part.offers for part in parts]),
            np.concatenate([part.contacted for part in parts]),
            {stage.id: float(count) for stage, count in zip(later, seen, strict=True)},
        )

    def _dice(self, *place: int) -> np.random.Generator:
        return np.random.Generator(np.random.SFC64(np.random.SeedSequence((self._seed, *place))))

    def _drawn_rates(self) -> Floats:
        """(stage, run): pass rates. Runs in which as many people get to the interviews stand together: less memory."""
        rates = np.ones((len(self.stages), self.simulations))
        for place, stage in enumerate(self.stages):
            if stage.failed > 0:
                rates[place] = self._dice(_RATES, place).beta(stage.passed, stage.failed, self.simulations)
        np.clip(rates, 1e-9, 1, out=rates)
        return rates[:, np.argsort(rates[: self._first].prod(axis=0), kind="stable")]

    def _part(self, number: int, runs: slice, variant: Variant) -> Walk:
        added = np.array([variant.higher.get(stage.id, 0.0) for stage in self.stages])
        rates = np.minimum(self.rates[:, runs] + added[:, None], 1.0)
        ways = [lags(stage.days.shortened(variant.sooner.get(stage.id, 0.0))) for stage in self.stages]
        size, later = rates.shape[1], self.stages[self._first :]
        # Whoever joins a line longer than can be served until the end is never served.
        at_most = 2 * self._servable(later[0], variant.minutes) + 1
        way = functools.reduce(np.convolve, ways[: self._first + 1])
        before = rates[: self._first].prod(axis=0)
        arrivals = self._arrivals(_Contacts(number, variant.people, tuple(added[: self._first]), at_most), way, before)
        most = arrivals.sum(axis=0, dtype=np.int64)
        lines = []
        for place, stage in enumerate(later, start=self._first):
            # A person who passes is then on the way to the next stage, for as long as that one's delay.
            way = ways[place + 1] if place + 1 < len(ways) else np.ones(1)
            most = np.minimum(most, self._servable(stage, variant.minutes))
            where = _Place(number, place, float(added[place]))
            table = self._table(where, way, rates[place], rows=int(most.max()), size=size)
            lines.append(line(stage.minutes, Fates(table)))
            most = table.passed_among(most)
        walk = Walk(self.weeks, lines, size)
        contacted = np.full(self.weeks, variant.people)
        contacted[self.contact_weeks :] = 0
        walk.go(arrivals, contacted=contacted, minutes=variant.minutes, wanted=self.wanted)
        return walk

    def _arrivals(self, contacts: _Contacts, way: Floats, rates: Floats) -> npt.NDArray[np.int16]:
        """(week, run): people who come to the first interview; as in an earlier variant, where nothing was changed."""
        if self._people != contacts.people:
            self._people = contacts.people
            self._coming.clear()
        if (contacts, way.tobytes()) not in self._coming:
            asked = self._interested(contacts.part, rates, contacts.people)
            rows = min(int(asked.sum(axis=0).max(initial=0)), contacts.most)
            fates = Fates(Table(self._dice(0, contacts.part), None, way, rows=rows, size=len(rates)))
            self._coming[contacts, way.tobytes()] = arriving(asked, fates, self.weeks)
        return self._coming[contacts, way.tobytes()]

    def _table(self, where: _Place, way: Floats, rates: Floats | None, *, rows: int, size: int) -> Table:
        """The fates at a stage: those of an earlier variant, where nothing about them was changed."""
        kept = self._kept.get((where, way.tobytes()))
        if kept and kept.rows >= rows:
            return kept
        table = Table(self._dice(where.stage, where.part), rates, way, rows=rows, size=size)
        room = self._room + (kept.moved.nbytes if kept else 0) - table.moved.nbytes
        # A variant that changes a stage comes once; the fates of the others come again.
        if room >= 0 and (kept or not any(other == where for other, _ in self._kept)) and not where.added:
            self._kept[where, way.tobytes()], self._room = table, room
        return table

    def _servable(self, stage: Stage, minutes: float) -> int:
        """People that interviewers who did nothing else could see there in all the weeks."""
        if not stage.minutes or math.isinf(minutes):
            return _NO_LIMIT
        return self.weeks * int(minutes // stage.minutes)

    def _interested(self, number: int, rates: Floats, people: int) -> Counts:
        """(week of contact, run): how many of the people contacted pass all stages before the interviews.

        Binomial, by the inverse of the distribution function: more people, or a higher rate, never give fewer.
        """
        found = np.zeros((self.contact_weeks, len(rates)), np.int64)
        rare, often = np.minimum(rates, 1 - rates), rates > 0.5
        for block, start in enumerate(range(0, people, _BLOCK)):
            size = min(_BLOCK, people - start)
            luck = self._dice(_REPLIES + block, number).random(found.shape, dtype=np.float32)
            np.subtract(1, luck, out=luck, where=often)
            chance = (1 - rare) ** size
            below = chance.copy()
            drawn = np.zeros(found.shape, np.int64)
            for count in range(size):
                more = luck >= below.astype(np.float32)
                if not more.any():
                    break
                drawn += more
                chance *= (size - count) / (count + 1) * rare / (1 - rare)
                below += chance
            found += np.where(often, size - drawn, drawn)
        return found


def lags(days: Range) -> Floats:
    """Chance of arriving 0, 1, 2 ... weeks later, for a delay in days.

    A delay of 10 days is 1 week or 2, with chances 4/7 and 3/7: people enter on any day of a week, and the mean is
    kept.

    >>> lags(Range(7, 7)).tolist()
    [0.0, 1.0]
    """
    weeks = days.at((np.arange(GRID) + 0.5) / GRID) / WEEK
    whole = np.floor(weeks).astype(np.int64)
    rest = weeks - whole
    found = np.bincount(np.concatenate([whole, whole + 1]), np.concatenate([1 - rest, rest])) / GRID
    return found[: np.flatnonzero(found > 0)[-1] + 1]
