"""A few of the rules. Add your own below or in another file."""

import unittest

import pandas as pd

import readout


def at(text):
    return pd.Timestamp(f"2026-03-{text}")


PLAN = {
    "control": "old",
    "new": "fresh",
    "share_new": 0.5,
    "start": at("02"),
    "enrol_until": at("09"),
    "window_days": 3,
    "wait_days": 4,
    "before_days": 10,
    "alarm": 0.001,
    "worth_cents": 10,
}
EXPOSURES = pd.DataFrame(
    [
        ("X4", "P1", "web", "fresh", at("02 09:00")),
        ("X1", "P1", "web", "fresh", at("04 20:15")),
        ("X2", "P2", "app", "old", at("03 11:30")),
        ("X2", "P2", "app", "old", at("03 11:30")),
        ("X5", "P3", "web", "old", at("05 08:00")),
        ("X3", "P3", "app", "fresh", at("06 08:00")),
        ("X6", "P4", "web", "fresh", at("09 10:00")),
    ],
    columns=["exposure", "person", "platform", "arm", "shown_at"],
)
ORDERS = pd.DataFrame(
    [
        ("B1", "P1", at("01 12:00"), 1500),
        ("B2", "P1", at("03 12:00"), 4000),
        ("B3", "P1", at("04 12:00"), 2500),
        ("B4", "P2", pd.Timestamp("2026-02-20 12:00"), 9900),
        ("B5", "P9", at("05 12:00"), 3000),
    ],
    columns=["order", "person", "ordered_at", "cents"],
)
RETURNS = pd.DataFrame(
    [("B2", at("05 10:00"), 1000), ("B2", at("06 10:00"), 500)], columns=["order", "booked_at", "cents"]
)
TODAY = at("25")


class ReadOut(unittest.TestCase):
    def setUp(self):
        self.people = readout.people(EXPOSURES, PLAN, TODAY)

    def test_one_row_a_person(self):
        self.assertEqual(list(self.people.index), ["P1", "P2", "P3"])
        self.assertEqual(list(self.people["arm"]), ["fresh", "old", "old"])

    def test_counts_of_the_arms(self):
        table = readout.balance(self.people, PLAN)
        self.assertEqual(list(table.index), ["all", "app", "web"])
        self.assertEqual(list(table["new"]), [1, 0, 1])
        self.assertAlmostEqual(table.loc["all", "p"], 0.5637, places=4)

    def test_money_of_a_person(self):
        table = readout.money(self.people, ORDERS, RETURNS, PLAN, TODAY)
        self.assertEqual(list(table["before"]), [1500, 0, 0])
        self.assertEqual(list(table["kept"]), [5000, 0, 0])

    def test_effect_without_a_history(self):
        people = pd.DataFrame({"arm": ["fresh"] * 3 + ["old"] * 3}, index=list("ABCDEF"))
        money = pd.DataFrame({"before": [0.0] * 6, "kept": [3.0, 4.0, 8.0, 1.0, 2.0, 3.0]}, index=list("ABCDEF"))
        found = readout.effect(people, money, PLAN)
        self.assertAlmostEqual(found["effect"], 3.0)
        self.assertAlmostEqual(found["high"] - found["low"], 2 * 1.96 * (7 / 3 + 1 / 3) ** 0.5)

    def test_nothing_is_read_too_early(self):
        said = readout.read_out(EXPOSURES, ORDERS, RETURNS, PLAN, at("15"))
        self.assertEqual(said["decision"], "too early")
        self.assertEqual(said["people"], 3)


if __name__ == "__main__":
    unittest.main()
