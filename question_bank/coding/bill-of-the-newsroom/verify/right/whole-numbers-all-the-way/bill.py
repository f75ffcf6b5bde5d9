# hiretool-canary-438826ed-e4f4-45ad-9221-b6ea0c0b6ac4
"""What each desk pays of an invoice."""

import math
from collections import Counter

import calls


def shares(log, prices, keep, invoice):
    """desk -> whole cents of the `invoice`; `prices` are cents for a million tokens, `keep` is milliseconds."""
    known = {}
    for call in log:
        known[call.id] = call
    own, pools, open_pools = Counter(), [], {}
    for call in sorted(known.values(), key=lambda call: call.at):
        own[call.desk] += call.fresh * prices["fresh"] + call.out * prices["out"]
        if not call.prefix:
            continue
        until, pool = open_pools.get(call.prefix, (call.at, None))
        if call.at >= until:
            pool = {"cost": 0, "desks": Counter()}
            pools.append(pool)
            pool["cost"] += call.prefix_tokens * prices["write"]
        else:
            pool["cost"] += call.prefix_tokens * prices["read"]
        pool["desks"][call.desk] += 1
        open_pools[call.prefix] = call.at + keep, pool
    # One unit fits into the share of a call in every pool.
    unit = math.lcm(*(pool["desks"].total() for pool in pools))
    weights = {desk: cost * unit for desk, cost in own.items()}
    for pool in pools:
        for desk, count in pool["desks"].items():
            weights[desk] += pool["cost"] * count * unit // pool["desks"].total()
    whole = sum(weights.values())
    if whole == 0 and invoice:
        raise ValueError("nothing costs anything")
    cents = {desk: invoice * weight // (whole or 1) for desk, weight in weights.items()}
    left = {desk: invoice * weight % (whole or 1) for desk, weight in weights.items()}
    for _ in range(invoice - sum(cents.values())):
        desk = min(left, key=lambda one: (-left[one], one))
        cents[desk] += 1
        left[desk] = -1
    return cents


def shares_of(path, prices, keep, invoice):
    """The same for a log in a file."""
    return shares(calls.read(path), prices, keep, invoice)
