# hiretool-canary-7a3545c7-c1c8-4216-9005-2ede1a50b631
"""Seed -> the numbers in the prompt, and the register, tests and results that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

SCHOOLS = ["Ashgrove", "Brook Lane", "Cliffside", "Dale End", "Elm Park", "Fairfield", "Gate Street", "Hill Top"]
GIVEN = [
    "Ada",
    "Ben",
    "Cleo",
    "Dina",
    "Emil",
    "Fatou",
    "Gwen",
    "Hugo",
    "Ines",
    "Jan",
    "Kofi",
    "Lena",
    "Mai",
    "Noor",
    "Olek",
]
FEATURES = ["words", "understood", "age"]


def _pupils(rng, count):
    """Words in a minute, questions understood, months of age, and the score in spring."""
    ability = rng.normal(size=count)
    words = np.clip(72 + 17 * ability + rng.normal(0, 8, count), 8, 150).round().astype(int)
    understood = np.clip(12 + 3.2 * ability + rng.normal(0, 2, count), 0, 20).round().astype(int)
    age = rng.integers(98, 112, count)
    spring = 46 + 0.45 * words + 1.5 * understood + 0.05 * age + rng.normal(0, 4.5, count)
    return words, understood, age, spring.round().astype(int)


@lru_cache(maxsize=8)
def town(seed):
    """The register as rows, the tests as rows, {pupil: score in spring}, and last year's pupils as columns."""
    rng = np.random.default_rng([seed, 1])
    chosen = sorted(rng.choice(len(SCHOOLS), 6, replace=False).tolist())
    sizes = rng.integers(26, 54, 6)
    # Two village schools, whose pupils' numbers have one digit.
    sizes[rng.choice(6, 2, replace=False)] = rng.integers(6, 10, 2)
    register, tests, spring = [], [], {}
    for place, size in zip(chosen, sizes.tolist(), strict=True):
        words, understood, age, reached = _pupils(rng, size)
        for number in range(size):
            pupil = f"{SCHOOLS[place][0]}{number + 1}"
            form = "3a" if number < size / 2 or size < 15 else "3b"
            register.append((SCHOOLS[place], form, pupil, f"{rng.choice(GIVEN)} {chr(65 + int(rng.integers(26)))}."))
            if rng.random() > 0.03:
                spring[pupil] = int(reached[number])
            if rng.random() < 0.04:
                continue
            day = int(rng.integers(0, 12))
            measured = (int(words[number]), int(understood[number]), int(age[number]))
            if rng.random() < 0.1:
                # Written on a bad day, and again two weeks later.
                tests.append(
                    (pupil, day, max(3, measured[0] - int(rng.integers(15, 40))), measured[1] // 2, measured[2])
                )
                day += 14
            tests.append((pupil, day, *measured))
    tests = [tests[place] for place in rng.permutation(len(tests)).tolist()]
    return register, tests, spring, _pupils(rng, int(rng.integers(420, 560)))


def weights(past):
    """Of the linear model, by the normal equations."""
    words, understood, age, spring = (np.asarray(column, float) for column in past)
    design = np.column_stack([words, understood, age, np.ones(len(words))])
    return np.linalg.solve(design.T @ design, design.T @ spring)


def expected(tests, fitted):
    """{pupil: score expected}, pupil by pupil; the later test counts."""
    latest = {}
    for pupil, day, *measured in tests:
        if pupil not in latest or day > latest[pupil][0]:
            latest[pupil] = (day, measured)
    return {
        pupil: round(sum(weight * value for weight, value in zip(fitted.tolist(), [*measured, 1], strict=True)), 1)
        for pupil, (_, measured) in latest.items()
    }


def off_on_past(past):
    third = np.arange(len(past[0])) % 3 == 0
    fitted = weights([column[~third] for column in past])
    guessed = np.column_stack([*(column[third] for column in past[:3]), np.ones(third.sum())]) @ fitted
    return float(np.abs(guessed - past[3][third]).mean())


def by_school(register, told, spring):
    """{school: (pupils, mean expected, mean reached, mean difference without its sign)}."""
    found = {}
    for school, _, pupil, _ in register:
        if told.get(pupil) is not None and pupil in spring:
            found.setdefault(school, []).append((told[pupil], spring[pupil]))
    return {
        school: (
            len(pairs),
            sum(pair[0] for pair in pairs) / len(pairs),
            sum(pair[1] for pair in pairs) / len(pairs),
            sum(abs(pair[0] - pair[1]) for pair in pairs) / len(pairs),
        )
        for school, pairs in found.items()
    }


def handed_round(register, right):
    """What stands beside whom as given: scores in the order of the numbers as text."""
    written = [pupil for _, _, pupil, _ in register if pupil in right]
    return {pupil: right[other] for pupil, other in zip(written, sorted(written), strict=True)}


def generate(seed):
    """Numbers that appear in the prompt."""
    register, tests, spring, past = town(seed)
    right = expected(tests, weights(past))
    schools = by_school(register, handed_round(register, right), spring)
    pupils = sum(school[0] for school in schools.values())
    off = sum(school[0] * school[3] for school in schools.values()) / pupils
    on_past = off_on_past(past)
    best, worst = min(schools, key=lambda name: schools[name][3]), max(schools, key=lambda name: schools[name][3])
    told = {
        "schools": len(schools),
        "registered": len(register),
        "off": round(off, 1),
        "on_past": round(on_past, 1),
        "worst": worst,
        "worst_off": round(schools[worst][3], 1),
        "best": best,
        "best_off": round(schools[best][3], 1),
    }
    # The two figures have to be far apart.
    return told if off > 2 * on_past else None


def frames(register, tests):
    """Both as `lists.read` and `tests.read` give them."""
    started = pd.Timestamp("2025-09-22")
    days = [started + pd.Timedelta(days=row[1]) for row in tests]
    rows = pd.DataFrame(tests, columns=["pupil", "day", *FEATURES]).assign(day=days)
    return pd.DataFrame(register, columns=["school", "form", "pupil", "name"]), rows


def write(folder, seed):
    """Put data/register.csv, tests.csv, spring.csv and past.csv into `folder`."""
    register, tests, spring, past = town(seed)
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    lists, written = frames(register, tests)
    lists.to_csv(data / "register.csv", index=False)
    written.to_csv(data / "tests.csv", index=False)
    pd.DataFrame({"pupil": list(spring), "spring": list(spring.values())}).to_csv(data / "spring.csv", index=False)
    pd.DataFrame(dict(zip([*FEATURES, "spring"], past, strict=True))).to_csv(data / "past.csv", index=False)
