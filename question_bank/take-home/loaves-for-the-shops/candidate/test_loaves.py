"""A few of the rules. Add your own below or in another file."""

import datetime
import tempfile
import unittest
from pathlib import Path

import loaves

PAIRS = [("mill", "rye"), ("mill", "rolls"), ("quay", "rye"), ("quay", "rolls")]
START = datetime.date(2026, 1, 5)


def after(days):
    return (START + datetime.timedelta(days=days)).isoformat()


class Loaves(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.sales, self.plan = (str(Path(folder.name) / name) for name in ("sales.csv", "plan.csv"))
        # 40 a day of each, on Saturdays 80.
        lines = ["date,shop,product,sold,entered"]
        for number in range(70):
            sold = 80 if number % 7 == 5 else 40
            here = [pair for pair in PAIRS if (number, pair[0]) != (60, "mill")]
            lines += [f"{after(number)},{shop},{product},{sold},{after(number)}" for shop, product in here]
        Path(self.sales).write_text("\n".join(lines) + "\n", encoding="utf-8")
        plan = f"first,last,shop,product,what,decided\n{after(60)},{after(60)},mill,,closed,{after(50)}\n"
        Path(self.plan).write_text(plan, encoding="utf-8")

    def test_names(self):
        found = loaves.forecast(self.sales, self.plan, after(56))
        self.assertEqual(
            sorted(found), ["all", "mill", "mill/rolls", "mill/rye", "quay", "quay/rolls", "quay/rye", "rolls", "rye"]
        )
        self.assertEqual({len(values) for values in found.values()}, {7})

    def test_a_steady_week(self):
        found = loaves.forecast(self.sales, self.plan, after(56))["quay/rye"]
        self.assertAlmostEqual(found[0], 40, delta=4)
        self.assertAlmostEqual(found[5], 80, delta=8)

    def test_closed(self):
        found = loaves.forecast(self.sales, self.plan, after(56))
        self.assertEqual(found["mill"][4], 0)
        self.assertAlmostEqual(found["all"][4], found["quay"][4])

    def test_sums(self):
        found = loaves.forecast(self.sales, self.plan, after(56))
        self.assertAlmostEqual(found["rye"][1], found["mill/rye"][1] + found["quay/rye"][1])

    def test_backtest(self):
        said = loaves.backtest(self.sales, self.plan, [after(42), after(49)])
        self.assertEqual(sorted(said), ["all", "pair", "product", "shop"])
        self.assertAlmostEqual(said["pair"]["naive"], 0.0)
        self.assertLess(said["pair"]["error"], 0.1)


if __name__ == "__main__":
    unittest.main()
