# hiretool-canary-a4545219-8ced-4c65-b875-a12049628dcb
"""Page views -> what the test says of each new layout. The rules stand in README.md."""

import math

import numpy as np
import pandas as pd


def visitors(views: pd.DataFrame, plan: dict) -> pd.DataFrame:
    """first, layout, views, saved and left of each visitor of the test."""
    inside = views[(views["at"] >= plan["start"]) & (views["at"] < plan["end"])]
    groups = inside.sort_values(["at", "view"]).groupby("visitor")
    table = groups.agg(first=("layout", "first"), kinds=("layout", "nunique"), views=("view", "size"))
    table["layout"] = groups["layout"].last()
    table[["saved", "left"]] = groups[["saved", "left"]].sum()
    return table[["first", "layout", "views", "saved", "left"]]


def _p(new: int, old: int, share: float) -> float:
    total = new + old
    if not total:
        return 1.0
    return math.erfc(math.sqrt((new - total * share) ** 2 / (2 * total * share * (1 - share))))


def balance(people: pd.DataFrame, plan: dict) -> pd.DataFrame:
    """crossed, p_first and p_kept of each new layout."""
    control, rows = plan["control"], {}
    for name in sorted(set(plan["shares"]) - {control}):
        share = plan["shares"][name] / (plan["shares"][name] + plan["shares"][control])
        counts = {column: people[column].value_counts() for column in ("first", "layout")}
        first, kept = ([int(counts[column].get(key, 0)) for key in (name, control)] for column in ("first", "layout"))
        rows[name] = [first[0] - kept[0], _p(*first, share), _p(*kept, share)]
    return pd.DataFrame(rows, index=["crossed", "p_first", "p_kept"]).T.rename_axis("layout")


def _part(people, layout, measure):
    rows = people[people["layout"] == layout]
    views, hits = rows["views"].to_numpy(dtype=float), rows[measure].to_numpy(dtype=float)
    share = hits.sum() / views.sum()
    return share, share * (1 - share) / views.sum()


def difference(people: pd.DataFrame, layout: str, measure: str, plan: dict) -> dict[str, float]:
    """difference, low and high of the share of views, the new layout less the control."""
    (new, one), (old, other) = (_part(people, name, measure) for name in (layout, plan["control"]))
    wide = plan["z"] * math.sqrt(one + other)
    return {"difference": new - old, "low": new - old - wide, "high": new - old + wide}


def read_out(views: pd.DataFrame, plan: dict) -> dict[str, dict]:
    """layout -> decision, people, saved and left."""
    people = visitors(views, plan)
    table, said = balance(people, plan), {}
    for name in table.index:
        found = {measure: difference(people, name, measure, plan) for measure in ("saved", "left")}
        saved, left = found["saved"], found["left"]
        if table.loc[name, "p_kept"] < plan["alarm"]:
            decision = "not readable"
            found = {measure: dict.fromkeys(values, np.nan) for measure, values in found.items()}
        elif left["low"] > plan["harm"]:
            decision = "stop"
        elif saved["low"] > 0 and left["high"] < plan["harm"]:
            decision = "take"
        elif saved["high"] < plan["worth"]:
            decision = "leave"
        else:
            decision = "undecided"
        said[name] = {"decision": decision, "people": int((people["layout"] == name).sum())} | found
    return said
