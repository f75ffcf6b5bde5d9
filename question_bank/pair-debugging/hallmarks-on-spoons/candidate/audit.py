"""How many views a training run has seen, and by how many different drawings they were made.

    python audit.py data --workers 4 --epochs 20
"""

import argparse

import loader
import marks


def seen(pictures, workers, epochs, seed=0):
    """Settings of each view, a list for each epoch."""
    source = loader.Loader(pictures, workers, seed=seed)
    return [[tuple(view.drawn.tolist()) for batch in source.batches(epoch) for view in batch] for epoch in range(epochs)]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--workers", type=int, required=True)
    arguments.add_argument("--epochs", type=int, required=True)
    chosen = arguments.parse_args()

    pictures, towns = marks.load(chosen.folder)
    print(f"{len(pictures)} marks of {len(set(towns.tolist()))} towns, {chosen.workers} workers")
    epochs = seen(pictures, chosen.workers, chosen.epochs)
    for number, drawn in enumerate(epochs[:3]):
        angles = ", ".join(f"{setting[0]:+.1f}" for setting in drawn[:8])
        print(f"epoch {number}: {len(drawn)} views, first turned by {angles} degrees")
    together = [setting for drawn in epochs for setting in drawn]
    print(f"{chosen.epochs} epochs: {len(together)} views, {len(set(together))} different drawings")


if __name__ == "__main__":
    main()
