"""Train a small model on how much water a field needs; keep it on the way, so that it can go on from there.

    python train.py data/fields.csv --keep run.json
    python train.py data/fields.csv --keep run.json --ends-at 130
    python train.py data/fields.csv --keep run.json --goes-on
"""

import argparse
import csv
import json
import random

from course import Course


def loss(weights, rows):
    return sum((sum(w * x for w, x in zip(weights, row)) - row[-1]) ** 2 for row in rows) / len(rows)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--keep", default="run.json")
    arguments.add_argument("--ends-at", type=int, default=2_000)
    arguments.add_argument("--goes-on", action="store_true")
    given = arguments.parse_args()
    with open(given.file, newline="", encoding="utf-8") as file:
        rows = [[float(value) for value in row] for row in list(csv.reader(file))[1:]]
    learn, judge = rows[60:], rows[:60]
    course = Course(peak=0.05, warm=40, patience=4, least=0.002, cuts=3)
    weights, step = [0.0] * (len(rows[0]) - 1), 0
    if given.goes_on:
        with open(given.keep, encoding="utf-8") as file:
            kept = json.load(file)
        weights, step = kept["weights"], kept["step"]
    while step < given.ends_at:
        rate = course.rate()
        for row in random.Random(step).sample(learn, 8):
            off = sum(w * x for w, x in zip(weights, row)) - row[-1]
            weights = [w - rate * off * x / 8 for w, x in zip(weights, row)]
        course.stepped()
        step += 1
        if step % 10 == 0:
            now = loss(weights, judge)
            said = course.judged(now)
            if step % 50 == 0 or said == "stop":
                print(f"step {step:>5}  rate {rate:.5f}  loss {now:.5f}  {said}")
            with open(given.keep, "w", encoding="utf-8") as file:
                json.dump({"weights": weights, "step": step}, file)
            if said == "stop":
                break
    print(f"best {course.best}")


if __name__ == "__main__":
    main()
