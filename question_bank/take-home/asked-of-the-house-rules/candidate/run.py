"""Read recorded runs and compare two assistants: python run.py data --k 5"""

import argparse
import json
from pathlib import Path

import harness


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--k", type=int, default=5)
    chosen = parser.parse_args()

    passages, questions, runs = data = [rows(chosen.data / f"{name}.jsonl") for name in ("passages", "questions", "runs")]
    for name, part in zip(("passages", "questions", "runs"), data):
        print(f"{name}: {len(part)}, such as {part[0]}")
    print(f"questions without an answer in the rules: {sum(not row['gold'] for row in questions)}")
    try:
        groups = harness.same(passages)
        print(f"\npassages that say what another one says: {sum(groups[name] != name for name in groups)}")
        print(f"questions given away: {len(harness.given_away(questions, runs))}")
        for system in sorted({run["system"] for run in runs}):
            print(f"\n{system}")
            for measure, said in harness.summary(*data, chosen.k, system).items():
                print(f"  {measure}: {said['value']:.3f} ({said['low']:.3f} to {said['high']:.3f})")
        print("\nnew less present")
        for measure in harness.MEASURES:
            said = harness.compare(*data, chosen.k, "new", "present", measure)
            print(f"  {measure}: {said['value']:+.3f} ({said['low']:+.3f} to {said['high']:+.3f})")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
