# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Replay what was heard, in the order of hearing, and look at each machine when its evening comes."""

import math
from collections import defaultdict
from datetime import timedelta

import pandas as pd

COLUMNS = ["readings_7d", "hours_7d", "faults_7d", "pressure_last", "days_since_service", "repairs_30d"]


class Machine:
    """All that has been heard of one machine so far."""

    def __init__(self):
        self.readings = {}
        self.orders = {"service": set(), "repair": set()}

    def hear_reading(self, row):
        held = self.readings.get(row.reading)
        if held is None or held.revision < row.revision:
            self.readings[row.reading] = row

    def hear_order(self, row):
        self.orders[row.kind].add((row.order, row.opened_at))

    def look(self, now):
        held = [row for row in self.readings.values() if row.measured_at <= now]
        week = [row for row in held if row.measured_at > now - timedelta(days=7)]
        last = max(held, key=lambda row: row.measured_at, default=None)
        services = [opened for _, opened in self.orders["service"] if opened <= now]
        repairs = [opened for _, opened in self.orders["repair"] if now - timedelta(days=30) < opened <= now]
        return (
            len(week),
            math.fsum(row.hours for row in week),
            sum(row.faults for row in week),
            last.pressure if last else math.nan,
            (now - max(services)) / timedelta(days=1) if services else math.nan,
            len(repairs),
        )


def as_known(readings, orders, evenings):
    # At the same second, hearing comes before looking.
    heard = [(row.received_at, 0, "reading", row) for row in readings.itertuples(index=False)]
    heard += [(row.entered_at, 0, "order", row) for row in orders.itertuples(index=False)]
    heard += [(row.decided_at, 1, "evening", row) for row in evenings.itertuples(index=False)]
    machines, seen = defaultdict(Machine), {}
    for _, _, kind, row in sorted(heard, key=lambda entry: entry[:2]):
        machine = machines[row.machine]
        if kind == "reading":
            machine.hear_reading(row)
        elif kind == "order":
            machine.hear_order(row)
        else:
            seen[row.evening] = machine.look(row.decided_at)
    rows = [seen[name] for name in evenings["evening"]]
    return pd.DataFrame(rows, columns=COLUMNS, index=pd.Index(evenings["evening"], name="evening"))
