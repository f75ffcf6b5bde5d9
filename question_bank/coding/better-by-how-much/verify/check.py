# hiretool-canary-13b422a3-479f-4538-8756-1098a4d30a65
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
import random

import variants


def modules(names=("judgements", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    made = {}

    def compare(rows, one="v2", other="v1", seed=3, rounds=400):
        """The result as plain values."""
        given = []
        for row in rows:
            key = tuple(row.values())
            if key not in made:
                made[key] = modules["judgements"].Judgement(**row)
            given.append(made[key])
        found = modules["compare"].compare(given, one, other, seed, rounds)
        return found and (found.rate, found.low, found.high, found.prompts, found.one_sided)

    rows = variants.judgements(seed, prompts=40)

    def rate():
        return all(
            _same(compare(rows, one, other)[:1], _known(rows, one, other)[:1])
            and compare(rows, one, other)[3:] == _known(rows, one, other)[1:]
            for one, other in (("v2", "v1"), ("v2", "v3"), ("v3", "v2"))
        )

    def by_hand():
        told = [
            ("a", "v2", "v1", "first"),
            ("a", "v2", "v1", "first"),
            ("a", "v2", "v1", "tie"),
            ("a", "v1", "v2", "first"),
            ("b", "v1", "v2", "tie"),
            ("b", "v2", "v1", "second"),
            ("c", "v2", "v1", "first"),
            ("d", "v3", "v1", "first"),
        ]
        # a: 5/6 read first, 0 read second; b: 0 and 1/2; c was judged in one order only.
        found = compare([_row(*each) for each in told])
        return _same(found[:1], [(5 / 12 + 1 / 4) / 2]) and found[3:] == (2, 1)

    def any_order():
        first = compare(rows)
        return all(_same(compare(mixed), first) for mixed in (rows[::-1], draw.sample(rows, len(rows))))

    def others_do_not_matter():
        alone = [row for row in rows if "v3" not in (row["first"], row["second"])]
        new = [_row(f"p{number}", "v3", "v1", "first") for number in range(30)]
        return _same(compare(alone), compare(rows)) and _same(compare([*new, *alone]), compare(alone))

    def mirrored():
        for number in range(4):
            one, other = compare(rows, seed=number), compare(rows, "v1", "v2", seed=number)
            if not _same(other[:3], [1 - one[0], 1 - one[2], 1 - one[1]]) or one[3:] != other[3:]:
                return False
        return True

    def repeated():
        # The same seed is the same draw, at any time; another is another.
        first = compare(rows, seed=1)
        others = {compare(rows, seed=number)[1:3] for number in range(2, 8)}
        random.seed(99)
        return _same(compare(rows, seed=1), first) and len(others) > 1

    def asked_five_times():
        # A judge who is asked five times, and says the same, makes nothing surer.
        return _same(compare([row for row in rows for _ in range(5)]), compare(rows))

    def as_wide_as_prompts_vary():
        for shape in ("agree", "drawn"):
            told = []
            for number in range(60):
                better = draw.random()
                for _ in range(4):
                    for first, second in (("v2", "v1"), ("v1", "v2")):
                        wins = better < 0.6 if shape == "agree" else draw.random() < 0.6
                        told.append(_row(f"p{number}", first, second, "first" if wins == (first == "v2") else "second"))
            values = _values(told, "v2", "v1")
            mean = sum(values) / len(values)
            spread = math.sqrt(sum((value - mean) ** 2 for value in values)) / len(values)
            _, low, high, _, _ = compare(told, rounds=1500)
            if not 0.85 < (high - low) / (2 * 1.96 * spread) < 1.15 or not low < mean < high:
                return False
        return True

    def near_the_edge():
        # Eleven of twelve: to the upper side there is less room than to the lower.
        told = [
            _row(f"p{number}", first, second, "first" if (number > 0) == (first == "v2") else "second")
            for number in range(12)
            for first, second in (("v2", "v1"), ("v1", "v2"))
        ]
        rate, low, high, _, _ = compare(told, rounds=1500)
        return high == 1 and 0.65 < low < 0.85 and _same([rate], [11 / 12])

    def none():
        one_order = [_row("a", "v2", "v1", "first"), _row("b", "v2", "v1", "tie")]
        return compare([]) is None and compare(rows, "v1", "v9") is None and compare(one_order) is None

    claims = {
        "the_rate_is_over_prompts": rate,
        "as_worked_by_hand": by_hand,
        "the_order_of_rows_does_not_matter": any_order,
        "other_models_do_not_matter": others_do_not_matter,
        "turned_round_it_is_mirrored": mirrored,
        "the_seed_says_it_all": repeated,
        "asked_five_times_is_no_surer": asked_five_times,
        "as_wide_as_prompts_vary": as_wide_as_prompts_vary,
        "near_the_edge": near_the_edge,
        "none_where_there_is_nothing": none,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _row(prompt, first, second, choice):
    return {"prompt": prompt, "judge": "j1", "first": first, "second": second, "choice": choice}


def _same(one, other):
    return len(one) == len(other) and all(abs(first - second) < 1e-9 for first, second in zip(one, other))


def _values(rows, one, other):
    """Value of each prompt that was judged in both orders, by the definition alone."""
    found = []
    for prompt in sorted({row["prompt"] for row in rows}):
        sides = []
        for first, second in ((one, other), (other, one)):
            own = [
                row["choice"] for row in rows if (row["prompt"], row["first"], row["second"]) == (prompt, first, second)
            ]
            wins = own.count("first" if first == one else "second") + own.count("tie") / 2
            sides.append(wins / len(own) if own else None)
        if None not in sides:
            found.append(sum(sides) / 2)
    return found


def _known(rows, one, other):
    """Rate, prompts, and how many were left out."""
    values = _values(rows, one, other)
    judged = {row["prompt"] for row in rows if {row["first"], row["second"]} == {one, other}}
    return sum(values) / len(values), len(values), len(judged) - len(values)


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
