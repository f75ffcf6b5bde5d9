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
    pairs = pairs[pairs["reader_x"] != pairs["reader_y"]]
    both = pairs[["office_x", "office_y"]].to_numpy(dtype=object)
    offices = pd.DataFrame(np.sort(both, axis=1), columns=["one", "other"])
    same = (pairs["kind_x"] == pairs["kind_y"]).to_numpy()
    found = offices.assign(same=same).groupby(["one", "other"])["same"].agg(["size", "mean"])
    return found.rename(columns={"size": "pairs", "mean": "agree"})


def share_off(marks: pd.DataFrame, looked: pd.DataFrame) -> dict[str, float]:
    """share, low, high of letters whose kind in the book is not the one found by looking, from those drawn by lot."""
    lot = looked
    off = (lot["kind"].to_numpy() != book(marks).loc[lot["letter"]].to_numpy()).astype(float)
    n, z = len(off), 1.96
    share = float(off.mean())
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    wide = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return {"share": share, "low": middle - wide, "high": middle + wide}


def suspects(marks: pd.DataFrame, readers: pd.DataFrame, looked: pd.DataFrame, budget: int) -> list[str]:
    """The letters on which readers contradict the book, the largest share first."""
    in_book = book(marks)
    doubt = (marks["kind"] != marks["letter"].map(in_book)).groupby(marks["letter"]).mean()
    doubt = doubt.drop(looked["letter"], errors="ignore").sort_index()
    return list(doubt.sort_values(ascending=False, kind="stable").index[:budget])
