"""A few of the rules. Add your own below or in another file."""

import unittest

import pandas as pd

import payout


def at(text):
    return pd.Timestamp(f"2026-03-{text}")


PICKUPS = pd.DataFrame(
    [
        ("P1", "0302-1", "011", at("02 09:00"), 100.0),
        ("P2", "0302-1", "020", at("02 09:20"), 200.0),
        ("P3", "0302-2", "011", at("05 23:50"), 150.0),
        ("P4", "0302-3", "020", at("06 08:00"), 80.0),
    ],
    columns=["pickup", "tour", "tank", "at", "litres"],
)
WEIGHINGS = pd.DataFrame([("0302-1", 310), ("0302-2", 155)], columns=["tour", "kg"])
TANKS = pd.DataFrame(
    [("011", "0007", at("01 00:00")), ("020", "1180", at("01 00:00")), ("011", "1180", at("05 00:00"))],
    columns=["tank", "farm", "from"],
)
CONTRACTS = pd.DataFrame(
    [("0007", "organic", at("01 00:00")), ("1180", "standard", at("01 00:00"))], columns=["farm", "kind", "from"]
)
PRICES = pd.DataFrame(
    [("organic", at("01 00:00"), 5600), ("standard", at("01 00:00"), 4510)], columns=["kind", "from", "cents_per_100kg"]
)
MONTH = {"pickups": PICKUPS, "weighings": WEIGHINGS, "tanks": TANKS, "contracts": CONTRACTS, "prices": PRICES}


class Payout(unittest.TestCase):
    def test_a_weight_is_shared_by_litres(self):
        grams = payout.shares(PICKUPS, WEIGHINGS)
        self.assertEqual(grams["P3"], 155_000)
        self.assertIn(grams["P1"], (103_333, 103_334))
        self.assertTrue(pd.isna(grams["P4"]))

    def test_a_tank_has_the_owner_of_its_day(self):
        self.assertEqual(payout.owners(PICKUPS, TANKS).to_dict(), {"P1": "0007", "P2": "1180", "P3": "1180", "P4": "1180"})

    def test_a_statement(self):
        table = payout.statement(**MONTH).set_index("farm")
        self.assertEqual(list(table.index), ["0007", "1180"])
        self.assertEqual(table.loc["0007", "cents"], 5787)

    def test_a_tour_that_was_not_weighed_is_open(self):
        table = payout.open_items(**MONTH)
        self.assertEqual([(row.pickup, row.grams) for row in table.itertuples()], [("P4", 0)])


if __name__ == "__main__":
    unittest.main()
