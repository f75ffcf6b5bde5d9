# hiretool-canary-ea3b90e1-8201-4ec8-8d24-db1910ae45f2
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import variants

SYMPTOM = "the_loss_comes_down_to_that_of_the_other_program"


class Counting:
    """Stands in for a classifier: keeps the rates that it was moved by, and never learns."""

    def __init__(self):
        self.rates, self.sizes = [], []

    def loss(self, x, y):
        return 1.0

    def gradients(self, x, y):
        self.sizes.append(len(y))
        return np.zeros(1), np.zeros(1)

    def step(self, gradients, rate):
        self.rates.append(float(rate))


def _slopes(model, x, y):
    """Gradients by central differences, of the weights of a few words and of the bias."""
    found = []
    for part, places in ((model.weights[:3], list(np.ndindex(3, model.weights.shape[1]))), (model.bias, None)):
        for place in places or range(len(model.bias)):
            ends = []
            for move in (1e-5, -1e-5):
                part[place] += move
                ends.append(_loss(model, x, y))
                part[place] -= move
            found.append((ends[0] - ends[1]) / 2e-5)
    return np.array(found)


def _loss(model, x, y):
    score = x @ model.weights + model.bias
    return float((np.log(np.exp(score).sum(axis=1)) - score[np.arange(len(y)), y]).mean())


class Plain:
    """Weights and bias on this side of the check."""

    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias


def _epoch(batches, x, y, size, rng):
    """What an epoch hands out, as (rows told by the first column, labels, sizes)."""
    parts = [(np.array(some), np.array(labels)) for some, labels in batches(x, y, size, rng)]
    rows = np.concatenate([some[:, 0] for some, _ in parts])
    return rows.tolist(), np.concatenate([labels for _, labels in parts]).tolist(), [len(labels) for _, labels in parts]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    train, made = modules["train"], modules["classifier"].Classifier
    x, y = variants.arrays(seed)
    count = int(y.max()) + 1

    losses = train.fit(made(x.shape[1], count), x, y)
    again = train.fit(made(x.shape[1], count), x, y)

    model = made(x.shape[1], count)
    weights, bias = rng.normal(0, 0.5, (x.shape[1], count)), rng.normal(0, 0.5, count)
    # Moved there by a step, so that it works wherever the parameters live.
    model.step((-weights, -bias), 1.0)
    rows = rng.choice(len(y), 29, replace=False)
    by_weights, by_bias = model.gradients(x[rows], y[rows])
    right = _slopes(Plain(weights, bias), x[rows], y[rows])

    numbered = np.arange(50.0).reshape(-1, 1)
    labels = rng.integers(0, 9, 50)
    one, theirs, sizes = _epoch(train.batches, numbered, labels, 16, np.random.default_rng(seed))
    two, _, _ = _epoch(train.batches, numbered, labels, 16, np.random.default_rng(seed + 1))
    counting = Counting()
    train.fit(counting, numbered, labels, epochs=3, rate=2.0, size=16)
    return {
        SYMPTOM: bool(abs(losses[-1] / variants.other_program(seed) - 1) < 0.06),
        "it_can_be_run_again": bool(np.allclose(losses, again)),
        "gradients_by_weights_are_slopes": bool(
            np.allclose(np.asarray(by_weights)[:3].ravel(), right[:-count], rtol=1e-4, atol=1e-7)
        ),
        "gradients_by_bias_are_slopes": bool(np.allclose(by_bias, right[-count:], rtol=1e-4, atol=1e-7)),
        "each_letter_comes_once": sorted(one) == numbered[:, 0].tolist() and sizes == [16, 16, 16, 2],
        "each_letter_has_its_own_department": theirs == [int(labels[int(row)]) for row in one],
        "the_order_is_drawn": one != sorted(one) and one != two,
        "the_rate_falls_by_epochs": bool(np.allclose(counting.rates, [2.0] * 4 + [1.8] * 4 + [1.62] * 4)),
        "batches_are_whole": counting.sizes == [16, 16, 16, 2] * 3,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    x, y = variants.arrays(seed)
    losses = modules["train"].fit(modules["classifier"].Classifier(x.shape[1], int(y.max()) + 1), x, y)
    shares = np.bincount(y) / len(y)
    return {
        "last": losses[-1],
        "other": variants.other_program(seed),
        "ratio": losses[-1] / variants.other_program(seed),
        "frequencies": float(-(shares * np.log(shares)).sum()),
        "last_third_fall": 1 - losses[-1] / losses[8],
    }


def modules(names=("letters", "classifier", "train")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
