"""Print how much people agree, and some of what comes out.

    python summary.py data
"""

import argparse

import drawings
import merge


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    folder = arguments.parse_args().folder
    spans, letters = drawings.spans(folder), drawings.letters(folder)
    found = merge.agreed(spans, drawings.done(folder))
    print(f"letters {len(letters)}, people {len({span.person for span in spans})}, spans drawn {len(spans)}")
    for label in sorted({span.label for span in spans}):
        print(f"{label}: {sum(one.label == label for one in found)} agreed")
    for one in found[:8]:
        print(f"  {one.letter} {one.start:>4} {one.end:>4} {one.label:<7} {letters[one.letter][one.start : one.end]}")


if __name__ == "__main__":
    main()
