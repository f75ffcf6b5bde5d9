# hiretool-canary-7a806a8d-5d78-4860-a15c-dbd94447e4de
"""Seed -> the numbers in the prompt, and what the gates of some ferry landings sent, in batches."""

import datetime

import numpy as np

LINES = ("A1", "A2", "B1", "C1", "C4", "D2")
COLUMNS = ("event", "version", "gate", "line", "happened_at", "sent_at", "kind", "people")
FIRST = datetime.datetime(2026, 5, 4)
DAY = datetime.timedelta(days=1)


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "gates": int(rng.integers(14, 31)),
        "days": int(rng.integers(9, 15)),
        "open_days": int(rng.integers(1, 4)),
        "events": int(rng.integers(120, 200)) * 10,
        "batches": int(rng.integers(14, 22)),
    }


def events(seed, count, gates, days, open_days):
    """Versions as tuples in the order of COLUMNS. Some gates were off for days; some events are put right or taken back later,
    and some of these turn out to be of another day."""
    rng = np.random.default_rng([seed, 2])
    off = {int(gate) for gate in rng.choice(gates, max(1, gates // 6), replace=False)}
    limit = open_days + 1
    rows = []
    for number in rng.choice(90_000, count, replace=False):
        gate = int(rng.integers(gates))
        at = FIRST + datetime.timedelta(seconds=int(rng.integers(days * 86_400)))
        line, people = LINES[int(rng.integers(len(LINES)))], int(rng.integers(0, 60))
        wait = rng.uniform(0.5, limit + 4) if gate in off and rng.random() < 0.5 else rng.exponential(0.05)
        sent = at + datetime.timedelta(seconds=int(wait * 86_400))
        rows.append((f"e{number:05d}", 1, f"g{gate:02d}", line, at, sent, "count", people))
        version = 1
        while rng.random() < 0.16:
            version += 1
            sent += datetime.timedelta(seconds=int(rng.uniform(0.02, limit + 2.5) * 86_400))
            what = rng.random()
            if what < 0.3:
                rows.append((f"e{number:05d}", version, f"g{gate:02d}", line, at, sent, "void", people))
                continue
            if what < 0.6:
                # The clock of the gate had been off by hours.
                at += datetime.timedelta(seconds=int(rng.choice([-1, 1]) * rng.integers(3, 26) * 3600))
                at = min(max(at, FIRST), FIRST + days * DAY - datetime.timedelta(seconds=1))
            people = int(rng.integers(0, 60))
            rows.append((f"e{number:05d}", version, f"g{gate:02d}", line, at, sent, "count", people))
    return rows


def batches(seed, rows, count):
    """Lists of versions, by the time of sending but for some that come again in a later one."""
    rng = np.random.default_rng([seed, 3])
    order = sorted(range(len(rows)), key=lambda place: rows[place][5])
    parts = [[rows[place] for place in part] for part in np.array_split(order, count)]
    for place in range(1, count):
        earlier = [row for part in parts[:place] for row in part]
        parts[place] += [earlier[int(pick)] for pick in rng.integers(len(earlier), size=len(parts[place]) // 8)]
        parts[place] = [parts[place][int(pick)] for pick in rng.permutation(len(parts[place]))]
    return parts


def text(rows, spoiled=None):
    """A batch as the gates' server writes it. spoiled: {row: what stands there in place of its line}."""
    lines = [",".join(COLUMNS)]
    for place, row in enumerate(rows):
        fields = [value.isoformat() if isinstance(value, datetime.datetime) else str(value) for value in row]
        lines.append((spoiled or {}).get(place, ",".join(fields)))
    return "\n".join(lines) + "\n"


def write(folder, seed):
    """Put data/inbox/*.csv into `folder`; one batch has a line that cannot be read."""
    facts = generate(seed)
    rows = events(seed, facts["events"], facts["gates"], facts["days"], facts["open_days"])
    inbox = folder / "data" / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    for place, part in enumerate(batches(seed, rows, facts["batches"])):
        spoiled = {len(part) // 2: ",".join(["e00000", "1", "g00", "A1", "2026-05-0"])} if place == 3 else None
        (inbox / f"batch-{place:03d}.csv").write_text(text(part, spoiled), encoding="utf-8", newline="\n")
