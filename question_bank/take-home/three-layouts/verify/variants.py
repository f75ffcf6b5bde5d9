# hiretool-canary-a4545219-8ced-4c65-b875-a12049628dcb
"""Seed -> the numbers in the prompt and the plan, and a log of page views of a test with several layouts."""

import numpy as np
import pandas as pd

GOODS = ("recipes", "knitting patterns", "walking routes", "crosswords", "sewing patterns", "bird calls")
WORDS = ("cards", "ladder", "plain", "rail", "steps", "tiles")
DAY = 86_400


def generate(seed):
    """Numbers that appear in the prompt and in the plan, and shape the log."""
    rng = np.random.default_rng([seed, 1])
    control, one, other = (str(word) for word in rng.choice(WORDS, 3, replace=False))
    begin = pd.Timestamp("2026-02-02") + pd.Timedelta(days=int(rng.integers(0, 60)))
    days = int(rng.integers(14, 29))
    each = int(rng.choice([25, 30, 40]))
    return {
        "goods": str(rng.choice(GOODS)),
        "visitors": int(rng.integers(60, 81)) * 100,
        "control": control,
        "others": sorted([one, other]),
        "one": min(one, other),
        "other": max(one, other),
        "percent_control": 100 - 2 * each,
        "percent_each": each,
        "days": days,
        "start": str(begin)[:10],
        "end": str(begin + pd.Timedelta(days=days))[:10],
        "worth": float(rng.choice([0.01, 0.012, 0.015])),
        "harm": float(rng.choice([0.01, 0.015, 0.02])),
        # Two comparisons: 2.24 is the point of the normal curve for one half of 5 %.
        "z": 2.24,
        "alarm": 0.001,
    }


def agreed(facts):
    """The plan as the functions are given it."""
    each = facts["percent_each"] / 100
    return {
        "control": facts["control"],
        "shares": {facts["control"]: 1 - 2 * each, facts["one"]: each, facts["other"]: each},
        "start": pd.Timestamp(facts["start"]),
        "end": pd.Timestamp(facts["end"]),
        "alarm": facts["alarm"],
        "z": facts["z"],
        "worth": facts["worth"],
        "harm": facts["harm"],
    }


def log(seed, plan, visitors, crossing=0.18, lift=0.012, edges=True):
    """Page views of `visitors` people. On one of the new layouts a part of the people, those who come often before all, are
    drawn anew while they are looking; of the others some use a second machine."""
    rng = np.random.default_rng([seed, 2])
    names = sorted(plan["shares"])
    shares = np.array([plan["shares"][name] for name in names])
    control = names.index(plan["control"])
    others = [place for place in range(len(names)) if place != control]
    restless, better = (others[0], others[-1]) if rng.random() < 0.5 else (others[-1], others[0])
    arm = rng.choice(len(names), visitors, p=shares)
    count = np.minimum(1 + rng.negative_binomial(0.7, 0.13, visitors), 120)
    # Who looks at much saves a smaller part of it.
    taste = np.clip(rng.beta(0.6, 3.4, visitors) / count**0.15, 0, 1)
    hurry = rng.beta(2.0, 8.0, visitors)
    who = np.repeat(np.arange(visitors), count)
    span = int((plan["end"] - plan["start"]).total_seconds())
    begun = rng.integers(0, span, visitors)
    ahead = (rng.exponential(2.5 * DAY, len(who))).astype(np.int64)
    first = np.concatenate([[True], who[1:] != who[:-1]])
    at = begun[who] + np.where(first, 0, ahead + 60)
    order = np.lexsort((at, who))
    at, turn = at[order], np.arange(len(who)) - np.repeat(np.cumsum(count) - count, count)
    # From which view on somebody is drawn anew; most never are.
    leaves = np.where(arm == restless, crossing * np.minimum(count, 8) / 3.2, 0.018) * (count > 1)
    moves = rng.random(visitors) < leaves
    turning = 1 + (rng.random(visitors) * np.maximum(count - 1, 1)).astype(int)
    anew = (arm + 1 + rng.integers(0, len(names) - 1, visitors)) % len(names)
    shown = np.where(moves[who] & (turn >= turning[who]), anew[who], arm[who])
    saved = rng.random(len(who)) < np.clip(taste[who] + lift * (shown == better) + lift * (shown == restless), 0, 1)
    left = rng.random(len(who)) < hurry[who]
    start = np.datetime64(plan["start"], "s")
    people = np.array([f"c{number:06d}" for number in rng.choice(900_000, visitors, replace=False)])
    table = pd.DataFrame(
        {
            "view": [f"v{number:07d}" for number in rng.permutation(len(who))],
            "visitor": people[who],
            "layout": np.array(names)[shown],
            "at": start + at.astype("timedelta64[s]"),
            "saved": saved.astype(int),
            "left": left.astype(int),
        }
    )
    if edges:
        early = table.sample(frac=0.04, random_state=seed)
        early = early.assign(
            view="w" + early["view"].str[1:], at=early["at"] - pd.Timedelta(days=30), layout=plan["control"]
        )
        again = table.sample(frac=0.03, random_state=seed + 1)
        table = pd.concat([table, early, again], ignore_index=True)
    table["at"] = table["at"].astype("datetime64[s]")
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


def write(folder, seed):
    """Put data/views.csv into `folder`."""
    facts = generate(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    log(seed, agreed(facts), facts["visitors"]).to_csv(folder / "data" / "views.csv", index=False)
