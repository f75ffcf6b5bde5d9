"""Train on one machine or another: `part` is the number of recordings that fit into its memory at a time.

    python train.py data --part 48
"""

import argparse
from pathlib import Path

import numpy as np

from network import Network
from recordings import STATES, UNHEARD, load, padded, parts


def step(network, batch, part, rate):
    """One update from a batch. Its gradient is added up over parts that fit into memory."""
    total = {name: np.zeros_like(value) for name, value in network.parameters.items()}
    for group in parts(batch, part):
        _, gradients = network.loss_and_gradients(*padded(group))
        share = len(group) / len(batch)  # the last group may be smaller than the others
        for name, gradient in gradients.items():
            total[name] += share * gradient
    for name, gradient in total.items():
        network.parameters[name] = network.parameters[name] - rate * gradient


def trained(recordings, part, *, batch=48, epochs=12, rate=1.0, seed=0):
    """A network after `epochs` passes over the recordings."""
    network = Network(recordings[0].sound.shape[1], 10, seed)
    rng = np.random.default_rng([seed, 1])
    for _ in range(epochs):
        order = rng.permutation(len(recordings))
        for start in range(0, len(order), batch):
            step(network, [recordings[place] for place in order[start : start + batch]], part, rate)
    return network


def report(network, recordings):
    """Loss a second, and the shares of labelled seconds that are called piping and that are piping."""
    sound, states = padded(recordings)
    loss, _ = network.loss_and_gradients(sound, states)
    heard, piping = states != UNHEARD, STATES.index("piping")
    called = network.predict(sound).argmax(axis=2)
    return loss, (called[heard] == piping).mean(), (states[heard] == piping).mean()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--part", type=int, default=48)
    chosen = arguments.parse_args()

    network = trained(load(chosen.folder / "training.npz"), chosen.part)
    loss, called, true = report(network, load(chosen.folder / "heldout.npz"))
    print(f"parts of {chosen.part}: loss {loss:.4f} a second, piping called in {called:.1%} of seconds (labelled: {true:.1%})")


if __name__ == "__main__":
    main()
