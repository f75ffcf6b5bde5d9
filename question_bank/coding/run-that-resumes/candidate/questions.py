"""The questions of an evaluation."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    id: str
    prompt: str


def read(path):
    """All questions of a file, in its order. An id occurs once; a prompt may occur under several ids."""
    with open(path, encoding="utf-8") as file:
        return [Question(**json.loads(line)) for line in file]
