"""Candidate modules + seed -> {invariant: holds}."""

import importlib

import variants


def run(modules, seed):
    loaves, days = variants.sold(seed), variants.generate(seed)["days"]
    total = modules["weekly"].total
    more = [*loaves[:-1], loaves[-1] + 1]
    return {
        "the_last_day_counts": total(more, days) == total(loaves, days) + 1,
        "older_days_do_not": total([1, *loaves], days) == total(loaves, days),
        "each_day_counts_once": total(loaves, days) == sum(loaves[len(loaves) - days :]),
    }


def modules():
    return {"weekly": importlib.import_module("weekly")}
