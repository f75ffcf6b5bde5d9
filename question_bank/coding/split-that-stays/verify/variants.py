# hiretool-canary-e110c4d3-2cbb-4233-9ced-5d76c3657d88
"""Seed -> the numbers in the prompt, and the files that the candidate receives."""

import numpy as np
import pandas as pd

SHARES = [(70, 15, 15), (60, 20, 20), (80, 10, 10), (70, 10, 20), (76, 12, 12)]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    train, validation, test = SHARES[rng.integers(len(SHARES))]
    return {
        "families": int(rng.integers(380, 520)),
        "train": train,
        "validation": validation,
        "test": test,
        "test_percent": int(rng.integers(91, 97)),
        "live_percent": int(rng.integers(70, 80)),
    }


def recordings(seed, families=None):
    """Two months as one table. Within a family people share phones along a chain; some recordings have no phone."""
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    rows = []
    for _ in range(families or facts["families"]):
        people = int(rng.choice([1, 2, 3, 5], p=[0.45, 0.25, 0.2, 0.1]))
        speakers, phones = rng.integers(1e6, 1e7, people), rng.integers(1e6, 1e7, people)
        for place in range(people):
            # Each uses the own phone and, once, the next one's: a chain, with no phone that all have used.
            used = [phones[place], phones[place], phones[(place + 1) % people] if place + 1 < people else None]
            used += [None] * int(rng.random() < 0.3)
            rows += [(speakers[place], phone) for phone in used]
    # In the second month some families turn out to be linked: a person of one used a phone of another.
    joined = [
        (rows[one][0], rows[other][1])
        for one, other in rng.integers(0, len(rows), (max(6, len(rows) // 60), 2))
        if rows[other][1] is not None
    ]
    second = [*(rng.random(len(rows)) < 0.25), *[True] * len(joined)]
    rows += joined
    order = rng.permutation(len(rows))
    table = pd.DataFrame(
        {
            "speaker": [f"s{rows[place][0]}" for place in order],
            "phone": [None if rows[place][1] is None else f"p{rows[place][1]}" for place in order],
            "seconds": np.round(rng.uniform(0.6, 9.0, len(rows)), 2),
            "day": [f"2026-{6 if second[place] else 5:02d}-{rng.integers(1, 31):02d}" for place in order],
        },
        index=pd.Index(
            [f"r{number}" for number in 10_000 + np.cumsum(rng.integers(1, 80, len(rows)))], name="recording"
        ),
    )
    return table.astype({"speaker": "str"}).assign(day=pd.to_datetime(table["day"]))


def write(folder, seed):
    """Put data/may.csv and data/june.csv (May's rows and the new ones) into `folder`."""
    table = recordings(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    table[table["day"] < "2026-06-01"].to_csv(folder / "data" / "may.csv")
    table.to_csv(folder / "data" / "june.csv")
