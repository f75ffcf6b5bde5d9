# hiretool-canary-b5f23aeb-9467-44c0-950e-d09e42f5fc13
"""Which of two versions is better, and when that is known."""

from math import sqrt


def score(na, xa, nb, xb):
    """How far b is above a, for xa of na and xb of nb readers who borrowed; 0 if it cannot be said."""
    if na == 0 or nb == 0 or xa + xb in (0, na + nb):
        return 0.0
    rate = (xa + xb) / (na + nb)
    return (xb / nb - xa / na) / sqrt(rate * (1 - rate) * (1 / na + 1 / nb))


def follow(lines, looks, limits, window, now):
    """The looks made until `now`, and the decision.

    A line is (arrived, at, reader, what, arm): what is "visit" or "loan", and a loan has no arm.
    """
    made = []
    for time, limit in zip(looks, limits):
        if time > now:
            return {"looks": made, "decision": "open"}
        made.append(counts([line for line in lines if line[0] <= time], time, window))
        found = score(*made[-1])
        if abs(found) >= limits[-1]:
            return {"looks": made, "decision": "b" if found > 0 else "a"}
    return {"looks": made, "decision": "none"}


def counts(known, time, window):
    """[na, xa, nb, xb] of the readers whose window has passed."""
    visits, loans = {}, {}
    for _, at, reader, what, arm in known:
        if what == "visit":
            visits.setdefault(reader, set()).add((at, arm))
        else:
            loans.setdefault(reader, set()).add(at)
    sums = {"a": [0, 0], "b": [0, 0]}
    for reader, seen in visits.items():
        arms, first = {arm for _, arm in seen}, min(at for at, _ in seen)
        if len(arms) == 1 and first + window <= time:
            one = sums[arms.pop()]
            one[0] += 1
            one[1] += any(first <= at < first + window for at in loans.get(reader, ()))
    return sums["a"] + sums["b"]
