"""Run the visits of a day and print what became of them.

    python day.py data/visits.json
"""

import argparse
import json
from pathlib import Path

import guard
import tools


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("visits")
    day = json.loads(Path(arguments.parse_args().visits).read_text(encoding="utf-8"))
    diary = tools.Diary()
    whole = short = over = 0
    for visit in day["visits"]:
        helper = guard.Guard(diary.tools(), {"look_up", "book", "letter"}, day["cents"], lambda name, given: True)
        try:
            for name, given in visit:
                helper.call(name, given)
            whole += 1
        except (ValueError, guard.Refused):
            short += 1
        over += helper.left() < 0
    print(f"visits {len(day['visits'])}: {whole} whole, {short} ended early, {over} over their budget")
    print(f"bookings {len(diary.bookings)}, letters {len(diary.letters)}")


if __name__ == "__main__":
    main()
