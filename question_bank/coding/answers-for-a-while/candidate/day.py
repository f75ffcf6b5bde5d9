"""Play the questions of a day and print how often somebody had to wait for the model.

    python day.py data/questions.csv 20 60000
"""

import argparse
import csv
from collections import Counter

import shelf


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("size", type=int)
    arguments.add_argument("keep", type=int)
    given = arguments.parse_args()
    with open(given.path, newline="", encoding="utf-8") as file:
        rows = [(row["stop"], int(row["at"])) for row in csv.DictReader(file)]
    mine, put, oldest = shelf.Shelf(given.size, given.keep), {}, 0
    asked, waited = Counter(), Counter()
    for stop, at in rows:
        asked[stop] += 1
        if mine.get(stop, at) is None:
            mine.put(stop, f"departures from {stop}", at)
            put[stop] = at
            waited[stop] += 1
        oldest = max(oldest, at - put[stop])
    busy = [stop for stop, _ in asked.most_common(5)]
    print(f"questions {len(rows)}, waited {sum(waited.values()) / len(rows):.1%}, oldest answer {oldest} ms")
    print(f"at the five busiest stops waited {sum(waited[x] for x in busy) / sum(asked[x] for x in busy):.1%}")


if __name__ == "__main__":
    main()
