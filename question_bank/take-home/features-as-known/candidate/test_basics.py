"""A few of the rules. Add your own below or in another file."""

import unittest

import numpy as np
import pandas as pd

import features
import labels


def at(text):
    return pd.Timestamp(f"2026-03-{text}")


READINGS = pd.DataFrame(
    [
        ("R1", 1, "M1", at("02 09:00"), at("02 09:05"), 6.0, 4.1, 0),
        ("R2", 1, "M1", at("04 09:00"), at("04 09:05"), 7.5, 4.0, 1),
        ("R2", 2, "M1", at("04 09:00"), at("06 12:00"), 7.5, 3.8, 3),
        ("R3", 1, "M1", at("05 09:00"), at("09 08:00"), 5.0, 3.9, 2),
    ],
    columns=["reading", "revision", "machine", "measured_at", "received_at", "hours", "pressure", "faults"],
)
ORDERS = pd.DataFrame(
    [("W1", "M1", "service", at("01 10:00"), at("01 11:00"))],
    columns=["order", "machine", "kind", "opened_at", "entered_at"],
)
EVENINGS = pd.DataFrame(
    [("E1", "M1", at("05 18:00")), ("E2", "M1", at("06 18:00")), ("E3", "M2", at("06 18:00"))],
    columns=["evening", "machine", "decided_at"],
)
FAILURES = pd.DataFrame(
    [("F1", "M1", at("08 10:00"), at("10 10:00"))],
    columns=["failure", "machine", "failed_at", "reported_at"],
)


class AsKnown(unittest.TestCase):
    def setUp(self):
        self.table = features.as_known(READINGS, ORDERS, EVENINGS)

    def test_one_row_for_each_evening(self):
        self.assertEqual(list(self.table.index), ["E1", "E2", "E3"])
        self.assertEqual(list(self.table.columns), features.COLUMNS)

    def test_readings_of_seven_days(self):
        self.assertEqual(self.table.loc["E1", "hours_7d"], 13.5)
        self.assertEqual(self.table.loc["E1", "faults_7d"], 1)

    def test_a_revision_counts_when_it_has_been_received(self):
        self.assertEqual(self.table.loc["E2", "faults_7d"], 3)
        self.assertEqual(self.table.loc["E2", "pressure_last"], 3.8)

    def test_a_machine_never_heard_of(self):
        self.assertEqual(self.table.loc["E3", "readings_7d"], 0)
        self.assertTrue(np.isnan(self.table.loc["E3", "days_since_service"]))


class Known(unittest.TestCase):
    def test_labels_after_the_wait(self):
        found = labels.known(FAILURES, EVENINGS, horizon_days=3, delay_days=2, today=at("20"))
        self.assertEqual(found.to_dict(), {"E1": 1.0, "E2": 1.0, "E3": 0.0})


if __name__ == "__main__":
    unittest.main()
