"""How well the model ranks patients, hospital by hospital.

    python report.py data

Each second patient is used to fit, the others are ranked.
"""

import sys

import numpy as np
import pandas as pd

import results
import risk
import units


def by_hospital(folder):
    """patients ranked, worse among them, part of the results that the laboratory called high or low, auc."""
    rows = units.in_si(results.read(folder), results.catalogue(folder))
    table = risk.table(rows)
    who = results.patients(folder).set_index("patient").loc[table.index]
    values, worse = table.to_numpy(), who["worse"].to_numpy()
    later = np.arange(len(table)) % 2 == 1
    score = values @ (weights := risk.fit(values[~later], worse[~later]))[:-1] + weights[-1]

    flagged = rows["flag"].notna().groupby(rows["hospital"]).mean()
    lines = {}
    for hospital in sorted(who["hospital"].unique()):
        here = later & (who["hospital"] == hospital).to_numpy()
        lines[hospital] = (int(here.sum()), int(worse[here].sum()), flagged[hospital], risk.auc(score[here], worse[here]))
    return pd.DataFrame.from_dict(lines, orient="index", columns=["patients", "worse", "flagged", "auc"])


if __name__ == "__main__":
    print(by_hospital(sys.argv[1]).to_string(formatters={"flagged": "{:.0%}".format, "auc": "{:.2f}".format}))
