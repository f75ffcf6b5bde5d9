# hiretool-canary-73ffaf7b-c984-484d-9973-a76dc5a78e39
"""Season tickets -> who may not renew, a ticket at a time in plain Python."""

import datetime
from collections import Counter, defaultdict

import numpy as np
import pandas as pd

COLUMNS = ["seats", "block", "pays_by", "newsletter", "seasons_held", "evenings", "share_used", "days_since"]


def _end(season):
    return datetime.datetime(season + 1, 5, 31)


def _rows(table):
    columns = [list(table[name]) for name in table.columns]
    return [dict(zip(table.columns, row)) for row in zip(*columns)]


def _as_known(tickets, changes, visits, day):
    """ticket -> its columns, in the order of `tickets`."""
    season = day.year - (day.month < 9)
    undone, nights, earlier = defaultdict(list), defaultdict(list), Counter()
    for change in changes:
        if change["at"].date() > day.date():
            undone[change["ticket"]].append(change)
    for visit in visits:
        if visit["evening"] <= day:
            nights[visit["ticket"]].append((visit["evening"], visit["used"]))
    for ticket in tickets:
        earlier[ticket["holder"]] += ticket["season"] < season
    found = {}
    for ticket in tickets:
        renewed = not pd.isna(ticket["renewed_on"]) and ticket["renewed_on"] <= day
        if ticket["season"] != season or ticket["bought_on"] > day or renewed:
            continue
        row = dict(ticket)
        for change in sorted(undone[row["ticket"]], key=lambda change: change["at"], reverse=True):
            row[change["field"]] = change["before"]
        seen = nights[row["ticket"]]
        came = [evening for evening, used in seen if used]
        row["seasons_held"], row["evenings"] = earlier[row["holder"]], len(seen)
        row["share_used"] = sum(used for _, used in seen) / (len(seen) * row["seats"]) if seen else float("nan")
        row["days_since"] = float((day - max(came)).days) if came else float("nan")
        found[row["ticket"]] = [row[name] for name in COLUMNS]
    return found


def known(tickets, changes, visits, day):
    found = _as_known(_rows(tickets), _rows(changes), _rows(visits), day)
    return pd.DataFrame(list(found.values()), columns=COLUMNS, index=pd.Index(list(found), name="ticket"))


def _gone(ticket, day):
    if _end(ticket["season"]) >= day:
        return float("nan")
    return float(pd.isna(ticket["renewed_on"]) or ticket["renewed_on"] > _end(ticket["season"]))


def lost(tickets, day):
    return pd.Series({ticket["ticket"]: _gone(ticket, day) for ticket in _rows(tickets)}, dtype=float)


def _numbers(row):
    seats, block, pays_by, newsletter, held, _, share, since = row
    share, since = (0.7 if share != share else share), (200.0 if since != since else min(since, 200.0))
    return [1.0, held == 0, pays_by == "debit", newsletter == "no", block == "gallery", share, since / 100, seats / 4]


def chances(tickets, changes, visits, day):
    """Least squares on zeros and ones, kept between 0.01 and 0.99."""
    tables = _rows(tickets), _rows(changes), _rows(visits)
    ahead = _end(day.year - (day.month < 9)) - day
    gone = {ticket["ticket"]: _gone(ticket, day) for ticket in tables[0]}
    inputs, wanted = [], []
    for season in sorted({ticket["season"] for ticket in tables[0] if _end(ticket["season"]) < day}):
        past = _as_known(*tables, pd.Timestamp(_end(season) - ahead))
        for name in sorted(past):
            inputs.append(_numbers(past[name]))
            wanted.append(gone[name])
    weights = np.linalg.lstsq(np.array(inputs, dtype=float), np.array(wanted), rcond=None)[0]
    now = _as_known(*tables, day)
    found = np.array([_numbers(row) for row in now.values()], dtype=float) @ weights
    return pd.Series(np.clip(found, 0.01, 0.99), index=list(now))
