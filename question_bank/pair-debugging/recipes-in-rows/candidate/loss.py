"""The loss of recipes one by one, and of the same recipes in rows.

python loss.py data
"""

import json
import sys
from pathlib import Path

import numpy as np

from model import load, logs
from pack import NONE, pack

LENGTH = 48


def one_by_one(model, recipes):
    """Mean over all tokens that are to be told: each of a recipe but its first."""
    costs = []
    for recipe in recipes:
        tokens = np.array([recipe])
        told = logs(model, tokens, np.arange(len(recipe))[None], np.ones_like(tokens))[0]
        costs.extend(-told[np.arange(len(recipe) - 1), recipe[1:]])
    return float(np.mean(costs))


def in_rows(model, recipes, length=LENGTH):
    """The same, as in training: a row at a time holds several recipes."""
    rows = pack(recipes, length)
    told = logs(model, rows.tokens, rows.places, rows.parts)
    counted = rows.wanted != NONE
    return float(-told[counted, rows.wanted[counted]].mean())


def main():
    folder = Path(sys.argv[1])
    model, recipes = load(folder / "model.npz"), json.loads((folder / "recipes.json").read_text())
    rows = pack(recipes, LENGTH)
    print(f"{len(recipes)} recipes in {len(rows.tokens)} rows, {(rows.parts > 0).mean():.0%} filled")
    print(f"one by one {one_by_one(model, recipes):.4f}")
    print(f"in rows    {in_rows(model, recipes):.4f}")


if __name__ == "__main__":
    main()
