# hiretool-canary-438826ed-e4f4-45ad-9221-b6ea0c0b6ac4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from fractions import Fraction
from pathlib import Path

import variants


def modules(names=("calls", "bill")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


PRICES = {"fresh": 300, "write": 375, "read": 30, "out": 1500}


def plain(rows, prices, keep, invoice):
    """The rules word for word; a call is in a stay with whoever came less than `keep` before, and so on."""
    rows = [row for place, row in enumerate(rows) if row[0] not in [later[0] for later in rows[place + 1 :]]]
    weights = {row[1]: Fraction(0) for row in rows}
    for row in rows:
        weights[row[1]] += row[5] * prices["fresh"] + row[6] * prices["out"]
    for prefix in {row[3] for row in rows} - {""}:
        times = sorted({row[2] for row in rows if row[3] == prefix})
        begins = [time for place, time in enumerate(times) if place == 0 or time - times[place - 1] >= keep]
        for begin, end in zip(begins, [*begins[1:], None]):
            stay = [row for row in rows if row[3] == prefix and begin <= row[2] and (end is None or row[2] < end)]
            cost = stay[0][4] * (prices["write"] + prices["read"] * (len(stay) - 1))
            for row in stay:
                weights[row[1]] += Fraction(cost, len(stay))
    whole = sum(weights.values())
    exact = {desk: invoice * weight / whole for desk, weight in weights.items()}
    missing = invoice - sum(one // 1 for one in exact.values())
    # A desk is rounded up if fewer than `missing` come before it.
    before = {desk: sum((-(x % 1), name) < (-(exact[desk] % 1), desk) for name, x in exact.items()) for desk in exact}
    return {desk: int(exact[desk] // 1) + (before[desk] < missing) for desk in exact}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    with tempfile.TemporaryDirectory() as folder:
        claims = _claims(modules["bill"], draw, Path(folder), seed)
        return {name: _holds(claim) for name, claim in claims.items()}


def _claims(bill, draw, folder, seed):
    names = iter(range(9_999))

    def row(desk, at=0, prefix="", prefix_tokens=0, fresh=0, out=0, id=None):
        return [id or f"c{next(names)}", desk, at, prefix, prefix_tokens, fresh, out]

    def shares(rows, invoice, prices=PRICES, keep=1_000):
        path = folder / f"log{next(names)}.csv"
        variants.put(path, rows)
        return dict(bill.shares_of(str(path), prices, keep, invoice))

    def by_what_it_costs():
        # 300 to 1500 for each token, 90 to 60.
        rows = [row("a", fresh=300), row("b", out=40), row("a", 5_000)]
        return shares(rows, 150) == {"a": 90, "b": 60} and shares(rows, 300_000) == {"a": 180_000, "b": 120_000}

    def adds_up():
        for invoice in (0, 7, draw.randint(1_000, 99_999)):
            rows = [row(desk, fresh=draw.randint(1, 400), out=draw.randint(0, 90)) for desk in "abcdefg" * 3]
            got = shares(rows, invoice)
            if sum(got.values()) != invoice or any(one < 0 or one != int(one) for one in got.values()):
                return False
        return True

    def never_a_cent_off():
        rows = [row(desk, fresh=draw.randint(1, 400)) for desk in "abcdefghijk"]
        whole, invoice = sum(x[5] for x in rows), draw.randint(20, 400)
        got = shares(rows, invoice)
        return all(abs(got[x[1]] - Fraction(invoice * x[5], whole)) < 1 for x in rows)

    def largest_rests():
        # 6.6, 1.7, 1.7 of 10: two cents are left, for b and c. Then 0.9 twice and 7.2.
        one = shares([row("a", fresh=66), row("b", fresh=17), row("c", fresh=17)], 10)
        two = shares([row("a", fresh=9), row("b", fresh=72), row("c", fresh=9)], 9)
        return [one, two] == [{"a": 6, "b": 2, "c": 2}, {"a": 1, "b": 7, "c": 1}]

    def equal_rests():
        rows = [row(desk, fresh=10) for desk in ("sport", "local", "culture", "weather")]
        return shares(rows, 6) == {"sport": 1, "local": 2, "culture": 2, "weather": 1}

    def exact_to_the_end():
        # Ten calls of a stay are together exactly as much as the one of the other desk; ten rounded tenths are not.
        # Eleven elevenths of 25 as floats are more than 25, in whatever way they are added.
        for calls, cost in ((10, 7), (10, 14), (10, 29), (11, 25), (11, 50)):
            prices = {"fresh": 1, "write": cost, "read": 0, "out": 0}
            rows = [row("b", at, "p", 1) for at in range(calls)] + [row("a", fresh=cost)]
            if shares(rows, 1, prices) != {"a": 1, "b": 0} or shares(rows, 5, prices) != {"a": 3, "b": 2}:
                return False
        return True

    def prefix_shared_by_all():
        # 100 tokens: 375 once and 30 twice, 435 in all, 145 for each call, whoever was first.
        rows = [row("a", 0, "p", 100), row("b", 500, "p", 100), row("b", 900, "p", 100)]
        return shares(rows, 435) == {"a": 145, "b": 290}

    def by_call_not_by_desk():
        rows = [row("a", 0, "p", 100), *(row("b", at, "p", 100) for at in (1, 2, 3))]
        return shares(rows, 4_000) == {"a": 1_000, "b": 3_000}

    def let_go():
        # At exactly `keep` after the last use it is written anew, a millisecond before it is not.
        fresh, again = row("z", 0, fresh=1_000), [row("a", 0, "p", 100), row("b", 1_000, "p", 100)]
        held = [row("a", 0, "p", 100), row("b", 999, "p", 100)]
        return shares([fresh, *again], 3_750) == {"z": 3_000, "a": 375, "b": 375} and shares([fresh, *held], 6_810) == {
            "z": 6_000,
            "a": 405,
            "b": 405,
        }

    def each_use_holds_it():
        # The third is 1,800 after the first, and 900 after the second: all three are one stay.
        rows = [row("a", 0, "p", 100), row("b", 900, "p", 100), row("c", 1_800, "p", 100), row("z", fresh=145)]
        return shares(rows, 870) == {"a": 145, "b": 145, "c": 145, "z": 435}

    def each_stay_by_itself():
        # One stay with two calls of b, a later one with a call of c.
        rows = [row("b", 0, "p", 100), row("b", 10, "p", 100), row("c", 9_000, "p", 100)]
        return shares(rows, 780) == {"b": 405, "c": 375}

    def prefixes_apart():
        rows = [row("a", 0, "p", 100), row("b", 1, "q", 100), row("c", 2, "", 0, 125), row("c", 3, "", 0, 125)]
        return shares(rows, 1_500) == {"a": 375, "b": 375, "c": 750}

    def the_order_of_lines():
        rows = [row("a", 0, "p", 100), row("b", 900, "p", 100), row("c", 1_800, "p", 100), row("z", fresh=145)]
        return all(shares(draw.sample(rows, 4), 870) == {"a": 145, "b": 145, "c": 145, "z": 435} for _ in range(3))

    def lines_that_come_twice():
        rows = [row("a", fresh=10, id="x"), row("b", fresh=20, id="y"), row("a", fresh=10, id="x")]
        corrected = [*rows, row("c", fresh=40, id="y")]
        return [shares(rows, 30), shares(corrected, 50)] == [{"a": 10, "b": 20}, {"a": 10, "c": 40}]

    def nothing_costs():
        rows = [row("a"), row("b")]
        if shares(rows, 0) != {"a": 0, "b": 0}:
            return False
        try:
            shares(rows, 5)
        except ValueError:
            return True
        return False

    def as_the_rules_say():
        for _ in range(2):
            rows = [
                row(
                    draw.choice("abcde"),
                    draw.randint(0, 9_000),
                    prefix,
                    {"p": 70, "q": 110, "": 0}[prefix],
                    draw.randint(0, 30),
                    draw.randint(0, 9),
                )
                for prefix in draw.choices(["p", "q", ""], k=40)
            ]
            rows += [draw.choice(rows) for _ in range(3)]
            invoice = draw.randint(10, 5_000)
            if shares(rows, invoice) != plain(rows, PRICES, 1_000, invoice):
                return False
        return True

    def a_whole_week():
        facts, rows = variants.generate(seed), variants.calls(seed)[:120]
        return shares(rows, facts["invoice"], keep=facts["keep"]) == plain(
            rows, PRICES, facts["keep"], facts["invoice"]
        )

    return {
        "by_what_it_costs": by_what_it_costs,
        "it_adds_up": adds_up,
        "never_a_cent_off": never_a_cent_off,
        "largest_rests_first": largest_rests,
        "equal_rests_by_name": equal_rests,
        "exact_to_the_end": exact_to_the_end,
        "a_prefix_is_shared_by_its_calls": prefix_shared_by_all,
        "by_call_and_not_by_desk": by_call_not_by_desk,
        "let_go_after_keep": let_go,
        "each_use_holds_it": each_use_holds_it,
        "each_stay_by_itself": each_stay_by_itself,
        "prefixes_apart": prefixes_apart,
        "the_order_of_lines_is_nothing": the_order_of_lines,
        "a_line_that_comes_again_counts_once": lines_that_come_twice,
        "nothing_costs": nothing_costs,
        "as_the_rules_say": as_the_rules_say,
        "a_whole_week": a_whole_week,
    }


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
