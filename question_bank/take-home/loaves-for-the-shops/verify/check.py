# hiretool-canary-9401c30c-3365-4a7d-90c7-01b8c46465c6
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import variants

DAY = variants.DAY
PAIRS, PROMOTED, SHOPS = 0.85, 0.65, 0.9
LEVELS = ("pair", "shop", "product", "all")


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _sold(rows, before=None):
    found = {}
    for at, shop, product, sold, entered in sorted(rows, key=lambda row: row[4]):
        if before is None or entered < before:
            found[at, shop, product] = sold
    return found


def _names(rows, day):
    """name -> the pairs whose sum it is, of the pairs that were known."""
    found = {}
    for shop, product in sorted({(row[1], row[2]) for row in rows if row[4] < day}):
        for name in (f"{shop}/{product}", shop, product, "all"):
            found.setdefault(name, []).append((shop, product))
    return found


def _week(table, pairs, day, back=0):
    return np.array(
        [sum(table.get((day + DAY * (n - back), *pair), 0) for pair in pairs) for n in range(7)], dtype=float
    )


def _near(a, b):
    return a.keys() == b.keys() and all(np.allclose(a[name], b[name], rtol=1e-7, atol=1e-7) for name in a)


def _claims(modules, seed, folder):
    loaves = modules["loaves"]
    rng = np.random.default_rng([seed, 9])
    facts = {**variants.generate(seed + 5000), "shops": 4, "days": 116}
    sales, plan = variants.world(seed + 5000, facts)
    days = [variants.FIRST + DAY * int(number) for number in sorted(rng.choice(np.arange(70, 109), 6, replace=False))]
    day = days[3]
    # A promotion that is running, and one that is decided on the very day; a shop that is closed in the week.
    shop, product = sales[0][1:3]
    sure = (day + DAY, day + DAY * 2, shop, product, "promotion", day - DAY * 3)
    sudden = (day + DAY * 4, day + DAY * 5, shop, product, "promotion", day)
    shut = (day + DAY * 6, day + DAY * 6, shop, "", "closed", day - DAY)
    plan = [row for row in plan if row[2] != shop or row[1] < day or row[0] > day + DAY * 6] + [sure, sudden, shut]
    count = iter(range(1000))

    def put(rows, head):
        path = folder / f"{next(count)}.csv"
        path.write_text(variants.text(head, rows), encoding="utf-8", newline="\n")
        return str(path)

    sales_path, plan_path = put(sales, variants.SALES), put(plan, variants.PLAN)

    @cache
    def made(at=day):
        found = loaves.forecast(sales_path, plan_path, str(at))
        return {str(name): [float(value) for value in values] for name, values in found.items()}

    def again(some, decided):
        found = loaves.forecast(put(some, variants.SALES), put(decided, variants.PLAN), str(day))
        return {str(name): [float(value) for value in values] for name, values in found.items()}

    final = _sold(sales)

    def whole():
        values = made()
        good = all(len(row) == 7 and np.isfinite(row).all() and min(row) >= 0 for row in values.values())
        return good and values.keys() == _names(sales, day).keys()

    def adds_up():
        names, values = _names(sales, day), made()
        parts = {name: sum(np.array(values["/".join(pair)]) for pair in pairs) for name, pairs in names.items()}
        return (
            all(np.allclose(values[name], parts[name], rtol=1e-6, atol=1e-6) for name in names)
            and min(values["all"][:6]) > 0
        )

    def later_sales():
        # Half of the later rows are missing, the others say something else.
        kept = [row for place, row in enumerate(sales) if row[4] < day or place % 2]
        return _near(
            again([(*row[:3], row[3] * 3 + 5, row[4]) if row[4] >= day else row for row in kept], plan), made()
        )

    def later_decisions():
        return _near(again(sales, [row for row in plan if row[5] < day]), made())

    def any_order():
        mixed = [sales[int(place)] for place in rng.permutation(len(sales))]
        return _near(again(mixed, plan[::-1]), made())

    def earlier_counts():
        """What was decided the day before does count: without it, the promoted days are lower and the closed one is open."""
        name, less = f"{shop}/{product}", again(sales, [row for row in plan if row not in (sure, shut)])
        return all(made()[name][n] > 1.15 * less[name][n] for n in (1, 2)) and made()[name][6] == 0 < less[name][6]

    def closed():
        return made()[shop][6] == 0 and all(made()["/".join(pair)][6] == 0 for pair in _names(sales, day)[shop])

    @cache
    def errors():
        """level -> absolute errors of the forecasts and of the week before, and what was sold; `promoted` for pairs on days with
        a promotion then or a week before, as decided."""
        found = {name: np.zeros(3) for name in (*LEVELS, "promoted")}
        for at in days:
            held, names, values = _sold(sales, at), _names(sales, at), made(at)
            running = [row for row in plan if row[4] == "promotion" and row[5] < at]
            for name, pairs in names.items():
                true, naive = _week(final, pairs, at), _week(held, pairs, at, 7)
                here = np.array([np.abs(values[name] - true), np.abs(naive - true), true])
                shop = f"{name}/{pairs[0][1]}" in names
                level = "pair" if "/" in name else "all" if name == "all" else "shop" if shop else "product"
                found[level] += here.sum(axis=1)
                if level == "pair":
                    on = [
                        any(row[0] <= at + DAY * n <= row[1] and row[2:4] == pairs[0] for row in running)
                        for n in range(-7, 7)
                    ]
                    on = [a or b for a, b in zip(on[:7], on[7:])]
                    found["promoted"] += here[:, on].sum(axis=1)
        return found

    @cache
    def told():
        return loaves.backtest(sales_path, plan_path, [str(at) for at in days])

    def says(what, place):
        said = {level: float(told()[level][what]) for level in LEVELS}
        return all(abs(said[level] - errors()[level][place] / errors()[level][2]) < 1e-6 for level in LEVELS)

    def young():
        """A pair of ten days, one of a single day, and a whole history of two weeks."""
        new = [(day - DAY * n, shop, "buns", 30 + n, day - DAY * n) for n in range(1, 11)]
        single = [(day - DAY, shop, "tarts", 4, day - DAY)]
        more = again(sales + new + single, plan)
        less = again([row for row in sales if row[0] >= day - DAY * 14], plan)
        good = all(np.isfinite(row).all() and min(row) >= 0 for values in (more, less) for row in values.values())
        return good and 10 < np.mean(more[f"{shop}/buns"][:6]) < 80 and f"{shop}/tarts" in more

    return {
        "a_week_for_each_name": whole,
        "parts_add_up_to_the_whole": adds_up,
        "what_was_entered_later_has_no_say": later_sales,
        "what_was_decided_later_has_no_say": later_decisions,
        "what_was_decided_before_has_a_say": earlier_counts,
        "order_of_rows_has_no_say": any_order,
        "a_closed_shop_sells_nothing": closed,
        "pairs_are_nearer_than_the_week_before": lambda: errors()["pair"][0] < PAIRS * errors()["pair"][1],
        "promoted_days_are_nearer_than_the_week_before": lambda: (
            errors()["promoted"][0] < PROMOTED * errors()["promoted"][1]
        ),
        "shops_are_nearer_than_the_week_before": lambda: errors()["shop"][0] < SHOPS * errors()["shop"][1],
        "backtest_tells_the_errors_made": lambda: says("error", 0),
        "backtest_tells_the_week_before": lambda: says("naive", 1),
        "young_pairs_are_served": young,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    with tempfile.TemporaryDirectory() as folder:
        return {name: _held(claim) for name, claim in _claims(modules, seed, Path(folder)).items()}


def modules(names=("loaves",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
