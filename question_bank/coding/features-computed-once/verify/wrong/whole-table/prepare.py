# hiretool-canary-4eea05ff-cc59-4e68-bfbb-217265eed2d3
"""Table + names -> features.

    python prepare.py data/days.csv store
"""

import argparse
import csv
import hashlib
import json
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
    found = _Build(table, store, features)
    return {name: found.value(name).copy() for name in names}


class _Build:
    """A key of each column and feature, made of all that it depends on; the values only where they are asked for."""

    def __init__(self, table, store, features):
        self.table, self.store, self.features = table, store, features
        self.keys, self.values = {}, {}

    def value(self, name):
        if name in self.table:
            return self.table[name]
        if name not in self.values:
            key = self.key(name)
            self.values[name] = self.store.get(key)
            if self.values[name] is None:
                feature = self.features[name]
                inputs = {need: self.value(need) for need in feature.needs}
                self.values[name] = feature.compute(inputs, **feature.settings)
                self.store.put(key, self.values[name])
        return self.values[name]

    def key(self, name):
        if name not in self.keys:
            if name in self.table:
                values = self.table[name]
                content = hashlib.sha256(values.tobytes()).hexdigest()
                parts = ["column", values.dtype.str, list(values.shape), content]
            else:
                feature = self.features[name]
                needs = [[need, self.key(need)] for need in (*self.table, *feature.needs)]
                parts = ["feature", name, feature.version, feature.settings, needs]
            self.keys[name] = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        return self.keys[name]


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
