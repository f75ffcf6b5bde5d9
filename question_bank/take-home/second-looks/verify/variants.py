# hiretool-canary-b3b36176-2c36-4896-8e34-d8a320be5c72
"""Seed -> the numbers in the prompt, and letters of complaint with the kinds that readers gave them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

TABLES = ("marks", "readers", "looked")
OFFICES = ("Aldmoor", "Brack", "Calder", "Dunmere")
PLACES = 5


@dataclass(frozen=True)
class Desk:
    """The tables, and the kinds that the letters have in truth; the candidate never sees the latter."""

    marks: pd.DataFrame
    readers: pd.DataFrame
    looked: pd.DataFrame
    truth: dict

    def tables(self):
        return {name: getattr(self, name).copy() for name in TABLES}


KINDS = ("damaged", "late", "lost", "price", "rude")


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    letters = int(rng.integers(90, 151)) * 10
    return {"letters": letters, "budget": int(round(letters * 0.145, -1)), "readers": int(rng.integers(14, 21))}


def desk(seed, letters, readers, hurried=0.5):
    """One office works from an old sheet, on which two kinds go under others; two readers elsewhere hurry."""
    rng = np.random.default_rng([seed, 2])
    names = np.array([f"r{number:03d}" for number in np.sort(rng.choice(900, readers, replace=False))])
    office = np.arange(readers) % len(OFFICES)
    kinds = np.array(KINDS)
    old = int(rng.integers(len(OFFICES)))
    one, other, under = (int(value) for value in rng.choice(PLACES, 3, replace=False))
    sheet = {one: under, other: one}
    skill = rng.uniform(0.93, 0.98, readers)
    skill[rng.choice(np.flatnonzero(office != old), 2, replace=False)] = hurried
    truth = rng.choice(PLACES, letters, p=_shares(rng))
    ids = np.array([f"L{number:05d}" for number in rng.choice(90000, letters, replace=False)])
    count = rng.choice([1, 2, 3, 4], letters, p=[0.4, 0.3, 0.2, 0.1])
    rows, first = [], np.zeros(letters, dtype=int)
    for place in range(letters):
        for turn, reader in enumerate(rng.choice(readers, count[place], replace=False)):
            kind = truth[place]
            if office[reader] == old and kind in sheet and rng.random() < 0.8:
                kind = sheet[kind]
            elif rng.random() > skill[reader]:
                kind = (kind + rng.integers(1, PLACES)) % PLACES
            if turn == 0:
                first[place] = kind
            rows.append((ids[place], names[reader], turn + 1, kinds[kind]))
    marks = pd.DataFrame(rows, columns=["letter", "reader", "turn", "kind"])
    table = pd.DataFrame({"reader": names, "office": np.array(OFFICES)[office]})
    looked = _looked(rng, ids, kinds, truth, first)
    mixed = (frame.iloc[rng.permutation(len(frame))].reset_index(drop=True) for frame in (marks, table, looked))
    return Desk(*mixed, {name: kinds[kind] for name, kind in zip(ids, truth)})


def _shares(rng):
    shares = rng.uniform(0.8, 1.25, PLACES)
    return shares / shares.sum()


def _looked(rng, ids, kinds, truth, first):
    """Letters that the head of the desk has looked at: some drawn by lot, some because somebody complained of the answer."""
    drawn = rng.choice(len(ids), len(ids) // 12, replace=False)
    rest = np.setdiff1d(np.arange(len(ids)), drawn)
    # Who got an answer to another question complains more often.
    weight = np.where(truth[rest] != first[rest], 8.0, 1.0)
    again = rng.choice(rest, len(ids) // 20, replace=False, p=weight / weight.sum())
    rows = [
        (ids[place], why, kinds[truth[place]]) for why, some in (("lot", drawn), ("complaint", again)) for place in some
    ]
    return pd.DataFrame(rows, columns=["letter", "why", "kind"])


def write(folder, seed):
    """Put data/marks.csv, readers.csv and looked.csv into `folder`."""
    facts = generate(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in desk(seed, facts["letters"], facts["readers"]).tables().items():
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
