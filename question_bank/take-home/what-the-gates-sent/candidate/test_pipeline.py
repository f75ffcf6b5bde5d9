"""A few of the rules. Add your own below or in another file."""

import tempfile
import unittest
from pathlib import Path

import pipeline

HEAD = "event,version,gate,line,happened_at,sent_at,kind,people\n"
MONDAY = (
    HEAD + "e1,1,g1,A1,2026-05-04T09:00:00,2026-05-04T09:00:10,count,12\n"
    "e2,1,g1,A1,2026-05-04T10:00:00,2026-05-04T10:00:10,count,5\n"
    "e3,1,g2,B1,2026-05-04T23:00:00,2026-05-05T08:00:00,count,40\n"
)
LATER = (
    HEAD + "e1,2,g1,A1,2026-05-04T09:00:00,2026-05-05T12:00:00,count,11\n"
    "e2,1,g1,A1,2026-05-04T10:00:00,2026-05-04T10:00:10,count,5\n"
    "e4,1,g2,B1,2026-05-04T07:00:00,2026-05-08T07:00:00,count,3\n"
)


class Pipeline(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "inbox").mkdir()

    def after(self, **batches):
        for name, text in batches.items():
            (self.root / "inbox" / f"{name}.csv").write_text(text, encoding="utf-8")
        pipeline.run(*(str(self.root / name) for name in ("store", "inbox", "out")), 2)
        return {path.name: path.read_text(encoding="utf-8") for path in (self.root / "out").rglob("*.csv")}

    def test_a_day(self):
        self.assertEqual(self.after(one=MONDAY)["2026-05-04.csv"], "line,events,people\nA1,2,17\nB1,1,40\n")

    def test_a_second_version(self):
        files = self.after(one=MONDAY, two=LATER)
        self.assertEqual(files["2026-05-04.csv"], "line,events,people\nA1,2,16\nB1,1,40\n")

    def test_what_came_late(self):
        self.assertEqual(self.after(one=MONDAY, two=LATER)["late.csv"], "day,event,people_then,people_now\n2026-05-04,e4,,3\n")

    def test_a_line_that_cannot_be_read(self):
        files = self.after(one=MONDAY, two=LATER.replace("count,5", "count,five"))
        self.assertEqual(files["refused.csv"], "batch,line\ntwo.csv,3\n")
        self.assertEqual(files["2026-05-04.csv"], "line,events,people\nA1,2,17\nB1,1,40\n")


if __name__ == "__main__":
    unittest.main()
