"""Go through a file as if it were arriving, and compare with what the hourly report makes of the whole.

    python live.py data/readings.csv --allowed 900
"""

import argparse

import hourly
import readings
from stream import Stream

WIDTH = 3600


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--allowed", type=int, default=900)
    given = arguments.parse_args()
    arriving = readings.read(given.file)
    stream, live = Stream(WIDTH, given.allowed), []
    for number, reading in enumerate(arriving, start=1):
        for window in stream.add(reading):
            print(f"{window.start // WIDTH:>5} h  {window.count:>4} readings, highest {window.highest} cm, after {number}")
            live.append(window)
    before_end = len(live)
    live += stream.end()
    whole = hourly.windows(arriving, WIDTH)
    print(f"{len(arriving)} readings, {stream.late} late; {before_end} of {len(whole)} windows closed before the end")
    print(f"windows that differ from the hourly report: {len(set(whole) ^ set(live))}")


if __name__ == "__main__":
    main()
