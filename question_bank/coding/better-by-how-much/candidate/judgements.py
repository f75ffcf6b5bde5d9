"""Which of two answers somebody found better."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Judgement:
    prompt: str
    judge: str
    first: str
    second: str
    """The two models, in the order in which the judge read their answers."""
    choice: str
    """first, second or tie."""


def read(path):
    """All judgements of a file, in its order."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Judgement(**row) for row in csv.DictReader(file)]
