"""A few of the rules. Add your own below or in another file."""

import unittest

import pandas as pd

import audit

MARKS = pd.DataFrame(
    [
        ("L1", "r2", 2, "late"),
        ("L1", "r1", 1, "late"),
        ("L2", "r1", 1, "lost"),
        ("L2", "r3", 3, "price"),
        ("L2", "r2", 2, "late"),
        ("L3", "r3", 1, "price"),
        ("L4", "r2", 1, "late"),
        ("L4", "r3", 2, "late"),
    ],
    columns=["letter", "reader", "turn", "kind"],
)
READERS = pd.DataFrame([("r1", "Brack"), ("r2", "Brack"), ("r3", "Aldmoor")], columns=["reader", "office"])
LOOKED = pd.DataFrame(
    [("L1", "lot", "late"), ("L4", "lot", "lost"), ("L3", "complaint", "rude")], columns=["letter", "why", "kind"]
)


class Audit(unittest.TestCase):
    def test_the_book(self):
        self.assertEqual(dict(audit.book(MARKS)), {"L1": "late", "L2": "lost", "L3": "price", "L4": "late"})

    def test_agreement_of_offices(self):
        table = audit.agreement(MARKS, READERS)
        self.assertEqual([tuple(key) for key in table.index], [("Aldmoor", "Brack"), ("Brack", "Brack")])
        self.assertEqual(list(table["pairs"]), [3, 2])
        self.assertAlmostEqual(table["agree"].iloc[0], 1 / 3)

    def test_a_share_with_its_interval(self):
        found = audit.share_off(MARKS, LOOKED)
        self.assertAlmostEqual(found["share"], 0.5)
        self.assertAlmostEqual(found["low"], 0.0945, places=4)
        self.assertAlmostEqual(found["high"], 0.9055, places=4)

    def test_the_length_of_the_list(self):
        self.assertEqual(audit.suspects(MARKS, READERS, LOOKED, 1), ["L2"])


if __name__ == "__main__":
    unittest.main()
