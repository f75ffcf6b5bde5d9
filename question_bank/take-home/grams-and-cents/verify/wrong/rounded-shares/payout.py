# hiretool-canary-1b68c399-616e-4f87-95e6-b9ac96c8468a
"""A month of milk -> what each farm is paid, and what nobody can be paid for yet. The rules stand in README.md."""

import pandas as pd

GRAMS = 1000
PER_100_KG = 100_000


def shares(pickups: pd.DataFrame, weighings: pd.DataFrame) -> pd.Series:
    """Whole grams of each pickup; NaN where its tour was not weighed. Index: `pickup`, in the order of `pickups`."""
    rows = pickups.merge(weighings, on="tour", how="left").sort_values("pickup")
    rows["grams"] = (rows["kg"] * GRAMS * rows["litres"] / rows.groupby("tour")["litres"].transform("sum")).round()
    return rows.set_index("pickup")["grams"].reindex(pickups["pickup"])


def owners(pickups: pd.DataFrame, tanks: pd.DataFrame) -> pd.Series:
    """Farm to which the tank belonged at the time of each pickup; NaN if to none. Index: `pickup`, in the order of `pickups`."""
    return _as_of(pickups, tanks, "tank")["farm"]


def statement(pickups, weighings, tanks, contracts, prices) -> pd.DataFrame:
    """farm, grams, cents; one row for each farm with a pickup that can be paid, sorted by farm."""
    paid = _priced(pickups, weighings, tanks, contracts, prices).dropna(subset=["grams", "cents_per_100kg"])
    paid = paid.astype({"grams": "int64", "cents_per_100kg": "int64"})
    paid["product"] = paid["grams"] * paid["cents_per_100kg"]
    sums = paid.groupby("farm", as_index=False)[["grams", "product"]].sum()
    return sums.assign(cents=(sums["product"] + PER_100_KG // 2) // PER_100_KG)[["farm", "grams", "cents"]]


def open_items(pickups, weighings, tanks, contracts, prices) -> pd.DataFrame:
    """pickup, grams, reason; one row for each pickup that cannot be paid, sorted by pickup."""
    rows = _priced(pickups, weighings, tanks, contracts, prices)
    rows["reason"] = ""
    # The last that applies is named: without a weight nothing else matters yet.
    for column, reason in (("kind", "farm without contract"), ("farm", "tank without farm"), ("grams", "tour not weighed")):
        rows.loc[rows[column].isna(), "reason"] = reason
    left = rows[rows["reason"] != ""].reset_index().sort_values("pickup", ignore_index=True)
    return left.assign(grams=left["grams"].fillna(0).astype("int64"))[["pickup", "grams", "reason"]]


def _priced(pickups, weighings, tanks, contracts, prices):
    """Each pickup with its grams, farm, kind of contract and price; NaN where there is none. Index: `pickup`."""
    rows = pickups[["pickup", "at"]].assign(
        grams=shares(pickups, weighings).to_numpy(), farm=owners(pickups, tanks).to_numpy()
    )
    rows["kind"] = _as_of(rows, contracts, "farm")["kind"].to_numpy()
    rows["cents_per_100kg"] = _as_of(rows, prices, "kind")["cents_per_100kg"].to_numpy()
    return rows.set_index("pickup")


def _as_of(rows, history, key):
    """The row of `history` that held for `key` at each row's time, in the order of `rows`; index `pickup`."""
    known = rows.dropna(subset=[key]).sort_values("at")[["pickup", "at", key]]
    held = pd.merge_asof(known, history.sort_values("from"), left_on="at", right_on="from", by=key)
    return held.set_index("pickup").reindex(rows["pickup"])
