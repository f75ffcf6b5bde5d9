"""A few of the rules. Add your own below or in another file."""

import datetime
import random
import tempfile
import unittest
from pathlib import Path

import watch

START = datetime.date(2025, 3, 3)


def after(days):
    return START + datetime.timedelta(days=days)


class Watch(unittest.TestCase):
    def alarms(self, days=160, jump=None, spoiled=None):
        """Alarms of a made-up belt whose mean is 40, from day `jump` on 50; day `spoiled` is far off."""
        draw = random.Random(3)
        lines = ["day,parcels,mean,spread"]
        for number in range(days):
            mean, spread = 40 + draw.gauss(0, 1), 10 * (1 + draw.gauss(0, 0.04))
            mean += 10 if jump is not None and number >= jump else 0
            mean += 60 if number == spoiled else 0
            lines.append(f"{after(number)},1500,{mean:.3f},{spread:.3f}")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "belt.csv"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            return watch.alarms(str(path))

    def test_a_jump(self):
        found = self.alarms(jump=100)
        self.assertTrue([day for day in found if str(after(100)) <= day < str(after(109))])

    def test_nothing_in_the_first_weeks(self):
        self.assertEqual([day for day in self.alarms(jump=30) if day < str(after(56))], [])

    def test_one_odd_day(self):
        self.assertNotIn(str(after(90)), self.alarms(spoiled=90))

    def test_days_that_have_not_come_yet(self):
        whole = self.alarms(jump=100)
        self.assertEqual(self.alarms(days=120, jump=100), [day for day in whole if day < str(after(120))])


if __name__ == "__main__":
    unittest.main()
