"""Delivered lists -> litres by farm and day."""

import pandas as pd

COLUMNS = ["collection", "revision", "farm", "collected_at", "litres", "status"]


def take_in(store, path, farms):
    lines = pd.read_csv(path, dtype=str)[COLUMNS]
    lines["litres"] = pd.to_numeric(lines["litres"].str.replace(",", "."), errors="coerce")
    lines["line"] = range(2, len(lines) + 2)
    usable = lines["litres"].gt(0) & lines["farm"].isin(farms) & lines["status"].eq("ok")
    for name, rows in (("taken.csv", lines[usable].drop(columns="line")), ("refused.csv", lines[~usable].assign(file=path.name))):
        rows.to_csv(store / name, mode="a", header=not (store / name).exists(), index=False)
    return {"lines": len(lines), "taken": int(usable.sum()), "refused": int((~usable).sum())}


def collections(store):
    lines = pd.read_csv(store / "taken.csv", dtype={"farm": str}).drop_duplicates()
    lines["day"] = lines["collected_at"].str[:10]
    return lines.sort_values("collection")[["collection", "revision", "farm", "day", "litres"]]


def daily(store):
    grouped = collections(store).groupby(["farm", "day"], as_index=False)
    return grouped.agg(litres=("litres", "sum"), collections=("litres", "count"))


def refused(store):
    lines = pd.read_csv(store / "refused.csv").drop_duplicates(["file", "line"])
    return lines.assign(reason="not usable")[["file", "line", "reason"]]
