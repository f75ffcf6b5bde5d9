# hiretool-canary-4b3c873b-c926-4559-ae23-9cf71f042a71
"""Seed -> the numbers in the prompt, and the ledger that the candidate receives."""

import random
from datetime import date, timedelta
from functools import lru_cache

FAULTS = ("paper", "list", "again")
SIZES = ("large", "medium", "small")
BEGIN = date(2024, 9, 5)  # of the ledger; a Thursday, as all deliveries
OLDER, WEEKS = 42, 92  # weeks of paper before it, weeks up to the list


def _length(rng):
    """Weeks until a household stops: some try it, most keep it for long."""
    chance = 0.13 if rng.random() < 0.35 else 0.016
    weeks = 1
    while rng.random() > chance:
        weeks += 1
    return weeks


@lru_cache(maxsize=8)
def spells(seed):
    """[(household, size, first, seen, until, end)], in weeks since the ledger began."""
    rng = random.Random(f"{seed} boxes")
    made, household = [], 1000
    for start in range(-OLDER, WEEKS):
        for _ in range(rng.choice((2, 3, 4, 5, 6, 7))):
            household += rng.randint(1, 4)
            size, first = rng.choices(SIZES, (2, 5, 4))[0], start
            moves = start + 1 + int(rng.expovariate(0.006))
            while first < WEEKS:
                stop = first + _length(rng)
                until = min(stop, moves, WEEKS)
                end = "" if until == WEEKS else "stopped" if until == stop else "moved"
                if until > 0:
                    made.append((household, size, first, max(first, 0), until, end))
                if end != "stopped" or rng.random() > 0.2:
                    break
                first = until + rng.randint(3, 20)
                if first >= moves:
                    break
    made.sort(key=lambda one: (one[2], one[0]))
    return made


def counts(made, last):
    """[(counted, stopped)] of week 1, 2, ...: each spell is gone through delivery by delivery."""
    counted, stopped = [0] * (last + 1), [0] * (last + 1)
    for _, _, first, seen, until, end in made:
        for week in range(seen - first + 1, until - first + 1):
            if week <= last:
                counted[week] += 1
        if end == "stopped" and until - first <= last:
            stopped[until - first] += 1
    return list(zip(counted[1:], stopped[1:], strict=True))


def right(made, last=52):
    """Share that still has its box after each week."""
    share, found = 1.0, []
    for counted, stopped in counts(made, last):
        share = share * (counted - stopped) / counted if counted else share
        found.append(share)
    return found


def generate(seed):
    """Numbers that appear in the prompt."""
    made = spells(seed)
    shares, large = right(made), right([one for one in made if one[1] == "large"])
    return {
        "fault": FAULTS[seed % 3],
        "households": len({one[0] for one in made}),
        "half": round(100 * shares[25], 2),
        "year": round(100 * shares[51], 2),
        "large": round(100 * large[25], 2),
    }


def put(path, made):
    """Put these spells into a file."""
    lines = ["household,size,first,seen,until,end"]
    for household, size, *weeks, end in made:
        days = [(BEGIN + timedelta(weeks=week)).isoformat() for week in weeks]
        lines.append(",".join([str(household), size, *days, end]))
    path.write_text("\n".join(lines) + "\n")


def write(folder, seed):
    """Put data/ledger.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    put(folder / "data" / "ledger.csv", spells(seed))
