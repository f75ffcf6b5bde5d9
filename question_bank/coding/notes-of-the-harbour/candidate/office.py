"""Print what can be used of a day's answers, and what cannot.

    python office.py data/answers.json
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import fields
import read


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path", type=Path)
    rows = [tuple(row) for row in json.loads(arguments.parse_args().path.read_text(encoding="utf-8"))]
    made = read.sheet(rows, fields.ARRIVAL)
    print(f"rows {len(rows)}, good {len(made.good)}, refused {len(made.refused)}")
    for (reason, name), number in sorted(Counter(one[1:] for one in made.refused).items()):
        print(f"  {reason:<8} {name:<8} {number:>4}")
    for id, record in made.good[:5]:
        print(id, record)


if __name__ == "__main__":
    main()
