"""A few of the rules. Add your own below or in another file."""

import unittest

import pandas as pd

import readout


def at(text):
    return pd.Timestamp(f"2026-03-{text}")


PLAN = {
    "control": "plain",
    "shares": {"plain": 0.5, "tiles": 0.25, "steps": 0.25},
    "start": at("02"),
    "end": at("09"),
    "alarm": 0.001,
    "z": 2.0,
    "worth": 0.05,
    "harm": 0.05,
}
VIEWS = pd.DataFrame(
    [
        ("v1", "a", "plain", at("02 09:00"), 1, 0),
        ("v2", "a", "plain", at("04 10:00"), 0, 0),
        ("v2", "a", "plain", at("04 10:00"), 0, 0),
        ("v3", "b", "tiles", at("03 11:00"), 1, 1),
        ("v4", "b", "steps", at("05 12:00"), 0, 0),
        ("v5", "c", "steps", at("05 13:00"), 0, 1),
        ("v6", "c", "plain", at("01 13:00"), 1, 0),
    ],
    columns=["view", "visitor", "layout", "at", "saved", "left"],
)


class ReadOut(unittest.TestCase):
    def test_visitors(self):
        table = readout.visitors(VIEWS, PLAN)
        self.assertEqual(list(table.index), ["a", "b", "c"])
        self.assertEqual(list(table["layout"]), ["plain", "several", "steps"])
        self.assertEqual(list(table["first"]), ["plain", "tiles", "steps"])
        self.assertEqual(list(table["views"]), [2, 2, 1])

    def test_balance(self):
        people = pd.DataFrame({"first": ["plain"] * 60 + ["tiles"] * 40, "layout": ["plain"] * 60 + ["tiles"] * 30 + ["several"] * 10})
        table = readout.balance(people, PLAN)
        self.assertEqual(list(table.index), ["steps", "tiles"])
        self.assertEqual(table.loc["tiles", "crossed"], 10)
        self.assertAlmostEqual(table.loc["tiles", "p_first"], 0.1573, places=4)
        self.assertAlmostEqual(table.loc["tiles", "p_kept"], 1.0, places=4)

    def test_a_difference_of_shares_of_views(self):
        people = pd.DataFrame(
            {"layout": ["plain"] * 3 + ["tiles"] * 3, "views": [1, 1, 8, 2, 2, 6], "saved": [0, 1, 1, 1, 1, 3]},
            index=list("abcdef"),
        )
        found = readout.difference(people, "tiles", "saved", PLAN)
        self.assertAlmostEqual(found["difference"], 0.3)
        self.assertLess(found["low"], 0.3)
        self.assertGreater(found["high"], 0.3)


if __name__ == "__main__":
    unittest.main()
