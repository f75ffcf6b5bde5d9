"""Judgements of pairs of replies: each pair was shown twice, once with either reply as A."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Judgement:
    pair: str
    first: str  # which assistant's reply was shown as A: "new" or "old"
    text: str  # what the judge wrote


def read(path):
    """One judgement a line."""
    with Path(path).open() as lines:
        return [Judgement(**json.loads(line)) for line in lines]
