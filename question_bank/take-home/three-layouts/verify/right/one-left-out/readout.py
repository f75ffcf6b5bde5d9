# hiretool-canary-a4545219-8ced-4c65-b875-a12049628dcb
"""Page views -> what the test says of each new layout; intervals by leaving out one visitor at a time."""

from math import erfc, sqrt

import numpy as np
import pandas as pd

COLUMNS = ["first", "layout", "views", "saved", "left"]


def visitors(views, plan):
    seen, rows = set(), {}
    columns = zip(*(views[name].tolist() for name in ("at", "view", "visitor", "layout", "saved", "left")))
    for at, view, visitor, layout, saved, left in sorted(columns):
        if view in seen or not plan["start"] <= at < plan["end"]:
            continue
        seen.add(view)
        row = rows.setdefault(visitor, [layout, layout, 0, 0, 0])
        if layout != row[0]:
            row[1] = "several"
        row[2:] = row[2] + 1, row[3] + saved, row[4] + left
    names = sorted(rows)
    return pd.DataFrame([rows[name] for name in names], columns=COLUMNS, index=pd.Index(names, name="visitor"))


def balance(people, plan):
    shares, found = plan["shares"], {}
    for name in sorted(shares):
        if name == plan["control"]:
            continue
        part = shares[name] / (shares[name] + shares[plan["control"]])
        values = []
        for column in ("first", "layout"):
            new, old = ((people[column] == key).sum() for key in (name, plan["control"]))
            total = new + old
            # One degree of freedom: the square of a normal value.
            values.append(erfc(abs(new - total * part) / sqrt(total * part * (1 - part)) / sqrt(2)) if total else 1.0)
        crossed = ((people["first"] == name) & (people["layout"] == "several")).sum()
        found[name] = [crossed, *values]
    return pd.DataFrame.from_dict(found, orient="index", columns=["crossed", "p_first", "p_kept"])


def _without_each(people, layout, measure):
    rows = people.loc[people["layout"] == layout, [measure, "views"]].to_numpy(dtype=float)
    hits, views = rows.sum(axis=0)
    left_out = (hits - rows[:, 0]) / (views - rows[:, 1])
    n = len(rows)
    return hits / views, (n - 1) / n * ((left_out - left_out.mean()) ** 2).sum()


def difference(people, layout, measure, plan):
    new, one = _without_each(people, layout, measure)
    old, other = _without_each(people, plan["control"], measure)
    wide = plan["z"] * sqrt(one + other)
    return {"difference": new - old, "low": new - old - wide, "high": new - old + wide}


def _decision(saved, left, plan):
    if left["low"] > plan["harm"]:
        return "stop"
    if saved["low"] > 0 and left["high"] < plan["harm"]:
        return "take"
    return "leave" if saved["high"] < plan["worth"] else "undecided"


def read_out(views, plan):
    people = visitors(views, plan)
    nothing = {"difference": np.nan, "low": np.nan, "high": np.nan}
    said = {}
    for name, row in balance(people, plan).iterrows():
        count = int((people["layout"] == name).sum())
        if row["p_kept"] < plan["alarm"]:
            said[name] = {"decision": "not readable", "people": count, "saved": nothing, "left": nothing}
            continue
        saved, left = (difference(people, name, measure, plan) for measure in ("saved", "left"))
        said[name] = {"decision": _decision(saved, left, plan), "people": count, "saved": saved, "left": left}
    return said
