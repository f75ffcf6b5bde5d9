# hiretool-canary-b81aa94d-917d-42f8-a6d6-c745d5d3f5be
"""Songs as vectors drawn from a seed -> how often each stands in the lists of others, by the rule of likeness."""

import numpy as np


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def cosines(vectors):
    vectors = unit(vectors)
    return vectors @ vectors.T


def lists(score, places):
    """How many lists each song is in, if each song lists those with the highest scores beside it."""
    score = score.copy()
    np.fill_diagonal(score, -np.inf)
    near = np.argpartition(-score, places, axis=1)[:, :places]
    return np.bincount(near.ravel(), minlength=len(score))


def nearest(score, places):
    """Mean score of the songs in a list."""
    score = score.copy()
    np.fill_diagonal(score, -np.inf)
    return float(np.partition(score, -places, axis=1)[:, -places:].mean())


def songs(rng, many, numbers, common, lengths):
    """A direction that all songs share, what is their own, and lengths that say nothing of the direction."""
    own = rng.normal(size=(many, numbers))
    own[:, 0] += common * np.sqrt(numbers)
    return own * np.exp(lengths * rng.normal(size=many))[:, None]


def centred(vectors):
    """Lengths to 1, the mean subtracted."""
    vectors = unit(vectors)
    return vectors - vectors.mean(axis=0)


def once(seed, fact):
    rng = np.random.default_rng([17, seed])
    many, numbers, places = fact["songs"], fact["numbers"], fact["places"]
    vectors = songs(rng, many, numbers, 1.0, fact["spread_of_lengths"])
    wide = songs(rng, many, 10 * numbers, 1.0, fact["spread_of_lengths"])
    genre = rng.integers(fact["genres"], size=many)
    of_genre = rng.normal(size=(fact["genres"], numbers))[genre] + rng.normal(size=(many, numbers))
    within = of_genre - np.array([of_genre[genre == g].mean(axis=0) for g in range(fact["genres"])])[genre]
    lengths = np.linalg.norm(vectors, axis=1)
    counted = {
        "inner_product": lists(vectors @ vectors.T, places),
        "cosine": lists(cosines(vectors), places),
        "mended": lists(cosines(centred(vectors)), places),
        "mean_subtracted_before_the_lengths": lists(cosines(vectors - vectors.mean(axis=0)), places),
        "by_lot": lists(rng.random((many, many)), places),
        "cosine_ten_times_the_numbers": lists(cosines(wide), places),
        "genres_cosine": lists(cosines(of_genre), places),
        "genres_mended_over_all": lists(cosines(centred(of_genre)), places),
        "genres_mended_in_each": lists(np.where(genre[:, None] == genre, cosines(within), -2), places),
    }
    for dimensions in (3, 30, 300):
        points = rng.normal(size=(many, dimensions))
        square = np.sum(points**2, axis=1)
        counted[f"nearest_points_{dimensions}"] = lists(2 * points @ points.T - square - square[:, None], places)
    figures = {f"{name}_most": int(count.max()) for name, count in counted.items()}
    figures |= {f"{name}_in_nobodys": 100 * float(np.mean(count == 0)) for name, count in counted.items()}

    def mean_rank(quantity, name):
        """Mean place of the ten most listed songs when all are ordered by a quantity, largest first; in per cent."""
        place = np.empty(many)
        place[np.argsort(-quantity)] = np.arange(1, many + 1)
        return 100 * float(place[np.argsort(-counted[name], kind="stable")[:10]].mean()) / many

    likeness_to_mean = unit(vectors) @ unit(unit(vectors).mean(axis=0)[None, :])[0]
    return figures | {
        "mean_cosine": float((cosines(vectors).sum() - many) / (many * (many - 1))),
        "cosine_to_the_listed": nearest(cosines(vectors), places),
        "cosine_to_the_listed_ten_times_the_numbers": nearest(cosines(wide), places),
        "hubs_of_inner_product_by_length": mean_rank(lengths * likeness_to_mean, "inner_product"),
        "hubs_of_cosine_by_likeness_to_the_mean": mean_rank(likeness_to_mean, "cosine"),
        "hubs_of_cosine_by_length": mean_rank(lengths, "cosine"),
    }


def derived(facts):
    """Means over the draws."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    draws = [once(seed, fact) for seed in range(fact["draws"])]
    return {name: float(np.mean([draw[name] for draw in draws])) for name in draws[0]}
