"""What people have marked in the letters."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Span:
    letter: str
    person: str
    label: str
    start: int
    end: int
    """Characters start to end - 1 of the letter, counted from 0; never empty."""


def spans(folder):
    """All spans that anybody has drawn, in the order in which they were stored."""
    with open(Path(folder, "spans.csv"), newline="", encoding="utf-8") as file:
        return [
            Span(row["letter"], row["person"], row["label"], int(row["start"]), int(row["end"]))
            for row in csv.DictReader(file)
        ]


def done(folder):
    """(letter, person) for each letter that a person has finished."""
    with open(Path(folder, "done.csv"), newline="", encoding="utf-8") as file:
        return {(row["letter"], row["person"]) for row in csv.DictReader(file)}


def letters(folder):
    """Letter -> its text."""
    return json.loads(Path(folder, "letters.json").read_text(encoding="utf-8"))
