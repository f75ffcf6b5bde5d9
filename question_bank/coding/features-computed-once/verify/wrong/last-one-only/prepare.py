# hiretool-canary-4eea05ff-cc59-4e68-bfbb-217265eed2d3
"""Table + names -> features.

    python prepare.py data/days.csv store
"""

import argparse
import csv
import time
from collections import Counter
from dataclasses import replace

import numpy as np

from features import FEATURES
from store import Store

KINDS = {"house": "str", "day": "datetime64[D]", "people": "int64", "used_kwh": "float64", "sun_hours": "float64"}


def read(path):
    """Column -> array, all of one length."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([row[name] or "nan" for row in rows]).astype(kind) for name, kind in KINDS.items()}


def build(table, names, store, features=FEATURES):
    """Name -> array, for each of the names, which are features' or columns'. The arrays are the caller's own."""
    known = dict(table)

    def value(name):
        if name not in known:
            feature = features[name]
            known[name] = store.fetch(feature, {need: value(need) for need in feature.needs})
        return known[name]

    return {name: np.array(value(name)) for name in names}


def counted(features, counts):
    """The same features, which count how often each is computed."""

    def counting(feature):
        def compute(inputs, **settings):
            counts[feature.name] += 1
            return feature.compute(inputs, **settings)

        return replace(feature, compute=compute)

    return {name: counting(feature) for name, feature in features.items()}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("folder")
    given = arguments.parse_args()
    table, counts, start = read(given.file), Counter(), time.perf_counter()
    result = build(table, list(FEATURES), Store(given.folder), counted(FEATURES, counts))
    for name, values in result.items():
        print(f"{name:<12} {values.dtype.name:<8} {' '.join(str(value)[:6] for value in values[:6].tolist())} ...")
    print(f"{sum(counts.values())} computations, {time.perf_counter() - start:.3f} s")


if __name__ == "__main__":
    main()
