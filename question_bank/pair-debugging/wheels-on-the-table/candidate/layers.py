"""Layers that the trainers and the cellar share. Each has `training`, which the trainers leave as it is."""

import numpy as np


def numbered(layers):
    """{place and name: array} of all the numbers that some layers hold."""
    return {f"{at}.{name}": value for at, layer in enumerate(layers) for name, value in layer.numbers().items()}


class Dense:
    training = True

    def __init__(self, weights, shift):
        self.weights, self.shift = weights, shift

    def forward(self, x):
        return x @ self.weights + self.shift

    def numbers(self):
        return {"weights": self.weights, "shift": self.shift}


class Norm:
    """Each column less its mean, by its spread: those of the batch in training, and remembered; else the remembered."""

    training = True
    slow = 0.95

    def __init__(self, mean, variance, scale, shift):
        self.mean, self.variance, self.scale, self.shift = mean, variance, scale, shift

    def forward(self, x):
        mean, variance = self.mean, self.variance
        if self.training:
            mean, variance = x.mean(axis=0), x.var(axis=0)
            self.mean = self.slow * self.mean + (1 - self.slow) * mean
            self.variance = self.slow * self.variance + (1 - self.slow) * variance
        return (x - mean) / np.sqrt(variance + 1e-5) * self.scale + self.shift

    def numbers(self):
        return {"mean": self.mean, "variance": self.variance, "scale": self.scale, "shift": self.shift}


class Bend:
    training = True

    def forward(self, x):
        return np.maximum(x, 0)

    def numbers(self):
        return {}


class Drop:
    """In training, a share of the numbers is set to nought and the others are raised to make up for it."""

    training = True

    def __init__(self, share, seed=0):
        self.share, self.rng = share, np.random.default_rng(seed)

    def forward(self, x):
        if not self.training:
            return x
        return x * (self.rng.random(x.shape) >= self.share) / (1 - self.share)

    def numbers(self):
        return {"share": np.array(self.share)}


class Beside:
    """Some layers, and a way round them: what they give is added to what they were given."""

    training = True

    def __init__(self, inner):
        self.inner = inner

    def forward(self, x):
        given = x
        for layer in self.inner:
            x = layer.forward(x)
        return given + x

    def numbers(self):
        return numbered(self.inner)
