# hiretool-canary-4a1602c5-12cb-42ec-9995-ee3fa37c6cc2
"""Seed -> the numbers in the prompt, and the lettings that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

PARTS = [
    [
        "Alder",
        "Brook",
        "Chapel",
        "Dyke",
        "Elm",
        "Ferry",
        "Garth",
        "Harbour",
        "Ivy",
        "Joiner",
        "Kiln",
        "Linden",
        "Mason",
        "North",
    ],
    ["Row", "Lane", "Street", "Close", "Rise", "Walk", "Gate", "Hill", "Square", "Yard", "Place", "End"],
]
WEIGHTS = {"log_area": -0.22, "floor": 0.015, "no_lift": -0.02, "balcony": 0.05, "age": -0.012}


def story(seed):
    """Sizes of one variant."""
    rng = np.random.default_rng([seed, 1])
    return {
        "streets": int(rng.integers(152, 167)),
        "past": int(rng.integers(290, 331)),
        "new": int(rng.integers(480, 561)),
        "new_from": str(rng.choice(["2025-10-01", "2025-11-01", "2026-01-01", "2026-02-01", "2026-03-01"])),
        "effect": float(rng.uniform(0.085, 0.105)),
    }


def flats(rng, streets, lettings, effect, dear=None):
    """Lettings as a table, and how dear each street is, in the logarithm. `effect` is the spread of that."""
    names = [" ".join(pair) for pair in ((one, other) for one in PARTS[0] for other in PARTS[1])]
    names = [names[place] for place in rng.permutation(len(names))[:streets]] if dear is None else list(dear)
    size = rng.gamma(1.3, 1.0, len(names)) + 0.1
    dear = dict(zip(names, rng.normal(0, effect, len(names)), strict=True)) if dear is None else dear
    street = rng.choice(len(names), lettings, p=size / size.sum())
    made = pd.DataFrame(
        {
            "street": [names[place] for place in street],
            "area_m2": np.exp(rng.normal(4.05, 0.32, lettings)).round().astype(int),
            "floor": rng.integers(0, 7, lettings),
            "built": rng.integers(1905, 2022, lettings),
            "lift": rng.integers(0, 2, lettings),
            "balcony": rng.integers(0, 2, lettings),
        }
    )
    columns = plain(made)
    mean = (
        2.55
        + sum(WEIGHTS[name] * columns[name] for name in WEIGHTS)
        + np.array([dear[name] for name in made["street"]])
    )
    made["rent"] = (np.exp(mean + rng.normal(0, 0.17, lettings)) * made["area_m2"]).round().astype(int)
    return made, dear


def plain(made):
    """The columns of the model without a street, as arrays."""
    floor = np.minimum(made["floor"].to_numpy(), 5)
    return {
        "log_area": np.log(made["area_m2"].to_numpy() / 60),
        "floor": floor,
        "no_lift": (1 - made["lift"].to_numpy()) * floor,
        "balcony": made["balcony"].to_numpy(),
        "age": np.minimum(2026 - made["built"].to_numpy(), 90) / 10,
    }


@lru_cache(maxsize=8)
def market(seed):
    """(past, new) lettings of one variant, and how dear each street is."""
    facts, rng = story(seed), np.random.default_rng([seed, 2])
    made, dear = flats(rng, facts["streets"], facts["past"] + facts["new"], facts["effect"])
    return made.iloc[: facts["past"]].reset_index(drop=True), made.iloc[facts["past"] :].reset_index(drop=True), dear


def _design(made, level=None):
    columns = [np.ones(len(made)), *plain(made).values()]
    return np.column_stack(columns if level is None else [*columns, level])


def _target(made):
    return np.log(made["rent"].to_numpy() / made["area_m2"].to_numpy())


def errors(past, new):
    """Percent off on (past, new), without and with the street, as the project counts, and with each flat left out of its own level.

    Normal equations, and loops.
    """
    values, found = _target(past), {}
    by_street = {}
    for street, value in zip(past["street"], values.tolist(), strict=True):
        by_street.setdefault(street, []).append(value)
    mean = float(values.mean())
    level = {street: (sum(some) + mean) / (len(some) + 1) for street, some in by_street.items()}
    known = [[level.get(street, mean) for street in made["street"]] for made in (past, new)]
    others = [
        (sum(by_street[street]) - value + mean) / len(by_street[street])
        for street, value in zip(past["street"], values.tolist(), strict=True)
    ]
    for name, levels in (("without", [None, None]), ("with", known), ("repaired", [others, known[1]])):
        parts = [_design(made, level) for made, level in zip((past, new), levels, strict=True)]
        weights = np.linalg.solve(parts[0].T @ parts[0], parts[0].T @ values)
        found[name] = [
            float(100 * np.sqrt(((part @ weights - _target(made)) ** 2).mean()))
            for part, made in zip(parts, (past, new), strict=True)
        ]
    return found


def generate(seed):
    """Numbers that appear in the prompt. None where the street does not plainly spoil what it could mend."""
    past, new, _ = market(seed)
    found = errors(past, new)
    without, added, repaired = (found[name][1] for name in ("without", "with", "repaired"))
    if added - without < 0.3 or without - repaired < 0.3 or not 0.95 < without / found["without"][0] < 1.1:
        return None
    return {
        "past": len(past),
        "streets": int(past["street"].nunique()),
        "new_from": story(seed)["new_from"],
        "without_past": f"{found['without'][0]:.1f}",
        "without_new": f"{found['without'][1]:.1f}",
        "with_past": f"{found['with'][0]:.1f}",
        "with_new": f"{found['with'][1]:.1f}",
        "worse_points": round(found["with"][1] - found["without"][1], 2),
    }


def write(folder, seed):
    """Put data/lettings.csv into `folder`."""
    past, new, _ = market(seed)
    rng = np.random.default_rng([seed, 3])
    cut = pd.Timestamp(story(seed)["new_from"])
    days = [rng.integers(1, 700, len(past)), -rng.integers(0, 150, len(new))]
    parts = [
        made.assign(let_on=cut - pd.to_timedelta(away, unit="D")) for made, away in zip((past, new), days, strict=True)
    ]
    favours = parts[0].sample(n=6, random_state=seed)
    favours = favours.assign(rent=(favours["area_m2"] * 1.2).astype(int))
    made = pd.concat([*parts, favours], ignore_index=True)
    made = made.iloc[rng.permutation(len(made))].assign(let_on=lambda rows: rows["let_on"].dt.strftime("%Y-%m-%d"))
    (folder / "data").mkdir(parents=True, exist_ok=True)
    made[["let_on", *[name for name in made if name != "let_on"]]].to_csv(folder / "data" / "lettings.csv", index=False)
