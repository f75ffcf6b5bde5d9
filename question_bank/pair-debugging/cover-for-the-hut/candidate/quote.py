"""Fees for cancellation cover, and what they would have brought in last winter.

    python quote.py data
"""

import argparse

import numpy as np

import bookings
import risk

# For each euro paid back, 20 cents for the work and the bad winters.
LOADING = 1.20
# Guests were asked: above this share of the price hardly anybody takes the cover.
MOST = 0.12


def fees(model, rows):
    """What cover for each booking costs, EUR. If it is cancelled the whole price is paid back."""
    return np.round(LOADING * model.chance(rows) * rows["price"].to_numpy(), 2)


def offered(model, rows):
    """Whether cover is offered at all."""
    return fees(model, rows) <= MOST * rows["price"].to_numpy()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    folder = arguments.parse_args().folder

    model = risk.fit(bookings.load(folder, "before"))
    print("winter of the curve, bookings from safest to riskiest:")
    print(model.checked.to_string(index=False, float_format="{:.3f}".format))

    last = bookings.load(folder, "last")
    price, cancelled = last["price"].to_numpy(), last["cancelled"].to_numpy()
    fee, paid = fees(model, last).sum(), (price * cancelled).sum()
    print(f"\nlast winter, {len(last)} bookings, {cancelled.sum()} cancelled:")
    print(f"fees {fee:,.0f} EUR, paid back {paid:,.0f} EUR, {fee / paid:.2f} to 1 (planned {LOADING:.2f})")
    print(f"cover would have been offered for {offered(model, last).mean():.0%} of the bookings")


if __name__ == "__main__":
    main()
