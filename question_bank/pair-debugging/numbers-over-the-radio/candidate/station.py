"""Which boats have to say their number again?

python station.py data
"""

import sys
from pathlib import Path

from calls import read
from hear import numbers

WIDTH = 100_000  # the station keeps all; a buoy keeps few
SURE = 0.6


def heard(calls, width=WIDTH):
    """{call: (likeliest number, its chance)}."""
    return {call: numbers(moments, width)[0] for call, moments in calls.items()}


def again(answers, sure=SURE):
    """The calls whose number is not sure enough."""
    return sorted(call for call, (_, chance) in answers.items() if chance < sure)


def main():
    answers = heard(read(Path(sys.argv[1]) / "calls.csv"))
    mean = sum(chance for _, chance in answers.values()) / len(answers)
    print(f"{len(answers)} calls, in the mean the likeliest number has {mean:.2%}")
    print(f"{len(again(answers))} boats have to say it again")
    for call, (number, chance) in answers.items():
        print(f"  {call}  {number:6} {chance:7.2%}")


if __name__ == "__main__":
    main()
