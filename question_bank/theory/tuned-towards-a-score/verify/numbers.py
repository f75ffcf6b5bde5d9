# hiretool-canary-19a9026b-fca9-447d-83a1-ac05fab6da3c
"""Answers as traits drawn from a seed, a reward learnt from pairs, an assistant tuned towards it -> what readers think of it."""

import numpy as np

PLAIN = 12
LENGTH, LISTS = PLAIN, PLAIN + 1
SPREAD = np.append(np.ones(PLAIN), [0.5, 1.0])
# Traits are in the units in which they differ from answer to answer; length is the logarithm of words / 120.


def liked(z, taste):
    """What readers think: plain traits count as they are; words and list lines are welcome up to a point, then tiring."""
    x, lists = z[..., LENGTH], z[..., LISTS]
    return (
        z[..., :PLAIN] @ taste + 1.5 * x - 1.6 * np.maximum(x, 0) ** 2 + 0.4 * lists - 0.2 * np.maximum(lists, 0) ** 2
    )


def answers(rng, shape, shift=0.0):
    return shift + SPREAD * rng.normal(size=(*shape, len(SPREAD)))


def bent(z):
    """Traits, and words and list lines once more from a point on."""
    return np.concatenate([z, np.maximum(z[..., LENGTH:] - [0.5, 1.0], 0)], axis=-1)


def drawn(rng, weights, strength, trait, many):
    """Draws of one trait whose density is weighed with exp(strength * reward); the reward has a bend in that trait."""
    grid = np.linspace(-4, 8, 4001) * SPREAD[trait]
    z = np.zeros((len(grid), len(SPREAD)))
    z[:, trait] = grid
    height = strength * bent(z) @ weights - 0.5 * (grid / SPREAD[trait]) ** 2
    share = np.cumsum(np.exp(height - height.max()))
    return np.interp(rng.random(many), share / share[-1], grid)


def learnt(rng, pairs, taste, seen=lambda z: z):
    """Weights of a reward that is a sum of traits, from which of two answers a reader preferred."""
    value = liked(pairs, taste)
    first = rng.random(len(pairs)) < 1 / (1 + np.exp(-(value[:, 0] - value[:, 1])))
    gap = seen(pairs[:, 0]) - seen(pairs[:, 1])
    w = np.zeros(gap.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-gap @ w))
        w += np.linalg.solve(
            gap.T @ (gap * (p * (1 - p))[:, None]) + 0.5 * np.eye(len(w)), gap.T @ (first - p) - 0.5 * w
        )
    return w


def tuned(w, strength):
    """Where the answers' mean goes if reward * strength is weighed against the distance from the untuned assistant.

    For traits that are spread normally the answer is exact: the spread stays, the mean moves along the reward.
    """
    return strength * SPREAD**2 * w


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    pairs, many = fact["pairs"], fact["answers"]
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(float(value))

    for draw in range(fact["draws"]):
        rng = np.random.default_rng([30, draw])
        taste = 0.15 * np.abs(rng.normal(size=PLAIN))
        old = answers(rng, (pairs, 2))
        w = learnt(rng, old, taste)
        at_most = tuned(w, fact["strength_of_new_pairs"])
        new = answers(rng, (pairs, 2), at_most)
        both = np.random.default_rng([31, draw])
        rewards = {
            "first": w,
            "no_length": w * (np.arange(len(w)) != LENGTH),
            "more_pairs": learnt(rng, answers(rng, (20 * pairs, 2)), taste),
            "new_pairs": learnt(both, np.concatenate([old, new]), taste),
        }
        start = answers(rng, (many,))
        for name, weights in rewards.items():
            note(f"{name}_weight_of_length", weights[LENGTH])
            note(f"{name}_weight_of_lists", weights[LISTS])
            for strength in fact["strengths"]:
                z = start + tuned(weights, strength)
                value = liked(z, taste)
                against = liked(np.roll(start, 1, axis=0), taste)
                note(f"{name}_reward_{strength}", (z @ weights).mean() - (start @ weights).mean())
                note(f"{name}_wins_{strength}", 100 * np.mean(1 / (1 + np.exp(-(value - against)))))
                if name == "first" or strength in (4, 12):
                    note(f"{name}_words_{strength}", np.median(120 * np.exp(z[:, LENGTH])))
                    note(f"{name}_lists_{strength}", z[:, LISTS].mean())
                if name == "first":
                    note(f"moved_{strength}", 0.5 * np.sum((tuned(weights, strength) / SPREAD) ** 2))
        fresh = answers(rng, (4000, 2))
        for label, shift in (("untuned", 0.0), ("tuned_12", tuned(w, 12))):
            f = fresh + shift
            truly = liked(f, taste)
            note(
                f"reward_right_on_pairs_{label}",
                100 * np.mean(((f[:, 0] - f[:, 1]) @ w > 0) == (truly[:, 0] > truly[:, 1])),
            )
        # The same old and new pairs with a reward that may bend in words and list lines.
        w_bent = learnt(np.random.default_rng([31, draw]), np.concatenate([old, new]), taste, bent)
        for strength in fact["strengths"]:
            z = start + np.append(strength * w_bent[:PLAIN], [0, 0])
            for trait in (LENGTH, LISTS):
                z[:, trait] = drawn(rng, w_bent, strength, trait, many)
            against = liked(np.roll(start, 1, axis=0), taste)
            note(f"new_pairs_bent_wins_{strength}", 100 * np.mean(1 / (1 + np.exp(-(liked(z, taste) - against)))))
            if strength in (4, 12):
                note(f"new_pairs_bent_words_{strength}", np.median(120 * np.exp(z[:, LENGTH])))
        # What a reader's liking loses and gains, and at how many words and list lines it is highest.
        grid = np.linspace(-2, 3, 501)
        for trait, name in ((LENGTH, "words"), (LISTS, "lists")):
            z = np.zeros((len(grid), len(SPREAD)))
            z[:, trait] = grid
            top = float(grid[liked(z, taste).argmax()])
            note(f"{name}_liked_best", 120 * np.exp(top) if name == "words" else top)
        # The best of 64 untuned ones by the reward.
        z = answers(rng, (many // 8, 64))
        best = z[np.arange(len(z)), (z @ w).argmax(axis=1)]
        note("best_of_64_wins", 100 * np.mean(1 / (1 + np.exp(-(liked(best, taste) - liked(z[:, 0], taste))))))
        note("best_of_64_words", np.median(120 * np.exp(best[:, LENGTH])))
    return {name: float(np.mean(values)) for name, values in out.items()}
