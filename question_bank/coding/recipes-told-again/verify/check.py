# hiretool-canary-58f674ac-c57d-4c6b-a0e0-4f06a7551d42
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import functools
import importlib
import random
import re

import variants


def modules(names=("recipes", "shingles", "repeats")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    rows = variants.recipes(seed, 100)
    # No share of shingles of such short texts is exactly one of these, so that rounding decides nothing.
    percent = draw.choice(variants.PERCENTS)
    known = _repeated(rows, percent)
    made = {}

    def repeated(given, at=percent):
        for row in given:
            name = row["id"], row["text"]
            if name not in made:
                made[name] = modules["recipes"].Recipe(**row)
        return dict(modules["repeats"].repeated([made[row["id"], row["text"]] for row in given], at / 100))

    def told(*texts):
        return [{"id": f"r{number}", "text": text} for number, text in enumerate(texts)]

    def as_the_rule_says():
        return set(repeated(rows)) == known

    def other_thresholds():
        return all(set(repeated(rows[:50], at)) == _repeated(rows[:50], at) for at in (31, 83))

    def names_one_that_stays():
        found, texts = repeated(rows), {row["id"]: row["text"] for row in rows}
        return len(found) > 0 and all(
            stays in texts
            and stays not in found
            and _before(texts, stays, gone)
            and _alike(texts[stays], texts[gone], percent)
            for gone, stays in found.items()
        )

    def any_order():
        first = set(repeated(rows))
        return all(set(repeated(mixed)) == first for mixed in (rows[::-1], draw.sample(rows, len(rows))))

    def longer_stays():
        long, short = (
            "chop onion and garlic then fry them in butter until soft",
            "chop onion and garlic then fry them in butter until",
        )
        return repeated(told(short, long), 57) == {"r0": "r1"} and repeated(told(long, short), 57) == {"r1": "r0"}

    def chain():
        # Each is alike to the next one and to no other; the first goes before the second, and so on.
        one, two, three = (" ".join(text) for text in _chain(draw))
        return repeated(told(one, two, three), 57) == {"r1": "r0"} and repeated(told(three, two, one), 57) == {
            "r1": "r2"
        }

    def without_words():
        return repeated(told("", "...", "!", "salt"), 53) == {} and set(
            repeated(told("Salt!", "salt", "salt it"), 53)
        ) == {"r1"}

    def untouched():
        given = [modules["recipes"].Recipe(**row) for row in rows[:40]]
        modules["repeats"].repeated(given, 0.57)
        shingles = modules["shingles"]
        return [one.id for one in given] == [row["id"] for row in rows[:40]] and shingles.words("A b, c!") == [
            "a",
            "b",
            "c",
        ]

    claims = {
        "as_the_rule_says": as_the_rule_says,
        "at_other_thresholds_too": other_thresholds,
        "it_names_one_that_stays": names_one_that_stays,
        "order_does_not_matter": any_order,
        "the_longer_one_stays": longer_stays,
        "a_chain_is_no_group": chain,
        "without_words_nothing_is_alike": without_words,
        "what_is_given_stays": untouched,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _chain(draw):
    """Three texts of falling length, of which neighbours share 60 % and more, and the first and last less than 53 %."""
    words = draw.sample(variants.WORDS, 34)
    one = words[:26]
    two = one[5:] + words[26:30]
    return one, two, two[5:] + words[30:34]


@functools.lru_cache(maxsize=1000)
def _shingles(text):
    words = re.findall(r"\w+", text.lower())
    if not words:
        return frozenset()
    return frozenset(" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2)))


def _alike(one, other, percent):
    one, other = _shingles(one), _shingles(other)
    common = len(one & other)
    return bool(one or other) and 100 * common >= percent * (len(one) + len(other) - common)


def _before(texts, one, other):
    """Whether the first of two ids comes first."""
    return (-_length(texts[one]), one) < (-_length(texts[other]), other)


@functools.lru_cache(maxsize=1000)
def _length(text):
    return len(re.findall(r"\w+", text.lower()))


def _repeated(rows, percent):
    """Ids that are left out, by the definition alone."""
    texts = {row["id"]: row["text"] for row in rows}

    @functools.cache
    def gone(name):
        return any(
            _before(texts, other, name) and _alike(texts[other], texts[name], percent) and not gone(other)
            for other in texts
        )

    # The first ones first, so that no call goes deep.
    return {name for name in sorted(texts, key=lambda name: (-_length(texts[name]), name)) if gone(name)}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
