# hiretool-canary-f3a3da57-f178-483d-b6fb-dde341b346ee
"""Seed -> the numbers in the prompt, and the model, the log and the requests that the candidate receives."""

import json
import random
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

FAULTS = ("clock", "unknown", "order")
ZONE = ZoneInfo("Europe/Copenhagen")
NAMES = ["rush", "weekend", "dishes", "kilometres", "rain", "waiting"]


def _values(rng):
    """Kilometres, dishes, orders waiting and millimetres of rain; None where a phone or a feed gave nothing."""
    kilometres = None if rng.random() < 0.08 else round(rng.uniform(0.4, 6.5), 1)
    rain = None if rng.random() < 0.18 else round(max(0.0, rng.gauss(0.3, 1.6)), 1)
    waiting = None if rng.random() < 0.05 else rng.randint(0, 14)
    return {"kilometres": kilometres, "dishes": rng.randint(1, 9), "waiting": waiting, "rain": rain}


@lru_cache(maxsize=8)
def orders(seed):
    """(moment by the clock in the kitchen, values) of each order: a week before the clocks go forward and one after."""
    rng = random.Random(f"{seed} orders")
    first = datetime(2026, 3, 23) - timedelta(days=rng.randint(0, 4))
    made = []
    for _ in range(rng.randint(150, 210)):
        moment = first + timedelta(days=rng.randrange(14), hours=rng.randint(11, 22), minutes=rng.randrange(60))
        made.append((moment.replace(tzinfo=ZONE), _values(rng)))
    return made


@lru_cache(maxsize=8)
def model(seed):
    """What stands in model.json."""
    rng = random.Random(f"{seed} model")
    names = NAMES[:]
    one, other = rng.choice([(2, 5), (3, 4), (2, 3), (4, 5)])
    names[one], names[other] = names[other], names[one]
    weights = {"kilometres": 3.1, "dishes": 0.9, "waiting": 1.3, "rain": 1.7, "rush": 6.5, "weekend": 2.2}
    usual = {"kilometres": 2.9, "dishes": 3.0, "waiting": 5.0, "rain": 0.8, "rush": 0.0, "weekend": 0.0}
    return {
        "names": names,
        "weights": [round(weights[name] * rng.uniform(0.8, 1.25), 3) for name in names],
        "start": round(rng.uniform(9, 14), 2),
        "usual": {name: round(value * rng.uniform(0.9, 1.1), 2) if value else 0.0 for name, value in usual.items()},
    }


def right(seed, moment, values):
    """Minutes by a plain reading of the rules."""
    fitted = model(seed)
    known = values | {"rush": float(18 <= moment.hour < 21), "weekend": float(moment.weekday() in (5, 6))}
    total = fitted["start"]
    for name, weight in zip(fitted["names"], fitted["weights"], strict=True):
        total += weight * (fitted["usual"][name] if known[name] is None else known[name])
    return total


def request(moment, values):
    """What the app sends."""
    return {"placed": int(moment.timestamp())} | {name: value for name, value in values.items() if value is not None}


def line(moment, values, took="30"):
    """What the log keeps."""
    known = {name: "" if value is None else str(value) for name, value in values.items()}
    return {"placed": moment.isoformat()} | known | {"took": took}


def generate(seed):
    """Numbers that appear in the prompt."""
    made = orders(seed)
    told = [right(seed, *order) for order in made]
    return {
        "fault": FAULTS[seed % 3],
        "orders": len(made),
        "first": min(moment for moment, _ in made).strftime("%Y-%m-%d"),
        "mean": round(sum(told) / len(told), 2),
        "longest": round(max(told), 1),
    }


def write(folder, seed):
    """Put data/model.json, data/orders.csv and data/requests.json into `folder`."""
    rng, made = random.Random(f"{seed} took"), orders(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "model.json").write_text(json.dumps(model(seed), indent=1))
    logged = [line(*order, took=f"{max(8, right(seed, *order) + rng.gauss(0, 3)):.1f}") for order in made]
    rows = [",".join(logged[0])] + [",".join(one.values()) for one in logged]
    (folder / "data" / "orders.csv").write_text("\n".join(rows) + "\n")
    (folder / "data" / "requests.json").write_text(json.dumps([request(*order) for order in made], indent=0))
