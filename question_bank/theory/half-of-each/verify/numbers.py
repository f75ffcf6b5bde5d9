# hiretool-canary-3c979f81-b941-416b-85c6-489a62a11700
"""Networks trained from a seed -> the table of the prompt and the figures of the guide. Mistakes in 100.

Trained by full-batch descent on smooth units, so that another machine gives the same figures.
"""

import numpy as np

COLUMNS, NOISE, STEP, MOMENTUM = 8, 0.05, 0.5, 0.9


def loads(rng, many):
    """Eight measurements; wet if a product and two of them say so, with one label in twenty turned round."""
    x = rng.normal(size=(many, COLUMNS))
    wet = x[:, 0] * x[:, 1] + 0.8 * x[:, 2] + 0.8 * x[:, 3] > 0
    return x, (wet ^ (rng.random(many) < NOISE)).astype(float)


def start(rng, units):
    return [
        rng.normal(size=(COLUMNS, units)) / np.sqrt(COLUMNS),
        rng.normal(size=units) * 0.3,
        rng.normal(size=units) / np.sqrt(units),
        np.zeros(1),
    ]


def output(net, x):
    """Log-odds of a wet load."""
    return np.tanh(x @ net[0] + net[1]) @ net[2] + net[3]


def trained(net, x, y, steps):
    net, speed = [part.copy() for part in net], [0 * part for part in net]
    for _ in range(steps):
        hidden = np.tanh(x @ net[0] + net[1])
        residual = (1 / (1 + np.exp(-(hidden @ net[2] + net[3]))) - y) / len(y)
        back = np.outer(residual, net[2]) * (1 - hidden * hidden)
        slope = (x.T @ back, back.sum(axis=0), hidden.T @ residual, residual.sum(keepdims=True))
        for part in range(4):
            speed[part] = MOMENTUM * speed[part] - STEP * slope[part]
            net[part] = net[part] + speed[part]
    return net


def mistakes(score, y):
    return 100 * float(np.mean((score > 0) != (y > 0.5)))


def mean_of_weights(nets):
    return [np.mean(parts, axis=0) for parts in zip(*nets)]


def listed_anew(net, order):
    """The same function, its hidden units in another order."""
    return [net[0][:, order], net[1][order], net[2][order], net[3]]


def matched(net, other, x):
    """The other network's units put in the order of those of `net` that do the most alike, greedily; same function."""
    first, second = np.tanh(x @ net[0] + net[1]), np.tanh(x @ other[0] + other[1])
    alike, order = (first * net[2]).T @ (second * other[2]), np.zeros(len(net[1]), int)
    for _ in order:
        mine, its = np.unravel_index(alike.argmax(), alike.shape)
        order[mine] = its
        alike[mine], alike[:, its] = -np.inf, -np.inf
    again = listed_anew(other, order)
    # A unit with all its signs turned is the same unit.
    sign = np.where((first * second[:, order]).sum(axis=0) < 0, -1.0, 1.0)
    return [again[0] * sign, again[1] * sign, again[2] * sign, again[3]]


def once(seed, fact):
    """All figures of one draw of training loads, test loads and starts."""
    rng = np.random.default_rng([11, seed])
    rows, units = fact["training_loads"], fact["hidden_units"]
    x, y = loads(rng, rows)
    test, truth = loads(rng, fact["test_loads"])
    nets = [trained(start(rng, units), x, y, fact["steps"]) for _ in range(fact["networks"])]
    scores = [output(net, test) for net in nets]
    wrong = [(score > 0) != (truth > 0.5) for score in scores]
    pairs = [(first, first + 1) for first in range(0, len(nets), 2)]
    branches = [trained(nets[0], *loads(rng, rows), fact["steps_further"]) for _ in range(2)]
    branch_scores = [output(net, test) for net in branches]
    anew = [listed_anew(net, rng.permutation(units)) for net in nets]
    weak = trained(start(rng, units), x[: fact["loads_of_the_weak"]], y[: fact["loads_of_the_weak"]], fact["steps"])

    def over_pairs(figure):
        return float(np.mean([figure(a, b) for a, b in pairs]))

    return {
        "one_network": float(np.mean([mistakes(score, truth) for score in scores])),
        "two_starts_mean_of_outputs": over_pairs(lambda a, b: mistakes(scores[a] + scores[b], truth)),
        "two_starts_mean_of_weights": over_pairs(
            lambda a, b: mistakes(output(mean_of_weights([nets[a], nets[b]]), test), truth)
        ),
        "two_starts_matched_mean_of_weights": over_pairs(
            lambda a, b: mistakes(output(mean_of_weights([nets[a], matched(nets[a], nets[b], x)]), test), truth)
        ),
        "two_starts_a_quarter_of_the_way": over_pairs(
            lambda a, b: mistakes(output([0.75 * p + 0.25 * q for p, q in zip(nets[a], nets[b])], test), truth)
        ),
        "both_of_two_starts_mistaken": over_pairs(lambda a, b: 100 * np.mean(wrong[a] & wrong[b])),
        "all_starts_mean_of_outputs": mistakes(sum(scores), truth),
        "either_branch": float(np.mean([mistakes(score, truth) for score in branch_scores])),
        "branches_mean_of_outputs": mistakes(sum(branch_scores), truth),
        "branches_mean_of_weights": mistakes(output(mean_of_weights(branches), test), truth),
        "itself_listed_anew_mean_of_outputs": float(
            np.mean([mistakes(score + output(copy, test), truth) for score, copy in zip(scores, anew)])
        ),
        "itself_listed_anew_mean_of_weights": float(
            np.mean([mistakes(output(mean_of_weights([net, copy]), test), truth) for net, copy in zip(nets, anew)])
        ),
        "weak_network": mistakes(output(weak, test), truth),
        "one_and_the_weak_mean_of_outputs": float(
            np.mean([mistakes(score + output(weak, test), truth) for score in scores])
        ),
        "all_starts_mean_of_weights": mistakes(output(mean_of_weights(nets), test), truth),
    }


def derived(facts):
    """Means over the draws."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    draws = [once(seed, fact) for seed in range(fact["draws"])]
    return {name: float(np.mean([draw[name] for draw in draws])) for name in draws[0]}
