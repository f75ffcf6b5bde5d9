"""A few of the rules. Add your own below or in another file."""

import tempfile
import unittest
from pathlib import Path

import milk

FARMS = {"0071", "1180"}
HEADER = "collection,revision,farm,collected_at,litres,status\n"
TRUCK = HEADER + (
    "C1,1,0071,2026-03-24T06:10+01:00,812.5,ok\n"
    "C2,1,1180,2026-03-24T07:00+01:00,1204.0,ok\n"
    "C3,1,0071,2026-03-24T18:30+01:00,790.0,ok\n"
    "C4,1,0071,2026-03-24T19:00+01:00,n/a,ok\n"
)
OFFICE = HEADER + (
    "C1,2,0071,2026-03-24T06:10+01:00,800.0,ok\n"
    "C2,2,1180,2026-03-24T07:00+01:00,,withdrawn\n"
)


class Lists(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.store = Path(self.folder.name) / "store"
        self.store.mkdir()

    def take_in(self, name, text):
        path = Path(self.folder.name) / name
        path.write_text(text)
        return milk.take_in(self.store, path, FARMS)

    def litres(self):
        table = milk.daily(self.store)
        return {(farm, day): litres for farm, day, litres in zip(table["farm"], table["day"], table["litres"])}

    def test_a_list_is_counted(self):
        self.assertEqual(self.take_in("truck.csv", TRUCK), {"lines": 4, "taken": 3, "refused": 1})
        self.assertEqual(self.litres(), {("0071", "2026-03-24"): 1602.5, ("1180", "2026-03-24"): 1204.0})

    def test_the_same_file_twice_counts_once(self):
        self.take_in("truck.csv", TRUCK)
        self.take_in("truck.csv", TRUCK)
        self.assertEqual(self.litres()["0071", "2026-03-24"], 1602.5)

    def test_a_revision_replaces(self):
        self.take_in("truck.csv", TRUCK)
        self.take_in("office.csv", OFFICE)
        self.assertEqual(self.litres(), {("0071", "2026-03-24"): 1590.0})

    def test_a_line_that_cannot_be_used_is_listed(self):
        self.take_in("truck.csv", TRUCK)
        table = milk.refused(self.store)
        self.assertEqual([(row.file, row.line) for row in table.itertuples()], [("truck.csv", 5)])


if __name__ == "__main__":
    unittest.main()
