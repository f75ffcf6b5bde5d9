"""Our revenue beside the invoices, month by month, and what is expected of the next month.

    python report.py data
"""

import sys

import pandas as pd

import deliveries
import revenue
from prices import PriceList


def compared(folder):
    """For each month, in euros: ours, invoiced, and by how much ours is over, in percent."""
    ours = revenue.by_month(PriceList.read(folder).priced(deliveries.read(folder))).sum() / 100
    invoiced = deliveries.invoiced(folder).sum() / 100
    return pd.DataFrame({"ours": ours, "invoiced": invoiced, "over": 100 * (ours / invoiced - 1)})


def expected(folder):
    """Euros expected of the next month, of all customers."""
    table = revenue.by_month(PriceList.read(folder).priced(deliveries.read(folder)))
    return sum(revenue.next_month(table).values()) / 100


if __name__ == "__main__":
    print(compared(sys.argv[1]).round({"ours": 0, "invoiced": 0, "over": 1}).to_string())
    print(f"\nexpected of the next month: {expected(sys.argv[1]):.0f} euros")
