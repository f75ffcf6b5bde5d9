"""Figures of a belt that sorts waste.

python belt.py data/items.json
"""

import argparse
import json
from pathlib import Path

import figures


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    data = json.loads(Path(arguments.parse_args().file).read_text(encoding="utf-8"))
    made = figures.figures(data["pairs"], data["kinds"])
    for row in [*made["rows"], {"kind": "mean", **made["macro"]}, {"kind": "all", **made["micro"]}]:
        values = [row[name] for name in ("precision", "recall", "f1")]
        print(f"{row['kind']:<10}", *("   -  " if value is None else f"{value:6.3f}" for value in values))


if __name__ == "__main__":
    main()
