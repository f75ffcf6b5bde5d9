# hiretool-canary-f9ae3b41-027a-4566-9544-69459f645f05
"""What was shown, bought and sent back -> what the test says on a day. The rules stand in README.md."""

from math import erfc, nan, sqrt

import numpy as np
import pandas as pd

WIDTH = 1.96


def people(exposures: pd.DataFrame, plan: dict, today: pd.Timestamp) -> pd.DataFrame:
    """arm, platform and first_at of each person in the test, as known on `today`. Index: `person`, sorted."""
    shown = exposures[exposures["shown_at"] <= today].sort_values(["shown_at", "exposure"])
    first = shown.drop_duplicates("person").rename(columns={"shown_at": "first_at"})
    inside = (first["first_at"] >= plan["start"]) & (first["first_at"] < plan["enrol_until"])
    return first[inside].set_index("person").sort_index()[["arm", "platform", "first_at"]]


def balance(people: pd.DataFrame, plan: dict) -> pd.DataFrame:
    """people, new and p, for `all` and then for each platform in alphabetical order. Index: `part`."""
    new = people["arm"] == plan["new"]
    parts = {"all": new} | {name: rows for name, rows in new.groupby(people["platform"])}
    counts = [(len(rows), int(rows.sum())) for rows in parts.values()]
    table = pd.DataFrame(counts, columns=["people", "new"], index=pd.Index(list(parts), name="part"))
    return table.assign(p=[_ratio_p(*count, plan["share_new"]) for count in counts])


def _ratio_p(people, new, share):
    """Chance of a count at least as far from the plan, by the chi-square with one degree of freedom."""
    if not people:
        return nan
    return erfc(sqrt((new - people * share) ** 2 / (2 * people * share * (1 - share))))


def money(
    people: pd.DataFrame, orders: pd.DataFrame, returns: pd.DataFrame, plan: dict, today: pd.Timestamp
) -> pd.DataFrame:
    """before and kept of each row of `people`, in cents, with its index; kept is NaN for who is not ripe on `today`."""
    orders = orders[orders["person"].isin(people.index) & (orders["ordered_at"] <= today)]
    since = orders["ordered_at"] - orders["person"].map(people["first_at"])
    nothing = pd.Timedelta(0)
    earlier = orders[(since < nothing) & (since >= -pd.Timedelta(days=plan["before_days"]))]
    later = orders[(since >= nothing) & (since < pd.Timedelta(days=plan["window_days"]))]
    booked = returns[returns["booked_at"] <= today].groupby("order")["cents"].sum()
    later = later.assign(cents=later["cents"] - later["order"].map(booked).fillna(0))
    ripe = people["first_at"] + pd.Timedelta(days=plan["window_days"] + plan["wait_days"]) <= today
    kept = _per_person(later, people)
    return pd.DataFrame({"before": _per_person(earlier, people).fillna(0), "kept": kept.where(ripe)}, index=people.index)


def _per_person(orders, people):
    return orders.groupby("person")["cents"].sum().reindex(people.index).astype(float)


def effect(people: pd.DataFrame, money: pd.DataFrame, plan: dict) -> dict[str, float]:
    """effect, low and high of the new ranking, in cents a person."""
    ripe = money["kept"].notna()
    kept, before = money.loc[ripe, "kept"], money.loc[ripe, "before"]
    arm = people.loc[ripe, "arm"]
    if min((arm == plan[name]).sum() for name in ("new", "control")) < 2:
        return {"effect": nan, "low": nan, "high": nan}
    apart = before - before.groupby(arm).transform("mean")
    spread = float((apart**2).sum())
    slope = float((apart * kept).sum()) / spread if spread > 0 else 0.0
    rest = (kept - slope * before).groupby(arm)
    means, errors = rest.mean(), rest.var() / rest.count()
    found = float(means[plan["new"]] - means[plan["control"]])
    wide = WIDTH * float(np.sqrt(errors[plan["new"]] + errors[plan["control"]]))
    return {"effect": found, "low": found - wide, "high": found + wide}


def read_out(
    exposures: pd.DataFrame, orders: pd.DataFrame, returns: pd.DataFrame, plan: dict, today: pd.Timestamp
) -> dict:
    """decision, alarms, people, effect, low and high, as they can be said on `today`."""
    enrolled = people(exposures, plan, today)
    ratios = balance(enrolled, plan)["p"]
    alarms = list(ratios.index[ratios < plan["alarm"]])
    said = {"alarms": alarms, "people": len(enrolled), "effect": nan, "low": nan, "high": nan}
    if alarms:
        return {"decision": "not readable"} | said
    if today < plan["enrol_until"] + pd.Timedelta(days=plan["window_days"] + plan["wait_days"]):
        return {"decision": "too early"} | said
    found = effect(enrolled, money(enrolled, orders, returns, plan, today), plan)
    return {"decision": _decision(found, plan)} | said | found


def _decision(found, plan):
    if found["high"] < plan["worth_cents"]:
        return "keep the old one"
    return "take the new one" if found["low"] > 0 else "undecided"
