"""Questions to which the assistant had no answer."""

import csv


def read(path):
    """Pairs of office and question, in the order in which they came. Small letters, single blanks, at most 80 characters."""
    with open(path, newline="", encoding="utf-8") as file:
        return [(row["office"], row["question"]) for row in csv.DictReader(file)]
