# hiretool-canary-438826ed-e4f4-45ad-9221-b6ea0c0b6ac4
"""What each desk pays of an invoice."""

from collections import defaultdict
from fractions import Fraction

import calls


def shares(log, prices, keep, invoice):
    """desk -> whole cents of the `invoice`; `prices` are cents for a million tokens, `keep` is milliseconds."""
    log = list({call.id: call for call in log}.values())
    cost = defaultdict(Fraction)
    for call in log:
        cost[call.desk] += call.fresh * prices["fresh"] + call.out * prices["out"]
    for stay in stays(log, keep):
        tokens = stay[0].prefix_tokens
        each = Fraction(tokens * prices["write"] + (len(stay) - 1) * tokens * prices["read"], len(stay))
        for call in stay:
            cost[call.desk] += each
    return divided(invoice, cost)


def stays(log, keep):
    """The calls with a prefix, in groups between which it was let go."""
    groups = []
    for call in sorted((call for call in log if call.prefix), key=lambda call: (call.prefix, call.at)):
        if groups and groups[-1][-1].prefix == call.prefix and call.at - groups[-1][-1].at < keep:
            groups[-1].append(call)
        else:
            groups.append([call])
    return groups


def divided(cents, weights):
    """Whole cents in proportion to the weights, which add up exactly."""
    whole = sum(weights.values())
    if not whole:
        if cents:
            raise ValueError(f"{cents} cents, and nothing that costs")
        return dict.fromkeys(weights, 0)
    exact = {name: cents * weight / whole for name, weight in weights.items()}
    return {name: round(one) for name, one in exact.items()}


def shares_of(path, prices, keep, invoice):
    """The same for a log in a file."""
    return shares(calls.read(path), prices, keep, invoice)
