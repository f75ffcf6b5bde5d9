# hiretool-canary-a486529f-99d0-4bf1-8b87-f092feb6c895
"""Seed -> the numbers in the prompt, and the patients, results and catalogue that the candidate receives."""

import math
from functools import lru_cache

import numpy as np
import pandas as pd

PAIRS = [("Alder", "Beck"), ("Castle", "Dane"), ("Elm", "Ford"), ("Glen", "Holm"), ("Iver", "Keld"), ("Lane", "Moor")]
TOWNS = ["Aalen", "Bergen", "Cottbus", "Delft", "Esbjerg", "Fulda", "Gent"]
ANALYTES = ["creatinine", "glucose", "potassium", "urea"]
TYPICAL = [85.0, 6.5, 4.2, 6.5]
SI = {"creatinine": "umol/l", "glucose": "mmol/l", "potassium": "mmol/l", "urea": "mmol/l"}
OLD = {"creatinine": "mg/dl", "glucose": "mg/dl", "potassium": "meq/l", "urea": "mg/dl"}
# How many of the one are one of the other, the other way round than the project has it.
PER_SI = {"creatinine": 1 / 88.42, "glucose": 18.016, "potassium": 1.0, "urea": 6.006}
RANGE = {"creatinine": (45, 105), "glucose": (3.9, 7.8), "potassium": (3.5, 5.1), "urea": (2.5, 8.3)}
# Middle, by how much it rises with illness, and how far people differ.
DRAWN = {
    "creatinine": (85, 0.33, 0.22),
    "glucose": (6.5, 0.22, 0.20),
    "potassium": (4.2, 0.07, 0.08),
    "urea": (6.5, 0.42, 0.28),
}
DIGITS = {"mg/dl": 1, "meq/l": 1, "mmol/l": 1, "umol/l": 0}


@lru_cache(maxsize=64)
def facts(seed):
    """The two hospitals and their systems: the first used to measure in mg/dl."""
    rng = np.random.default_rng([seed, 1])
    names = PAIRS[int(rng.integers(len(PAIRS)))]
    if rng.random() < 0.5:
        names = names[::-1]
    return {"hospitals": names, "systems": (f"{names[0]}lab", f"{names[1]}lab"), "town": TOWNS[seed % len(TOWNS)]}


@lru_cache(maxsize=8)
def wards(seed):
    """Patients (patient, hospital, worse) and results (patient, hour, system, analyte, value, unit or None, flag or None)."""
    told, rng = facts(seed), np.random.default_rng([seed, 2])
    people, rows = [], []
    count = int(rng.integers(820, 940))
    chance, noise = rng.random((count, 4, 6)).tolist(), rng.normal(size=(count, 4, 3)).tolist()
    ills, hours = rng.normal(size=count).tolist(), rng.integers(0, 900, count).tolist()
    hit, homes = rng.random(count).tolist(), (rng.random(count) < 0.5).astype(int).tolist()
    for number, (ill, hour, here) in enumerate(zip(ills, hours, homes, strict=True)):
        hospital, ill = told["hospitals"][here], ill + (0.0 if here else 0.35)
        patient = f"{hospital[0]}{10_000 + 7 * number}"
        people.append((patient, hospital, int(hit[number] < 1 / (1 + math.exp(1.9 - 1.6 * ill)))))
        for at, analyte in enumerate(ANALYTES):
            one, two, three, *there = chance[number][at]
            middle, slope, spread = DRAWN[analyte]
            si = middle * math.exp(slope * ill + spread * noise[number][at][2])
            # Over the weeks the wards move to the new system; what it took over from the old one bears its unit.
            old = one < 0.8 - 0.6 * hour / 900
            unit = OLD[analyte] if here == 0 and (old or two < 0.15) else SI[analyte]
            system = told["systems"][here] if old else "Unilab"
            for again in range(1 if three < 0.75 else 2):
                if there[again] < 0.03:
                    continue
                value = si * math.exp(0.04 * noise[number][at][again]) * (PER_SI[analyte] if unit != SI[analyte] else 1)
                value = round(value, 2 if analyte == "creatinine" and unit == "mg/dl" else DIGITS[unit])
                true = value / PER_SI[analyte] if unit != SI[analyte] else value
                low, high = RANGE[analyte]
                flag = "H" if true > high else "L" if true < low else None
                rows.append((patient, hour + 5 * again, system, analyte, value, None if old else unit, flag))
    return people, [rows[place] for place in rng.permutation(len(rows)).tolist()]


def unit_of(seed, row):
    """The unit of a result: as stated, else that of the system that sent it."""
    _, _, system, analyte, _, unit, _ = row
    return unit or (OLD if system == facts(seed)["systems"][0] else SI)[analyte]


def si_of(seed, row):
    _, _, _, analyte, value, _, _ = row
    return value / PER_SI[analyte] if unit_of(seed, row) != SI[analyte] else value


def si_as_given(seed, row):
    """Most results that bear a unit bear that of the new system, so a blank is taken for it."""
    return row[4] / PER_SI[row[3]] if row[5] not in (None, SI[row[3]]) else row[4]


def ranked(seed, si):
    """{hospital: (patients ranked, worse, auc)}, by weights from the other half of the patients."""
    people, rows = wards(seed)
    last = {}
    for row in rows:
        key = row[0], row[3]
        if key not in last or row[1] > last[key][0]:
            last[key] = row[1], si(seed, row)
    names = sorted({row[0] for row in rows})
    about = {patient: (hospital, worse) for patient, hospital, worse in people}
    typical = dict(zip(ANALYTES, TYPICAL, strict=True))
    values = np.array(
        [[math.log(last[name, a][1] / typical[a]) if (name, a) in last else 0.0 for a in ANALYTES] for name in names]
    )
    worse = np.array([about[name][1] for name in names], float)
    weights = fitted(values[::2], worse[::2])
    score = values @ weights[:-1]
    found = {}
    for hospital in facts(seed)["hospitals"]:
        here = [place for place in range(1, len(names), 2) if about[names[place]][0] == hospital]
        found[hospital] = (len(here), int(worse[here].sum()), _auc(score[here], worse[here]))
    return found


def _auc(score, worse):
    """By ranks; no two scores are the same."""
    ranks = np.empty(len(score))
    ranks[np.argsort(score)] = np.arange(1, len(score) + 1)
    bad = worse.sum()
    return float((ranks[worse == 1].sum() - bad * (bad + 1) / 2) / (bad * (len(score) - bad)))


def fitted(values, worse):
    """Weights of the penalised logistic regression, run until nothing moves any more."""
    design = np.column_stack([values, np.ones(len(values))])
    penalty = np.array([1.0] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-design @ weights))
        bend = (design.T * (chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.linalg.solve(bend, design.T @ (chance - worse) + penalty * weights)
        weights = weights - step
        if np.abs(step).max() < 1e-12:
            break
    return weights


def generate(seed):
    """Numbers that appear in the prompt."""
    told, (people, rows) = facts(seed), wards(seed)
    first, second = told["hospitals"]
    given, right = ranked(seed, si_as_given), ranked(seed, si_of)
    if given[first][2] > given[second][2] - 0.06 or right[first][2] < given[first][2] + 0.05:
        return None
    at = {patient: hospital for patient, hospital, _ in people}
    flagged = {name: [row[6] is not None for row in rows if at[row[0]] == name] for name in told["hospitals"]}
    return {
        "town": told["town"],
        "first": first,
        "second": second,
        "patients": len(people),
        "first_auc": round(given[first][2], 2),
        "second_auc": round(given[second][2], 2),
        "first_flagged": round(100 * sum(flagged[first]) / len(flagged[first])),
        "second_flagged": round(100 * sum(flagged[second]) / len(flagged[second])),
    }


def frames(seed, rows):
    """Results with their hospital, as `results.read` gives them, and the catalogue."""
    people, _ = wards(seed)
    at = {patient: hospital for patient, hospital, _ in people}
    table = pd.DataFrame(rows, columns=["patient", "taken", "system", "analyte", "value", "unit", "flag"])
    table["taken"] = pd.Timestamp("2026-02-02") + pd.to_timedelta(table["taken"], unit="h")
    for name in ("unit", "flag"):
        # Older libraries turn nothing into the text "None".
        table[name] = table[name].astype("str").mask(table[name].isna())
    return table.assign(hospital=table["patient"].map(at)), catalogue(seed)


def catalogue(seed):
    old, other = facts(seed)["systems"]
    lines = [(old, name, OLD[name], 2004) for name in ANALYTES] + [(other, name, SI[name], 2009) for name in ANALYTES]
    lines += [("Unilab", name, SI[name], 2026) for name in ANALYTES]
    return pd.DataFrame(lines, columns=["system", "analyte", "unit", "since"])


def write(folder, seed):
    """Put data/patients.csv, data/results.csv and data/catalogue.csv into `folder`."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    people, rows = wards(seed)
    table, listed = frames(seed, rows)
    pd.DataFrame(people, columns=["patient", "hospital", "worse"]).to_csv(data / "patients.csv", index=False)
    table.drop(columns="hospital").to_csv(data / "results.csv", index=False, date_format="%Y-%m-%d %H:%M")
    listed.to_csv(data / "catalogue.csv", index=False)
