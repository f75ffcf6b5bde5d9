"""How far off were the estimates, now that a year has been metered?

    python report.py data
"""

import sys
from pathlib import Path

import pandas as pd

from contracts import read
from estimate import Model

HELD_OUT = 5


def fitted(folder):
    """The model, and the part of the fitting year that it has not seen: each fifth contract by number."""
    year = read(Path(folder) / "fitting_year.csv").sort_values("contract", ignore_index=True)
    held_out = year.index % HELD_OUT == 0
    seen = year[~held_out]
    return Model.fit(seen, seen["metered_kwh"]), year[held_out]


def deviations(model, contracts):
    """Estimate over metered use, less 1, for each contract."""
    return model.predict(contracts) / contracts["metered_kwh"] - 1


def errors(folder):
    """One row for the held-out part and one for each month: contracts, mean size of the deviation, share above 25 %."""
    model, held_out = fitted(folder)
    parts = {"held out": held_out} | {path.stem: read(path) for path in sorted((Path(folder) / "months").glob("*.csv"))}
    rows = {}
    for name, part in parts.items():
        size = deviations(model, part).abs()
        rows[name] = {"contracts": len(part), "error": size.mean(), "far_off": (size > 0.25).mean()}
    return pd.DataFrame.from_dict(rows, orient="index")


def main():
    table = errors(sys.argv[1])
    print(table.to_string(formatters={"error": "{:.1%}".format, "far_off": "{:.0%}".format}))


if __name__ == "__main__":
    main()
