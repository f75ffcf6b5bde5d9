"""How much a fact of some day counts today."""

from __future__ import annotations

from datetime import date

HALF_LIFE_DAYS = 365
"""A paper of a year ago counts half of one of today.

Source: a choice that matters little: with half-lives of 250, 365 and 550 days the first twenty of 62 topics have nDCG
.544, .548 and .545 (evidence to 2016 with lists, the trial of tests/benchmarks/bench_ranking.py).
"""


def recency(day: date, today: date) -> float:
    """0..1: 1 for today, half of that for each year before; a day to come counts as today.

    >>> recency(date(2025, 11, 20), date(2026, 11, 20))
    0.5
    """
    return float(0.5 ** (max((today - day).days, 0) / HALF_LIFE_DAYS))
