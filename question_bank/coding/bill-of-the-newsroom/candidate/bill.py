"""What each desk pays of an invoice."""

from collections import defaultdict

import calls


def shares(log, prices, keep, invoice):
    """desk -> whole cents of the `invoice`; `prices` are cents for a million tokens, `keep` is milliseconds."""
    cost, last = defaultdict(int), {}
    for call in log:
        held = call.at - last.get(call.prefix, -keep) < keep
        last[call.prefix] = call.at
        cost[call.desk] += call.prefix_tokens * prices["read" if held else "write"]
        cost[call.desk] += call.fresh * prices["fresh"] + call.out * prices["out"]
    whole = sum(cost.values())
    return {desk: round(invoice * one / whole) for desk, one in cost.items()}


def shares_of(path, prices, keep, invoice):
    """The same for a log in a file."""
    return shares(calls.read(path), prices, keep, invoice)
