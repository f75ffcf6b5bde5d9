# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Labels, one evening at a time."""

from collections import defaultdict
from datetime import timedelta

import pandas as pd


def known(failures, evenings, horizon_days, delay_days, today):
    failed = defaultdict(list)
    for row in failures.itertuples():
        failed[row.machine].append(row.failed_at)
    labels = {}
    for row in evenings.itertuples():
        end = row.decided_at + timedelta(days=horizon_days)
        if end + timedelta(days=delay_days) <= today:
            labels[row.evening] = float(any(row.decided_at < day <= end for day in failed[row.machine]))
        else:
            labels[row.evening] = float("nan")
    return pd.Series(labels, dtype=float).rename_axis("evening").reindex(evenings["evening"])


def split(evenings, test_from, horizon_days, delay_days):
    wait = timedelta(days=horizon_days + delay_days)
    at = evenings.set_index("evening")["decided_at"]
    return at + wait <= test_from, at >= test_from
