"""Go through the notices of a morning and print what is told again, and how much is kept.

    python morning.py data/notices.jsonl --size 48 --keep 200 --threshold 0.5
"""

import argparse
import json

import notices
from desk import Desk


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--size", type=int, default=48)
    arguments.add_argument("--keep", type=int, default=200)
    arguments.add_argument("--threshold", type=float, default=0.5)
    given = arguments.parse_args()
    desk, again = Desk(given.size, given.keep, given.threshold), {}
    came = notices.read(given.file)
    for notice in came:
        first = desk.add(notice)
        if first is not None:
            again.setdefault(first, []).append(notice.id)
    print(f"{len(came)} notices, {sum(map(len, again.values()))} told again")
    print(f"{len(desk.first)} first tellings kept, {len(json.dumps(list(desk.first.values()))):,} letters")
    for first, others in sorted(again.items(), key=lambda item: -len(item[1]))[:3]:
        print(f"{first}: {', '.join(others[:8])}")


if __name__ == "__main__":
    main()
