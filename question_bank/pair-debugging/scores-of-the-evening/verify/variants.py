# hiretool-canary-eb522b94-08f7-47bf-9f02-2f97dff66a4d
"""Seed -> the numbers in the prompt, and the evenings that the candidate receives."""

import json
from datetime import date, timedelta
from functools import lru_cache
from random import Random

TOWNS = ["Aveiro", "Bergen", "Cluj", "Drachten", "Esbjerg", "Fano", "Genk", "Huelva", "Ioannina", "Jena"]
BATCH = 40


def _parcels(rng, count, start):
    return [
        {
            "id": f"P{start + place:06d}",
            "km": rng.randint(1, 38),
            "failed_before": rng.choice([0, 0, 0, 0, 1, 1, 2]),
            "before_noon": rng.random() < 0.3,
        }
        for place in range(count)
    ]


def _network(rng, batches):
    """What happens to the calls of an evening, some more than are needed. The machine stops once or twice."""
    events = rng.choices(["fine", "lost", "unheard"], [0.85, 0.06, 0.09], k=3 * batches)
    for place in rng.sample(range(1, batches), rng.choice([1, 2])):
        events[place] = rng.choice(["down", "down late", "down late"])
    return events


@lru_cache(maxsize=64)
def evenings(seed):
    """Each evening: date, parcels, network. Parcels that could not be handed over come again with one failure more."""
    rng = Random(seed)
    first = date(2026, 2, 2) + timedelta(days=rng.randrange(0, 200))
    found, left, start = [], [], rng.randrange(1000, 900_000)
    for place in range(rng.randint(3, 4)):
        fresh = _parcels(rng, rng.randint(200, 290), start)
        start += len(fresh)
        parcels = left + fresh
        rng.shuffle(parcels)
        found.append(
            {
                "date": f"{first + timedelta(days=place)}",
                "parcels": parcels,
                "network": _network(rng, -(-len(parcels) // BATCH)),
            }
        )
        left = [parcel | {"failed_before": parcel["failed_before"] + 1} for parcel in parcels if rng.random() < 0.08]
    return found


def written(parcels, network, size=BATCH):
    """Rows that the project as given writes in one evening, calls that it makes, and batches written more than once."""
    done = rows = calls = twice = 0
    events, fresh = iter(network), True
    while done < parcels:
        event, part = next(events, "fine"), min(size, parcels - done)
        calls += 1
        if event in ("fine", "unheard", "down late"):
            rows += part
            twice += not fresh
            fresh = False
        if event == "fine":
            done += part
            fresh = True
    return rows, calls, twice


def generate(seed):
    """Numbers that appear in the prompt."""
    found = evenings(seed)
    each = [(evening, *written(len(evening["parcels"]), evening["network"])) for evening in found]
    parcels, rows = sum(len(evening["parcels"]) for evening in found), sum(line[1] for line in each)
    used = [event for evening, _, calls, _ in each for event in evening["network"][:calls]]
    # Both ways of writing twice have to be there.
    if used.count("unheard") < 1 or used.count("down late") < 2:
        return None
    return {
        "town": TOWNS[seed % len(TOWNS)],
        "evenings": len(found),
        "first": found[0]["date"],
        "parcels": parcels,
        "rows": rows,
        "more": rows - parcels,
    }


def write(folder, seed):
    """Put data/evenings/*.json into `folder`."""
    target = folder / "data" / "evenings"
    target.mkdir(parents=True, exist_ok=True)
    for evening in evenings(seed):
        (target / f"{evening['date']}.json").write_text(json.dumps(evening, indent=1))
