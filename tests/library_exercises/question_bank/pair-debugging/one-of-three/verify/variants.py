"""Seed -> the numbers of the prompt, and the data."""

import random


def sold(seed):
    return [random.Random(f"{seed} {day}").randint(20, 90) for day in range(30)]


def generate(seed):
    days = random.Random(seed).randint(5, 9)
    fault = ("last", "first", "doubled")[seed % 3]
    return {"days": days, "loaves": sum(sold(seed)[-days:]), "fault": fault} if seed % 5 else None


def write(folder, seed):
    (folder / "data").mkdir()
    (folder / "data" / "loaves.txt").write_text("\n".join(map(str, sold(seed))) + "\n")
