# hiretool-canary-bd753f40-2f3f-4c44-8e52-f923fefed922
"""Boards drawn from a seed -> the table of the prompt, and what each purchase would have brought.

python figures.py
"""

import numpy as np

COLUMNS, FLIPPED, CHECKED, DRAWS = 10, 0.08, 4_000, 20


def boards(rng, many):
    """Measurements, the labels that were written down, and the true ones (-1 or 1)."""
    seen = rng.normal(size=(many, COLUMNS))
    straight = seen[:, :5] @ np.array([1.0, 0.9, 0.8, 0.7, 0.6])
    bent = 1.2 * seen[:, 0] * seen[:, 5] + 0.8 * (seen[:, 6] ** 2 - 1)
    true = np.where(straight + bent > 0, 1.0, -1.0)
    return seen, np.where(rng.random(many) < FLIPPED, -true, true), true


def straight_cut(seen, label):
    """Model A: least squares on the columns as they are."""
    return _least_squares(lambda rows: np.c_[np.ones(len(rows)), rows], seen, label)


def with_products(seen, label):
    """Model A after the week of work: squares and products of two columns added."""
    left, right = np.triu_indices(COLUMNS)
    return _least_squares(lambda rows: np.c_[np.ones(len(rows)), rows, rows[:, left] * rows[:, right]], seen, label)


def flexible(seen, label, width=3.0, ridge=0.01):
    """Model B: a sum of bumps, one on each board seen, with next to no penalty."""

    def bumps(rows):
        apart = (rows**2).sum(axis=1)[:, None] + (seen**2).sum(axis=1) - 2 * rows @ seen.T
        return np.exp(-apart / (2 * width**2))

    weights = np.linalg.solve(bumps(seen) + ridge * np.eye(len(seen)), label)
    return lambda rows: bumps(rows) @ weights


def _least_squares(shaped, seen, label):
    weights = np.linalg.lstsq(shaped(seen), label, rcond=None)[0]
    return lambda rows: shaped(rows) @ weights


def error(model, seen, label):
    """Share of boards on the other side, in percent."""
    return 100 * np.mean(np.sign(model(seen)) != label)


def row(many, draws=DRAWS):
    """Mean errors over `draws` data sets of `many` boards, and the spread of B's validation error over them."""
    found = []
    for draw in range(draws):
        rng = np.random.default_rng([many, draw])
        seen, written, true = boards(rng, many)
        other, other_written, other_true = boards(rng, CHECKED)
        a, b, products = (make(seen, written) for make in (straight_cut, flexible, with_products))
        relabelled, held_back = flexible(seen, true), flexible(seen, written, ridge=1.0)
        a_relabelled = straight_cut(seen, true)
        found.append(
            {
                "A train": error(a, seen, written),
                "A val": error(a, other, other_written),
                "B train": error(b, seen, written),
                "B val": error(b, other, other_written),
                "A val, true labels": error(a, other, other_true),
                "B val, true labels": error(b, other, other_true),
                "B relabelled, val as written": error(relabelled, other, other_written),
                "B relabelled, val true": error(relabelled, other, other_true),
                "B held back, train": error(held_back, seen, written),
                "B held back, val": error(held_back, other, other_written),
                "A relabelled, val as written": error(a_relabelled, other, other_written),
                "A with products, train": error(products, seen, written),
                "A with products, val": error(products, other, other_written),
            }
        )
    mean = {key: round(float(np.mean([one[key] for one in found])), 1) for key in found[0]}
    return mean | {"spread of B val over draws": round(float(np.std([one["B val"] for one in found])), 1)}


def straight_alone(many, draws=DRAWS):
    """A's mean validation error; cheap enough for all draws where B is not."""
    found = []
    for draw in range(draws):
        rng = np.random.default_rng([many, draw])
        seen, written, _ = boards(rng, many)
        other, other_written, _ = boards(rng, CHECKED)
        found.append(error(straight_cut(seen, written), other, other_written))
    return round(float(np.mean(found)), 1)


def main():
    for many, draws in ((125, DRAWS), (250, DRAWS), (500, DRAWS), (1000, DRAWS), (2000, DRAWS), (8000, 3)):
        print(many, row(many, draws), flush=True)
    print("A at 2,000 and 8,000, all draws", straight_alone(2_000), straight_alone(8_000))


if __name__ == "__main__":
    main()
