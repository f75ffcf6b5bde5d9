# hiretool-canary-f9ae3b41-027a-4566-9544-69459f645f05
"""One person after the other, each with a short history; pandas only at the door."""

import math
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import pandas as pd

NOTHING = {"effect": math.nan, "low": math.nan, "high": math.nan}


@dataclass
class History:
    before: int = 0
    kept: int = 0
    orders: set = field(default_factory=set)


def people(exposures, plan, today):
    first = {}
    for row in exposures.itertuples(index=False):
        if row.shown_at > today:
            continue
        mine = (row.shown_at, row.exposure, row.arm, row.platform)
        if row.person not in first or mine < first[row.person]:
            first[row.person] = mine
    rows = [
        (person, arm, platform, at)
        for person, (at, _, arm, platform) in sorted(first.items())
        if plan["start"] <= at < plan["enrol_until"]
    ]
    return pd.DataFrame(rows, columns=["person", "arm", "platform", "first_at"]).set_index("person")


def balance(people, plan):
    counted = defaultdict(lambda: [0, 0])
    for arm, platform in zip(people["arm"], people["platform"]):
        for part in ("all", platform):
            counted[part][0] += 1
            counted[part][1] += arm == plan["new"]
    share = plan["share_new"]
    rows = []
    for part in ["all", *sorted(set(counted) - {"all"})]:
        total, new = counted[part]
        planned = (total * share, total * (1 - share))
        chi = sum((have - want) ** 2 / want for have, want in zip((new, total - new), planned)) if total else math.nan
        rows.append((part, total, new, math.erfc(math.sqrt(chi / 2))))
    return pd.DataFrame(rows, columns=["part", "people", "new", "p"]).set_index("part")


def money(people, orders, returns, plan, today):
    first = dict(zip(people.index, people["first_at"]))
    window, before = timedelta(days=plan["window_days"]), timedelta(days=plan["before_days"])
    histories, owner = defaultdict(History), {}
    for row in orders.itertuples(index=False):
        at = first.get(row.person)
        if at is None or row.ordered_at > today:
            continue
        if at <= row.ordered_at < at + window:
            histories[row.person].kept += row.cents
            owner[row.order] = row.person
        elif at - before <= row.ordered_at < at:
            histories[row.person].before += row.cents
    for row in returns.itertuples(index=False):
        if row.order in owner and row.booked_at <= today:
            histories[owner[row.order]].kept -= row.cents
    wait = timedelta(days=plan["wait_days"])
    rows = [
        (float(histories[person].before), float(histories[person].kept) if at + window + wait <= today else math.nan)
        for person, at in first.items()
    ]
    return pd.DataFrame(rows, columns=["before", "kept"], index=people.index, dtype=float)


def effect(people, money, plan):
    both = people.join(money).dropna(subset="kept")
    new, old = (both[both["arm"] == plan[name]][["before", "kept"]].to_numpy(float) for name in ("new", "control"))
    if min(len(new), len(old)) < 2:
        return dict(NOTHING)
    centred = np.concatenate([part - part.mean(axis=0) for part in (new, old)])
    below = centred[:, 0] @ centred[:, 0]
    slope = centred[:, 0] @ centred[:, 1] / below if below else 0.0
    left = [part[:, 1] - slope * part[:, 0] for part in (new, old)]
    gain = float(left[0].mean() - left[1].mean())
    wide = 1.96 * math.sqrt(sum(part.var(ddof=1) / len(part) for part in left))
    return {"effect": gain, "low": gain - wide, "high": gain + wide}


def read_out(exposures, orders, returns, plan, today):
    enrolled = people(exposures, plan, today)
    alarms = [part for part, p in balance(enrolled, plan)["p"].items() if p < plan["alarm"]]
    found, ready = dict(NOTHING), plan["enrol_until"] + timedelta(days=plan["window_days"] + plan["wait_days"])
    if alarms:
        decision = "not readable"
    elif today < ready:
        decision = "too early"
    else:
        found = effect(enrolled, money(enrolled, orders, returns, plan, today), plan)
        if found["high"] < plan["worth_cents"]:
            decision = "keep the old one"
        else:
            decision = "take the new one" if found["low"] > 0 else "undecided"
    return {"decision": decision, "alarms": alarms, "people": len(enrolled)} | found
