"""Which results would somebody look at again, by the haemolysis index and by the model?

    python report.py data

The model is fitted on the first part of the period; both rankings are compared on the rest.
"""

import sys
from pathlib import Path

import pandas as pd

import ranking
from features import FEATURES, table
from samples import read, with_result

FITTED_ON = 0.6


def compared(folder: Path) -> pd.DataFrame:
    """For each ranking: results ranked, withdrawn ones among them, and the part of these in the first tenth."""
    samples = with_result(read(Path(folder) / "samples.csv"))
    rows = table(samples)
    cut = int(FITTED_ON * len(rows))

    values, outcome = rows[FEATURES].to_numpy(), rows["withdrawn"].to_numpy()
    weights = ranking.fit(values[:cut], outcome[:cut])
    by_model = (ranking.scores(weights, values[cut:]), outcome[cut:])

    rest = samples.iloc[cut:]
    by_index = (rest["haemolysis"].fillna(0.0).to_numpy(), rest["withdrawn"].fillna(0.0).to_numpy())

    lines = {
        name: {"results": len(score), "withdrawn": int(seen.sum()), "in_first_tenth": ranking.found(score, seen)}
        for name, (score, seen) in {"haemolysis index": by_index, "model": by_model}.items()
    }
    return pd.DataFrame.from_dict(lines, orient="index")


if __name__ == "__main__":
    print(compared(Path(sys.argv[1])).to_string(formatters={"in_first_tenth": "{:.0%}".format}))
