"""Print what the planned columns change.

python plan.py data
"""

import argparse
import json
from pathlib import Path

import columns
import compare


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    folder = Path(arguments.parse_args().folder)
    old, new = columns.read(folder / "old.json"), columns.read(folder / "new.json")
    print(f"columns: {len(old)} now, {len(new)} planned")
    for name, fault in compare.faults(new, old):
        print(f"  {name:<14} {fault}")
    for program, used in json.loads((folder / "programs.json").read_text(encoding="utf-8")).items():
        print(f"{program:<12} reads {len(used):>2} columns: {compare.order(old, new, set(used))}")


if __name__ == "__main__":
    main()
