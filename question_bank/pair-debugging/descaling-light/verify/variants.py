# hiretool-canary-55f7b58e-54c4-48a7-8bc9-d14bd790bdf4
"""Seed -> the numbers in the prompt, and the three files that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

# Scale lengthens the heating, slows the flow and raises pump current and pressure a little; the outlet gets cooler.
SIGNAL = np.array([0.65, -0.55, 0.40, 0.40, -0.45])
LIMIT = 15.0


def story(seed):
    """Sizes of one variant."""
    rng = np.random.default_rng([seed, 1])
    return {
        "machines": int(rng.integers(44, 57)),
        "days": int(rng.integers(8, 11)),
        "share": float(rng.choice([0.4, 0.45, 0.5])),
        "new_machines": int(rng.integers(90, 140)),
    }


def machines(rng, count, share, days, warm, strength=1.0):
    """Standardised readings of many brews, with the machine, head and day of each, and the lime in each machine."""
    scaled = rng.permutation(np.arange(count) < round(count * share))
    lime = np.where(scaled, rng.uniform(15.5, 48, count), rng.uniform(0.5, 14.5, count)).round(1)
    own = rng.normal(0, 1.0, (count, 5)) + strength * SIGNAL * scaled[:, None]
    heads = rng.choice([1, 2], count, p=[0.3, 0.7])
    of = np.repeat(np.arange(count), heads)
    own_head = own[of] + rng.normal(0, 0.22, (len(of), 5))
    head, day = (part.ravel() for part in np.meshgrid(np.arange(len(of)), np.arange(days), indexing="ij"))
    values = own_head[head] + 0.25 * warm[day] + rng.normal(0, 0.28, (len(head), 5))
    return {"machine": of[head], "head": head, "of": of, "day": day, "values": values, "lime": lime}


@lru_cache(maxsize=8)
def trial(seed, strength=1.0):
    """The machines that were opened for the trial."""
    facts, rng = story(seed), np.random.default_rng([seed, 2])
    warm = rng.normal(0, 1, (facts["days"], 5))
    return machines(rng, facts["machines"], facts["share"], facts["days"], warm, strength)


def readings(values):
    """Standardised values in the units of the sensors."""
    heating, flow, pump, pressure, outlet = values.T
    bar = 9 + 0.5 * pressure
    return pd.DataFrame(
        {
            "heating_s": np.exp(3.2 + 0.15 * heating).round(2),
            "flow_ml_s": (bar * np.exp(-1.2 + 0.12 * flow)).round(3),
            "pump_a": np.exp(0.4 + 0.1 * pump).round(3),
            "pressure_bar": bar.round(3),
            "outlet_c": (91 + 1.2 * outlet).round(2),
        }
    )


def _names(seed):
    rng, made = np.random.default_rng([seed, 3]), trial(seed)
    count = len(made["lime"])
    named = [f"CM-{number}" for number in rng.choice(np.arange(1000, 9999), count, replace=False)]
    heads = [f"B{number}" for number in rng.choice(np.arange(10_000, 99_999), len(made["of"]), replace=False)]
    return named, heads


def table(seed, strength=1.0):
    """The joined table, as the project's own reading gives it, without going through files."""
    made = trial(seed, strength)
    named, heads = _names(seed)
    rows = pd.DataFrame({"day": made["day"] + 1, "head": [heads[place] for place in made["head"]]})
    rows["machine"] = [named[place] for place in made["machine"]]
    rows = pd.concat([rows, readings(made["values"])], axis=1)
    rows["scaled"] = (made["lime"] > LIMIT).astype(int)[made["machine"]]
    order = np.random.default_rng([seed, 4]).permutation(len(rows))
    return rows.iloc[order].reset_index(drop=True)


def _near(fit, labels, asked, count):
    """Share of 1 among the `count` nearest rows: plain distances, no library."""
    mean, spread = fit.mean(axis=0), fit.std(axis=0)
    fit, asked = (fit - mean) / spread, (asked - mean) / spread
    distances = (asked**2).sum(axis=1)[:, None] - 2 * asked @ fit.T + (fit**2).sum(axis=1)
    nearest = np.argpartition(distances, count, axis=1)[:, :count]
    return labels[nearest].mean(axis=1)


def _auc(labels, scores):
    """Share of pairs in the right order; ties count one half."""
    values, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    positive = labels == 1
    high = positive.sum()
    return (ranks[positive].sum() - high * (high + 1) / 2) / (high * (len(labels) - high))


@lru_cache(maxsize=8)
def aucs(seed):
    """AUC of the light with 10 neighbours on machines that it has not met: left out of the trial, and at new customers."""
    facts, made = story(seed), trial(seed)
    labels = (made["lime"] > LIMIT).astype(int)[made["machine"]]
    early = made["day"] < 4
    values, found, parts = made["values"][early], labels[early], made["machine"][early] % 3
    scores = np.empty(len(found))
    for part in range(3):
        fit = parts != part
        scores[~fit] = _near(values[fit], found[fit], values[~fit], 10)
    rng = np.random.default_rng([seed, 5])
    new = machines(rng, facts["new_machines"], facts["share"], 1, rng.normal(0, 1, (1, 5)))
    new_labels = (new["lime"] > LIMIT).astype(int)[new["machine"]]
    return _auc(found, scores), _auc(new_labels, _near(made["values"], labels, new["values"], 10))


def generate(seed):
    """Numbers that appear in the prompt. None where chance would tell another story than the machines."""
    home, new = aucs(seed)
    if not (0.60 < home < 0.80 and 0.55 < new < 0.75):
        return None
    facts = story(seed)
    return {
        "brews": len(trial(seed)["day"]),
        "days": facts["days"],
        "new_machines": facts["new_machines"],
        "new_auc": round(float(new), 2),
    }


def write(folder, seed):
    """Put data/brews.csv, data/heads.csv and data/opened.csv into `folder`."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng([seed, 6])
    rows, (named, heads), made = table(seed), _names(seed), trial(seed)
    sent = rows.drop(columns=["machine", "scaled"]).assign(finished=1)
    stopped = sent.sample(n=len(sent) // 40, random_state=seed).assign(finished=0)
    stopped["outlet_c"] = (stopped["outlet_c"] - 20).round(2)
    both = pd.concat([sent, stopped], ignore_index=True)
    both = both.iloc[rng.permutation(len(both))].sort_values("day", kind="stable")
    both.to_csv(data / "brews.csv", index=False)
    places = pd.DataFrame({"head": heads, "machine": [named[place] for place in made["of"]]})
    places.sort_values("head").to_csv(data / "heads.csv", index=False)
    pd.DataFrame({"machine": named, "lime_g": made["lime"]}).sort_values("machine").to_csv(
        data / "opened.csv", index=False
    )
