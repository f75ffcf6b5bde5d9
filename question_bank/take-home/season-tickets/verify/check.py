# hiretool-canary-73ffaf7b-c984-484d-9973-a76dc5a78e39
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
from collections import defaultdict
from functools import cache

import numpy as np
import pandas as pd
import variants

NUMBERS = ["seats", "seasons_held", "evenings", "share_used", "days_since"]
WORDS = ["block", "pays_by", "newsletter"]
SMALL, LARGE, LAST = 18, 320, 2024
MARGIN, APART = 0.06, 0.4


def _year(day):
    return (day - pd.Timedelta(days=243)).year


def _wanted(office, day):
    """ticket -> (numbers, words) from an export of the day itself, so that nothing has to be undone."""
    tables = office.exported(day)
    held, came, found = defaultdict(list), defaultdict(list), {}
    for holder, season in zip(tables["tickets"]["holder"], tables["tickets"]["season"]):
        held[holder].append(season)
    for ticket, evening, seats in zip(*(tables["visits"][name] for name in ("ticket", "evening", "used"))):
        came[ticket].append((evening, seats))
    for row in tables["tickets"].itertuples():
        if row.season != _year(day) or not pd.isna(row.renewed_on):
            continue
        used = came[row.ticket]
        last = max((evening for evening, seats in used if seats > 0), default=None)
        share = np.mean([seats / row.seats for _, seats in used]) if used else np.nan
        since = np.nan if last is None else (day - last).days
        earlier = sum(season < row.season for season in held[row.holder])
        found[row.ticket] = ([row.seats, earlier, len(used), share, since], [row.block, row.pays_by, row.newsletter])
    return found


def _lost(tickets, day):
    """ticket -> 1.0, 0.0 or NaN."""
    found = {}
    for ticket, season, renewed in zip(tickets["ticket"], tickets["season"], tickets["renewed_on"]):
        end = variants.deadline(season)
        found[ticket] = float(not renewed <= end) if day > end else float("nan")
    return found


def _auc(values, gone):
    ranks = pd.Series(np.asarray(values, dtype=float)).rank().to_numpy()
    count = gone.sum()
    return float((ranks[gone == 1].sum() - count * (count + 1) / 2) / (count * (len(gone) - count)))


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _close(one, other, atol=1e-6):
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    return one.shape == other.shape and np.allclose(one, other, atol=atol, equal_nan=True)


class _Large:
    """A season like the candidate's, asked about as it was exported on the day."""

    def __init__(self, renewals, seed):
        made = variants.office(seed, LARGE, LAST, seasons=4)
        self.day = variants.deadline(LAST) - pd.Timedelta(days=variants.generate(seed)["ahead"])
        asked = _wanted(made, self.day)
        gone = _lost(made.tickets, variants.deadline(LAST) + pd.Timedelta(days=1))
        self.names = list(asked)
        self.gone = np.array([gone[name] for name in self.names])
        since = np.array([numbers[4] for numbers, _ in asked.values()])
        self.absence = _auc(np.where(np.isnan(since), 1e3, since), self.gone)
        found = renewals.chances(**made.exported(self.day), day=self.day)
        self.values = np.asarray(found.reindex(self.names), dtype=float)

    def ahead(self):
        return _auc(self.values, self.gone) - self.absence

    def apart(self):
        return abs(self.values.sum() / self.gone.sum() - 1)


def _claims(modules, seed):
    renewals = modules["renewals"]
    office = variants.office(seed + 5000, SMALL, LAST, seasons=3)
    day = variants.deadline(LAST - 1) - pd.Timedelta(days=variants.generate(seed)["ahead"])
    days = (day, day - pd.Timedelta(days=90), variants.deadline(LAST - 2) - pd.Timedelta(days=1))

    @cache
    def known(at):
        return renewals.known(**office.tables(), day=at)

    @cache
    def wanted_on(at):
        return _wanted(office, at)

    def chances(tables=None):
        return renewals.chances(**(tables or office.tables()), day=day)

    @cache
    def first():
        return chances()

    @cache
    def large():
        return _Large(renewals, seed)

    def open_ones():
        tickets = office.tickets
        for at in days:
            wanted = wanted_on(at)
            if list(known(at).index) != [name for name in tickets["ticket"] if name in wanted]:
                return False
        return True

    def as_of(columns, part):
        for at in days:
            wanted, found = wanted_on(at), known(at)
            here = [wanted[name][part] for name in found.index]
            if part and found[columns].to_numpy().tolist() != here:
                return False
            if not part and not _close(found[columns].to_numpy(dtype=float), here):
                return False
        return True

    def export_of_the_day():
        tables = office.exported(day)
        one, other = known(day), renewals.known(**tables, day=day)
        return (
            list(one.index) == list(other.index)
            and _close(one[NUMBERS], other[NUMBERS])
            and one[WORDS].to_numpy().tolist() == other[WORDS].to_numpy().tolist()
        )

    def outcomes():
        for at in (variants.deadline(LAST - 2), variants.deadline(LAST - 2) + pd.Timedelta(days=1), day):
            wanted, found = _lost(office.tickets, at), renewals.lost(office.tickets.copy(), at)
            if list(found.index) != list(wanted) or not _close(found, list(wanted.values())):
                return False
        return True

    def later():
        other = chances(office.exported(day))
        return list(first().index) == list(other.index) and _close(first(), other) and len(other) > 8

    def letters():
        tables = office.tables()
        tables["tickets"]["desk_code"] = np.random.default_rng(seed).permutation(
            ["F", "B", "-", "D"] * len(office.tickets)
        )[: len(office.tickets)]
        return _close(chances(tables), first())

    def row_order():
        mixed = {name: table.iloc[::-1].reset_index(drop=True) for name, table in office.tables().items()}
        found = chances(mixed)
        return _close(found.reindex(first().index), first()) and list(found.index) == list(first().index)[::-1]

    def in_range():
        found = np.asarray(first(), dtype=float)
        return (
            list(first().index) == list(known(day).index)
            and np.isfinite(found).all()
            and (found >= 0).all()
            and (found <= 1).all()
        )

    def left_alone():
        tables = office.tables()
        renewals.known(**tables, day=day)
        renewals.lost(tables["tickets"], day)
        renewals.chances(**tables, day=day)
        return all(tables[name].equals(getattr(office, name)) for name in variants.TABLES)

    return {
        "open_tickets_and_no_others": open_ones,
        "fields_are_those_of_the_day": lambda: as_of(WORDS, 1),
        "counts_are_those_of_the_day": lambda: as_of(NUMBERS, 0),
        "an_export_of_the_day_gives_the_same_table": export_of_the_day,
        "outcomes_wait_for_the_deadline": outcomes,
        "late_information_has_no_influence": later,
        "the_letter_has_no_influence": letters,
        "order_of_rows_is_irrelevant": row_order,
        "each_open_ticket_has_a_chance": in_range,
        "better_than_the_longest_absence": lambda: large().ahead() > MARGIN,
        "as_many_are_expected_as_are_lost": lambda: large().apart() < APART,
        "tables_are_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def figures(modules, seed):
    """How far ahead of the longest absence, and expected over lost; never part of pass or fail. NaN if there is no answer."""
    try:
        made = _Large(modules["renewals"], seed)
        return {"auc": made.ahead() + made.absence, "auc_absence": made.absence, "apart": made.apart()}
    except Exception:
        return dict.fromkeys(("auc", "auc_absence", "apart"), float("nan"))


def modules(names=("renewals",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
