"""Numbers that come out the same on every engine, whatever the order in which rows arrive."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

MILLION = 1_000_000


def number(value: float) -> ir.FloatingValue:
    """A constant of at most 9 decimals: written out as 0.25 it would be a decimal to DuckDB, with decimal arithmetic."""
    return whole(round(value * 10**9)) / whole(10**9)


def whole(value: int) -> ir.FloatingValue:
    """A whole number as a float."""
    return ibis.literal(value, "int64").cast("float64")


def millionths(value: ir.NumericValue) -> ir.IntegerValue:
    """The value in millionths: whole numbers add up to the same sum in any order, floats do not."""
    return (value * whole(MILLION) + number(0.5)).floor().cast("int64")


def from_millionths(count: ir.IntegerValue) -> ir.FloatingValue:
    """The value that so many millionths are; a division of two whole numbers is rounded alike everywhere."""
    return count.cast("float64") / whole(MILLION)


def rounded(value: ir.NumericValue) -> ir.FloatingValue:
    """The value to 6 digits."""
    return from_millionths(millionths(value))
