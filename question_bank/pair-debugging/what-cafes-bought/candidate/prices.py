"""The price list of the bakery."""

from pathlib import Path

import pandas as pd


class PriceList:
    """Lines of the list: line, product, first, last, cents for a tray.

    `line` counts up as lines are entered. A line holds from its first to its last day, both included; if `last` is blank, until
    further notice.
    """

    def __init__(self, lines):
        self.lines = lines

    @classmethod
    def read(cls, folder):
        return cls(pd.read_csv(Path(folder) / "prices.csv", parse_dates=["first", "last"]))

    def priced(self, deliveries):
        """The deliveries, in the order given, with the cents for a tray on their day."""
        unknown = set(deliveries["product"]) - set(self.lines["product"])
        if unknown:
            raise ValueError(f"not on the list: {', '.join(sorted(unknown))}")
        both = deliveries.merge(self.lines, on="product", how="left")
        begun = both["first"] <= both["day"]
        ended = both["last"] < both["day"]
        return both.loc[begun & ~ended, [*deliveries.columns, "cents"]].reset_index(drop=True)
