"""Requests to the translation model."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    id: str
    customer: str
    tokens: int
    """Length of the text, at least 1."""
    arrived: int
    """In whole milliseconds since the start of the recording."""


def read(path):
    """All requests of a recording, in the order in which they arrived."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Request(row["id"], row["customer"], int(row["tokens"]), int(row["arrived"])) for row in csv.DictReader(file)]
