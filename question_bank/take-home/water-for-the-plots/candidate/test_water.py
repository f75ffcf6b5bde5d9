"""A few of the rules. Add your own below or in another file."""

import tempfile
import unittest
from pathlib import Path

import water

TABLES = {
    "meters": "meter,plot,from\nm1,p1,2025-03-01T00:00:00\nm2,p2,2025-03-01T00:00:00\nm3,p3,2025-03-01T00:00:00\n",
    "readings": (
        "reading,meter,at,counter\n"
        "r1,m1,2025-03-02T09:00:00,500\nr2,m2,2025-03-02T09:10:00,99900\nr3,m3,2025-03-02T09:20:00,70\n"
        "r4,m1,2025-03-30T09:00:00,1500\nr5,m2,2025-03-30T09:10:00,900\nr6,m3,2025-03-30T09:20:00,1070\n"
    ),
    "tenants": "plot,tenant,from\np1,ada,2025-03-01T00:00:00\np2,ben,2025-03-01T00:00:00\n",
    "accounts": "tenant,account,from\nada,a1,2025-03-01T00:00:00\nben,a2,2025-03-01T00:00:00\n",
    "bills": "bill,after,until,issued,cents\nb1,2025-03-03T00:00:00,2025-04-01T00:00:00,2025-04-09T00:00:00,1000\n",
}


class Water(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def put(self, **changed):
        for name, text in {**TABLES, **changed}.items():
            (Path(self.folder) / f"{name}.csv").write_text(text, encoding="utf-8")
        return self.folder

    def test_litres(self):
        self.assertEqual(water.litres(self.put()), {"r4": 1000, "r5": 1000, "r6": 1000})

    def test_users(self):
        self.assertEqual(water.users(self.put()), {"r4": "ada", "r5": "ben", "r6": ""})

    def test_shares(self):
        folder = self.put()
        self.assertEqual(water.statement(folder), {"a1": 334, "a2": 333})
        self.assertEqual(water.open_items(folder), {"b1/r6": 333})

    def test_two_tenants_with_one_account(self):
        folder = self.put(accounts=TABLES["accounts"].replace("a2", "a1"))
        self.assertEqual(water.statement(folder), {"a1": 667})


if __name__ == "__main__":
    unittest.main()
