"""Numbers that come out the same on every engine, whatever the order in which rows arrive."""

from __future__ import annotations

from hiretool.sourcing.scale.columns import Column, ibis

MILLION = 1_000_000


def number(value: float) -> Column:
    """A constant of at most 9 decimals; written as 0.25, it would be no float to DuckDB but a decimal."""
    return whole(round(value * 10**9)) / whole(10**9)


def whole(value: int) -> Column:
    """A whole number as a float."""
    return ibis.literal(value, "int64").cast("float64")


def millionths(value: Column) -> Column:
    """The value in millionths: whole numbers add up to the same sum in any order, floats do not."""
    return (value * whole(MILLION) + number(0.5)).floor().cast("int64")


def from_millionths(count: Column) -> Column:
    """The value that so many millionths are; a division of two whole numbers is rounded alike everywhere."""
    return count.cast("float64") / whole(MILLION)


def rounded(value: Column) -> Column:
    """The value to 6 digits."""
    return from_millionths(millionths(value))
