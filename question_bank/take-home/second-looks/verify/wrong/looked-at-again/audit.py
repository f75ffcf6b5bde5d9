# hiretool-canary-b3b36176-2c36-4896-8e34-d8a320be5c72
"""Letters, readers and second looks -> which kinds in the book to look at again. The rules stand in README.md."""

import math

import numpy as np
import pandas as pd


def book(marks: pd.DataFrame) -> pd.Series:
    first = marks[marks["turn"] == 1].sort_values("letter")
    return pd.Series(first["kind"].to_numpy(), index=pd.Index(first["letter"], name="letter"))


def agreement(marks: pd.DataFrame, readers: pd.DataFrame) -> pd.DataFrame:
    """pairs and agree of each two offices, from all pairs of readers of one letter."""
    rows = marks.merge(readers, on="reader")[["letter", "reader", "office", "kind"]]
    pairs = rows.merge(rows, on="letter")
    pairs = pairs[pairs["reader_x"] < pairs["reader_y"]]
    both = pairs[["office_x", "office_y"]].to_numpy(dtype=object)
    offices = pd.DataFrame(np.sort(both, axis=1), columns=["one", "other"])
    same = (pairs["kind_x"] == pairs["kind_y"]).to_numpy()
    found = offices.assign(same=same).groupby(["one", "other"])["same"].agg(["size", "mean"])
    return found.rename(columns={"size": "pairs", "mean": "agree"})


def share_off(marks: pd.DataFrame, looked: pd.DataFrame) -> dict[str, float]:
    """share, low, high of letters whose kind in the book is not the one found by looking, from those drawn by lot."""
    lot = looked[looked["why"] == "lot"]
    off = (lot["kind"].to_numpy() != book(marks).loc[lot["letter"]].to_numpy()).astype(float)
    n, z = len(off), 1.96
    share = float(off.mean())
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    wide = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return {"share": share, "low": middle - wide, "high": middle + wide}


def _sure(marks: pd.DataFrame, readers: pd.DataFrame, looked: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, list]:
    """Chance of each kind for each letter: each reader's confusions, leaning on those of the office, by repeated guesses."""
    kinds, letters = sorted({*marks["kind"], *looked["kind"]}), sorted(marks["letter"].unique())
    offices = sorted(readers["office"].unique())
    people = sorted(readers["reader"])
    place = {name: number for number, name in enumerate(letters)}
    number_of = {name: number for number, name in enumerate(kinds)}
    office_of = readers.set_index("reader")["office"].map(offices.index)
    row = marks["letter"].map(place).to_numpy()
    said = marks["kind"].map(number_of).to_numpy()
    who = marks["reader"].map({name: number for number, name in enumerate(people)}).to_numpy()
    office = office_of.loc[people].to_numpy()
    known = [(place[name], number_of[kind]) for name, kind in zip(looked["letter"], looked["kind"])]
    at, what = (np.array(part, dtype=int) for part in zip(*known)) if known else (np.array([], int),) * 2
    size = len(kinds)
    chance = np.zeros((len(letters), size))
    np.add.at(chance, (row, said), 1.0)
    chance /= chance.sum(axis=1, keepdims=True)
    for _ in range(25):
        chance[at] = 0.0
        chance[at, what] = 1.0
        counts = np.zeros((len(people), size, size))
        np.add.at(counts.transpose(0, 2, 1), (who, said), chance[row])
        by_office = np.zeros((len(offices), size, size))
        np.add.at(by_office, office, counts)
        by_office += 0.3 + 6 * np.eye(size)
        by_office /= by_office.sum(axis=2, keepdims=True)
        table = counts + 12 * by_office[office]
        table /= table.sum(axis=2, keepdims=True)
        log = np.tile(np.log(chance.mean(axis=0)), (len(letters), 1))
        np.add.at(log, row, np.log(table[who, :, said]))
        chance = np.exp(log - log.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
    in_book = book(marks)
    return chance, np.array([number_of[kind] for kind in in_book]), letters


def suspects(marks: pd.DataFrame, readers: pd.DataFrame, looked: pd.DataFrame, budget: int) -> list[str]:
    """The letters most worth a second look, the first one first."""
    chance, in_book, letters = _sure(marks, readers, looked)
    right = chance[np.arange(len(letters)), in_book].round(9)
    order = sorted((value, name) for value, name in zip(right, letters))
    return [name for _, name in order[:budget]]
