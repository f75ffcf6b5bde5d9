"""Kiln load -> days until it is dry."""

import numpy as np

from tape import Value


class Network:
    """One hidden layer. Columns are brought to mean 0 and spread 1, as in the loads that it is made for."""

    def __init__(self, table, hidden, seed):
        rng = np.random.default_rng(seed)
        columns = table.shape[1]
        self.middle, self.spread = table.mean(axis=0), table.std(axis=0)
        self.weights = {
            "in": Value(rng.normal(0, 1 / np.sqrt(columns), (columns, hidden))),
            "in_bias": Value(np.zeros(hidden)),
            "out": Value(rng.normal(0, 1 / np.sqrt(hidden), (hidden, 1))),
            "out_bias": Value(np.zeros(1)),
        }

    def forward(self, table):
        """Days for each load, as a Value."""
        scaled = Value((table - self.middle) / self.spread)
        hidden = (scaled @ self.weights["in"] + self.weights["in_bias"]).tanh()
        return hidden @ self.weights["out"] + self.weights["out_bias"]

    def predict(self, table):
        """Days for each load, as plain numbers in a row."""
        return self.forward(table).array[:, 0]
