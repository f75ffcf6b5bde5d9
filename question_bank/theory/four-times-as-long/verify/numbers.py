# hiretool-canary-74761abe-b317-4521-8344-c109cac3fbfd
"""Logs drawn from a seed -> how often the latest line of the asked machine gets the most weight, by kind of position."""

import numpy as np


def logs(rng, many, lines, machines, shortest=None, latest=(1, None)):
    """Whether a line is of the asked machine, by distance from the question (column 0 is the last line), and how many lines.

    The latest such line stands at a distance between the two of `latest`.
    """
    count = rng.integers(shortest or lines, lines + 1, size=many)
    match = rng.random((many, lines)) < 1 / machines
    low, high = latest
    nearest = np.array([rng.integers(low, min(high or n, n) + 1) for n in count])
    # As long as machines report by lot, near ones are likelier to be the latest; keep that where any distance is allowed.
    if latest == (1, None):
        first = rng.geometric(1 / machines, size=many)
        nearest = np.where(first <= count, first, nearest)
    distance = np.arange(1, lines + 1)
    match &= distance > nearest[:, None]
    match[np.arange(many), nearest - 1] = True
    match &= distance <= count[:, None]
    return match, count, nearest


def waves(distance, pairs=8):
    """Cosine and sine of a distance at rates from 1 down, as many as are in use in large models, only fewer."""
    angle = np.asarray(distance, float)[:, None] * 10_000.0 ** (-np.arange(pairs) / pairs)
    return np.hstack([np.cos(angle), np.sin(angle)])


def trained(features, match, count, nearest, by_place, steps, places=None):
    """Weight of a match and of each feature, by descent (with rescaled steps) on the log loss of the latest matching line."""
    many, lines = match.shape
    there = np.arange(1, lines + 1) <= count[:, None]
    if places is not None:
        index = places
    elif by_place:
        index = np.clip(count[:, None] - np.arange(1, lines + 1), 0, None)
    else:
        index = np.broadcast_to(np.arange(lines), match.shape)
    own, weights = 0.0, np.zeros(features.shape[1])
    mean, square = np.zeros(len(weights) + 1), np.zeros(len(weights) + 1)
    for step in range(1, steps + 1):
        score = np.where(there, own * match + (features @ weights)[index], -np.inf)
        share = np.exp(score - score.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        share[np.arange(many), nearest - 1] -= 1
        by_index = np.bincount(index.ravel(), share.ravel(), minlength=len(features))
        slope = np.append(features.T @ by_index, np.sum(share * match)) / many
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        move = 0.05 * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights, own = weights - move[:-1], own - move[-1]
    return own, weights


def right(own, by_distance, match, nearest):
    """Per cent of questions in which the latest matching line has the highest score."""
    score = own * match + by_distance
    return 100 * float(np.mean(score.argmax(axis=1) == nearest - 1))


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    short, long, machines, steps = fact["lines_in_training"], fact["lines_in_use"], fact["machines"], fact["steps"]
    rng = np.random.default_rng(5)
    seen = logs(rng, fact["logs"], short, machines, shortest=8)
    tests = {
        "short": logs(rng, 1000, short, machines),
        "long_near": logs(rng, 1000, long, machines, latest=(1, short)),
        "long_far": logs(rng, 1000, long, machines, latest=(short + 1, long)),
    }
    one_hot = np.eye(short)
    models = {}
    own, w = trained(one_hot, *seen, True, steps)
    first = 0.02 * rng.normal(size=long)
    first[:short] = w
    models["place"] = (own, lambda n: first[n - np.arange(1, n + 1)])
    own, w = trained(one_hot, *seen, False, steps)
    last = np.append(w, np.full(long - short, w[-1]))
    models["distance"] = (own, lambda n, last=last: last[:n])
    numbers = {"distance_match": own, "distance_from_nearest_to_64": w[0] - w[-1]}
    own_w, w_waves = trained(waves(np.arange(1, short + 1)), *seen, False, steps)
    models["waves"] = (own_w, lambda n: waves(np.arange(1, n + 1)) @ w_waves)
    models["waves_squeezed"] = (own_w, lambda n: waves(np.arange(1, n + 1) * short / long) @ w_waves)
    own_s, slope = trained(-np.arange(1, short + 1)[:, None] / 10.0, *seen, False, steps)
    models["slope"] = (own_s, lambda n: -np.arange(1, n + 1) / 10 * slope[0])
    models["slope_squeezed"] = (own_s, lambda n: -np.arange(1, n + 1) / 10 * slope[0] * short / long)
    own, w = trained(np.zeros((short, 1)), *seen, False, steps)
    models["none"] = (own, lambda n: 1e-6 * np.random.default_rng(1).normal(size=n))
    # Places drawn in order from all that will be in use.
    spread = np.sort(np.argsort(rng.random((fact["logs"], long)), axis=1)[:, :short], axis=1)[:, ::-1].copy()
    own, w = trained(np.eye(long), *seen, True, steps, places=spread)
    models["place_spread"] = (own, lambda n, w=w: w[n - np.arange(1, n + 1)])
    out = {}
    for name, (own, by) in models.items():
        for test, (match, _, nearest) in tests.items():
            n = match.shape[1]
            out[f"{name}_{test}"] = right(own, by(n)[None, :], match, nearest)
    out["slope_match"] = own_s
    out["slope_per_line"] = slope[0] / 10
    beyond = waves(np.arange(1, long + 1)) @ w_waves
    for distance in (1, 8, 64, 80, 96, 160, 256):
        out[f"waves_part_at_{distance}"] = float(beyond[distance - 1])
    out["waves_match"] = own_w
    return out | {name: float(value) for name, value in numbers.items()}
