"""Serve the lines of a folder and show some replies and the counts: python run.py data"""

import argparse
import json
import tempfile
from pathlib import Path

import desk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    chosen = parser.parse_args()

    lines, models = chosen.data / "lines.txt", chosen.data / "models"
    texts = lines.read_text(encoding="utf-8").splitlines()
    for path in sorted(models.iterdir()):
        print(f"{path.name}: {len(path.read_text(encoding='utf-8'))} characters")
    with tempfile.TemporaryDirectory() as folder:
        replies = Path(folder) / "replies.txt"
        try:
            counts = desk.serve(str(lines), str(models), str(replies))
        except NotImplementedError as missing:
            print(*texts[:4], "...", sep="\n")
            print(f"\n{len(texts)} lines; {missing} is not written yet")
            return
        said = replies.read_text(encoding="utf-8").splitlines()
    for number in [*range(4), *range(len(texts) // 2, len(texts) // 2 + 4)]:
        print(f"{number + 1:>5} {texts[number]}\n      {said[number]}")
    print(f"\n{len(texts)} lines, {len(said)} replies")
    print(json.dumps(counts, indent=2))


if __name__ == "__main__":
    main()
