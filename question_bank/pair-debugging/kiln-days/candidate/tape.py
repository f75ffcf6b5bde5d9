"""Arrays that remember what they were made from, so that slopes can be followed backwards."""

import numpy as np


def folded(slope, shape):
    """Slope of a result, summed over whatever numpy had stretched to make it out of an array of `shape`."""
    slope = slope.sum(axis=tuple(range(slope.ndim - len(shape))))
    stretched = [axis for axis, size in enumerate(shape) if size == 1 and slope.shape[axis] > 1]
    return slope.sum(axis=tuple(stretched), keepdims=True)


class Value:
    def __init__(self, array, made_from=()):
        self.array = np.asarray(array, dtype=float)
        self.slope = np.zeros(self.array.shape)
        self.made_from = made_from
        """Pairs: a value, and what turns the slope of the result into the slope of that value."""

    def __add__(self, other):
        return Value(self.array + other.array, ((self, lambda slope: slope), (other, lambda slope: slope)))

    def __sub__(self, other):
        return Value(self.array - other.array, ((self, lambda slope: slope), (other, lambda slope: -slope)))

    def __mul__(self, other):
        return Value(
            self.array * other.array,
            ((self, lambda slope: slope * other.array), (other, lambda slope: slope * self.array)),
        )

    def __matmul__(self, other):
        return Value(
            self.array @ other.array,
            ((self, lambda slope: slope @ other.array.T), (other, lambda slope: self.array.T @ slope)),
        )

    def tanh(self):
        bent = np.tanh(self.array)
        return Value(bent, ((self, lambda slope: slope * (1 - bent**2)),))

    def mean(self):
        return Value(self.array.mean(), ((self, lambda slope: np.full(self.array.shape, slope / self.array.size)),))

    def backward(self):
        """Set the slope of this single number in every value that it was made from."""
        order, seen = [], set()

        def visit(value):
            if id(value) not in seen:
                seen.add(id(value))
                for source, _ in value.made_from:
                    visit(source)
                order.append(value)

        visit(self)
        for value in order:
            value.slope = np.zeros(value.array.shape)
        self.slope = np.ones(self.array.shape)
        for value in reversed(order):
            for source, share in value.made_from:
                source.slope = source.slope + folded(share(value.slope), source.array.shape)
