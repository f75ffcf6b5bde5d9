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
    made, arms = [], {}
    counts = {"a": [0, 0], "b": [0, 0]}
    for arrived, at, reader, what, arm in lines:
        if arrived > now:
            break
        if what == "visit":
            arms[reader] = arm
            counts[arm][0] += 1
        elif reader in arms:
            counts[arms[reader]][1] += 1
        (na, xa), (nb, xb) = counts["a"], counts["b"]
        if arrived // 24 > len(made):
            made.append([na, xa, nb, xb])
            if na + nb > 40 and abs(score(na, xa, nb, xb)) >= limits[-1]:
                return {"looks": made, "decision": "b" if xb * na > xa * nb else "a"}
    return {"looks": made, "decision": "open" if now < looks[-1] else "none"}
