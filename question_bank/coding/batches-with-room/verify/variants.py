# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Seed -> the numbers in the prompt, and a recording of requests."""

import csv
import random


CUSTOMERS = ["north-post", "quick-shop", "city-hall", "clinic", "fairs", "rail"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "requests": draw.randint(900, 1500),
        "longest": draw.randint(45, 110),
        "cards": draw.randint(3, 12),
        "languages": draw.randint(12, 40),
        "mean_gap": draw.randint(20, 26),
    }


def requests(seed, many=None):
    """Rows as dictionaries, in order of arrival: many short texts, some long, a few longer than a batch; now and then a rush."""
    facts, draw = generate(seed), random.Random(f"requests {seed}")
    rows, now, rush = [], 0, 0
    for number in range(many or facts["requests"]):
        rush = draw.randint(30, 90) if draw.random() < 0.006 else max(0, rush - 1)
        # In a rush most requests are one customer's.
        customer = "quick-shop" if rush and draw.random() < 0.8 else draw.choice(CUSTOMERS)
        now += int(draw.expovariate(1 / (facts["mean_gap"] / (6 if rush else 0.8))))
        tokens = max(1, int(draw.lognormvariate(4.4, 1.1)))
        if draw.random() < 0.003:
            tokens = draw.randint(4_200, 9_000)
        rows.append({"id": f"t{number:05d}", "customer": customer, "tokens": min(tokens, 9_000), "arrived": now})
    return rows


def write(folder, seed):
    """Put data/requests.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "requests.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "customer", "tokens", "arrived"])
        writer.writeheader()
        writer.writerows(requests(seed))
