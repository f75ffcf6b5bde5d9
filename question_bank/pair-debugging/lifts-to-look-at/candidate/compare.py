"""The model on last month's readings: the test before its release, next to what the service answers.

    python compare.py data
"""

import argparse
import tempfile
from pathlib import Path

import pandas as pd

import readings
import risk
import service


def tested(model, month):
    """Visits of the test, by row of `month`."""
    return pd.Series(model.risks(month) >= service.VISIT_FROM, index=month.index)


def served(model, month):
    """Visits of the service, by row of `month`, asked as the planning tool asks."""
    visits = {}
    for day, _, request in readings.requests(month):
        answers = service.answer(model, request)
        visits |= {(day, lift): said["visit"] for lift, said in answers.items()}
    return pd.Series([visits[key] for key in zip(month["day"], month["lift"], strict=True)], index=month.index)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    folder = arguments.parse_args().folder

    month = readings.load(folder, "month")
    with tempfile.TemporaryDirectory() as release:
        path = Path(release) / "model.json"
        risk.fit(readings.load(folder, "training")).save(path)
        model = risk.Model.load(path)
    visits = pd.DataFrame({"test": tested(model, month), "service": served(model, month)})

    table = month.groupby("building").agg(lifts=("lift", "nunique"), breakdowns=("stopped", "sum"))
    print(table.join(visits.groupby(month["building"]).sum().add_prefix("visits_")).to_string())
    stopped = month["stopped"] == 1
    for name in visits:
        foreseen = visits[name][stopped].sum()
        print(f"\n{name:8}{visits[name].sum():>5} visits, {foreseen:>4} of {stopped.sum()} breakdowns foreseen")


if __name__ == "__main__":
    main()
