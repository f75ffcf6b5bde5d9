"""Kits from large invented banks: time of one, time and limits of 200, beside what an unlimited choice would do."""

from __future__ import annotations

import dataclasses
import random
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from hiretool import discover, questions
from hiretool.kit.choice import Item, Limits, Past, Slot, chosen
from tests.benchmarks.measured import hiretool, line, median

COMPETENCIES = [f"c{number}" for number in range(12)]
CORE = frozenset(COMPETENCIES[:8])
FORMATS = {
    "theory": (24, 8),
    "coding": (50, 50),
    "debugging": (45, 45),
    "case": (60, 60),
    "math": (24, 12),
    "short": (45, 15),
}
KITS = 200


def bank(size: int, seed: int = 0) -> list[Item]:
    """Questions as they come in a large bank: families of three, a few enemies, two to five competencies each."""
    dice = random.Random(seed)
    items = []
    for number in range(size):
        format, (_, minutes) = dice.choice(list(FORMATS.items()))
        about = frozenset(dice.sample(COMPETENCIES, dice.randint(2, 5)))
        items.append(
            Item(
                id=f"{format}/q{number}",
                format=format,
                minutes=max(5, minutes - dice.choice([0, 0, 1, 2])),
                family=f"f{dice.randrange(max(size // 3, 1))}",
                competencies=about,
                fit=dice.choice([0.4, 0.6, 0.8, 1.0]),
                difficulty=dice.gauss(0, 1),
                discrimination=dice.choice([None, None, dice.uniform(0.1, 0.7)]),
            )
        )
    ids = [item.id for item in items]
    return [
        dataclasses.replace(item, enemies=frozenset(dice.sample(ids, 2)) if dice.random() < 0.1 else frozenset())
        for item in items
    ]


def slots() -> list[Slot]:
    dice = random.Random(1)
    return [
        Slot(f"round-{name}", name, minutes, tuple(sorted(dice.sample(COMPETENCIES, 5))))
        for name, (minutes, _) in FORMATS.items()
    ]


def main() -> None:
    for size in (300, 2_000, 20_000):
        items, rounds = bank(size), slots()
        times = []
        for number in range(5):
            clock = time.perf_counter()
            chosen(items, rounds, Past(), Limits(), weights=CORE, draw=str(number))
            times.append(time.perf_counter() - clock)
        goal = {2_000: "goal 3 s", 20_000: "goal 10 s"}.get(size, "")
        median_s, worst_s = statistics.median(times), max(times)
        print(f"one kit of {size:>6,} questions: median {median_s:6.2f} s, worst {worst_s:.2f} s  {goal}")
    for cap in (0.1, 1.0):
        _many(bank(2_000), cap)
    for size in (2_000, 20_000):
        _command(size)


def _command(size: int) -> None:
    """The whole command, on a library that holds the shipped questions over and over under other names."""
    found = [entry for entry in questions.all(discover.library()) if entry.variants is None]
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(size):
            entry = found[number % len(found)]
            text = (entry.folder / "question.yaml").read_text(encoding="utf-8")
            name = f"{entry.question.id}-{number}"
            text = text.replace(f"id: {entry.question.id}\n", f"id: {name}\n", 1)
            text = text.replace(f"family: {entry.question.family}\n", f"family: {entry.question.family}-{number}\n", 1)
            folder = Path(scratch, "question_bank", name)
            folder.mkdir(parents=True)
            (folder / "question.yaml").write_text(text, encoding="utf-8")
        build = ("--library", scratch, "kit", "build", "ml-engineer", "--level", "senior", "--candidate", "A", "--json")
        seconds, memory = median(hiretool(*build), 3)
        line(f"hiretool kit build, {size:,} more questions", seconds, memory, f"goal {3 if size == 2_000 else 10} s")


def _many(items: list[Item], cap: float) -> None:
    """One kit after the other, each knowing the last 200; a cap of 1 is no cap."""
    rounds = slots()
    given: list[frozenset[str]] = []
    times, short = [], Counter[str]()
    started = time.perf_counter()
    for number in range(KITS):
        latest = given[-200:]
        past = Past(
            uses=Counter(name for kit in latest for name in kit) if cap < 1 else {},
            kits=len(latest),
            recent=given[-40:] if cap < 1 else (),
        )
        clock = time.perf_counter()
        choice = chosen(items, rounds, past, Limits(exposure=cap, overlap=0.5), weights=CORE, draw=str(number))
        times.append(time.perf_counter() - clock)
        short.update(shortfall.kind for shortfall in choice.shortfalls)
        given.append(frozenset(name for names in choice.asked.values() for name in names))
    uses = Counter(name for kit in given for name in kit)
    overlaps = [
        len(one & other) / min(len(one), len(other))
        for at, one in enumerate(given)
        for other in given[max(0, at - 40) : at]
    ]
    print(
        f"{KITS} kits of 2,000 questions, exposure at most {cap:.0%}:"
        f" {time.perf_counter() - started:.0f} s in all (goal 900 s),"
        f" median {statistics.median(times):.2f} s, worst {max(times):.2f} s;"
        f" largest exposure {max(uses.values()) / KITS:.3f}, {len(uses)} questions used,"
        f" overlap with the last 40 mean {statistics.mean(overlaps):.3f} most {max(overlaps):.2f};"
        f" shortfalls {dict(short) or 'none'}",
        flush=True,
    )
