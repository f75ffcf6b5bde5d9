"""Take all speeches from a bag, stop once on the way, and print what a training run would have seen.

    python train.py data 200
"""

import argparse
import json
from pathlib import Path

import bag
import shards


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("size", type=int)
    given = arguments.parse_args()
    paths = [str(path) for path in sorted(given.folder.glob("sitting-*.txt"))]
    whole = list(iter(bag.Bag(paths, given.size, 1).next, None))
    beside = sum(one.split()[0] == two.split()[0] for one, two in zip(whole, whole[1:]))
    print(f"speeches {len(whole)}, followed by one of the same sitting {beside / len(whole):.1%}")

    first = bag.Bag(paths, given.size, 1)
    seen = [first.next() for _ in range(len(whole) * 4 // 5)]
    state = json.dumps(first.state())
    before = shards.count
    second = bag.Bag(paths, given.size, 1, json.loads(state))
    seen.append(second.next())
    print(f"stopped after four fifths: {shards.count - before} lines read until the next speech")
    seen.extend(iter(second.next, None))
    print(f"with the stop the same as without: {'yes' if seen == whole else 'no'}; state of {len(state)} characters")


if __name__ == "__main__":
    main()
