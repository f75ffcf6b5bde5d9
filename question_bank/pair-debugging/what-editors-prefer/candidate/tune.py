"""Tune the writer so that it leans to what editors prefer, and not far from where it was.

    python tune.py data
"""

import argparse
from pathlib import Path

import numpy as np

from pairs import Pair, load
from writer import Writer


def leads(writer: Writer, pairs: list[Pair], strength: float = 4.0) -> np.ndarray:
    """For each pair, how much more than before tuning the writer leans to the better text, by the word."""
    gained = [writer.logs(pair.better).mean() - pair.better_before for pair in pairs]
    given = [writer.logs(pair.worse).mean() - pair.worse_before for pair in pairs]
    return strength * (np.array(gained) - np.array(given))


def loss_and_slope(writer: Writer, pairs: list[Pair], strength: float = 4.0) -> tuple[float, np.ndarray]:
    """Mean of minus the log of the chance that the editors choose as they did, and its slope with the scores."""
    ahead = leads(writer, pairs, strength)
    open_still = 1 / (1 + np.exp(np.clip(ahead, -500, 500)))
    slope = np.zeros_like(writer.scores)
    for pair, weight in zip(pairs, open_still, strict=True):
        slope -= weight * strength * (writer.slope_of_mean(pair.better) - writer.slope_of_mean(pair.worse)) / len(pairs)
    return float(np.logaddexp(0, -ahead).mean()), slope


def tuned(writer: Writer, pairs: list[Pair], *, strength: float = 4.0, steps: int = 60, rate: float = 1.0) -> Writer:
    """A new writer; the one that is given stays as it is."""
    new = Writer(writer.scores)
    for _ in range(steps):
        _, slope = loss_and_slope(new, pairs, strength)
        new.scores = new.scores - rate * slope
    return new


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    writer = Writer(np.load(folder / "writer.npy"))
    pairs = load(folder / "pairs.json", writer)
    new = tuned(writer, pairs)
    longer = np.array([len(pair.better) > len(pair.worse) for pair in pairs])
    print(f"{len(pairs)} pairs; editors preferred the longer text in {longer.mean():.0%}")
    first, last = loss_and_slope(writer, pairs)[0], loss_and_slope(new, pairs)[0]
    print(f"loss: {first:.3f} before the first step, {last:.3f} after the last")
    # From the two writers themselves: by the word, what each text has gained.
    gained = np.array([np.mean(new.logs(pair.better) - writer.logs(pair.better)) for pair in pairs])
    given = np.array([np.mean(new.logs(pair.worse) - writer.logs(pair.worse)) for pair in pairs])
    for name, some in (("the longer text", longer), ("a text not longer", ~longer)):
        print(f"editors preferred {name:17}: the better text gained more in {(gained > given)[some].mean():.0%} of {some.sum()}")
    print(f"typical length: {writer.typical_length():.1f} words, tuned {new.typical_length():.1f}")


if __name__ == "__main__":
    main()
