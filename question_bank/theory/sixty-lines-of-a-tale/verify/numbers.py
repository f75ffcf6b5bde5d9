# hiretool-canary-c68c60e2-2c98-4f90-87ad-0ac493250291
"""A writer that draws line after line, cooled or cut -> how often it gets stuck, how often a line is off. Counted, not drawn."""

import numpy as np


def chances(again, fact):
    """The same line again, each of the new lines (uneven), and each of the lines that are off."""
    off = fact["share_off"] * (1 - again)
    new = 1 / np.arange(1, fact["new_lines"] + 1) ** 0.5
    new = (1 - again - off) * new / new.sum()
    return np.concatenate([[again], new, np.full(fact["lines_off"], off / fact["lines_off"])])


def cooled(p, t):
    q = (p / p.max()) ** (1 / t)
    return q / q.sum()


def cut(p, keep):
    """The likeliest until together they have `keep`; the rest is struck out."""
    order = np.argsort(-p, kind="stable")
    many = int(np.searchsorted(np.cumsum(p[order]), keep - 1e-12)) + 1
    q = np.zeros_like(p)
    q[order[:many]] = p[order[:many]]
    return q / q.sum()


RULES = {
    "plain": lambda p: p,
    "t08": lambda p: cooled(p, 0.8),
    "t06": lambda p: cooled(p, 0.6),
    "cut_97": lambda p: cut(p, 0.97),
    "cut_95": lambda p: cut(p, 0.95),
    "cut_90": lambda p: cut(p, 0.9),
    "t12": lambda p: cooled(p, 1.2),
    "t12_then_cut_90": lambda p: cut(cooled(p, 1.2), 0.9),
    "cut_90_then_t12": lambda p: cooled(cut(p, 0.9), 1.2),
    "t08_then_cut_95": lambda p: cut(cooled(p, 0.8), 0.95),
}


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    habit = fact["again"]
    out = {}
    for name, rule in RULES.items():
        drawn = [rule(chances(again, fact)) for again in habit]
        stay = np.array([q[0] for q in drawn])
        off = np.array([q[fact["new_lines"] + 1 :].sum() for q in drawn])
        # State k: the last line has stood k + 1 times in a row; the last state goes on for ever.
        last = len(habit) - 1
        here, clean = np.zeros(last + 1), np.zeros(last + 1)
        here[0] = clean[0] = 1.0
        for line in range(1, fact["lines_long"]):
            if line == fact["lines"]:
                out[f"{name}_ends_stuck"] = float(100 * here[-1])
                out[f"{name}_some_line_off"] = round(float(100 * (1 - clean.sum())), 6) + 0.0
            nxt, nxt_clean = np.zeros(last + 1), np.zeros(last + 1)
            for k in range(last + 1):
                nxt[min(k + 1, last)] += here[k] * stay[k]
                nxt[0] += here[k] * (1 - stay[k])
                nxt_clean[min(k + 1, last)] += clean[k] * stay[k]
                nxt_clean[0] += clean[k] * (1 - stay[k] - off[k])
            here, clean = nxt, nxt_clean
        out[f"{name}_long_ends_stuck"] = float(100 * here[-1])
        for times in (1, 2, 3, last + 1):
            out[f"{name}_again_after_{times}"] = float(100 * stay[times - 1])
        out[f"{name}_off_after_1"] = float(100 * off[0])
    return out
