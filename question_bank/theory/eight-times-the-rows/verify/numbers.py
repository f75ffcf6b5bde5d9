# hiretool-canary-87584a78-4b88-4e97-95ca-1967fd5166a9
"""Descent on fresh rows -> what is left of the loss above the noise, by rows in a step and size of the step.

Figures are expected values from a recursion; a simulation on drawn rows says whether the recursion holds.
"""

import numpy as np

SPREADS = np.array([1.0] * 5 + [0.2] * 5)
LIVELY = SPREADS == 1.0
# Each column is worth the same: the dull ones have larger weights.
TRUE = 1 / SPREADS
NOISE = 1.0


def expected(plan):
    """Expected excess loss by column after a plan of (steps, rows in a step, step size), starting from zero.

    For normal columns that do not move together, the mean square of a weight's miss follows from that of all.
    """
    curvature, miss = SPREADS**2, TRUE**2
    for steps, rows, size in plan:
        for _ in range(steps):
            heard = size**2 / rows * curvature * (curvature * miss + np.sum(curvature * miss) + NOISE**2)
            miss = (1 - size * curvature) ** 2 * miss + heard
    return curvature * miss


def simulated(plan, seed, repeats=20):
    """Mean excess loss and its standard error, on drawn rows."""
    rng = np.random.default_rng([seed, 9])
    weights = np.zeros((repeats, len(SPREADS)))
    for steps, rows, size in plan:
        for _ in range(steps):
            x = rng.normal(size=(repeats, rows, len(SPREADS))) * SPREADS
            miss = np.einsum("nij,nj->ni", x, weights - TRUE) + NOISE * rng.normal(size=(repeats, rows))
            weights = weights - size * np.einsum("nij,ni->nj", x, miss) / rows
    excess = np.sum(((weights - TRUE) * SPREADS) ** 2, axis=1)
    return float(excess.mean()), float(excess.std(ddof=1) / np.sqrt(repeats))


def derived(facts):
    """All figures; the plans come from the facts."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    budget, rows, size = fact["rows_seen"], fact["rows_in_a_step"], fact["step_size"]
    steps = budget // rows

    def scaled(times, by, rows_seen=budget):
        return [(rows_seen // (rows * times), rows * times, size * by)]

    def left(plan):
        return float(expected(plan).sum())

    first, fewer = expected(scaled(1, 1)), expected(scaled(8, 1))
    sixty_four = expected(scaled(64, 64))
    agrees = []
    for number, plan in enumerate((scaled(1, 1), scaled(8, 1), scaled(8, 8), scaled(64, 64))):
        mean, error = simulated(plan, number)
        agrees.append(abs(mean - left(plan)) < 4 * error)
    return {
        "simulation_agrees": all(agrees),
        "start": float(np.sum((TRUE * SPREADS) ** 2)),
        "first": float(first.sum()),
        "first_lively": float(first[LIVELY].sum()),
        "first_dull": float(first[~LIVELY].sum()),
        "first_dull_not_yet_arrived": float(np.sum((1 - size * SPREADS[~LIVELY] ** 2) ** (2 * steps))),
        "eight_times_the_rows": float(fewer.sum()),
        "eight_times_the_rows_dull": float(fewer[~LIVELY].sum()),
        "eight_times_the_rows_lively": float(fewer[LIVELY].sum()),
        "eight_times_both": left(scaled(8, 8)),
        "sixty_four_times_both": float(sixty_four.sum()),
        "sixty_four_times_both_lively": float(sixty_four[LIVELY].sum()),
        "digits_of_128_times_both": float(np.floor(np.log10(left(scaled(128, 128))))),
        "sixty_four_times_the_rows_eight_times_the_step": left(scaled(64, 8)),
        "half_the_step": left(scaled(1, 0.5)),
        "twice_the_step": left(scaled(1, 2)),
        "four_times_the_budget": left(scaled(1, 1, 4 * budget)),
        "four_times_the_budget_last_quarter_an_eighth_of_the_step": left(
            [(3 * steps, rows, size), (steps, rows, size / 8)]
        ),
        "four_times_the_budget_last_quarter_eight_times_the_rows": left(
            [(3 * steps, rows, size), (steps // 8, 8 * rows, size)]
        ),
        "four_times_the_budget_last_quarter_eight_times_the_rows_as_many_steps": left(
            [(3 * steps, rows, size), (steps, 8 * rows, size)]
        ),
        "largest_step_in_a_lively_column": float(2 / SPREADS.max() ** 2),
        "steps_until_dull_columns_halve": float(np.log(2) / (size * SPREADS.min() ** 2)),
    }
