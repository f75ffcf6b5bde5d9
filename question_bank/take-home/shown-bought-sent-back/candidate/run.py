"""Read a data folder and say what the test says on a day: python run.py data --today 2026-06-01"""

import argparse
import tomllib
from pathlib import Path

import pandas as pd

import readout


def agreed(path: Path) -> dict:
    """The plan; its dates as timestamps at midnight."""
    plan = tomllib.loads(path.read_text(encoding="utf-8"))
    return plan | {name: pd.Timestamp(plan[name]) for name in ("start", "enrol_until")}


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    """exposures, orders and returns, with times as timestamps."""
    read = {}
    for name in ("exposures", "orders", "returns"):
        table = pd.read_csv(folder / f"{name}.csv")
        times = [column for column in table if column.endswith("_at")]
        read[name] = table.assign(**{column: pd.to_datetime(table[column]) for column in times})
    return read


def wall(exposures: pd.DataFrame, orders: pd.DataFrame, plan: dict, today: pd.Timestamp) -> float:
    """What the screen on the wall shows: cents ordered since the first showing, a person, new less old."""
    shows = exposures.sort_values(["shown_at", "exposure"])
    begun = shows.drop_duplicates("person").set_index("person")["shown_at"]
    begun = begun[begun < plan["enrol_until"]]
    orders = orders[orders["person"].isin(begun.index) & (orders["ordered_at"] <= today)]
    orders = orders[orders["ordered_at"] >= orders["person"].map(begun)]
    spent = orders.groupby("person")["cents"].sum().reindex(begun.index).fillna(0)
    arm = shows.drop_duplicates("person", keep="last").set_index("person")["arm"]
    means = spent.groupby(arm.reindex(begun.index)).mean()
    return float(means[plan["new"]] - means[plan["control"]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--today", type=pd.Timestamp, required=True)
    chosen = parser.parse_args()

    plan, data = agreed(Path(__file__).with_name("plan.toml")), tables(chosen.data)
    for name, table in data.items():
        print(f"{name}: {len(table)} rows, such as {dict(table.iloc[0].astype(str))}")
    print(f"\nthe wall: {wall(data['exposures'], data['orders'], plan, chosen.today):+.0f} cents a person")
    try:
        people = readout.people(data["exposures"], plan, chosen.today)
        print(f"\n{readout.balance(people, plan).to_string()}\n")
        for name, value in readout.read_out(**data, plan=plan, today=chosen.today).items():
            print(f"{name}: {value}")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
