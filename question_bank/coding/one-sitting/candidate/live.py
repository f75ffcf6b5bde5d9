"""Go through a file as if it were arriving, and compare with what the nightly table makes of the whole.

    python live.py data/answers.csv --gap 600 --allowed 900
"""

import argparse

import answers
import sittings
from stream import Stream


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--gap", type=int, default=600)
    arguments.add_argument("--allowed", type=int, default=900)
    given = arguments.parse_args()
    arriving = answers.read(given.file)
    stream, live = Stream(given.gap, given.allowed), []
    for number, answer in enumerate(arriving, start=1):
        for one in stream.add(answer):
            print(f"{one.learner}  from {one.start} to {one.end}, {one.count:>3} answers, after {number}")
            live.append(one)
    before_end = len(live)
    live += stream.end()
    whole = sittings.sittings(arriving, given.gap)
    print(f"{len(arriving)} answers, {stream.late} late; {before_end} of {len(live)} sittings given out before the end")
    print(f"the nightly table has {len(whole)}, of which {len(set(whole) & set(live))} were given out just so")


if __name__ == "__main__":
    main()
