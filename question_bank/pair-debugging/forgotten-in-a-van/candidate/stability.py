"""How far the rides of a week have moved away from those of training.

The index is the population stability index: over ten ranges of a value, the sum of (share now - share then) times
the logarithm of (share now / share then). Below 0.1 a value counts as steady, from 0.25 on as moved.
"""

import numpy as np

RANGES = 10
# No ride in a range would make the logarithm infinite.
LEAST = 1e-4


def shares(values, ranges=RANGES):
    """Share of the values in each of the ranges."""
    values = np.asarray(values, dtype=float)
    counts, _ = np.histogram(values, bins=ranges)
    return np.clip(counts / counts.sum(), LEAST, None)


def index(then, now):
    """Stability index of one value: `then` in training, `now` in the week. 0 if nothing has moved."""
    old, new = shares(then), shares(now)
    return float(((new - old) * np.log(new / old)).sum())


def report(training, week, inputs):
    """{input: index} for the rides of one week."""
    return {name: index(training[name], week[name]) for name in inputs}
