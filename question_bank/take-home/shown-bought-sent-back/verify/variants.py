# hiretool-canary-f9ae3b41-027a-4566-9544-69459f645f05
"""Seed -> the plan of a test, the figures in the prompt, and a test's tables: what was shown, bought and sent back."""

from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
import pandas as pd

DAY = 86_400
GOODS = ["wool and yarn", "seeds and bulbs", "second-hand books", "bicycle parts", "tea and spices", "garden tools"]
ARMS = [("alder", "birch"), ("plain", "fancy"), ("north", "south"), ("copper", "nickel"), ("heron", "swift")]
PLATFORMS = ["app", "mobile-web", "web"]
PEOPLE = 9000


@dataclass(frozen=True, eq=False)
class Trial:
    """The tables that the candidate's functions are given."""

    exposures: pd.DataFrame
    orders: pd.DataFrame
    returns: pd.DataFrame

    def tables(self):
        return {name: getattr(self, name).copy() for name in ("exposures", "orders", "returns")}


def plan(seed):
    """What was signed before the test began; times are timestamps."""
    rng = np.random.default_rng([seed, 1])
    start = pd.Timestamp("2026-02-02") + pd.Timedelta(days=7 * int(rng.integers(0, 12)))
    control, new = ARMS[rng.integers(len(ARMS))]
    return {
        "control": control,
        "new": new,
        "share_new": float(rng.choice([0.4, 0.45, 0.5, 0.55, 0.6])),
        "start": start,
        "enrol_until": start + pd.Timedelta(days=int(rng.choice([14, 21]))),
        "window_days": int(rng.choice([7, 10, 14])),
        "wait_days": int(rng.choice([14, 18, 21])),
        "before_days": int(rng.choice([45, 60, 75])),
        "alarm": 0.001,
        "worth_cents": int(rng.integers(4, 12)) * 5,
    }


def generate(seed):
    """Numbers of prompt, README and plan.toml; None if the test's tables do not show what they are made for."""
    agreed, rng = plan(seed), np.random.default_rng([seed, 2])
    goods = GOODS[rng.integers(len(GOODS))]
    wall, ratios = _figures(_drawn(seed, agreed, PEOPLE, **_given(seed)), agreed)
    # In all, the ratio may pass; on one platform it may not. The wall shows a gain.
    if wall < 40 or ratios["all"] < 0.0015 or min(ratios.values()) > 1e-4:
        return None
    days = {name: agreed[name] for name in ("start", "enrol_until")} | {"read_on": _read_on(agreed)}
    return (
        agreed
        | {name: day.date().isoformat() for name, day in days.items()}
        | {"percent_new": round(agreed["share_new"] * 100), "goods": goods, "wall": wall}
        | {"enrol_days": (agreed["enrol_until"] - agreed["start"]).days}
    )


def _given(seed):
    """What the candidate's own tables are made with."""
    return {"lift": 0.10, "sent_back": 0.24, "lost": 0.27, "lossy": PLATFORMS[seed % 3]}


def _read_on(agreed):
    return agreed["enrol_until"] + pd.Timedelta(days=agreed["window_days"] + agreed["wait_days"])


def _seconds(moment):
    return int((moment - pd.Timestamp("1970-01-01")).total_seconds())


def trial(seed, agreed, people, **made):
    """A test with `people` persons; for `made` see _drawn."""
    drawn, rng = _drawn(seed, agreed, people, **made), np.random.default_rng([seed, 4, people])
    names = np.array([f"P{number:06d}" for number in rng.choice(900_000, people, replace=False) + 100_000])
    arms = np.array([agreed["control"], agreed["new"]])
    exposures = pd.DataFrame(
        {
            "exposure": [f"X{value:06d}" for value in drawn["number"]],
            "person": names[drawn["shown"]],
            "platform": np.array(PLATFORMS)[drawn["on"]],
            "arm": arms[drawn["arm"].astype(int)],
            "shown_at": _times(drawn["moment"]),
        }
    )
    # The phones send some showings twice.
    exposures = pd.concat([exposures, exposures.sample(frac=0.03, random_state=seed)])
    who, of = drawn["who"], drawn["of"]
    ids = np.array([f"B{value:06d}" for value in rng.permutation(len(who)) + 1])
    orders = pd.DataFrame(
        {"order": ids, "person": names[who], "ordered_at": _times(drawn["at"]), "cents": drawn["cents"]}
    )
    returns = pd.DataFrame({"order": ids[of], "booked_at": _times(drawn["booked"]), "cents": drawn["back"]})
    return Trial(*(_mixed(table, seed) for table in (exposures, orders, returns)))


def _drawn(seed, agreed, people, *, lift=0.0, sent_back=0.12, lost=0.0, lossy="", edges=False):
    """A test as arrays, persons as numbers.

    lift: by how much the new ranking raises the number of orders. sent_back: share of its orders that come back; of the
    others 0.12. lost: chance that in the new arm all showings of somebody on platform `lossy` are lost who buys nothing
    within the window.
    edges: put some rows on the exact second at which a window begins or ends.
    """
    rng = np.random.default_rng([seed, 3, people])
    began, enrol = _seconds(agreed["start"]), (agreed["enrol_until"] - agreed["start"]).days
    window, wait, before = agreed["window_days"], agreed["wait_days"], agreed["before_days"]
    odds = np.where([name == lossy for name in PLATFORMS], 0.7, 1.0)
    platform = rng.choice(3, people, p=odds / odds.sum())
    new = rng.random(people) < agreed["share_new"]
    keen = rng.gamma(0.5, 2.0, people)
    first = np.floor(rng.uniform(0, enrol + 4, people) * DAY).astype(np.int64) + began
    if edges:
        first[: people // 40] = began + enrol * DAY
        first[people // 40 : people // 20] = began

    # Orders: those of the months before, and those after the first showing.
    reach = before + 30
    past = np.repeat(np.arange(people), rng.poisson(0.9 * keen * reach / 60))
    later = np.repeat(np.arange(people), rng.poisson(0.64 * keen * np.where(new, 1 + lift, 1.0)))
    who = np.concatenate([past, later])
    shift = np.concatenate([-rng.uniform(0, reach, len(past)), rng.uniform(0, 40, len(later))])
    shift = np.floor(shift * DAY).astype(np.int64)
    if edges:
        some = rng.random(len(who)) < 0.12
        shift[some] = rng.choice([0, window * DAY, -before * DAY], int(some.sum()))
    at = first[who] + shift
    cents = np.round(np.exp(rng.normal(8.0, 0.55, len(who)))).astype(np.int64)

    # Returns: all or a part of an order, some in two parcels.
    sent = rng.random(len(who)) < np.where(new[who] & (shift >= 0), sent_back, 0.12)
    twice = sent & (rng.random(len(who)) < 0.15)
    of = np.concatenate([np.flatnonzero(sent), np.flatnonzero(twice)])
    part = np.where(twice[of], 0.4, rng.choice([1.0, 0.5], len(of), p=[0.8, 0.2]))
    booked = at[of] + np.floor(rng.uniform(0.3, 1.0, len(of)) * wait * DAY).astype(np.int64)
    if edges:
        booked[: len(of) // 8] = at[of][: len(of) // 8] + wait * DAY

    bought = np.zeros(people, dtype=bool)
    bought[who[(shift >= 0) & (shift < window * DAY)]] = True
    gone = new & ~bought & (platform == _number(lossy)) & (rng.random(people) < lost)

    # Showings: the first, and more of the same person; some come back unsigned, and a later one shows the other arm.
    shown = np.concatenate([np.arange(people), np.repeat(np.arange(people), rng.poisson(1.3, people))])
    extra = len(shown) - people
    moment = first[shown]
    moment[people:] += np.floor(rng.uniform(0, 25, extra) * DAY).astype(np.int64)
    other, elsewhere = np.zeros(len(shown), bool), np.zeros(len(shown), bool)
    other[people:] = (rng.random(people) < 0.06)[shown[people:]]
    elsewhere[people:] = rng.random(extra) < 0.08
    if edges:
        # Two showings in one second: the lower number counts as the first.
        same = rng.choice(extra, extra // 15, replace=False) + people
        moment[same], other[same], elsewhere[same] = first[shown[same]], True, True
    found = {
        "number": rng.permutation(len(shown)) + 1,
        "shown": shown,
        "on": (platform[shown] + elsewhere) % 3,
        "arm": new[shown] ^ other,
        "moment": moment,
    }
    orders = {"who": who, "at": at, "cents": cents, "of": of, "booked": booked}
    back = np.floor(cents[of] * part).astype(np.int64)
    return {name: values[~gone[shown]] for name, values in found.items()} | orders | {"back": back}


def _number(lossy):
    return PLATFORMS.index(lossy) if lossy else -1


def _times(seconds):
    return pd.to_datetime(np.asarray(seconds).astype("datetime64[s]"))


def _mixed(table, seed):
    return table.sample(frac=1, random_state=seed).reset_index(drop=True)


def _figures(drawn, agreed):
    """The gain on the wall in cents a person, and for all and each platform the p of the ratio."""
    order = np.lexsort([drawn["number"], drawn["moment"]])
    shown, arm, moment = drawn["shown"][order], drawn["arm"][order], drawn["moment"][order]
    people = int(shown.max()) + 1
    first, last, begun = np.full(people, -1), np.zeros(people, bool), np.zeros(people, np.int64)
    last[shown] = arm
    first[shown[::-1]], begun[shown[::-1]] = order[::-1], moment[::-1]
    inside = (first >= 0) & (begun < _seconds(agreed["enrol_until"]))
    who, at = drawn["who"], drawn["at"]
    counted = np.zeros(len(who), dtype=bool)
    known = who < people
    counted[known] = (at[known] >= begun[who[known]]) & (at[known] <= _seconds(_read_on(agreed)))
    spent = np.bincount(who[counted], weights=drawn["cents"][counted], minlength=people)[:people]
    wall = spent[inside & last].mean() - spent[inside & ~last].mean()
    new, on = drawn["arm"][first[inside]], drawn["on"][first[inside]]
    groups = {"all": new} | {name: new[on == number] for number, name in enumerate(PLATFORMS)}
    return round(float(wall)), {name: _ratio_p(int(rows.sum()), len(rows), agreed) for name, rows in groups.items()}


def _ratio_p(new, people, agreed):
    share = agreed["share_new"]
    return erfc(abs(new - people * share) / sqrt(2 * people * share * (1 - share)))


def write(folder, seed):
    """Put data/exposures.csv, orders.csv and returns.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in trial(seed, plan(seed), PEOPLE, **_given(seed)).tables().items():
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
