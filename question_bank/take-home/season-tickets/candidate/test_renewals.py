"""A few of the rules. Add your own below or in another file."""

import unittest

import numpy as np
import pandas as pd

import renewals


def on(text):
    return pd.Timestamp(text)


TICKETS = pd.DataFrame(
    [
        ("T1", "H1", 2022, on("2022-07-01"), 2, "stalls", "debit", "yes", "B", on("2023-04-02")),
        ("T2", "H1", 2023, on("2023-04-02"), 2, "stalls", "invoice", "no", "-", pd.NaT),
        ("T3", "H2", 2023, on("2023-08-01"), 1, "gallery", "debit", "yes", "-", on("2024-03-01")),
        ("T4", "H3", 2023, on("2023-08-09"), 4, "balcony", "invoice", "yes", "-", on("2024-06-04")),
    ],
    columns="ticket holder season bought_on seats block pays_by newsletter desk_code renewed_on".split(),
)
CHANGES = pd.DataFrame(
    [
        ("T2", "pays_by", on("2024-06-20 10:00"), "debit", "invoice"),
        ("T2", "pays_by", on("2023-11-03 15:30"), "invoice", "debit"),
        ("T4", "block", on("2024-01-10 09:00"), "stalls", "balcony"),
    ],
    columns=["ticket", "field", "at", "before", "after"],
)
VISITS = pd.DataFrame(
    [
        ("T2", on("2023-10-14"), 2),
        ("T2", on("2023-11-11"), 1),
        ("T2", on("2023-12-09"), 0),
        ("T4", on("2024-04-13"), 4),
    ],
    columns=["ticket", "evening", "used"],
)
DAY = on("2024-03-01")
COLUMNS = "seats block pays_by newsletter seasons_held evenings share_used days_since".split()


class Renewals(unittest.TestCase):
    def setUp(self):
        self.table = renewals.known(TICKETS, CHANGES, VISITS, DAY)

    def test_open_tickets(self):
        self.assertEqual(list(self.table.index), ["T2", "T4"])
        self.assertEqual(list(self.table.columns), COLUMNS)

    def test_a_field_of_the_day(self):
        self.assertEqual(list(self.table["pays_by"]), ["debit", "invoice"])

    def test_evenings(self):
        self.assertEqual(list(self.table["evenings"]), [3, 0])
        self.assertAlmostEqual(self.table.loc["T2", "share_used"], 0.5)
        self.assertEqual(self.table.loc["T2", "days_since"], 111)
        self.assertTrue(np.isnan(self.table.loc["T4", "days_since"]))

    def test_what_is_lost(self):
        self.assertEqual(renewals.lost(TICKETS, on("2024-07-01")).to_dict(), {"T1": 0.0, "T2": 1.0, "T3": 0.0, "T4": 1.0})


if __name__ == "__main__":
    unittest.main()
