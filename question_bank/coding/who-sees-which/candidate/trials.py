"""What is tried on whom."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Trial:
    name: str
    layer: str
    start: int
    """The first of its points."""
    width: int
    """How many points it owns."""
    shown: int
    """How many of 10,000 parts of its users are in it now."""
    arms: dict[str, int]
    """Name -> weight."""


def read(path):
    """All trials, as they are today."""
    return [Trial(**one) for one in json.loads(Path(path).read_text(encoding="utf-8"))]
