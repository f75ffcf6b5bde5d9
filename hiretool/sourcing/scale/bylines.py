"""Bylines -> how much of each paper to credit to the one named first, and how much a paper of some day counts."""

from __future__ import annotations

from datetime import date
from math import factorial

from hiretool.sourcing import credit as by_hand
from hiretool.sourcing.recent import HALF_LIFE_DAYS
from hiretool.sourcing.scale import name_keys
from hiretool.sourcing.scale.columns import Column, Table, ibis
from hiretool.sourcing.scale.exact import number, whole

_OTHERS = "*"
_CHANCE_IS_NONE = 20
"""Names beyond which a sorted byline is alphabetical for certain: 1/20! is lost in the last digit of any share."""
_WORTH_SAYING = 0.1
"""Lost credit from which a byline counts as one that may be owed to the alphabet, as in `signals.byline`."""


def bylines(keyed: Table) -> Table:
    """One row a paper: (paper, n, sorted, by_collaboration)."""
    before = name_keys.family(keyed.key).lag().over(ibis.window(group_by=keyed.paper, order_by=keyed.position))
    steps = keyed.select(
        "paper", "n", "is_group", descent=(name_keys.family(keyed.key) < before).fill_null(False),
        group_first=keyed.is_group & (keyed.position == 0),
    )  # fmt: skip
    found = steps.group_by("paper").aggregate(
        n=steps.n.max(), descents=steps.descent.cast("int32").sum(),
        groups=steps.is_group.cast("int32").sum(), groups_first=steps.group_first.cast("int32").sum(),
    )  # fmt: skip
    return found.select(
        "paper", "n", sorted=(found.descents == 0) & (found.n > 1),
        by_collaboration=(found.groups_first > 0) | ((found.n > by_hand.COLLABORATION_SIZE) & (found.groups > 0)),
    )  # fmt: skip


def share(primary: Column) -> Column:
    """Share of alphabetical bylines in a category."""
    table = by_hand.shares()
    return primary.cases(*((name, number(of)) for name, of in table.items()), else_=number(table[_OTHERS]))


def orders(n: Column) -> Column:
    """In how many orders n names can stand."""
    return n.cases(
        *((count, whole(factorial(count))) for count in range(1, _CHANCE_IS_NONE)),
        else_=whole(factorial(_CHANCE_IS_NONE)),
    )


def chance(share: Column, orders: Column, is_sorted: Column) -> Column:
    """Probability, 0..1, that a byline is alphabetical on purpose."""
    return is_sorted.ifelse(share / (share + (whole(1) - share) / orders), whole(0))


def credit(chance: Column, n: Column) -> Column:
    """0..1: 1/n as far as the byline is alphabetical on purpose, else 1, as in `hiretool.sourcing.credit`."""
    return chance / n.cast("float64") + whole(1) - chance


def is_alphabetical(credit: Column) -> Column:
    """Whether so much credit is lost to the alphabet that the reader is told."""
    return credit <= number(1 - _WORTH_SAYING)


def recency(submitted: Column, today: date) -> Column:
    """0..1: 1 today, half of that for each half-life before.

    A product over the binary digits of the number of days: multiplication is the same on every engine to the last bit,
    powers are not.
    """
    days = ibis.greatest(ibis.literal(today).delta(submitted, unit="day").cast("int32"), ibis.literal(0, "int32"))
    found = whole(1)
    for digit in range(16):
        is_set = ((days >> digit) & 1) == 1
        found = found * is_set.ifelse(number(0.5 ** (2**digit / HALF_LIFE_DAYS)), whole(1))
    return found
