"""Cover the calls, show a few turns, and count torn ones and what becomes of the raters' marks.

    python rate.py data/calls.json
"""

import argparse
import json
import re
from pathlib import Path

import cover


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path", type=Path)
    calls = json.loads(arguments.parse_args().path.read_text(encoding="utf-8"))
    turns_in_all = torn = marks = astray = 0
    for number, call in enumerate(calls):
        turns = [(turn["text"], [tuple(span) for span in turn["spans"]]) for turn in call]
        for turn, (text, _), covered in zip(call, turns, cover.cover(turns)):
            if number < 2:
                print(covered.text)
            turns_in_all += 1
            torn += bool(re.search(r"\w#|#\w|[\[\]]", re.sub(r"\[[a-z]+ \d+\]", "#", covered.text)))
            # A rater marks what the call is about.
            at = covered.text.find(turn["about"])
            if at >= 0:
                start, end = covered.back(at, at + len(turn["about"]))
                marks += 1
                astray += text[start:end] != turn["about"]
    print(f"turns {turns_in_all}, with a torn placeholder or half a word beside one {torn}")
    print(f"marks {marks}, on other words in what was said {astray}")


if __name__ == "__main__":
    main()
