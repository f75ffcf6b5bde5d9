"""Questions + rounds + history -> which question goes into which round: a mixed-integer program.

Hard first: minutes, coverage, families, enemies, nothing that the candidate has had, limits on how often a question is
used and on how much two kits share. Only where that has no solution, an elastic form of the same program says what is
lacking. Source: van der Linden 2005, Linear Models for Optimal Test Design; van der Linden and Veldkamp 2004 on
eligibility instead of simulated exposure rates.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

MOST_TOGETHER = 4
"""Questions in one round at the most."""
LEAST_FILLED = 0.75
"""Share of a round's minutes for questions that has to be filled."""
FEW = 3
"""Uses that are always allowed: a share of a handful of kits says nothing."""
PER_CELL = 25
"""Questions for each round and competency that the program looks at; of 20,000, these give 99.5 % of the best value."""
TIME_LIMIT_S = 10.0
GAP = 0.03

# What one unit of each is worth in the objective; a round in which all is right is worth about 4.
_FIT, _LEVEL, _TELLING, _FILLED, _COVERED, _DRAW, _USED, _KEPT = 1.0, 0.6, 0.4, 0.8, 1.0, 0.3, 0.5, 8.0
# What a shortfall costs, so that the elastic program gives up first what matters least.
_COST = {
    "filled": 20.0,
    "overlap": 30.0,
    "rested": 40.0,
    "twice": 60.0,
    "sibling": 90.0,
    "never": 200.0,
    "empty": 400.0,
}


@dataclass(frozen=True, slots=True)
class Item:
    """A question, as far as the choice goes."""

    id: str
    format: str
    minutes: int
    family: str
    competencies: frozenset[str]
    enemies: frozenset[str] = frozenset()
    fit: float = 1.0
    """To the role, in (0, 1]."""
    difficulty: float = 0.0
    """At the level of the opening, in logits; 0 tells most about somebody at the bar."""
    discrimination: float | None = None
    """Correlation of its ratings with the rest; None where too few were given to say."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A round that questions go into."""

    id: str
    format: str
    minutes: int
    """For questions."""
    wanted: tuple[str, ...]
    """Competencies that it should rate."""
    most: int = MOST_TOGETHER
    standing: bool = False
    """It has questions of its own, which rate all that is wanted; one of the bank is welcome and not needed."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was asked before."""

    seen: Set[str] = frozenset()
    """Ids that this candidate has had: never again."""
    families: Set[str] = frozenset()
    """Families of which this candidate has had one."""
    uses: Mapping[str, int] = field(default_factory=dict)
    """How many of the last kits had a question."""
    kits: int = 0
    """How many kits these were."""
    recent: Sequence[frozenset[str]] = ()
    """Questions of the latest kits of other openings."""
    opening: Set[str] = frozenset()
    """Questions of this opening, which every candidate of it should meet."""
    learnt: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)
    """Difficulty (in logits, middle of the levels) and discrimination, where answers have shown them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far questions are spared."""

    exposure: float = 0.2
    """Share of the last kits that may have one question."""
    overlap: float = 0.5
    """Share of a kit's questions that another one may have too."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Something that the bank could not give, or only by giving up a limit."""

    kind: str
    """empty, never, twice, filled, sibling, rested, overlap."""
    about: str
    """The round, competency or question that it is about."""
    amount: float = 1.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Round -> ids, easiest first; and what is lacking."""

    asked: Mapping[str, tuple[str, ...]]
    shortfalls: tuple[Shortfall, ...] = ()


def chosen(
    items: Sequence[Item], slots: Sequence[Slot], past: Past, limits: Limits, *, weights: Set[str], draw: str
) -> Choice:
    """The best choice that keeps every rule, or the one that breaks as little as can be, with what it breaks.

    items: all that suit role and level. draw: decides between equals.
    weights: competencies that have to be met, each in two rounds where the role has two that rate it.
    """
    fair = [item for item in items if item.id not in past.seen and not item.enemies & past.seen]
    rested = [item for item in fair if _may_be_used(item.id, past, limits) and item.family not in past.families]
    found = _Program(rested, slots, past, limits, weights, draw).solved(elastic=False)
    if found is not None:
        return found
    found = _Program(fair, slots, past, limits, weights, draw).solved(elastic=True)
    if found is None:
        # Nothing is asked of the elastic program that it could not give up; only time can run out.
        return Choice({}, tuple(Shortfall("empty", slot.id) for slot in slots if not slot.standing))
    return found


def _may_be_used(name: str, past: Past, limits: Limits) -> bool:
    most = max(FEW, math.ceil(limits.exposure * (past.kits + 1)))
    return name in past.opening or past.uses.get(name, 0) < most


def noise(draw: str, name: str) -> float:
    """A number in [0, 1) that hangs on both."""
    return int.from_bytes(hashlib.sha256(f"{draw}|{name}".encode()).digest()[:7], "big") / 2**56


class _Program:
    """Variables: a question in a round; a competency met in a round; what is lacking."""

    def __init__(
        self,
        items: Sequence[Item],
        slots: Sequence[Slot],
        past: Past,
        limits: Limits,
        weights: Set[str],
        draw: str,
    ) -> None:
        self._slots, self._past, self._limits = slots, past, limits
        self._weights, self._draw = weights, draw
        self._pairs = self._looked_at(items)
        self._objective: list[float] = []
        self._upper: list[float] = []
        self._rows: list[tuple[list[int], list[float], float, float]] = []
        self._lacking: list[tuple[int, Shortfall]] = []
        self._column = {pair: self._variable(-self._worth(*pair)) for pair in self._pairs}
        self._by_slot: dict[str, list[tuple[Item, Slot]]] = defaultdict(list)
        for pair in self._pairs:
            self._by_slot[pair[1].id].append(pair)

    # Parts of the program

    def _looked_at(self, items: Sequence[Item]) -> list[tuple[Item, Slot]]:
        """Questions that fit a round, of each competency the most valuable ones."""
        kept: list[tuple[Item, Slot]] = []
        for slot in self._slots:
            fitting = [item for item in items if item.format == slot.format and item.minutes <= slot.minutes]
            order = sorted(fitting, key=lambda item: (-self._worth(item, slot), item.id))
            by_minute = sorted(fitting, key=lambda item: (-self._worth(item, slot) / item.minutes, item.id))
            names: set[str] = {item.id for item in order if item.id in self._past.opening}
            for competency in slot.wanted or ("",):
                for ranked in (order, by_minute):
                    about = [item.id for item in ranked if not slot.wanted or competency in item.competencies]
                    names.update(about[:PER_CELL])
            kept += [(item, slot) for item in order if item.id in names]
        return kept

    def _worth(self, item: Item, slot: Slot) -> float:
        """By minute, so that two short questions are worth what one long one is; beside standing ones it is one."""
        share = 1.0 if slot.standing else item.minutes / slot.minutes
        telling = 0.5 if item.discrimination is None else min(max(item.discrimination, 0.0), 1.0)
        # What an answer tells about somebody at the bar, 1 at the most: 4 p (1 - p) of the logistic model.
        chance = 1 / (1 + math.exp(-item.difficulty))
        worth = _FIT * item.fit + _LEVEL * 4 * chance * (1 - chance) + _TELLING * telling + _FILLED
        worth += _DRAW * noise(self._draw, item.id)
        worth -= _USED * self._past.uses.get(item.id, 0) / max(self._past.kits, 1)
        worth += _KEPT if item.id in self._past.opening else 0.0
        return worth * share

    def _variable(self, cost: float, most: float = 1.0) -> int:
        self._objective.append(cost)
        self._upper.append(most)
        return len(self._objective) - 1

    def _row(self, terms: Sequence[tuple[int, float]], least: float, most: float) -> None:
        if terms:
            columns, values = zip(*terms, strict=True)
            self._rows.append((list(columns), list(values), least, most))

    def _slack(self, shortfall: Shortfall, most: float) -> int:
        column = self._variable(_COST[shortfall.kind], most)
        self._lacking.append((column, shortfall))
        return column

    def _rounds(self, *, elastic: bool) -> None:
        for slot in self._slots:
            pairs = self._by_slot[slot.id]
            asked = [(self._column[pair], 1.0) for pair in pairs]
            minutes = [(self._column[pair], float(pair[0].minutes)) for pair in pairs]
            self._row(asked, 0, 1 if slot.standing else slot.most)
            self._row(minutes, 0, slot.minutes)
            if slot.standing:
                continue
            least = LEAST_FILLED * slot.minutes
            if elastic:
                asked = [*asked, (self._slack(Shortfall("empty", slot.id), 1.0), 1.0)]
                minutes = [*minutes, (self._slack(Shortfall("filled", slot.id), least), 1.0)]
            if not asked:
                # Not one question fits: without slack there is no solution, and this says so.
                asked = minutes = [(self._variable(0.0, 0.0), 1.0)]
            self._row(asked, 1, math.inf)
            self._row(minutes, least, math.inf)

    def _coverage(self, *, elastic: bool) -> None:
        met: dict[str, list[int]] = defaultdict(list)
        for slot in self._slots:
            for competency in slot.wanted:
                column = self._variable(-_COVERED / max(len(slot.wanted), 1))
                met[competency].append(column)
                if not slot.standing:
                    about = [
                        (self._column[pair], 1.0)
                        for pair in self._by_slot[slot.id]
                        if competency in pair[0].competencies
                    ]
                    self._row([*about, (column, -1.0)], 0, math.inf)
        for competency in sorted(self._weights & met.keys()):
            columns = [(column, 1.0) for column in met[competency]]
            twice = min(2, len(columns))
            if elastic:
                never = (self._slack(Shortfall("never", competency), 1.0), 1.0)
                self._row([*columns, never], 1, math.inf)
                if twice == 2:
                    once = (self._slack(Shortfall("twice", competency), 1.0), 1.0)
                    self._row([*columns, never, once], 2, math.inf)
            else:
                self._row(columns, twice, math.inf)

    def _apart(self) -> None:
        """A question once, one of a family, no two enemies."""
        families: dict[str, list[tuple[int, float]]] = defaultdict(list)
        by_id: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for pair in self._pairs:
            families[pair[0].family].append((self._column[pair], 1.0))
            by_id[pair[0].id].append((self._column[pair], 1.0))
        for group in [*families.values(), *by_id.values()]:
            if len(group) > 1:
                self._row(group, 0, 1)
        hostile = {
            tuple(sorted((item.id, other))) for item, _ in self._pairs for other in item.enemies if other in by_id
        }
        for one, other in sorted(hostile):
            self._row([*by_id[one], *by_id[other]], 0, 1)

    def _spared(self, *, elastic: bool) -> None:
        """How much may be shared with each of the latest kits; what this opening has is not counted against it."""
        by_id: dict[str, list[int]] = defaultdict(list)
        for pair in self._pairs:
            by_id[pair[0].id].append(self._column[pair])
        for number, kit in enumerate(self._past.recent):
            most = max(1, math.floor(self._limits.overlap * len(kit)))
            shared = [(column, 1.0) for name in sorted(kit - self._past.opening) for column in by_id.get(name, ())]
            if len(shared) > most:
                slack = [(self._slack(Shortfall("overlap", str(number)), 20.0), -1.0)] if elastic else []
                self._row([*shared, *slack], -math.inf, most)
        if elastic:
            for pair in self._pairs:
                name, family = pair[0].id, pair[0].family
                if family in self._past.families:
                    self._given_up(pair, Shortfall("sibling", name))
                elif not _may_be_used(name, self._past, self._limits):
                    self._given_up(pair, Shortfall("rested", name))

    def _given_up(self, pair: tuple[Item, Slot], shortfall: Shortfall) -> None:
        self._objective[self._column[pair]] += _COST[shortfall.kind]
        self._lacking.append((self._column[pair], shortfall))

    # Solution

    def solved(self, *, elastic: bool) -> Choice | None:
        """None if there is none."""
        self._rounds(elastic=elastic)
        self._coverage(elastic=elastic)
        self._apart()
        self._spared(elastic=elastic)
        values = self._values()
        if values is None:
            return None
        asked = {}
        for slot in self._slots:
            found = [item for item, _ in self._by_slot[slot.id] if values[self._column[item, slot]] > 0.5]
            asked[slot.id] = tuple(item.id for item in sorted(found, key=lambda item: (item.difficulty, item.id)))
        lacking = tuple(
            Shortfall(shortfall.kind, shortfall.about, round(float(values[column]), 6))
            for column, shortfall in self._lacking
            if values[column] > 1e-6
        )
        return Choice(asked, lacking)

    def _values(self) -> Any:
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        if not self._objective:
            return np.empty(0)
        lengths = [len(columns) for columns, _, _, _ in self._rows]
        where = (
            np.repeat(np.arange(len(self._rows)), lengths),
            np.concatenate([columns for columns, _, _, _ in self._rows]),
        )
        values = np.concatenate([row for _, row, _, _ in self._rows])
        matrix = csr_array((values, where), shape=(len(self._rows), len(self._objective)))
        least, most = (np.array([row[at] for row in self._rows]) for at in (2, 3))
        whole = np.ones(len(self._objective))
        for column, shortfall in self._lacking:
            if shortfall.kind in ("filled", "overlap"):
                whole[column] = 0
        found = milp(
            np.array(self._objective),
            constraints=LinearConstraint(matrix, least, most),
            integrality=whole,
            bounds=Bounds(0, np.array(self._upper)),
            options={"time_limit": TIME_LIMIT_S, "mip_rel_gap": GAP},
        )
        return found.x
