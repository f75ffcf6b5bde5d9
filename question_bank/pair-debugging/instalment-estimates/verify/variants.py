"""Seed -> the numbers in the prompt, and the contracts that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

TARIFFS = [
    "Amber", "Basis", "Clear", "Duo", "Family", "Green", "Home 24", "Island", "Light", "Meadow", "Night", "Online",
    "Plain", "River", "Solid", "Town",
]  # fmt: skip
HEATING = {"Electric": (4, 0.62), "Gas": (9, -0.30), "Oil": (4, -0.34), "Pellets": (2, -0.22), "Storage": (3, 0.80)}
LATER_HEATING = {"Geothermal": (1, 0.15)}
REGIONS = ["Coast", "East hills", "Lakes", "Old town", "South", "Valley"]
WORDS = ["tariff", "heating", "region"]
NUMBERS = ["floor_m2", "persons"]
MONTHS = 5


@lru_cache(maxsize=64)
def supplier(seed):
    """Tariffs on sale, the one to come, the month (from 0) of its launch, the first month, and effects on log kWh."""
    rng = np.random.default_rng([seed, 1])
    names = [TARIFFS[place] for place in np.sort(rng.choice(len(TARIFFS), int(rng.integers(7, 9)), replace=False))]
    # Two to four of the tariffs that are on sale stand before the new one in the alphabet.
    new = names.pop(int(rng.integers(2, 5)))
    launch = int(rng.integers(2, 4))
    first = pd.Timestamp("2024-01-01") + pd.DateOffset(months=int(rng.integers(0, 8)))
    spread = rng.permutation(np.linspace(-0.4, 0.4, len(names))) + rng.normal(0, 0.03, len(names))
    effects = {
        "tariff": {**dict(zip(names, spread.tolist(), strict=True)), new: float(rng.normal(0, 0.05))},
        "heating": {word: effect for word, (_, effect) in (HEATING | LATER_HEATING).items()},
        "region": dict(zip(REGIONS, rng.normal(0, 0.10, len(REGIONS)).tolist(), strict=True)),
    }
    return names, new, launch, first, effects


def _typed(words, rng):
    """As branch offices type them."""
    styles = rng.integers(0, 12, len(words)).tolist()
    pairs = zip(words, styles, strict=True)
    return [word.upper() if style == 0 else word + " " if style == 1 else word for word, style in pairs]


def _signed(rng, count, start, tariffs, shares, heating, effects):
    """So many contracts, as lists by column."""
    often = np.array([weight for weight, _ in heating.values()])
    floor = rng.gamma(7.0, 13.0, count).round().clip(22, 320).astype(int)
    persons = rng.choice([1, 2, 3, 4, 5], count, p=[0.3, 0.33, 0.17, 0.14, 0.06])
    words = {
        "tariff": rng.choice(tariffs, count, p=shares).tolist(),
        "heating": rng.choice(list(heating), count, p=often / often.sum()).tolist(),
        "region": rng.choice(REGIONS, count).tolist(),
    }
    log_kwh = 7.7 + 0.004 * (floor - 90) + 0.13 * (persons - 2) + rng.normal(0, 0.09, count)
    for column in WORDS:
        log_kwh += np.array([effects[column][word] for word in words[column]])
        words[column] = _typed(words[column], rng)
    asked = (rng.random(count) > 0.08).tolist()
    words["heating"] = [word if known else "" for word, known in zip(words["heating"], asked, strict=True)]
    return {
        "contract": [f"C{number:06d}" for number in range(start, start + count)],
        **words,
        "floor_m2": floor.tolist(),
        "persons": persons.tolist(),
        "metered_kwh": np.exp(log_kwh).round().astype(int).tolist(),
    }


@lru_cache(maxsize=8)
def contracts(seed):
    """The fitting year, and the months after it by name.

    The new tariff is sold from its launch on, "Geothermal" houses come in the last month.
    """
    names, new, launch, first, effects = supplier(seed)
    rng = np.random.default_rng([seed, 2])
    shares = rng.dirichlet(np.full(len(names), 12.0))
    year = _signed(rng, 800, 1, names, shares, HEATING, effects)
    months, start = {}, 801
    for place in range(MONTHS):
        count = int(rng.integers(110, 160))
        on_sale, part = (names, shares) if place < launch else ([*names, new], np.append(shares * 0.82, 0.18))
        heating = HEATING | LATER_HEATING if place == MONTHS - 1 else HEATING
        name = (first + pd.DateOffset(months=place)).strftime("%Y-%m")
        months[name] = _signed(rng, count, start, on_sale, part, heating, effects)
        start += count
    return year, months


def cleaned(part):
    """Words as the project reads them; a blank is an empty text here."""
    return part | {column: [word.strip().lower() for word in part[column]] for column in WORDS}


def parted(year):
    """The contracts that the model sees, and those held out: each fifth."""
    held_out = {column: values[::5] for column, values in year.items()}
    seen = {column: [value for place, value in enumerate(values) if place % 5] for column, values in year.items()}
    return seen, held_out


class Plain:
    """The same least squares by another road: for each word but one a column, and no word ever becomes a number."""

    def __init__(self, part):
        part = cleaned(part)
        self.levels = {column: sorted(set(part[column])) for column in WORDS}
        design = self._design(part)
        found = np.linalg.solve(design.T @ design, design.T @ np.log(np.array(part["metered_kwh"], float)))
        self.found, self.effects = found[: 1 + len(NUMBERS)], {}
        at = 1 + len(NUMBERS)
        for column, levels in self.levels.items():
            raw = dict(zip(levels, [0.0, *found[at : at + len(levels) - 1].tolist()], strict=True))
            mean = sum(raw[word] for word in part[column]) / len(part[column])
            self.effects[column] = {word: effect - mean for word, effect in raw.items()}
            self.found[0] += mean
            at += len(levels) - 1

    def _design(self, part):
        columns = [np.ones(len(part["contract"])), *(np.array(part[column], float) for column in NUMBERS)]
        for column, levels in self.levels.items():
            words = np.array(part[column])
            columns += [(words == word).astype(float) for word in levels[1:]]
        return np.column_stack(columns)

    def kwh(self, part):
        part = cleaned(part)
        log_kwh = self.found[0] + sum(
            slope * np.array(part[column], float) for slope, column in zip(self.found[1:], NUMBERS, strict=True)
        )
        for column, effects in self.effects.items():
            log_kwh = log_kwh + np.array([effects.get(word, 0.0) for word in part[column]])
        return np.exp(log_kwh)


def numbered_anew(plain, part):
    """Estimates of the project as given: a word stands for its place among the words of `part`."""
    swapped = cleaned(part)
    for column, levels in plain.levels.items():
        fitted, here = [word for word in levels if word], sorted(set(swapped[column]) - {""})
        stands_for = {word: fitted[place] if place < len(fitted) else "?" for place, word in enumerate(here)}
        swapped[column] = [stands_for.get(word, word) for word in swapped[column]]
    return plain.kwh(swapped)


def error(estimates, part):
    """Mean size of the deviation from the metered use."""
    return float(np.abs(estimates / np.array(part["metered_kwh"], float) - 1).mean())


def generate(seed):
    """Numbers that appear in the prompt."""
    _, new, launch, _, _ = supplier(seed)
    year, months = contracts(seed)
    seen, held_out = parted(year)
    plain, names = Plain(seen), list(months)
    before, after = months[names[launch - 1]], months[names[launch]]
    told = {
        "new": new,
        "launch": names[launch],
        "before": names[launch - 1],
        "held_out_percent": round(100 * error(plain.kwh(held_out), held_out), 1),
        "before_percent": round(100 * error(plain.kwh(before), before), 1),
        "after_percent": round(100 * error(numbered_anew(plain, after), after), 1),
        "new_percent": round(100 * cleaned(after)["tariff"].count(new.lower()) / len(after["tariff"])),
    }
    # A jump that could be chance, or that the new tariff alone could explain, would be another question.
    old = [word != new.lower() for word in cleaned(after)["tariff"]]
    size = np.abs(numbered_anew(plain, after) / np.array(after["metered_kwh"]) - 1)
    usual = told["before_percent"]
    return told if told["after_percent"] > 1.6 * usual and 100 * size[old].mean() > 1.5 * usual else None


def write(folder, seed):
    """Put data/fitting_year.csv and data/months/*.csv into `folder`."""
    year, months = contracts(seed)
    (folder / "data" / "months").mkdir(parents=True, exist_ok=True)
    pd.DataFrame(year).to_csv(folder / "data" / "fitting_year.csv", index=False)
    for name, month in months.items():
        pd.DataFrame(month).to_csv(folder / "data" / "months" / f"{name}.csv", index=False)


# hiretool-canary-38e65482-7463-4d83-9166-01c395999a23
