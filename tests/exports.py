"""Exports of questions and seeds drawn at random, and what is secret in them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from hiretool import exercise
from hiretool.exercise.handed import Scanner
from hiretool.questions import Entry


def exports(bank: Mapping[str, Entry], count: int, folder: Path, seed: int = 4) -> Iterator[str]:
    """Hand out `count` times, look at what came out, and give a sentence for each secret that was in it."""
    dice = random.Random(seed)
    scanners = {name: Scanner(entry) for name, entry in bank.items()}
    for number in range(count):
        name = dice.choice(sorted(bank))
        target = folder / str(number)
        exercise.start(bank[name], target, seed=dice.randrange(100_000), candidate=f"C{number}", guarded=False)
        yield from (f"{name}: {leak}" for leak in scanners[name].leaks(target))
        shutil.rmtree(target)
