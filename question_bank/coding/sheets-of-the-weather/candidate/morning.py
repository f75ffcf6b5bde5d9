"""Run the steps of a morning twice, the second time with another reading, and print what was made.

python morning.py data/readings.json
"""

import argparse
import json
from pathlib import Path

import run
import steps


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    readings = json.loads(Path(arguments.parse_args().path).read_text(encoding="utf-8"))
    memory = {}
    # A thermometer says 85 degrees, which is cleaned away.
    station, values = next(iter(readings.items()))
    for given in (readings, readings | {station: [*values, 85.0]}):
        report = run.run(steps.MORNING, {"readings": given, "limit": 0.5}, memory)
        print(f"made {report.made}")
        print(f"  failed {report.failed}, waiting {report.waiting}; {report.values.get('sheet')}")


if __name__ == "__main__":
    main()
