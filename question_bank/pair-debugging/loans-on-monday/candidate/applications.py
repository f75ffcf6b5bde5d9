"""The applications of a week, as the branch system exports them: one line each, in no promised order."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Application:
    number: str
    placed: str  # "2026-03-02T09:31:07", the moment at which it was signed; no two are alike
    state: str  # "open", or "promised" if a branch has given its word already
    euros: float
    income: float
    debts: float
    years: int  # with the present employer


def read(path):
    """All applications of one export."""
    with open(path, newline="") as lines:
        return [
            Application(
                number=row["number"],
                placed=row["placed"],
                state=row["state"],
                euros=float(row["euros"]),
                income=float(row["income"]),
                debts=float(row["debts"]),
                years=int(row["years"]),
            )
            for row in csv.DictReader(lines)
        ]
