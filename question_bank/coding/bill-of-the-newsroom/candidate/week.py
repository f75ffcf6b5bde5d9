"""Divide the invoice of a week and print it.

    python week.py data/calls.csv 300000 43112
"""

import argparse
from collections import Counter

import bill
import calls

PRICES = {"fresh": 300, "write": 375, "read": 30, "out": 1500}
"""Cents for a million tokens."""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("keep", type=int)
    arguments.add_argument("invoice", type=int)
    given = arguments.parse_args()
    shares = bill.shares_of(given.path, PRICES, given.keep, given.invoice)
    count = Counter(call.desk for call in {call.id: call for call in calls.read(given.path)}.values())
    for desk in sorted(shares):
        print(f"{desk:10} {count[desk]:5} calls {shares[desk]:8,} cents, {shares[desk] / count[desk]:.2f} a call")
    print(f"invoice {given.invoice:,} cents, shares add up to {sum(shares.values()):,}")


if __name__ == "__main__":
    main()
