"""Run the pipeline on a folder and show what it makes: python run.py data --open-days 2

With --fill 2026-05-06 --until 2026-06-01T00:00:00 a day is filled again. The store is data/store, the tables are in data/out.
"""

import argparse
from pathlib import Path

import pipeline


def shown(out: Path) -> None:
    for path in sorted(out.rglob("*.csv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        print(f"{path.relative_to(out).as_posix()}: {len(lines) - 1} rows{', such as ' + lines[1] if len(lines) > 1 else ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--open-days", type=int, default=2)
    parser.add_argument("--fill")
    parser.add_argument("--until", default="2026-06-30T00:00:00")
    chosen = parser.parse_args()

    store, inbox, out = (str(chosen.data / name) for name in ("store", "inbox", "out"))
    for path in sorted(Path(inbox).glob("*.csv"))[:3]:
        lines = path.read_text(encoding="utf-8").splitlines()
        print(f"{path.name}: {len(lines) - 1} rows, such as {lines[1]}")
    try:
        pipeline.run(store, inbox, out, chosen.open_days)
        if chosen.fill:
            pipeline.back_fill(store, out, chosen.fill, chosen.until, chosen.open_days)
        shown(Path(out))
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
