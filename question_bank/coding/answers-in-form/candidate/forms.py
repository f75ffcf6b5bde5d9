"""What an answer has to look like: a list of parts, one after the other."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Just this."""

    text: str


@dataclass(frozen=True)
class OneOf:
    """One of a few texts, none of them empty."""

    options: tuple


@dataclass(frozen=True)
class Number:
    """A whole number from low to high, both included and neither below 0; no zeros in front."""

    low: int
    high: int


@dataclass(frozen=True)
class Free:
    """Up to `most` characters, all of them from `letters`; also none."""

    most: int
    letters: str


DAMAGE = [
    Text('{"road": "'),
    OneOf(("A", "B", "BA")),
    Number(1, 468),
    Text('", "side": "'),
    OneOf(("north", "northbound lane", "south", "both")),
    Text('", "km": '),
    Number(0, 131),
    Text(', "note": "'),
    Free(24, "abcdefghijklmnopqrstuvwxyz ,"),
    Text('"}'),
]
"""What the road office wants to have of a report."""
