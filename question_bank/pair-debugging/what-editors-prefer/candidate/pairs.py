"""Pairs of texts of which editors preferred one, and what the writer made of them before it was tuned."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from writer import Writer


@dataclass(frozen=True)
class Pair:
    better: np.ndarray
    worse: np.ndarray
    better_before: float
    """What the writer gave the text before tuning; kept, so that the writer before is not needed again."""
    worse_before: float


def load(path: Path, before: Writer) -> list[Pair]:
    """before: the writer as it is when tuning begins."""
    pairs = []
    for row in json.loads(Path(path).read_text())["pairs"]:
        better, worse = np.array(row["better"]), np.array(row["worse"])
        pairs.append(Pair(better, worse, float(before.logs(better).sum()), float(before.logs(worse).sum())))
    return pairs
