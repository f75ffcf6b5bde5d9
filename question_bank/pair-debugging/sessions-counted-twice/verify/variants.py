# hiretool-canary-4bcb0a7c-c1ca-4eb7-b076-16f3b6c3baec
"""Seed -> the numbers in the prompt, and the delivery files, site list and grid readings that the candidate receives."""

import numpy as np
import pandas as pd

DAYS = 14
DAY = 24 * 60
NAMES = [
    "Alder Court",
    "Bakery Lane",
    "Castle Yard",
    "Dock Road",
    "East Halt",
    "Fern Hill",
    "Glebe Farm",
    "Hopfields",
    "Inn on the Lea",
    "Jubilee Park",
    "Kiln Quay",
    "Long Meadow",
]


def network(seed):
    """First day, site names, and which of the sites are connected by radio."""
    rng = np.random.default_rng([seed, 1])
    first = pd.Timestamp("2026-03-02") + pd.Timedelta(weeks=int(rng.integers(0, 20)))
    sites = [NAMES[place] for place in np.sort(rng.choice(len(NAMES), int(rng.integers(7, 10)), replace=False))]
    return first, sites, rng.permutation(len(sites)) < rng.integers(3, 5)


def _site_messages(site, by_radio, rng):
    """Messages of one site; times are minutes after the first midnight."""
    prefix = "".join(rng.choice(list("BCDFGHKLMNPR"), 3))
    busy = rng.uniform(14, 30)
    # A modem without power holds its messages back until the next night with a connection.
    silent = set(rng.choice(np.arange(2, DAYS - 1), 2, replace=False).tolist()) if by_radio else set()
    often, seldom = (0.09, 0.07) if by_radio else (0.004, 0.004)
    starts = np.sort(
        np.concatenate([day * DAY + rng.integers(300, 1380, rng.poisson(busy)) for day in range(DAYS)])
    ).tolist()
    lasting = rng.integers(18, 240, len(starts)).tolist()
    energies = (rng.gamma(4.0, 5200.0, len(starts)) + 400).astype(int).tolist()
    chances = rng.random((len(starts), 3)).tolist()
    nights_later = rng.integers(0, 3, (len(starts), 3)).tolist()
    factors = rng.uniform(0.93, 1.09, len(starts)).tolist()
    for number, (started, minutes, energy) in enumerate(zip(starts, lasting, energies, strict=True)):
        session, ended = f"{prefix}-{number + 1:05d}", started + minutes
        night = ended // DAY + 1
        while night - 1 in silent:
            night += 1
        if ended // DAY > started // DAY:
            yield started // DAY + 1, session, 0, site, started, None, 0, False
        again, revised, late_copy = chances[number]
        revision = 2 if revised < seldom else 1
        yield night, session, 1, site, started, ended, energy, revision == 1
        if again < often:
            yield night + nights_later[number][0], session, 1, site, started, ended, energy, revision == 1
        if revision == 2:
            second = night + 1 + nights_later[number][1] // 2
            yield second, session, 2, site, started, ended, int(energy * factors[number]) + 7, True
            if late_copy < 0.3:
                # The first message was never acknowledged, so it is sent once more, after the second.
                yield second + nights_later[number][2] // 2, session, 1, site, started, ended, energy, False


def messages(seed):
    """Every message sent, with the night that delivered it. `final` marks the revision that holds."""
    first, sites, radio = network(seed)
    rng = np.random.default_rng([seed, 2])
    rows = [row for site, by_radio in zip(sites, radio, strict=True) for row in _site_messages(site, by_radio, rng)]
    columns = ["night", "session", "revision", "site", "started", "ended", "energy_wh", "final"]
    sent = pd.DataFrame(rows, columns=columns)
    for moment in ("started", "ended"):
        sent[moment] = first + pd.to_timedelta(sent[moment], unit="min")
    return sent.iloc[rng.permutation(len(sent))].sort_values("night", kind="stable").reset_index(drop=True)


def final(sent):
    """One row per session, as it should be booked."""
    return sent[sent["final"]].drop_duplicates("session")


def grid(seed, sent):
    """What the grid meters counted, kWh: the energy handed to cars, and what cables and lamps took."""
    rng = np.random.default_rng([seed, 3])
    handed = final(sent).groupby("site")["energy_wh"].sum() / 1000
    return (handed * (1 + rng.uniform(0.008, 0.022, len(handed)))).round(1)


def generate(seed):
    """Numbers that appear in the prompt."""
    first, sites, _ = network(seed)
    sent = messages(seed)
    # What the project books as given: each session once a delivery.
    booked = sent.dropna(subset="ended").sort_values("revision").drop_duplicates(["night", "session"], keep="last")
    booked, counted = booked["energy_wh"].sum() / 1e6, grid(seed, sent).sum() / 1000
    return {
        "sites": len(sites),
        "first": first.strftime("%Y-%m-%d"),
        "last": (first + pd.Timedelta(days=DAYS - 1)).strftime("%Y-%m-%d"),
        "booked_mwh": round(float(booked), 2),
        "counted_mwh": round(float(counted), 2),
        "over_percent": round(float(100 * (booked / counted - 1)), 1),
    }


def write(folder, seed):
    """Put data/deliveries/*.csv, data/sites.csv and data/grid.csv into `folder`."""
    first, sites, radio = network(seed)
    sent = messages(seed)
    deliveries = folder / "data" / "deliveries"
    deliveries.mkdir(parents=True, exist_ok=True)
    for night, part in sent.groupby("night"):
        name = (first + pd.Timedelta(days=int(night))).strftime("%Y-%m-%d")
        part.drop(columns=["night", "final"]).to_csv(deliveries / f"{name}.csv", index=False)
    links = pd.DataFrame({"site": sites, "link": np.where(radio, "mobile", "cable")})
    links.to_csv(folder / "data" / "sites.csv", index=False)
    grid(seed, sent).rename("counted").reset_index().to_csv(folder / "data" / "grid.csv", index=False)
