"""The same orders, predicted from the log and by the service.

    python compare.py data
"""

import json
import sys
from pathlib import Path

import numpy as np

import offline
import service
from model import Model


def main():
    folder = Path(sys.argv[1])
    model = Model.load(folder / "model.json")
    orders = offline.read(folder / "orders.csv")
    requests = json.loads((folder / "requests.json").read_text())
    from_log = offline.predictions(model, orders)
    shown = np.array([service.minutes(model, request) for request in requests])
    took = np.array([float(order["took"]) for order in orders])
    for name, told in (("from the log", from_log), ("by the service", shown)):
        print(f"{name:15} {told.mean():6.2f} minutes in the mean, off by {np.abs(told - took).mean():5.2f}")
    print(f"\n{(np.abs(from_log - shown) > 0.01).sum()} of {len(orders)} orders have two predictions")


if __name__ == "__main__":
    main()
