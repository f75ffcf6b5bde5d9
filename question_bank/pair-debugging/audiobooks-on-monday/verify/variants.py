# hiretool-canary-16343c91-7694-447b-9cdf-2f0e7099fa3f
"""Seed -> the numbers in the prompt, and the loans that the candidate receives."""

import random
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

FAULTS = ("had", "titles", "later")
MONDAYS = [date(2026, 3, 2) + timedelta(days=7 * week) for week in range(4)]


def monday(seed):
    return MONDAYS[seed // 3 % len(MONDAYS)]


@lru_cache(maxsize=8)
def loans(seed):
    """[(reader, title, day)] in the order of the days: readers go through series, and now and then take what is liked."""
    rng = random.Random(f"{seed} loans")
    words = (
        "Harbour Winter Orchard Signal Ferry Lantern Quarry Marsh Attic Copper Saffron Glacier Tunnel Meadow".split()
    )
    series = [[f"{word} {number}" for number in range(1, rng.randint(6, 10))] for word in words]
    single = [f"{first} and {second}" for first in ("Salt", "Bread", "Ink", "Wool", "Ash") for second in words[:12]]
    liked = [1 / (2 + place) for place in range(len(single))]
    first, made = date(2025, 12, 1), []
    weight = [rng.uniform(0.4, 1.6) for _ in series]
    for number in range(rng.randint(84, 96)):
        name, begun = f"R-{number:03}", rng.randrange(0, 60)
        tastes = random.Random(f"{seed} {number}").choices(range(len(series)), weight, k=3)
        place, mine = {taste: 0 for taste in tastes}, []
        day = first + timedelta(days=begun)
        while day < date(2026, 5, 4):
            kind = rng.random()
            taste = rng.choice(tastes)
            if kind < 0.27 and mine:
                title = rng.choice(mine[-6:])
            elif kind < 0.72 and place[taste] < len(series[taste]):
                title = series[taste][place[taste]]
                place[taste] += 1
            else:
                title = rng.choices(single, liked)[0]
            made.append((name, title, day))
            mine.append(title)
            day += timedelta(days=rng.randint(2, 12))
    rng.shuffle(made)
    return sorted(made, key=lambda loan: loan[2])


def right(made, start, k=10):
    """(loans of the week by readers with a shelf, on the popular shelf, on the other), from the rules."""
    past = [loan for loan in made if loan[2] < start]
    week = [loan for loan in made if 0 <= (loan[2] - start).days < 7]
    titles, readers = sorted({loan[1] for loan in past}), sorted({loan[0] for loan in past})
    column, row = {t: i for i, t in enumerate(titles)}, {r: i for i, r in enumerate(readers)}
    table = np.zeros((len(readers), len(titles)))
    for reader, title, _ in past:
        table[row[reader], column[title]] = 1
    many = table.sum(axis=0)
    scaled = table / np.sqrt(many)
    # Likeness of a reader to all titles, less what a title has from itself.
    alike = (table / np.sqrt(many)) @ table.T @ scaled - table
    tried = [loan for loan in week if loan[0] in row]
    counts = []
    for scores in (np.broadcast_to(many, table.shape), alike):
        free = np.where(table > 0, -np.inf, np.round(scores, 9))
        order = np.argsort(-free, axis=1, kind="stable")[:, :k]
        counts.append(
            sum(
                title in column and table[row[reader], column[title]] == 0 and column[title] in order[row[reader]]
                for reader, title, _ in tried
            )
        )
    return len(tried), int(counts[0]), int(counts[1])


def generate(seed):
    """Numbers that appear in the prompt."""
    made, start = loans(seed), monday(seed)
    tried, popular, alike = right(made, start)
    return {
        "fault": FAULTS[seed % 3],
        "monday": start.isoformat(),
        "last": made[-1][2].isoformat(),
        "readers": len({loan[0] for loan in made}),
        "titles": len({loan[1] for loan in made}),
        "tried": tried,
        "popular": popular,
        "alike": alike,
    }


def write(folder, seed):
    """Put data/loans.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = ["reader,title,day"] + [f"{reader},{title},{day}" for reader, title, day in loans(seed)]
    (folder / "data" / "loans.csv").write_text("\n".join(lines) + "\n")
