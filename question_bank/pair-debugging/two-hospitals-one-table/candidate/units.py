"""Results in the units of the model: mmol/l, and umol/l for creatinine."""

import pandas as pd

FACTORS = {
    ("glucose", "mg/dl"): 1 / 18.016,
    ("urea", "mg/dl"): 1 / 6.006,
    ("creatinine", "mg/dl"): 88.42,
}


def in_si(results, catalogue):
    """The results, with their unit filled in and `si`, the value in the units of the model."""
    known = set(zip(catalogue["system"], catalogue["analyte"], strict=True))
    strange = set(zip(results["system"], results["analyte"], strict=True)) - known
    if strange:
        raise ValueError(f"not in the catalogue: {sorted(strange)}")

    # Each hospital keeps to its units; where a message has none, it is the usual one.
    stated = results.dropna(subset=["unit"]).groupby(["hospital", "analyte"])["unit"]
    usual = {pair: units.mode()[0] for pair, units in stated}
    blank = [usual.get(pair) for pair in zip(results["hospital"], results["analyte"], strict=True)]
    rows = results.assign(unit=results["unit"].fillna(pd.Series(blank, index=results.index, dtype="str")))
    factors = [FACTORS.get(pair, 1.0) for pair in zip(rows["analyte"], rows["unit"], strict=True)]
    return rows.assign(si=rows["value"] * factors)
