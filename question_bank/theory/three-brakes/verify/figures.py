# hiretool-canary-49464891-3f30-49ca-afb8-2de675a7db93
"""Rows drawn from a seed -> the weights in the prompt, and what becomes of them when the world is changed.

python figures.py
"""

import numpy as np

PENALTY, STEP, STEPS, JITTER, COPIES = 0.25, 0.1, 27, 0.5, 200


def rows(many, spreads=(2.0, 0.5), noise=1.0, seed=0):
    """Two columns that do not move together, and a target that rises by 1 with each of them."""
    rng = np.random.default_rng([many, seed])
    columns = rng.normal(size=(many, 2)) * np.array(spreads)
    # The target depends on the quantity, not on the unit in which the second column is written.
    quantity = columns / np.array(spreads) * np.array((2.0, 0.5))
    return columns, quantity.sum(axis=1) + rng.normal(0, noise, many)


def unrestrained(columns, target):
    return np.linalg.lstsq(columns, target, rcond=None)[0]


def penalised(columns, target, strength=PENALTY):
    """Mean squared error plus strength times the sum of squared weights."""
    second = columns.T @ columns / len(target)
    return np.linalg.solve(second + strength * np.eye(2), columns.T @ target / len(target))


def stopped(columns, target, steps=STEPS, step=STEP):
    """Descent on half the mean squared error from zero, left after `steps` steps."""
    weights = np.zeros(2)
    for _ in range(steps):
        weights = weights - step * columns.T @ (columns @ weights - target) / len(target)
    return weights


def shaken(columns, target, jitter=JITTER, copies=COPIES, seed=1):
    """Least squares on copies of the rows with noise added to both columns."""
    rng = np.random.default_rng(seed)
    many = np.tile(columns, (copies, 1))
    return unrestrained(many + rng.normal(0, jitter, many.shape), np.tile(target, copies))


def all_four(columns, target, unit=1.0):
    """Both weights for each brake; the second one as the effect of the quantity in its first unit."""
    makers = {"none": unrestrained, "penalty": penalised, "stopped": stopped, "jitter": shaken}
    return {name: _short(make(columns, target) * np.array([1, unit])) for name, make in makers.items()}


def excess(make, spreads=(2.0, 0.5), draws=2_000):
    """Mean error above the noise with 20 rows and a noise of 3."""
    true = np.array([1, 0.5 / spreads[1]])
    found = [make(*rows(20, spreads, noise=3.0, seed=seed)) for seed in range(draws)]
    return float(np.mean([np.sum((weights - true) ** 2 * np.square(spreads)) for weights in found]))


def _short(values):
    return [float(f"{value:.3g}") for value in values]


def main():
    print("as in the prompt        ", all_four(*rows(5_000)))
    print("second column times ten ", all_four(*rows(5_000, spreads=(2.0, 5.0)), unit=10.0))
    print("ten times the rows      ", all_four(*rows(50_000)))
    summed = penalised(*rows(50_000), strength=PENALTY * 5_000 / 50_000)
    print("ten times the rows, penalty on the sum of errors", _short(summed))
    print("excess error with few rows, none and penalty", _short([excess(unrestrained), excess(penalised)]))
    for steps in (5, 27, 270):
        print("stopped after", steps, _short(stopped(*rows(5_000), steps=steps)))


if __name__ == "__main__":
    main()
