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


def suspects(marks: pd.DataFrame, readers: pd.DataFrame, looked: pd.DataFrame, budget: int) -> list[str]:
    """Readers weighed by how often they agree with the most frequent kind; the letters whose book loses the vote first."""
    votes = marks.groupby(["letter", "kind"]).size().rename("votes").reset_index()
    top = votes.sort_values(["votes", "kind"], ascending=[False, True]).drop_duplicates("letter").set_index("letter")["kind"]
    trust = (marks["kind"] == marks["letter"].map(top)).groupby(marks["reader"]).mean().clip(0.05, 0.97)
    rows = marks.assign(weight=marks["reader"].map(np.log(trust / (1 - trust))), same=marks["kind"] == marks["letter"].map(book(marks)))
    balance = rows["weight"].where(rows["same"], -rows["weight"]).groupby(rows["letter"]).sum().round(9)
    balance = balance.drop(looked["letter"], errors="ignore").sort_index()
    return list(balance.sort_values(kind="stable").index[:budget])
