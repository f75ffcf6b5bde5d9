# hiretool-canary-507a96aa-3dc2-44f8-939f-82f9eca80ac4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "each_delivery_counts_once"


def _sums(table):
    """{(customer, month): cents}, without what is 0."""
    return {
        (customer, month): int(cents)
        for month in table.columns
        for customer, cents in zip(table.index, table[month].tolist(), strict=True)
        if cents
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    lines, rows = variants.price_list(seed), variants.handed_over(seed)
    make = modules["prices"].PriceList

    def holds(some_lines, some_rows):
        """Whether each delivery comes back once, in order, with the price of the line entered last."""
        found = make(variants.listed(some_lines)).priced(variants.frame(some_rows))
        days = [moment.date() for moment in found["day"]]
        columns = [found[name].tolist() for name in ("customer", "product", "trays", "cents")]
        wanted = [(*row, price) for row, price in zip(some_rows, variants.cents_of(some_lines, some_rows), strict=True)]
        return [row for row in zip(days, *columns, strict=True)] == wanted

    given, listed = variants.frame(rows), variants.listed(lines)
    before = given.copy(), listed.copy()
    priced = make(listed).priced(given)
    right = variants.by_month(rows, variants.cents_of(lines, rows))
    ours = modules["revenue"].by_month(priced)
    stops = _sums(modules["revenue"].stops(priced))
    counted = variants.by_month([(*row[:3], 1) for row in rows], [1] * len(rows))
    expected = modules["revenue"].next_month(ours)
    wanted = variants.expected(right)

    several = [row for row in rows if len(variants.holding(lines, row[2], row[0])) > 1]
    single = [row for row in rows if len(variants.holding(lines, row[2], row[0])) == 1]
    alike = [row for row in rows if rows.count(row) > 1][:40]
    edge = [row for row in rows if any(row[2] == line[1] and row[0] in (line[2], line[3]) for line in lines)]
    mixed = [lines[place] for place in rng.permutation(len(lines)).tolist()]
    try:
        make(variants.listed([line for line in lines if line[1] != rows[0][2]])).priced(given)
        told = False
    except ValueError:
        told = True
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].compared(str(Path(scratch) / "data"))
        total = modules["report"].expected(str(Path(scratch) / "data"))
    return {
        SYMPTOM: len(priced) == len(rows) and stops == counted,
        "revenue_is_what_was_invoiced": _sums(ours) == right,
        "of_several_lines_the_one_entered_last_counts": holds(lines, several),
        "where_one_line_holds_it_counts": holds(lines, single),
        "two_deliveries_alike_are_two": bool(alike) and holds(lines, alike),
        "first_and_last_day_of_a_line_have_a_price": holds(lines, edge) if edge else True,
        "the_order_of_the_lines_has_no_say": holds(mixed, several + alike),
        "the_order_of_deliveries_is_kept": holds(lines, (several + single)[::-1]),
        "what_is_not_on_the_list_is_refused": told,
        "the_next_month_rests_on_the_right_months": sorted(expected) == sorted(wanted)
        and all(abs(expected[name] - wanted[name]) < 1e-6 * abs(wanted[name]) + 1e-3 for name in wanted),
        "the_report_agrees_with_bookkeeping": bool(np.allclose(table["over"], 0, atol=1e-9))
        and abs(total - sum(wanted.values()) / 100) < 0.01,
        "the_frames_given_are_not_changed": bool(given.equals(before[0]) and listed.equals(before[1])),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    lines, rows = variants.price_list(seed), variants.handed_over(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].compared(str(Path(scratch) / "data"))
        total = modules["report"].expected(str(Path(scratch) / "data"))
    priced = modules["prices"].PriceList(variants.listed(lines)).priced(variants.frame(rows))
    right = variants.by_month(rows, variants.cents_of(lines, rows))
    several = [len(variants.holding(lines, row[2], row[0])) for row in rows]
    return {
        "over": float(100 * (table["ours"].sum() / table["invoiced"].sum() - 1)),
        "month_most": float(table["over"].max()),
        "month_least": float(table["over"].min()),
        "deliveries": len(rows),
        "rows": len(priced),
        "several_percent": 100 * sum(count > 1 for count in several) / len(rows),
        "most_lines": max(several),
        "expected_over": 100 * (total / (sum(variants.expected(right).values()) / 100) - 1),
        "told": abs(total - variants.generate(seed)["expected"]),
    }


def modules(names=("deliveries", "prices", "revenue", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
