"""What the recogniser made of each call: for each moment the signs that it takes for possible, with their chances."""

import csv

NONE = "-"


def read(path):
    """{call: [{sign: chance} for each moment]}. A sign is a digit, or NONE: no digit sounds."""
    found = {}
    with open(path, newline="") as rows:
        for row in csv.DictReader(rows):
            moments = found.setdefault(row["call"], [])
            if int(row["moment"]) > len(moments):
                moments.append({})
            moments[-1][row["sign"]] = int(row["thousandths"]) / 1000
    return found
