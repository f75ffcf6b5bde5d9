"""What a table of parcels may hold."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Column:
    kind: str
    """whole, number, text or choice."""
    empty: bool = False
    """Whether a row may have nothing there."""
    choices: tuple[str, ...] = ()
    """For a choice, the texts that may stand there."""


def read(path):
    """Name -> Column."""
    found = json.loads(Path(path).read_text(encoding="utf-8"))
    return {
        name: Column(one["kind"], one.get("empty", False), tuple(one.get("choices", ()))) for name, one in found.items()
    }
