"""Loans of audiobooks, a line each: who, which title, on which day."""

import csv
from datetime import date
from typing import NamedTuple


class Loan(NamedTuple):
    reader: str
    title: str
    day: date


def read(path):
    """All loans, as they stand in the file. A title may be borrowed again by the same reader."""
    with open(path, newline="") as lines:
        return [Loan(row["reader"], row["title"], date.fromisoformat(row["day"])) for row in csv.DictReader(lines)]


def had(loans):
    """{reader: titles that this reader has borrowed}."""
    found = {}
    for loan in loans:
        found.setdefault(loan.reader, set()).add(loan.title)
    return found
