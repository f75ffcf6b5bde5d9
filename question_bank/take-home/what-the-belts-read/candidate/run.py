"""Watch all belts of a folder and count the alarms: python run.py data"""

import argparse
import csv
from pathlib import Path

import watch


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    chosen = parser.parse_args()

    belts = sorted((chosen.data / "belts").glob("*.csv"))
    table = rows(belts[0])
    print(f"{len(belts)} belts; {belts[0].name}: {len(table)} days, such as {table[len(table) // 2]}")
    found = {row["belt"]: row for row in rows(chosen.data / "found.csv")}
    try:
        for path in belts:
            known = found.get(path.stem)
            told = f"   somebody found: {known['what']} from {known['first_day']} on" if known else ""
            print(f"{path.stem}: {', '.join(watch.alarms(str(path))) or 'no alarm'}{told}")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
