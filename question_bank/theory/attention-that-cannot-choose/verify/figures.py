# hiretool-canary-fd0b7eb6-5590-4b56-92d1-e5fb708c4eaa
"""Queries and keys drawn from a seed -> the weights in the prompt and in the follow-ups.

python figures.py
"""

import numpy as np

REPEATS = 2_000


def unit(rng, many, width):
    vectors = rng.normal(size=(many, width))
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def weights(scores):
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


def found(width, positions, factor=1.0, match=1.0, repeats=REPEATS, seed=0):
    """Mean weight on the wanted position: its key has cosine `match` with the query, the others are random."""
    rng = np.random.default_rng([width, positions, seed])
    got = []
    for _ in range(repeats):
        query = unit(rng, 1, width)[0]
        others = unit(rng, positions - 1, width) @ query
        got.append(weights(factor * np.append(others, match))[-1])
    return float(np.mean(got))


def needed(width, positions, weight=0.9):
    """Smallest factor at which the wanted position gets `weight` on average."""
    low, high = 1.0, 4_000.0
    for _ in range(16):
        middle = (low * high) ** 0.5
        low, high = (low, middle) if found(width, positions, middle, repeats=100) >= weight else (middle, high)
    return high


def pull(factor, positions=1_000, width=64, repeats=400, seed=0):
    """Mean size of the derivative of the wanted weight by its own cosine, before training (all keys random)."""
    rng = np.random.default_rng([positions, seed])
    sizes = []
    for _ in range(repeats):
        one = weights(factor * (unit(rng, positions, width) @ unit(rng, 1, width)[0]))
        sizes.append(factor * one[0] * (1 - one[0]))
    return float(np.mean(sizes)), float(np.median(sizes))


def plain(width, positions=1_000, scaled=False, repeats=400, seed=0):
    """Mean largest weight when entries are drawn with spread 1 and nothing is brought to length 1."""
    rng = np.random.default_rng([width, positions, seed])
    largest = []
    for _ in range(repeats):
        scores = rng.normal(size=(positions, width)) @ rng.normal(size=width)
        largest.append(weights(scores / np.sqrt(width) if scaled else scores).max())
    return float(np.mean(largest))


def main():
    for positions in (10, 100, 1_000):
        best = np.e / (np.e + (positions - 1) / np.e)
        print(positions, "factor 1:", round(found(64, positions), 4), "ceiling, all others opposite:", round(best, 4))
    for factor in (1, 8, 12, 16, 64):
        print("factor", factor, {p: round(found(64, p, factor, repeats=400), 3) for p in (10, 100, 1_000)})
    for width in (4, 8, 16, 64, 256):
        at_twelve = found(width, 1_000, 12.0, repeats=400)
        print(
            "width",
            width,
            "factor for 0.9 among 1000:",
            round(needed(width, 1_000), 1),
            "weight at 12:",
            round(at_twelve, 3),
        )
    for positions in (10, 100, 1_000, 10_000):
        orthogonal = np.log(9 * (positions - 1))
        print(
            "positions",
            positions,
            "others at cosine 0:",
            round(orthogonal, 2),
            "random:",
            round(needed(64, positions), 1),
        )
    print("width 64, 10,000 positions, factor 9.9:", round(found(64, 10_000, 9.9, repeats=60), 2))
    print("divided by 8 on top, 1,000 positions:", round(found(64, 1_000, 1 / 8, repeats=400), 4))
    for factor in (1, 12, 64, 256):
        print("pull at the start, factor", factor, [f"{value:.1e}" for value in pull(factor)])
    for width in (16, 64, 256):
        divided = plain(width, scaled=True)
        print(
            "unnormalised, width",
            width,
            "largest weight",
            round(plain(width), 3),
            "divided by root width",
            round(divided, 4),
        )
    print("match 0.8 at factor 12:", round(found(64, 1_000, 12.0, match=0.8, repeats=400), 3))


if __name__ == "__main__":
    main()
