# hiretool-canary-844f5a9c-258b-4324-b5dc-41edc79c7e98
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import variants

SYMPTOM = "a_letter_is_scored_alike_alone_and_in_its_batch"


def _same(one, other):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=1e-10))


def _follows_the_loss(network, given, rng):
    """Gradients agree with central differences of the loss along one random direction for each part."""
    _, gradients = network.loss_and_gradients(*given)
    numbers = {name: np.array(value) for name, value in network.numbers.items()}
    for name, value in numbers.items():
        direction, ends = rng.normal(size=value.shape), []
        for width in (1e-5, -1e-5):
            network.numbers[name] = value + width * direction
            ends.append(network.loss_and_gradients(*given)[0])
        network.numbers[name] = value
        slope = (ends[0] - ends[1]) / 2e-5
        if abs(slope - (np.array(gradients[name]) * direction).sum()) > 1e-6 * (1 + abs(slope)):
            return False
    return True


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    numbers, post, urgent = variants.morning(seed)
    letters, side_by_side = [np.array(letter, dtype=int) for letter in post], modules["letters"].side_by_side
    network, desk = modules["network"].Network(numbers), modules["desk"]
    right = variants.told(numbers, post)
    together = np.array(desk.scores(network, letters))
    alone = np.concatenate([desk.scores(network, [letter]) for letter in letters[:40]])

    some = [letters[row] for row in np.argsort([len(letter) for letter in post])[[0, 3, len(post) // 2, -1]]]
    means = variants.pooled(numbers, some)
    words, lengths = side_by_side(some)
    wide = np.column_stack([words, rng.integers(0, len(variants.WORDS), (4, 9))])
    other = np.where(np.arange(words.shape[1]) < lengths[:, None], words, 5)
    empty = network.pooled(*side_by_side([letters[0][:0], letters[0]]))

    taken = np.array([True, False, True, False])
    loss = network.loss_and_gradients(words, lengths, taken)[0]
    each = [
        network.loss_and_gradients(*side_by_side([letter]), taken[row : row + 1])[0] for row, letter in enumerate(some)
    ]
    level = [letter[:3] for letter in letters[:6]]
    return {
        SYMPTOM: _same(together[:40], alone),
        "letters_are_scored_as_in_training": _same(together, right),
        "order_of_coming_in_does_not_matter": _same(desk.scores(network, letters[::-1], size=7), right[::-1]),
        "the_archive_gets_the_mean_over_words": _same(network.pooled(words, lengths), means),
        "what_a_line_is_filled_up_with_does_not_matter": _same(network.pooled(wide, lengths), means)
        and _same(network.pooled(other, lengths), means),
        "letters_of_like_length_as_before": _same(
            network.pooled(*side_by_side(level)), variants.pooled(numbers, level)
        ),
        "a_letter_without_words_gives_noughts": _same(empty, variants.pooled(numbers, [[], post[0]])),
        "the_loss_is_the_mean_over_letters": bool(np.isclose(loss, np.mean(each))),
        "gradients_follow_the_loss": _follows_the_loss(network, (words, lengths, taken), rng),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    numbers, post, urgent = variants.morning(seed)
    letters = [np.array(letter, dtype=int) for letter in post]
    network, desk = modules["network"].Network(numbers), modules["desk"]
    together = np.array(desk.scores(network, letters))
    alone = np.concatenate([desk.scores(network, [letter]) for letter in letters])
    right = variants.told(numbers, post)
    by_length = np.concatenate([desk.scores(network, sorted(letters, key=len))])
    short = np.array([len(letter) for letter in letters]) <= 12
    in_order = right[np.argsort([len(letter) for letter in letters], kind="stable")]
    return {
        "promised": np.mean((right > 0.5) == urgent),
        "together": np.mean((together > 0.5) == urgent),
        "alone": np.mean((alone > 0.5) == urgent),
        "short": short.mean(),
        "short_together": np.mean((together > 0.5)[short] == urgent[short]),
        "short_right": np.mean((right > 0.5)[short] == urgent[short]),
        "most": np.abs(together - right).max(),
        "other_class": np.mean((together > 0.5) != (right > 0.5)),
        "sorted_other_class": np.mean((by_length > 0.5) != (in_order > 0.5)),
        "sorted_most": np.abs(by_length - in_order).max(),
    }


def modules(names=("letters", "network", "desk")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
