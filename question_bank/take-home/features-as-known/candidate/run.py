"""Read a data folder and compare the model with what the workshop does today: python run.py data"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

import features
import labels
import model


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    """readings, orders, failures and evenings, with times as timestamps (UTC, no offset)."""
    read = {}
    for name in ("readings", "orders", "failures", "evenings"):
        table = pd.read_csv(folder / f"{name}.csv")
        times = [column for column in table if column.endswith("_at")]
        read[name] = table.assign(**{column: pd.to_datetime(table[column]) for column in times})
    return read


def auc(risks: np.ndarray, failed: np.ndarray) -> float:
    """Share of pairs (failed, not failed) that the risks put in order; equal risks count half."""
    ranks = pd.Series(risks).rank().to_numpy()
    positives = failed.sum()
    return float((ranks[failed == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(failed) - positives)))


def caught(risks: np.ndarray, failed: np.ndarray, evening: np.ndarray, fetched: int) -> float:
    """Share of the failures that are among the `fetched` highest risks of their evening."""
    table = pd.DataFrame({"risk": risks, "failed": failed, "evening": evening})
    place = table.groupby("evening")["risk"].rank(ascending=False, method="first")
    return float(table.loc[place <= fetched, "failed"].sum() / table["failed"].sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--horizon", type=int, default=14)
    parser.add_argument("--delay", type=int, default=10)
    parser.add_argument("--fetched", type=int, default=10)
    chosen = parser.parse_args()

    data = tables(chosen.data)
    evenings, failures = data["evenings"], data["failures"]
    for name, table in data.items():
        print(f"{name}: {len(table)} rows, {table['machine'].nunique()} machines")
    days = evenings["decided_at"].drop_duplicates().sort_values()
    test_from = days.iloc[len(days) // 2]
    today = days.iloc[-1] + pd.Timedelta(days=chosen.horizon + chosen.delay)
    try:
        known = features.as_known(data["readings"], data["orders"], evenings)
        train, test = labels.split(evenings, test_from, chosen.horizon, chosen.delay)
        past = labels.known(failures, evenings, chosen.horizon, chosen.delay, test_from)[train]
        truth = labels.known(failures, evenings, chosen.horizon, chosen.delay, today)[test].to_numpy()
        ways = {
            "model": model.risk(known[train], past, known[test]),
            "today's way (longest without service)": known.loc[test, "days_since_service"].fillna(np.inf).to_numpy(),
        }
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")
        return
    evening = evenings.loc[test.to_numpy(), "decided_at"].to_numpy()
    print(f"\ntraining {int(train.sum())} rows, {int(past.sum())} failed; test {len(truth)} rows, {int(truth.sum())} failed")
    for name, risks in ways.items():
        share = caught(risks, truth, evening, chosen.fetched)
        print(f"{name}: AUC {auc(risks, truth):.3f}, {share:.0%} of failures among the {chosen.fetched} of an evening")


if __name__ == "__main__":
    main()
