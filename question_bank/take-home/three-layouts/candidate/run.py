"""Read a log and say what the test says: python run.py data"""

import argparse
import tomllib
from pathlib import Path

import pandas as pd

import readout


def agreed(path: Path) -> dict:
    """The plan as the functions are given it: shares of one, days as timestamps at midnight."""
    plan = tomllib.loads(path.read_text(encoding="utf-8"))
    shares = {name: percent / 100 for name, percent in plan.pop("percent").items()}
    return plan | {"shares": shares, "start": pd.Timestamp(plan["start"]), "end": pd.Timestamp(plan["end"])}


def wall(views: pd.DataFrame, plan: dict) -> dict[str, float]:
    """What the screen on the wall shows: views that were saved, in percent of all rows of the log, less the control's."""
    means = 100 * views.groupby("layout")["saved"].mean()
    return {name: round(float(means[name] - means[plan["control"]]), 2) for name in plan["shares"] if name != plan["control"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    chosen = parser.parse_args()

    plan = agreed(Path(__file__).with_name("plan.toml"))
    views = pd.read_csv(chosen.data / "views.csv", parse_dates=["at"])
    print(f"views: {len(views)} rows of {views['visitor'].nunique()} visitors, such as {dict(views.iloc[0].astype(str))}")
    print(f"the wall, in points: {wall(views, plan)}")
    try:
        people = readout.visitors(views, plan)
        print(f"\nvisitors of the test by layout: {people['layout'].value_counts().sort_index().to_dict()}")
        print(f"\n{readout.balance(people, plan).to_string()}\n")
        for name, said in readout.read_out(views, plan).items():
            print(f"{name}: {said['decision']}, {said['people']} people")
            for measure in ("saved", "left"):
                print("   ", measure, {key: round(float(value), 4) for key, value in said[measure].items()})
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
