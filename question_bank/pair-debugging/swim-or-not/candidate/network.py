"""A small network whose numbers all lie in one vector, as the buoy wants them."""

import numpy as np


class Network:
    def __init__(self, columns, hidden, seed):
        rng = np.random.default_rng(seed)
        shapes = {"in": (columns, hidden), "shift": (hidden,), "out": (hidden,), "base": (1,)}
        sizes = [int(np.prod(shape)) for shape in shapes.values()]
        self.flat = rng.normal(0, 0.3, sum(sizes))
        """Every number of the network, in the order of the parts."""
        pieces = np.split(self.flat, np.cumsum(sizes)[:-1])
        self.parts = {name: piece.reshape(shape) for (name, shape), piece in zip(shapes.items(), pieces, strict=True)}

    def _hidden(self, measured):
        return np.tanh(measured @ self.parts["in"] + self.parts["shift"])

    def predict(self, measured):
        """Logarithm of the germs, for each day."""
        return self._hidden(measured) @ self.parts["out"] + self.parts["base"]

    def slope(self, measured, germs):
        """Slope of the mean squared error, as long as `flat` and in the same order."""
        hidden = self._hidden(measured)
        off = 2 * (self.predict(measured) - germs) / len(germs)
        back = np.outer(off, self.parts["out"]) * (1 - hidden**2)
        return np.concatenate([(measured.T @ back).ravel(), back.sum(axis=0), off @ hidden, [off.sum()]])

    def save(self, path):
        """Write what the buoy reads."""
        np.save(path, self.flat)

    @classmethod
    def load(cls, path, columns, hidden):
        """The network that the buoy has after reading."""
        network = cls(columns, hidden, seed=0)
        network.flat[:] = np.load(path)
        return network
