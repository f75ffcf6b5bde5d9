# hiretool-canary-507a96aa-3dc2-44f8-939f-82f9eca80ac4
"""Seed -> the numbers in the prompt, and the deliveries, price list and invoices that the candidate receives."""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pandas as pd

PRODUCTS = [
    "Baguette",
    "Brioche",
    "Cheese roll",
    "Croissant",
    "Focaccia",
    "Lemon slice",
    "Muffin",
    "Pretzel",
    "Rye loaf",
]
PRODUCTS += ["Scone"]
CUSTOMERS = [
    "Bridge Cafe",
    "Cafe Anton",
    "Cafe Lune",
    "Corner House",
    "Depot",
    "Gallery",
    "Harbour Kiosk",
    "Little Owl",
    "Market Hall",
    "Old Library",
    "Platform 2",
    "Station Bar",
    "The Attic",
    "Town Baths",
    "Yellow Door",
]
KINDS = ["kept", "kept", "kept", "closed", "closed", "touching", "touching", "open", "again"]
# Not what is bought the most.
RARE = ("open", "again")
MONTHS = 7


@lru_cache(maxsize=64)
def days(seed):
    """The days of the period, seven whole months."""
    month = int(np.random.default_rng([seed, 1]).integers(0, 5))
    start = date(2025, 1 + month, 1)
    end = date(2025 + (month + MONTHS) // 12, 1 + (month + MONTHS) % 12, 1)
    return [start + timedelta(days=place) for place in range((end - start).days)]


@lru_cache(maxsize=64)
def kinds(seed):
    """What became of the price of each product."""
    rng = np.random.default_rng([seed, 4])
    products = sorted(PRODUCTS[place] for place in rng.choice(len(PRODUCTS), 9, replace=False).tolist())
    return dict(zip(products, (KINDS[place] for place in rng.permutation(9).tolist()), strict=True))


@lru_cache(maxsize=16)
def price_list(seed):
    """Lines in the order in which they were entered: line, product, first, last or None, cents."""
    rng, period = np.random.default_rng([seed, 2]), days(seed)
    entered = []
    for product, kind in kinds(seed).items():
        cents = int(rng.integers(60, 180)) * 10
        begun = period[0] - timedelta(days=int(rng.integers(60, 300)))
        earliest = len(period) - 100 if kind in RARE else 50
        changed = period[int(rng.integers(earliest, len(period) - 40))]
        dearer = round(cents * rng.uniform(1.06, 1.14) / 10) * 10
        last = {"closed": changed - timedelta(days=1), "touching": changed, "again": changed}.get(kind)
        entered.append((begun, product, begun, last, cents))
        if kind != "kept":
            entered.append((changed - timedelta(days=9), product, changed, None, dearer))
        if kind == "again":
            # Talked over once more: a lower rise, which holds from an earlier day on.
            sooner = changed - timedelta(days=int(rng.integers(8, 20)))
            agreed = round((cents + dearer) / 20) * 10
            entered.append((changed + timedelta(days=int(rng.integers(5, 15))), product, sooner, None, agreed))
    entered.sort(key=lambda row: (row[0], row[1], row[2]))
    return [(1040 + 3 * place, *row[1:]) for place, row in enumerate(entered)]


@lru_cache(maxsize=8)
def handed_over(seed):
    """Deliveries as rows: day, customer, product, trays."""
    rng, period = np.random.default_rng([seed, 3]), days(seed)
    products = list(kinds(seed))
    customers = sorted(CUSTOMERS[place] for place in rng.choice(len(CUSTOMERS), 10, replace=False).tolist())
    likes = rng.dirichlet([0.9 if kind in RARE else 2.5 for kind in kinds(seed).values()], len(customers))
    size = rng.uniform(1.5, 5.0, len(customers))
    rows = []
    for day in period:
        # No van on Sundays.
        if day.weekday() == 6:
            continue
        for place in np.flatnonzero(rng.random(len(customers)) < 0.75).tolist():
            product = products[int(rng.choice(len(products), p=likes[place]))]
            trays = 1 + int(rng.poisson(size[place]))
            rows += [(day, customers[place], product, trays)] * (2 if rng.random() < 0.06 else 1)
    return rows


def holding(lines, product, day):
    """The lines that hold for a product on a day, in the order of entry."""
    return [
        line for line in sorted(lines) if line[1] == product and line[2] <= day and (line[3] is None or day <= line[3])
    ]


def cents_of(lines, rows):
    """For a tray of each delivery: of the line that was entered last."""
    known = {}
    for day, _, product, _ in rows:
        if (day, product) not in known:
            known[day, product] = holding(lines, product, day)[-1][4]
    return [known[day, product] for day, _, product, _ in rows]


def by_month(rows, cents):
    """{(customer, month): cents}."""
    sums = {}
    for (day, customer, _, trays), price in zip(rows, cents, strict=True):
        key = customer, f"{day:%Y-%m}"
        sums[key] = sums.get(key, 0) + trays * price
    return sums


def counted_by_line(lines, rows):
    """As given: each delivery once for every line that holds."""
    sums, count = {}, 0
    for day, customer, product, trays in rows:
        for line in holding(lines, product, day):
            key = customer, f"{day:%Y-%m}"
            sums[key] = sums.get(key, 0) + trays * line[4]
            count += 1
    return sums, count


def expected(sums):
    """{customer: cents of the next month}, by normal equations in two unknowns."""
    customers, months = sorted({key[0] for key in sums}), sorted({key[1] for key in sums})
    past = {name: [sums.get((name, month), 0) for month in months] for name in customers}
    pairs = [
        (values[place - 1], sum(values[place - 3 : place]) / 3, values[place])
        for values in past.values()
        for place in range(3, len(months))
    ]
    aa, ab, bb = (sum(pair[i] * pair[j] for pair in pairs) for i, j in ((0, 0), (0, 1), (1, 1)))
    ay, by = (sum(pair[i] * pair[2] for pair in pairs) for i in (0, 1))
    det = aa * bb - ab * ab
    first, second = (ay * bb - by * ab) / det, (aa * by - ab * ay) / det
    return {name: first * values[-1] + second * sum(values[-3:]) / 3 for name, values in past.items()}


def generate(seed):
    """Numbers that appear in the prompt."""
    lines, rows = price_list(seed), handed_over(seed)
    right = by_month(rows, cents_of(lines, rows))
    ours, _ = counted_by_line(lines, rows)
    invoiced, booked = sum(right.values()) / 100, sum(ours.values()) / 100
    last = max(month for _, month in right)
    if booked / invoiced < 1.012:
        return None
    return {
        "customers": len({key[0] for key in right}),
        "months": MONTHS,
        "ours": round(booked),
        "invoiced": round(invoiced),
        "percent": round(100 * (booked / invoiced - 1), 1),
        "last": last,
        "last_ours": round(sum(cents for key, cents in ours.items() if key[1] == last) / 100),
        "last_invoiced": round(sum(cents for key, cents in right.items() if key[1] == last) / 100),
        "expected": round(sum(expected(ours).values()) / 100),
    }


def frame(rows):
    """Deliveries as `deliveries.read` gives them."""
    table = pd.DataFrame(rows, columns=["day", "customer", "product", "trays"])
    return table.assign(day=pd.to_datetime(table["day"]))


def listed(lines):
    """The lines as `PriceList.read` has them."""
    table = pd.DataFrame(lines, columns=["line", "product", "first", "last", "cents"])
    return table.assign(first=pd.to_datetime(table["first"]), last=pd.to_datetime(table["last"]))


def write(folder, seed):
    """Put data/deliveries.csv, data/prices.csv and data/invoices.csv into `folder`."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    lines, rows = price_list(seed), handed_over(seed)
    frame(rows).to_csv(data / "deliveries.csv", index=False)
    listed(lines).to_csv(data / "prices.csv", index=False)
    sums = by_month(rows, cents_of(lines, rows))
    invoices = [(customer, month, cents) for (customer, month), cents in sorted(sums.items())]
    pd.DataFrame(invoices, columns=["customer", "month", "cents"]).to_csv(data / "invoices.csv", index=False)
