# hiretool-canary-f9ae3b41-027a-4566-9544-69459f645f05
"""What was shown, bought and sent back -> what the test says on a day. The rules stand in README.md."""

from math import erfc, sqrt

import pandas as pd


def people(exposures, plan, today):
    shown = exposures.sort_values("shown_at").rename(columns={"shown_at": "first_at"})
    return shown.drop_duplicates("person", keep="last").set_index("person").sort_index()[["arm", "platform", "first_at"]]


def balance(people, plan):
    new = people["arm"] == plan["new"]
    rows = [("all", len(new), int(new.sum()))]
    rows += [(name, len(part), int(part.sum())) for name, part in new.groupby(people["platform"])]
    table = pd.DataFrame(rows, columns=["part", "people", "new"]).set_index("part")
    table["p"] = [erfc(abs(new - count / 2) / sqrt(count / 2)) for _, count, new in rows]
    return table


def money(people, orders, returns, plan, today):
    both = orders.merge(returns.groupby("order")["cents"].sum().rename("back"), left_on="order", right_index=True, how="left")
    both["kept"] = both["cents"] - both["back"].fillna(0)
    both["first_at"] = both["person"].map(people["first_at"])
    after = both["ordered_at"] >= both["first_at"]
    kept = both[after].groupby("person")["kept"].sum()
    before = both[~after].groupby("person")["cents"].sum()
    return pd.DataFrame({"before": before.reindex(people.index).fillna(0.0), "kept": kept.reindex(people.index).fillna(0.0)})


def effect(people, money, plan):
    groups = money["kept"].groupby(people["arm"])
    means, errors = groups.mean(), groups.var() / groups.count()
    found = float(means[plan["new"]] - means[plan["control"]])
    wide = 1.96 * float(errors.sum()) ** 0.5
    return {"effect": found, "low": found - wide, "high": found + wide}


def read_out(exposures, orders, returns, plan, today):
    enrolled = people(exposures, plan, today)
    alarms = ["all"] if balance(enrolled, plan)["p"]["all"] < plan["alarm"] else []
    found = effect(enrolled, money(enrolled, orders, returns, plan, today), plan)
    decision = "take the new one" if found["low"] > 0 else "keep the old one"
    return {"decision": decision, "alarms": alarms, "people": len(enrolled)} | found
