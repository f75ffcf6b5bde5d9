# hiretool-canary-1b68c399-616e-4f87-95e6-b9ac96c8468a
"""A month of milk -> what each farm is paid."""

import pandas as pd


def shares(pickups, weighings):
    rows = pickups.merge(weighings, on="tour", how="left")
    grams = rows["kg"] * 1000 * rows["litres"] / rows.groupby("tour")["litres"].transform("sum")
    return grams.round().set_axis(rows["pickup"])


def owners(pickups, tanks):
    rows = pickups.merge(tanks, on="tank", how="left")
    rows = rows[rows["from"] <= rows["at"]]
    return rows.set_index("pickup")["farm"]


def _priced(pickups, weighings, tanks, contracts, prices):
    rows = pickups.assign(grams=shares(pickups, weighings).to_numpy())
    for history, key in ((tanks, "tank"), (contracts, "farm"), (prices, "kind")):
        rows = rows.merge(history, on=key)
        rows = rows[rows["from"] <= rows["at"]].drop(columns="from")
    return rows.dropna(subset=["grams", "farm", "kind"])


def statement(pickups, weighings, tanks, contracts, prices):
    rows = _priced(pickups, weighings, tanks, contracts, prices)
    rows["cents"] = (rows["grams"] * rows["cents_per_100kg"] / 100_000).round()
    return rows.groupby("farm", as_index=False)[["grams", "cents"]].sum().astype({"grams": int, "cents": int})


def open_items(pickups, weighings, tanks, contracts, prices):
    paid = _priced(pickups, weighings, tanks, contracts, prices)["pickup"]
    left = pickups[~pickups["pickup"].isin(paid)].sort_values("pickup")
    return left.assign(grams=0, reason="not paid")[["pickup", "grams", "reason"]]
