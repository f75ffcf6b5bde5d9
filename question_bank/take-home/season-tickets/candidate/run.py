"""Try the chances on a season that has ended: python run.py data --day 2025-03-14 --calls 60"""

import argparse
from pathlib import Path

import pandas as pd

import renewals


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    """tickets, changes and visits, with days and times as timestamps."""
    read = {}
    for name, times in (("tickets", ["bought_on", "renewed_on"]), ("changes", ["at"]), ("visits", ["evening"])):
        table = pd.read_csv(folder / f"{name}.csv")
        read[name] = table.assign(**{column: pd.to_datetime(table[column]) for column in times})
    return read


def in_order(values: pd.Series, gone: pd.Series) -> float:
    """Share of pairs (one lost, one renewed) in which the lost ticket has the higher value; equal values count half."""
    ranks, count = values.rank(), gone.sum()
    return float((ranks[gone == 1].sum() - count * (count + 1) / 2) / (count * (len(gone) - count)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--day", type=pd.Timestamp, required=True)
    parser.add_argument("--calls", type=int, default=60)
    chosen = parser.parse_args()

    data = tables(chosen.data)
    for name, table in data.items():
        print(f"{name}: {len(table)} rows, such as {dict(table.iloc[0].astype(str))}")
    try:
        known = renewals.known(**data, day=chosen.day)
        gone = renewals.lost(data["tickets"], data["tickets"]["renewed_on"].max()).reindex(known.index)
        print(f"\nopen tickets on {chosen.day:%Y-%m-%d}: {len(known)}; lost in the end: {gone.sum():.0f}")
        today = known["days_since"].fillna(1000)
        ways = {"today's way (longest absence)": today, "your chances": renewals.chances(**data, day=chosen.day)}
        for name, values in ways.items():
            first = gone[values.sort_values(ascending=False, kind="stable").index[: chosen.calls]].sum()
            print(f"{name}: {in_order(values, gone):.3f} of pairs in order; {first:.0f} lost among {chosen.calls} calls")
        print(f"sum of your chances: {ways['your chances'].sum():.1f}")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
