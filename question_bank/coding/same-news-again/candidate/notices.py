"""Notices as the agencies send them."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    id: str
    text: str


def read(path):
    """All notices of a file, in the order in which they came. An id occurs once."""
    with open(path, encoding="utf-8") as file:
        return [Notice(**json.loads(line)) for line in file]
