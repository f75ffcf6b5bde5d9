"""What a record of an arrival holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    """text, whole, number, flag or choice."""
    options: tuple = ()
    """What a choice may be."""
    low: float | None = None
    high: float | None = None
    needed: bool = True


ARRIVAL = [
    Field("ship", "text"),
    Field("cargo", "choice", options=("grain", "timber", "Diesel", "stone", "none")),
    Field("tonnes", "whole", low=0, high=40_000),
    Field("draught", "number", low=0.5, high=14),
    Field("pilot", "flag"),
    Field("agent", "text", needed=False),
]
