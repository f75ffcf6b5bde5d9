# hiretool-canary-9401c30c-3365-4a7d-90c7-01b8c46465c6
"""Seed -> the numbers in the prompt, what some bakery shops sold as it was entered, and what was planned as it was decided."""

import datetime

import numpy as np

PLACES = ("harbour", "station", "market", "church", "school", "mill", "bridge", "castle")
GOODS = ("rye", "wheat", "rolls", "spelt", "plaits", "corn")
FIRST = datetime.date(2025, 9, 1)
DAY = datetime.timedelta(days=1)
SALES, PLAN = "date,shop,product,sold,entered", "first,last,shop,product,what,decided"


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "shops": int(rng.integers(4, 7)),
        "products": 3,
        "days": int(rng.integers(168, 211)),
        "day": str(FIRST + DAY * int(rng.integers(150, 161))),
        "lift": float(rng.choice([1.7, 1.9, 2.1])),
        "taken": 0.12,
    }


def world(seed, facts):
    """Rows of sales (date, shop, product, sold, entered) and of the plan (first, last, shop, product, what, decided)."""
    rng = np.random.default_rng([seed, 2])
    shops = sorted(str(name) for name in rng.choice(PLACES, facts["shops"], replace=False))
    products = sorted(str(name) for name in rng.choice(GOODS, facts["products"], replace=False))
    days = facts["days"]
    plan, promoted, closed = [], set(), set()
    for shop in shops:
        for start in range(int(rng.integers(5, 15)), days - 7, 9):
            if rng.random() < 0.9:
                product, start = products[int(rng.integers(len(products)))], start + int(rng.integers(0, 4))
                last = start + int(rng.integers(2, 5))
                # Most are decided weeks ahead; some on the spur of the moment, when too much was baked.
                ahead = int(rng.integers(8, 25)) if rng.random() < 0.8 else int(rng.integers(-2, 1))
                plan.append(
                    (FIRST + DAY * start, FIRST + DAY * last, shop, product, "promotion", FIRST + DAY * (start - ahead))
                )
                promoted.update((at, shop, product) for at in range(start, last + 1))
        for start in rng.integers(10, days, 3):
            start, last = int(start), int(start) + int(rng.integers(0, 3))
            ahead = int(rng.integers(9, 40)) if rng.random() < 0.85 else 0
            plan.append((FIRST + DAY * start, FIRST + DAY * last, shop, "", "closed", FIRST + DAY * (start - ahead)))
            closed.update((at, shop) for at in range(start, last + 1))
    sales, slow = [], shops[int(rng.integers(len(shops)))]
    drift = np.cumsum(rng.normal(0, 0.012, (days, len(products))), axis=0)
    week = {shop: np.array([0.75, 0.85, 0.9, 1.0, 1.25, 1.6, 0.65]) * rng.uniform(0.85, 1.15, 7) for shop in shops}
    level = {(shop, product): rng.uniform(25, 110) for shop in shops for product in products}
    strength = {product: facts["lift"] + rng.uniform(-0.25, 0.25) for product in products}
    for number in range(days):
        at = FIRST + DAY * number
        for shop in shops:
            if (number, shop) in closed:
                continue
            others = [product for product in products if (number, shop, product) in promoted]
            common = rng.normal(0, 0.05)
            for place, product in enumerate(products):
                mean = (
                    level[shop, product]
                    * week[shop][at.weekday()]
                    * np.exp(drift[number, place] + common + rng.normal(0, 0.09))
                )
                if product in others:
                    mean *= strength[product]
                elif others:
                    mean *= 1 - facts["taken"]
                sold = int(rng.poisson(mean))
                entered = at + DAY * (int(rng.integers(1, 4)) if shop == slow and rng.random() < 0.2 else 0)
                if rng.random() < 0.06:
                    # A till was missing; the figure is put right some days later.
                    sales.append((at, shop, product, int(sold * rng.uniform(0.3, 0.8)), entered))
                    entered += DAY * int(rng.integers(1, 10))
                sales.append((at, shop, product, sold, entered))
    sales = [sales[int(place)] for place in rng.permutation(len(sales))]
    return sales, sorted(plan, key=lambda row: (row[5], row[:4]))


def text(head, rows):
    return "\n".join([head, *(",".join(str(value) for value in row) for row in rows)]) + "\n"


def write(folder, seed):
    """Put data/sales.csv and data/plan.csv into `folder`."""
    sales, plan = world(seed, generate(seed))
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "sales.csv").write_text(text(SALES, sales), encoding="utf-8", newline="\n")
    (folder / "data" / "plan.csv").write_text(text(PLAN, plan), encoding="utf-8", newline="\n")
