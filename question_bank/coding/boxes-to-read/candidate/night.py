"""Stands in for a night with some machines, of which a few fall silent or are slow.

    python night.py data/boxes.csv --machines 4
"""

import argparse
import heapq
import itertools
import random

import boxes
from line import Line


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--machines", type=int, default=4)
    given = arguments.parse_args()
    made, draw = boxes.read(given.file), random.Random(0)
    pages = {box.id: box.pages for box in made}
    line, read, order = Line(), 0, itertools.count()
    line.add(made)
    coming = [(machine, next(order), "free", None) for machine in range(given.machines)]
    while coming:
        now, _, what, loan = heapq.heappop(coming)
        if now > 60_000:
            break
        if what == "done":
            line.finish(loan.number, f"text of {loan.box}", now)
        elif what == "failed":
            line.fail(loan.number, now)
        loan = line.take(now)
        if loan is None:
            heapq.heappush(coming, (now + 60, next(order), "free", None))
            continue
        read += pages[loan.box]
        # Some machines are slow, some fall silent and are started again later, some say that they cannot.
        kind = draw.choices(["done", "slow", "silent", "failed"], [80, 6, 8, 6])[0]
        takes = {"done": pages[loan.box] // 2, "slow": 900, "silent": 1_500, "failed": 20}[kind]
        heapq.heappush(coming, (now + takes, next(order), {"slow": "done", "silent": "free"}.get(kind, kind), loan))
    print(f"{len(made)} boxes: {line.counts(60_000)}")
    print(f"{sum(pages.values())} pages in the boxes, {read} handed out")


if __name__ == "__main__":
    main()
