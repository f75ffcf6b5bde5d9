"""Train by gradient descent in small batches, and tell the loss after each epoch.

    python train.py data
"""

import sys

import numpy as np

import letters
from classifier import Classifier

DECAY = 0.9


def batches(x, y, size, rng):
    """The batches of an epoch: all letters in parts of `size` or less."""
    order = rng.permutation(len(y))
    for start in range(0, len(y), size):
        rows = order[start : start + size]
        yield x[rows], y[rows]


def fit(model, x, y, epochs=12, rate=0.5, size=32, seed=0):
    """Loss before training and after each epoch."""
    rng = np.random.default_rng(seed)
    losses = [model.loss(x, y)]
    for _ in range(epochs):
        for some, departments in batches(x, y, size, rng):
            model.step(model.gradients(some, departments), rate)
        rate *= DECAY
        losses.append(model.loss(x, y))
    return losses


def main():
    read, names = letters.load(sys.argv[1])
    x, y = letters.matrix(read, names)
    print(f"{len(y)} letters, {x.shape[1]} words; by department:")
    for number, name in enumerate(names):
        print(f"  {name:12} {(y == number).sum():4d}")
    losses = fit(Classifier(x.shape[1], len(names)), x, y)
    print("\nepoch   loss")
    for epoch, loss in enumerate(losses):
        print(f"{epoch:5d}  {loss:.4f}")


if __name__ == "__main__":
    main()
