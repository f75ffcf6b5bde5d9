"""Print who is in the trials of today, and what happens when they are shown to twice as many.

    python day.py data/trials.json
"""

import argparse
from dataclasses import replace

import place
import trials


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("--users", type=int, default=4_000)
    given = arguments.parse_args()
    users = [f"u{number}" for number in range(given.users)]
    known = trials.read(given.path)
    seen = {trial.name: {user: place.arm(trial, user) for user in users} for trial in known}
    for trial in known:
        inside = [user for user in users if seen[trial.name][user] is not None]
        wider = replace(trial, shown=min(2 * trial.shown, place.POINTS))
        lost = sum(place.arm(wider, user) != seen[trial.name][user] for user in inside)
        print(f"{trial.name:<10} {trial.layer:<7} users {len(inside):>5}, of these {lost} see another arm or none later")
    for one in known:
        both = [sum(seen[other.name][user] is not None for user in users if seen[one.name][user]) for other in known]
        print(f"{one.name:<10} users shared with each: {both}")
    print(f"faults: {place.faults(known)}")


if __name__ == "__main__":
    main()
