"""Recipes as people have sent them in."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    id: str
    text: str


def read(path):
    """All recipes of a file, in its order. An id occurs once."""
    with open(path, encoding="utf-8") as file:
        return [Recipe(**json.loads(line)) for line in file]
