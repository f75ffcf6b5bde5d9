# hiretool-canary-1b68c399-616e-4f87-95e6-b9ac96c8468a
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import variants

FARMS, TOURS, DAYS = 22, 3, 16


def _shares(month):
    """pickup -> grams, by handing out one gram at a time after the floors. Shares no code with an answer."""
    weights = {tour: int(kg) * 1000 for tour, kg in zip(month.weighings["tour"], month.weighings["kg"])}
    grams = {}
    for tour, rows in month.pickups.groupby("tour"):
        if tour not in weights:
            continue
        parts = {name: int(round(litres * 10)) for name, litres in zip(rows["pickup"], rows["litres"])}
        total, left = sum(parts.values()), weights[tour]
        cut = {}
        for name, part in parts.items():
            grams[name], cut[name] = divmod(weights[tour] * part, total)
            left -= grams[name]
        while left:
            name = min(cut, key=lambda key: (-cut[key], key))
            grams[name] += 1
            cut[name] = -1
            left -= 1
    return grams


def _held(table, key, value):
    """(key, time) -> what held then, by looking through all rows."""
    rows = list(zip(table[key], table["from"], table[value]))

    def look(name, time):
        begun = [(begin, held) for owner, begin, held in rows if owner == name and begin <= time]
        held = max(begun, key=lambda row: row[0])[1] if begun else None
        return None if held is None or pd.isna(held) else held

    return look


class _Truth:
    """What a right answer says about a month."""

    def __init__(self, month):
        self.shares = _shares(month)
        farm_of = _held(month.tanks, "tank", "farm")
        kind_of, price_of = _held(month.contracts, "farm", "kind"), _held(month.prices, "kind", "cents_per_100kg")
        self.owners, self.open, sums = {}, {}, {}
        for row in month.pickups.itertuples():
            farm = self.owners[row.pickup] = farm_of(row.tank, row.at)
            kind = kind_of(farm, row.at) if farm else None
            if row.pickup not in self.shares or kind is None:
                self.open[row.pickup] = self.shares.get(row.pickup, 0)
                continue
            grams, money = sums.get(farm, (0, Decimal(0)))
            share = self.shares[row.pickup]
            sums[farm] = (grams + share, money + Decimal(share * int(price_of(kind, row.at))) / 100_000)
        self.statement = {
            farm: (grams, int(money.quantize(Decimal(1), rounding=ROUND_HALF_UP)))
            for farm, (grams, money) in sums.items()
        }


def _series(found):
    return {str(name): None if pd.isna(value) else value for name, value in found.items()}


def _statement(table):
    return {str(row.farm): (int(row.grams), int(row.cents)) for row in table[["farm", "grams", "cents"]].itertuples()}


def _open(table):
    return {str(row.pickup): int(row.grams) for row in table[["pickup", "grams", "reason"]].itertuples()}


def _kept(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _claims(payout, month):
    truth = _Truth(month)
    weighed = int(month.weighings["kg"].sum()) * 1000

    def asked(name, changed=month):
        tables = changed.tables()
        if name == "shares":
            return _series(payout.shares(tables["pickups"], tables["weighings"]))
        if name == "owners":
            return _series(payout.owners(tables["pickups"], tables["tanks"]))
        return (_statement if name == "statement" else _open)(getattr(payout, name)(**tables))

    def all_of(changed):
        return [asked(name, changed) for name in ("shares", "owners", "statement", "open_items")]

    def tours_add_up():
        grams = pd.Series(asked("shares"), dtype=float).reindex(month.pickups["pickup"]).to_numpy()
        sums = month.pickups.assign(grams=grams).groupby("tour")["grams"].sum()
        return all(sums[tour] == kg * 1000 for tour, kg in zip(month.weighings["tour"], month.weighings["kg"]))

    def in_order():
        tables = month.tables()
        first = list(payout.shares(tables["pickups"], tables["weighings"]).index)
        second = list(payout.owners(tables["pickups"], tables["tanks"]).index)
        paid, left = payout.statement(**tables), payout.open_items(**tables)
        return (
            first == second == list(month.pickups["pickup"])
            and list(paid["farm"]) == sorted(paid["farm"])
            and list(left["pickup"]) == sorted(left["pickup"])
            and left["reason"].map(str).str.strip().ne("").all()
        )

    def nothing_lost():
        paid = sum(grams for grams, _ in asked("statement").values())
        return paid + sum(asked("open_items").values()) == weighed

    def rows_in_any_order():
        mixed = variants.Month(
            **{name: table.iloc[::-1].reset_index(drop=True) for name, table in month.tables().items()}
        )
        return all_of(mixed) == all_of(month)

    def later_has_no_say():
        later = month.pickups["at"].max().normalize() + pd.Timedelta(days=1)
        tables = month.tables()
        for name, value in (("tanks", "farm"), ("contracts", "kind"), ("prices", "cents_per_100kg")):
            key = [column for column in tables[name] if column not in ("from", value)][0]
            rows = tables[name].drop_duplicates(key)
            rows = rows.assign(**{value: rows[value].dropna().iloc[0] if name != "prices" else 9999})
            rows["from"] = pd.Series([later] * len(rows), index=rows.index).astype("datetime64[s]")
            tables[name] = pd.concat([tables[name], rows], ignore_index=True)
        return all_of(variants.Month(**tables)) == all_of(month)

    def tours_one_by_one():
        paid = {}
        tours = list(month.pickups["tour"].drop_duplicates())
        for part in (tours[::2], tours[1::2]):
            tables = month.tables()
            tables["pickups"] = tables["pickups"][tables["pickups"]["tour"].isin(part)].reset_index(drop=True)
            tables["weighings"] = tables["weighings"][tables["weighings"]["tour"].isin(part)].reset_index(drop=True)
            for farm, (grams, _) in _statement(payout.statement(**tables)).items():
                paid[farm] = paid.get(farm, 0) + grams
        return paid == {farm: grams for farm, (grams, _) in asked("statement").items()}

    def left_alone():
        tables = month.tables()
        payout.shares(tables["pickups"], tables["weighings"])
        payout.owners(tables["pickups"], tables["tanks"])
        payout.statement(**tables)
        payout.open_items(**tables)
        return all(tables[name].equals(table) for name, table in month.tables().items())

    return {
        "a_tours_shares_add_up_to_its_weight": tours_add_up,
        "shares_are_fair_to_the_gram": lambda: (
            {k: v for k, v in asked("shares").items() if v is not None} == truth.shares
        ),
        "the_owner_is_that_of_the_day": lambda: asked("owners") == truth.owners,
        "paid_and_open_are_all_that_was_weighed": nothing_lost,
        "statements_are_right_to_the_cent": lambda: asked("statement") == truth.statement,
        "open_items_are_those_that_cannot_be_paid": lambda: asked("open_items") == truth.open,
        "answers_are_in_order_and_give_reasons": in_order,
        "order_of_rows_is_irrelevant": rows_in_any_order,
        "what_begins_later_has_no_say": later_has_no_say,
        "a_tour_alone_is_as_among_others": tours_one_by_one,
        "tables_are_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    claims = _claims(modules["payout"], variants.month(seed, FARMS, TOURS, DAYS))
    return {name: _kept(claim) for name, claim in claims.items()}


def figures(modules, seed):
    """Cents paid over cents due, and grams neither paid nor open; never part of pass or fail. NaN if there is no answer."""
    month = variants.month(seed, FARMS, TOURS, DAYS)
    due = sum(cents for _, cents in _Truth(month).statement.values())
    try:
        paid, left = modules["payout"].statement(**month.tables()), modules["payout"].open_items(**month.tables())
        lost = float(month.weighings["kg"].sum() * 1000 - paid["grams"].sum() - left["grams"].sum())
        return {"cents_over_due": float(paid["cents"].sum() / due), "grams_lost": lost}
    except Exception:
        return {"cents_over_due": float("nan"), "grams_lost": float("nan")}


def modules(names=("payout",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
