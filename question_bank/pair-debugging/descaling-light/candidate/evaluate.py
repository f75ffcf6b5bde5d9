"""How well does the light tell a scaled boiler from a clean one, by a single brew?

    python evaluate.py data
"""

import argparse

import numpy as np
import pandas as pd

from brews import load
from light import Model, traits

TRIED = (3, 10, 30, 100)


def folds(brews, parts=5):
    """Row positions (fit, held_out). The mains water is warmer on some days, so a day stays in one part."""
    part = brews["day"].to_numpy() % parts
    return [(np.flatnonzero(part != number), np.flatnonzero(part == number)) for number in range(parts)]


def out_of_fold(brews, splits, neighbours):
    """The score of each brew, from a model that was fitted without its part."""
    seen, scaled = traits(brews), brews["scaled"].to_numpy()
    scores = np.full(len(brews), np.nan)
    for fit, held_out in splits:
        scores[held_out] = Model(neighbours).fit(seen[fit], scaled[fit]).score(seen[held_out])
    return scores


def auc(brews, scores):
    """Share of the pairs (scaled, clean) in which the scaled boiler has the higher score; equal ones count one half."""
    scaled, ranks = brews["scaled"].to_numpy() == 1, pd.Series(scores).rank().to_numpy()
    above = ranks[scaled].sum() - scaled.sum() * (scaled.sum() + 1) / 2
    return above / (scaled.sum() * (~scaled).sum())


def choice(brews, tried=TRIED):
    """{neighbours: AUC}, the best first."""
    splits = folds(brews)
    found = {count: auc(brews, out_of_fold(brews, splits, count)) for count in tried}
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    brews = load(arguments.parse_args().folder)
    print(f"brews      {len(brews)}, on {brews['day'].nunique()} days, from a boiler with scale: {brews['scaled'].mean():.0%}")
    found = choice(brews)
    for count in sorted(found):
        print(f"AUC        {found[count]:.3f} with {count} neighbours")
    print(f"chosen     {next(iter(found))} neighbours")


if __name__ == "__main__":
    main()
