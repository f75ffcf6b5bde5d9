# hiretool-canary-866dbd94-292f-4723-8029-51829768e82c
"""A few rows of the own town and many of another, fitted together -> miss on fresh rows of the own town."""

import numpy as np


def derived(facts):
    """Squared misses beyond the noise, means over draws of towns and rows; the noise has standard deviation 1."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    columns, gap = fact["columns"], fact["gap"]
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(float(value))

    def summed(x, y):
        return x.T @ x, x.T @ y

    for draw in range(fact["draws"]):
        rng = np.random.default_rng([12, draw])
        own = rng.normal(size=columns)
        apart = np.zeros(columns)
        apart[: fact["columns_apart"]] = (
            gap / np.sqrt(fact["columns_apart"]) * rng.choice([-1, 1], fact["columns_apart"])
        )
        most_own, most_other = max(fact["own_rows"]), max(fact["other_rows"])
        x_own, x_other = rng.normal(size=(most_own, columns)), rng.normal(size=(most_other, columns))
        y_own = x_own @ own + rng.normal(size=most_own)
        y_other = x_other @ (own + apart) + rng.normal(size=most_other)
        for m in fact["other_rows"]:
            g_other, h_other = summed(x_other[:m], y_other[:m])
            for n in fact["own_rows"]:
                g_own, h_own = summed(x_own[:n], y_own[:n])

                def miss(gram, side):
                    return ((np.linalg.solve(gram, side) - own) ** 2).sum()

                note(f"own_{n}_other_{m}", miss(g_own + g_other, h_own + h_other))
                if m:
                    # Each row of the other town counts as a tenth of one.
                    note(f"tenth_own_{n}_other_{m}", miss(g_own + g_other / 10, h_own + h_other / 10))
                if m == most_other:
                    # First the other town alone, then only the difference, pulled towards nothing: as many rows' worth as said.
                    start = np.linalg.solve(g_other, h_other)
                    for pull in fact["pulls"]:
                        moved = np.linalg.solve(g_own + pull * np.eye(columns), h_own - g_own @ start)
                        note(f"moved_pull_{pull}_own_{n}", ((start + moved - own) ** 2).sum())
                    # Columns that are apart get weights of their own; the others are shared.
                    k = fact["columns_apart"]
                    both = np.zeros((columns + k, columns + k))
                    both[:columns, :columns] = g_own + g_other
                    both[columns:, :columns] = g_other[:k]
                    both[:columns, columns:] = g_other[:, :k]
                    both[columns:, columns:] = g_other[:k, :k]
                    side = np.append(h_own + h_other, h_other[:k])
                    note(f"own_weights_for_some_own_{n}", ((np.linalg.solve(both, side)[:columns] - own) ** 2).sum())
    return {name: float(np.mean(values)) for name, values in out.items()}
