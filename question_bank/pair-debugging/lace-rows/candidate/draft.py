"""Train on past rows, score on new ones, and draft rows of its own.

    python draft.py data
"""

import argparse
from pathlib import Path

import numpy as np

from model import Model
from pattern import EDGE, TURN, load, new_neighbours, side_by_side, table_loss


def trained(rows, stitches, *, width=20, reach=3, steps=300, batch=24, rate=0.02, seed=0):
    """A model after `steps` updates by Adam."""
    model, rng = Model(stitches, width, reach, seed), np.random.default_rng([seed, 1])
    first = {name: np.zeros_like(value) for name, value in model.parameters.items()}
    second = {name: np.zeros_like(value) for name, value in model.parameters.items()}
    for step in range(1, steps + 1):
        chosen = rng.integers(0, len(rows), batch)
        _, gradients = model.loss_and_gradients(*side_by_side([rows[number] for number in chosen]))
        for name, gradient in gradients.items():
            first[name] += 0.1 * (gradient - first[name])
            second[name] += 0.01 * (gradient**2 - second[name])
            size = np.sqrt(second[name] / (1 - 0.99**step)) + 1e-8
            model.parameters[name] = model.parameters[name] - rate * first[name] / (1 - 0.9**step) / size
    return model


def score(model, rows):
    """Loss a stitch on rows that it was not trained on."""
    return model.loss_and_gradients(*side_by_side(rows))[0]


def drafted(model, count, *, longest=40, seed=0):
    """Rows that the model writes itself, each stitch drawn by its chances after those before it."""
    rng, rows = np.random.default_rng(seed), []
    while len(rows) < count:
        row = [EDGE]
        while row[-1] != TURN and len(row) < longest:
            chances = model.chances(np.array([row]))[0, -1]
            row.append(int(rng.choice(len(chances), p=chances)))
        rows.append(np.array(row))
    return rows


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    names, past = load(folder / "past.json")
    _, new = load(folder / "new.json")
    model = trained(past, len(names))
    table = table_loss(past, new, len(names))
    print(f"loss a stitch on new rows: network {score(model, new):.3f}, table {table:.3f}")
    own = drafted(model, 60)
    for who, rows in (("network", own), ("new rows", new)):
        print(f"{who:8}  neighbours that no past row has {new_neighbours(past, rows, len(names)):6.1%}")
    for row in own[:3]:
        print("draft:", " ".join(names[stitch] for stitch in row))


if __name__ == "__main__":
    main()
