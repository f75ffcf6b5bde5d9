# hiretool-canary-bb499ed0-43a9-41c5-ab2e-4b2bdfdcef9c
"""Softmax with a temperature -> the tables of the prompt and the figures of the guide.

Sentences and sums are counted through; only the small classifier is trained, on a convex loss.
"""

from itertools import product

import numpy as np

FIRST = (0.6, 0.4)
AFTER = ((0.1,) * 10, (0.9,) + (0.01,) * 10)
# Two kinds of sum, as many of each: chances of the right answer and of the wrong ones.
SUMS = ((0.5, 0.3, 0.2), (0.2, 0.5, 0.3))


def cooled(chances, temperature):
    """Chances raised to 1/T and made to add up to 1; T of 0 takes the likeliest."""
    if temperature == 0:
        return [float(p == max(chances)) / list(chances).count(max(chances)) for p in chances]
    raised = [p ** (1 / temperature) for p in chances]
    return [p / sum(raised) for p in raised]


def sentences(temperature):
    """Chance of each sentence of two words if each word is drawn at the temperature."""
    first = cooled(FIRST, temperature)
    return [first[word] * p for word, after in enumerate(AFTER) for p in cooled(after, temperature)]


def likeliest():
    """Place of the likeliest sentence, and its chance at a temperature of 1."""
    plain = [p * q for p, after in zip(FIRST, AFTER) for q in after]
    return plain.index(max(plain)), plain


def solved(temperature, draws):
    """Share of the sums for which at least one of so many answers is right."""
    right = [cooled(chances, temperature)[0] for chances in SUMS]
    return sum(1 - (1 - p) ** draws for p in right) / len(right)


def flowers(rng, many):
    """Three kinds, four measurements each, that overlap."""
    centres = np.array([[1.0, 0, 0, 0.5], [-0.5, 1.0, 0, 0], [-0.5, -1.0, 0.5, 0]])
    kind = rng.integers(3, size=many)
    x = centres[kind] + rng.normal(size=(many, 4))
    return np.column_stack([x, np.ones(many)]), np.eye(3)[kind]


def softmax(scores):
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def trained(x, y, temperature, steps, step=0.5, penalty=0.0):
    """Descent from zero on the log loss of scores divided by T, and a penalty on the squared weights."""
    weights = np.zeros((x.shape[1], y.shape[1]))
    for _ in range(steps):
        slope = x.T @ (softmax(x @ weights / temperature) - y) / (len(x) * temperature)
        weights = weights - step * (slope + 2 * penalty * weights)
    return weights


def derived(facts):
    """All figures; losses are natural logarithms, on flowers not trained on."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    x, y = flowers(np.random.default_rng(5), fact["flowers"])
    test, truth = flowers(np.random.default_rng(6), fact["other_flowers"])
    figures = {}
    place, plain = likeliest()

    def loss(weights, temperature):
        return float(-np.mean(np.sum(truth * np.log(softmax(test @ weights / temperature)), axis=1)))

    sizes = {}
    for temperature in (1, 2, 4):
        to_the_end = trained(x, y, temperature, fact["steps_to_the_end"] * temperature**2)
        sizes[temperature] = float(np.sqrt(np.sum(to_the_end[:4] ** 2)))
        figures[f"loss_at_the_end_{temperature}"] = loss(to_the_end, temperature)
        figures[f"loss_left_early_{temperature}"] = loss(
            trained(x, y, temperature, fact["steps_left_early"]), temperature
        )
        penalised = trained(x, y, temperature, fact["steps_to_the_end"], penalty=fact["penalty"])
        figures[f"loss_with_penalty_{temperature}"] = loss(penalised, temperature)
    figures |= {f"weights_{t}_over_weights_1": sizes[t] / sizes[1] for t in (2, 4)}
    fitted = trained(x, y, 1, fact["steps_to_the_end"])
    figures |= {f"fitted_at_1_used_at_{name}": loss(fitted, t) for name, t in (("a_half", 0.5), ("2", 2))}
    for name, temperature in (("2", 2), ("1", 1), ("0_88", 0.88), ("a_half", 0.5), ("a_fifth", 0.2), ("0", 0)):
        figures[f"likelier_first_word_at_{name}"] = cooled(FIRST, temperature)[0]
        figures[f"likeliest_sentence_at_{name}"] = sentences(temperature)[place]
    figures |= {
        f"likeliest_sentence_if_sentences_are_cooled_to_{name}": cooled(plain, temperature)[place]
        for name, temperature in (("a_half", 0.5), ("a_fifth", 0.2))
    }
    for (name, temperature), draws in product((("0", 0), ("a_half", 0.5), ("1", 1), ("2", 2)), (1, 10)):
        figures[f"sums_solved_at_{name}_by_{draws}"] = solved(temperature, draws)
    return figures
