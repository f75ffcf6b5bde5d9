# hiretool-canary-62a828ca-5454-489e-9d4f-bc12c9d777e3
"""Seed -> the numbers in the prompt, and the registry, store and declarations that the candidate receives."""

import hashlib
import json
import math
import random
from functools import lru_cache

PORTS = ["Alvena", "Borrask", "Cadim", "Delmar", "Estrel", "Fjordby", "Gantou", "Hesk", "Imara", "Jorvat"]


def _weights(rng, shift):
    return {
        "base": round(30 + shift + rng.uniform(-0.5, 0.5), 2),
        "origin": {port: round(rng.uniform(-4, 8), 2) for port in PORTS},
        "euro_per_kg": round(rng.uniform(2.5, 4.0), 2),
        "first_time": round(rng.uniform(4, 8), 2),
        "rerouted": round(rng.uniform(3, 7), 2),
    }


def points(weights, paper):
    """Points of one consignment, term by term."""
    terms = [
        weights["base"],
        weights["origin"][paper["origin"]],
        weights["euro_per_kg"] * (math.log(paper["value_eur"]) - math.log(paper["weight_kg"])),
        weights["first_time"] if paper["first_time"] else 0.0,
        weights["rerouted"] if paper["rerouted"] else 0.0,
    ]
    return math.fsum(terms)


def opened(scores, places):
    return sorted(sorted(scores), key=lambda name: -round(scores[name], 4))[:places]


@lru_cache(maxsize=4)
def port(seed):
    """Everything of one night: versions, papers, those that waited, and when the release came."""
    rng = random.Random(f"list {seed}")
    first = rng.randint(8, 60)
    names = [str(first + step) for step in range(3)]
    old, current, new = _weights(rng, 0), _weights(rng, rng.uniform(5, 9)), _weights(rng, rng.uniform(14, 19))
    count = rng.randrange(260, 420)
    numbers = rng.sample(range(10_000, 99_999), count)
    declared = [
        {
            "id": f"C{number}",
            "origin": rng.choice(PORTS),
            "value_eur": int(math.exp(rng.gauss(10.2, 0.8))),
            "weight_kg": int(math.exp(rng.gauss(8.3, 0.7))),
            "first_time": rng.random() < 0.25,
            "rerouted": rng.random() < 0.15,
        }
        for number in numbers
    ]
    waited = {paper["id"] for paper in declared if rng.random() < 0.3}
    # Whether it waits has nothing to do with when in the night it is declared.
    return {
        "names": names,
        "weights": dict(zip(names, (old, current, new), strict=True)),
        "declared": declared,
        "waited": waited,
        "after": rng.randrange(int(0.35 * count), int(0.7 * count)),
        "places": rng.randrange(30, 56),
        "day": rng.randint(1, 28),
    }


def _as_given(facts, size=25):
    """Scores of the night as it ran: stored ones by the oldest version, the others by the one in force for their group."""
    old, current, new = facts["names"]
    found = {}
    for place, paper in enumerate(facts["declared"]):
        last_of_group = min((place // size + 1) * size, len(facts["declared"])) - 1
        version = new if last_of_group >= facts["after"] else current
        found[paper["id"]] = points(facts["weights"][old if paper["id"] in facts["waited"] else version], paper)
    return found


def generate(seed):
    """Numbers that appear in the prompt. None if the two lists have most in common."""
    facts = port(seed)
    made = opened(_as_given(facts), facts["places"])
    right = {paper["id"]: points(facts["weights"][facts["names"][1]], paper) for paper in facts["declared"]}
    common = len(set(made) & set(opened(right, facts["places"])))
    last = [paper["id"] for paper in facts["declared"][facts["after"] :]]
    late = len(set(made) & set(last))
    if common > 0.6 * facts["places"] or late < 0.75 * facts["places"]:
        return None
    return {
        "declared": len(facts["declared"]),
        "places": facts["places"],
        "version": facts["names"][1],
        "common": common,
        "date": f"2026-03-{facts['day']:02}",
    }


def write(folder, seed):
    """Put data/night.json, data/store.json and data/registry/ into `folder`."""
    facts, data = port(seed), folder / "data"
    (data / "registry").mkdir(parents=True, exist_ok=True)
    old, current, new = facts["names"]
    for name in (old, current):
        (data / "registry" / f"{name}.json").write_text(json.dumps(facts["weights"][name], indent=1))
    (data / "registry" / "current").write_text(current)
    night = {
        "date": f"2026-03-{facts['day']:02}",
        "places": facts["places"],
        "release": {"version": new, "after": facts["after"], "weights": facts["weights"][new]},
        "declared": facts["declared"],
    }
    (data / "night.json").write_text(json.dumps(night, indent=1))
    (data / "store.json").write_text(json.dumps(earlier(facts)))


def earlier(facts):
    """The store as earlier nights have left it: the points of those that waited, by the version of that time."""
    return {
        hashlib.sha256(json.dumps(paper, sort_keys=True).encode()).hexdigest()[:24]: round(
            points(facts["weights"][facts["names"][0]], paper), 4
        )
        for paper in facts["declared"]
        if paper["id"] in facts["waited"]
    }
