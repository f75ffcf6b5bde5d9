# hiretool-canary-495a7bc5-74d0-43f7-8b90-876036a9ca0a
"""Seed -> the numbers in the prompt, and the books of the dairies that the candidate receives."""

from functools import lru_cache

import numpy as np

FAULTS = ("columns", "start", "counts")
NAMES = ("fat", "protein", "warmth", "acid", "rennet", "age")
DAIRIES = ("Alder", "Birch", "Cedar", "Elm", "Hazel", "Larch", "Rowan")
RATE, MEETINGS = 0.1, 60


@lru_cache(maxsize=8)
def books(seed):
    """{dairy: (columns in the order of its book, measured in the order of NAMES, minutes, held)}."""
    rng = np.random.default_rng([seed, 1])
    common = np.array([-1.0, -1.5, -3.0, -2.0, -4.0, -0.5]) * rng.uniform(0.7, 1.3, 6)
    names = sorted(rng.choice(DAIRIES, int(rng.integers(5, 8)), replace=False))
    others = rng.choice(len(names), 1, replace=False)
    sparing = rng.choice(len(names), len(names) // 2, replace=False)
    made = {}
    for number, name in enumerate(names):
        vats = int(rng.integers(60, 140))
        measured = np.round(
            rng.normal(0, 1, (vats, 6)) @ np.linalg.cholesky(0.4 + 0.6 * np.eye(6)).T + rng.normal(0, 0.4, 6),
            2,
        )
        slopes = common + rng.normal(0, 1.5, 6)
        minutes = np.round(rng.normal(34, 3) + measured @ slopes + rng.normal(0, 2, vats), 1)
        held = rng.permutation(vats) < vats * (rng.uniform(0.6, 0.8) if number in sparing else rng.uniform(0.05, 0.15))
        order = list(NAMES)
        if number in others:
            # one column stands elsewhere
            place = int(rng.integers(6))
            order.insert((place + 2) % 6, order.pop(place))
        made[name] = order, measured, minutes, held
    return made


def _sums(book):
    """(mean of x x', mean of x y, vats): of vats not held back, with a column of ones."""
    _, measured, minutes, held = book
    x = np.column_stack([measured, np.ones(len(minutes))])[~held]
    return x.T @ x / len(x), x.T @ minutes[~held] / len(x), len(x)


def _off(made, model):
    """Root mean square over all vats held back."""
    off = [(measured @ model[:6] + model[6] - minutes)[held] for _, measured, minutes, held in made]
    return float(np.mean(np.square(np.concatenate(off))) ** 0.5)


def one_table(made, meetings=MEETINGS):
    """(slopes and base, minutes off) of descent on all vats in one table, by the directions in which it shrinks."""
    parts = [_sums(book) for book in made]
    total = sum(count for *_, count in parts)
    square = sum(count * one for one, _, count in parts) / total
    wanted = sum(count * one for _, one, count in parts) / total
    values, vectors = np.linalg.eigh(square)
    model = vectors @ ((1 - (1 - RATE * values) ** meetings) / values * (vectors.T @ wanted))
    return model, _off(made, model)


def by_turns(made, meetings, steps):
    """Slopes and base with several steps between meetings: each step is one matrix for each dairy."""
    parts = [_sums(book) for book in made]
    total = sum(count for *_, count in parts)
    model = np.zeros(7)
    moves = []
    for square, wanted, count in parts:
        kept = np.eye(7) - RATE * square
        powers = [np.linalg.matrix_power(kept, step) for step in range(steps + 1)]
        moves.append((count / total, powers[steps], RATE * sum(powers[:steps]) @ wanted))
    for _ in range(meetings):
        model = sum(share * (kept @ model + moved) for share, kept, moved in moves)
    return model


def generate(seed):
    """Numbers that appear in the prompt."""
    made = list(books(seed).values())
    model, off = one_table(made)
    return {
        "fault": FAULTS[seed % 3],
        "dairies": len(made),
        "vats": sum(len(minutes) for _, _, minutes, _ in made),
        "given": sum(int((~held).sum()) for *_, held in made),
        "off": round(off, 3),
        "rennet": round(float(model[4]), 3),
        "fat": round(float(model[0]), 3),
        "base": round(float(model[6]), 3),
    }


def put(folder, made):
    """Put these books into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (order, measured, minutes, held) in made.items():
        lines = [",".join([*order, "minutes", "held"])]
        for vat, wanted, kept in zip(measured, minutes, held, strict=True):
            values = dict(zip(NAMES, vat, strict=True))
            lines.append(
                ",".join(
                    [
                        *(f"{values[name]:.2f}" for name in order),
                        f"{wanted:.1f}",
                        "yes" if kept else "no",
                    ]
                )
            )
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")


def write(folder, seed):
    """Put data/ into `folder`."""
    put(folder / "data", books(seed))
