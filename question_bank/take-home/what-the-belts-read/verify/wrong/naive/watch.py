# hiretool-canary-0730b4de-af69-4fef-89b9-32a23c9ce7b3
"""What a camera says of each day -> the days on which somebody should look: three standard deviations off."""

import csv
from statistics import mean, stdev


def alarms(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for column in ("mean", "spread"):
        early = [float(row[column]) for row in rows[:56]]
        usual, far = mean(early), 3 * stdev(early)
        found += [row["day"] for row in rows[56:] if abs(float(row[column]) - usual) > far]
    return sorted(set(found))
